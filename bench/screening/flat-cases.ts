import { describeFact, type Engine, type Project } from '@ludao/rules';
import { eachLeaf, renameFacts, type Condition } from './condition.ts';

/** A clause as the other engines get it: its facts have one flat name each. */
export interface FlatClause {
  readonly id: string;
  readonly rank: number;
  readonly when: Condition;
}

/** All clauses that one set of codes can meet, highest level first: the caller's index. */
export interface CandidateClauses {
  readonly key: string;
  readonly clauses: readonly FlatClause[];
}

/** A complete project as the other engines get it: only the facts that its clauses read. */
export interface FlatCase {
  readonly candidates: CandidateClauses;
  readonly facts: Readonly<Record<string, boolean | number | string>>;
}

/**
 * Translates projects of which everything is known. The clauses are the engine's own, already
 * specialised to the code, with the items' gates; derived amounts are handed over as they are.
 */
export function flattenProjects(engine: Engine, projects: readonly Project[]): FlatCase[] {
  const indexed = new Map<string, CandidateClauses>();
  return projects.map((project) => {
    const key = project.views.map((view) => view.key).join('+');
    let candidates = indexed.get(key);
    if (!candidates) {
      candidates = { key, clauses: candidateClauses(engine, project) };
      indexed.set(key, candidates);
    }
    return { candidates, facts: flatFacts(engine, project) };
  });
}

interface Source {
  readonly activity: number;
  readonly clause: { readonly rank: number; readonly when: Condition };
  readonly item: number;
}

/** The industry's own items once per activity, and what a fact attaches once for the project. */
function sourcesOf(engine: Engine, project: Project): Source[] {
  const own = project.views.flatMap((view, activity) =>
    engine.programOf(view).items.map((entry) => ({ entry, activity })),
  );
  const attached = engine.attached.map((entry) => ({ entry, activity: 0 }));
  return [...own, ...attached].flatMap(({ entry, activity }) =>
    entry.clauses.map((clause) => ({ activity, clause, item: entry.item.no })),
  );
}

function candidateClauses(engine: Engine, project: Project): FlatClause[] {
  return sourcesOf(engine, project)
    .map(({ activity, clause, item }, index) => ({
      id: `${item}.${index}`,
      rank: clause.rank,
      when: renameFacts(clause.when, (fact) => flatName(engine, fact, activity)),
    }))
    .sort((a, b) => b.rank - a.rank);
}

/** `paint.solvent_t_a` → `paint_solvent_t_a`; an activity's own facts carry its number. */
function flatName(engine: Engine, fact: string, activity: number): string {
  const name = fact.replaceAll('.', '_');
  return engine.table.getFact(fact).scope === 'activity' ? `${name}_${activity}` : name;
}

function flatFacts(engine: Engine, project: Project): FlatCase['facts'] {
  const facts: Record<string, boolean | number | string> = {};
  for (const { activity, clause } of sourcesOf(engine, project)) {
    eachLeaf(clause.when, ({ fact }) => {
      facts[flatName(engine, fact, activity)] ??= knownValue(engine, project, fact, activity);
    });
  }
  return facts;
}

function knownValue(
  engine: Engine,
  project: Project,
  fact: string,
  activity: number,
): boolean | number | string {
  const { value } = describeFact(engine.table, fact, project.views[activity]!, false);
  if (typeof value === 'boolean') return value;
  if (value instanceof Array && value.length === 1) return String(value[0]);
  if (value !== null && 'min' in value && value.min === value.max) return value.min;
  throw new Error(`${fact} is not fully known; only complete projects can be flattened`);
}
