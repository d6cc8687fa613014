import { describeFact, type Engine, type Project } from '@ludao/rules';
import { eachLeaf, renameFacts, type Condition } from './condition.ts';

type ProgramItem = Engine['attached'][number];

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

/** One clause of one activity; scales count together over its partners, as the law has it. */
interface Source {
  readonly activity: number;
  readonly partners: readonly number[];
  readonly clause: ProgramItem['clauses'][number];
}

/** The industry's own items once per activity, and what a fact attaches once for the project. */
function sourcesOf(engine: Engine, { views }: Project): Source[] {
  const programs = views.map((view) => engine.programOf(view));
  const own = programs.flatMap(({ items }, activity) =>
    items
      .flatMap(({ clauses }) => clauses)
      .map((clause) => ({
        activity,
        partners: [...views.keys()].filter((at) => programs[at]!.clauses.has(clause.clause)),
        clause,
      })),
  );
  const attached = engine.attached.flatMap(({ clauses }) => clauses);
  return [...own, ...attached.map((clause) => ({ activity: 0, partners: [0], clause }))];
}

function candidateClauses(engine: Engine, project: Project): FlatClause[] {
  return sourcesOf(engine, project)
    .map((source, index) => ({
      id: `${source.clause.entry.item.no}.${index}`,
      rank: source.clause.rank,
      when: renameFacts(source.clause.when, (fact) => flatName(engine, fact, source)),
    }))
    .sort((a, b) => b.rank - a.rank);
}

/** `paint.solvent_t_a` → `paint_solvent_t_a`; an activity's own facts carry its number or theirs. */
function flatName(engine: Engine, key: string, source: Source): string {
  const name = key.replaceAll('.', '_');
  const fact = engine.table.getFact(key);
  if (fact.scope !== 'activity') return name;
  if (fact.type !== 'quantity') return `${name}_${source.activity}`;
  return `${name}_${source.partners.join('_')}`;
}

function flatFacts(engine: Engine, project: Project): FlatCase['facts'] {
  const facts: Record<string, boolean | number | string> = {};
  for (const source of sourcesOf(engine, project)) {
    eachLeaf(source.clause.when, ({ fact }) => {
      facts[flatName(engine, fact, source)] ??= knownValue(engine, project, fact, source);
    });
  }
  return facts;
}

function knownValue(
  { table }: Engine,
  { views }: Project,
  key: string,
  { activity, partners }: Source,
): boolean | number | string {
  const fact = table.getFact(key);
  const view = views[activity]!;
  if (fact.type === 'quantity') {
    const slot = table.getSlot(key);
    const parts = fact.scope === 'activity' ? partners.map((at) => views[at]!) : [view];
    const steps = parts.reduce((sum, part) => sum + part.lo(slot), 0);
    if (parts.every((part) => part.lo(slot) === part.hi(slot))) {
      return steps / table.stepsPerUnit(fact);
    }
  } else {
    const { value } = describeFact(table, key, view, false);
    if (typeof value === 'boolean') return value;
    if (Array.isArray(value) && value.length === 1) return String(value[0]);
  }
  throw new Error(`${key} is not fully known; only complete projects can be flattened`);
}
