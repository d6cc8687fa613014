import { CATALOGUES, levelOf, rankOf, type AnyLevel } from './level.ts';
import type { Clause, Item, RulePack } from './pack.ts';
import type { ProgramClause } from './program.ts';
import type { ProjectInput } from './input.ts';
import type { Screener } from './screen.ts';
import { YES } from './state.ts';

export interface ItemCase {
  readonly item: number;
  readonly level: AnyLevel;
  /** `hit`: the item itself gives this level. `miss`: it gives less, by one fact. */
  readonly kind: 'hit' | 'miss';
  readonly facts: Readonly<Record<string, unknown>>;
  readonly project: ProjectInput;
  /** `file:line` of the case. */
  readonly place: string;
}

export interface ProjectCase {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly project: ProjectInput;
  readonly expect: { readonly level: AnyLevel; readonly item?: number | undefined };
  readonly place: string;
}

export interface PackCases {
  readonly items: readonly ItemCase[];
  readonly projects: readonly ProjectCase[];
}

export interface ItemCaseResult extends ItemCase {
  readonly passed: boolean;
  readonly found: AnyLevel | 'refused';
  /** The clause that decided a hit. */
  readonly clause: string | null;
  readonly problem: string | null;
}

/** Runs one case against its own item only, as the catalogue reads it. */
export function runItemCase(screener: Screener, pack: RulePack, entry: ItemCase): ItemCaseResult {
  const project = screener.read(entry.project);
  if ('problems' in project) {
    const problem = project.problems.map(({ code, path }) => `${code} ${path}`).join(', ');
    return { ...entry, passed: false, found: 'refused', clause: null, problem };
  }
  const engine = screener.engineOf(pack);
  let best: ProgramClause | null = null;
  for (const { entry: candidate, activity } of engine.itemsOf(project)) {
    if (candidate.item.no !== entry.item) continue;
    const hit = candidate.clauses.find(
      (clause) => engine.testClause(clause, activity, project) === YES,
    );
    if (hit && (!best || hit.rank > best.rank)) best = hit;
  }
  const found = levelOf(best?.rank ?? 0, pack.levels);
  const passed = entry.kind === 'hit' ? found === entry.level : rankOf(found) < rankOf(entry.level);
  const clause = best ? clauseId(best) : null;
  return { ...entry, passed, found, clause, problem: null };
}

export function clauseId(of: {
  readonly clause: Clause;
  readonly entry: { readonly item: Item };
}): string {
  const { clause, entry } = of;
  return `${entry.item.no} ${clause.level} ${clause.part}`;
}

export interface ItemReport {
  readonly item: number;
  readonly name: string;
  /** Has rules, and for each printed level a passing hit and a passing near miss. */
  readonly executable: boolean;
  readonly levels: readonly {
    readonly level: AnyLevel;
    readonly hit: string | null;
    readonly nearMiss: string | null;
  }[];
}

/** Per item and level, the case that hits it and the one that just misses it. */
export function reportItems(
  pack: RulePack,
  results: readonly ItemCaseResult[],
): readonly ItemReport[] {
  return pack.items.map((item) => {
    const own = results.filter((result) => result.item === item.no);
    const printed = CATALOGUES[pack.topic].cells
      .map(([, level]) => level)
      .filter((level) => item.cells[level] !== null);
    const levels = printed.map((level) => {
      const at = own.filter((result) => result.level === level && result.passed);
      const hits = at.filter((result) => result.kind === 'hit');
      const miss = at.find(
        (result) => result.kind === 'miss' && hits.some((hit) => isNear(hit, result)),
      );
      return { level, hit: hits[0]?.place ?? null, nearMiss: miss?.place ?? null };
    });
    const executable =
      item.executable &&
      levels.every((level) => level.hit && level.nearMiss) &&
      own.every((result) => result.passed);
    return { item: item.no, name: item.name, executable, levels };
  });
}

/** A near miss is a hit with one fact otherwise, left out or added. */
export function isNear(hit: ItemCase, miss: ItemCase): boolean {
  const keys = new Set([...Object.keys(hit.facts), ...Object.keys(miss.facts)]);
  let different = 0;
  for (const key of keys) {
    if (JSON.stringify(hit.facts[key]) !== JSON.stringify(miss.facts[key])) different++;
  }
  return different <= 1;
}
