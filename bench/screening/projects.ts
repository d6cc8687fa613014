import type {
  Engine,
  Fact,
  FactInput,
  Project,
  ProjectInput,
  QuantityFact,
  Screener,
} from '@ludao/rules';
import { pickOne, type Random } from '../measure/random.ts';
import { eachLeaf } from './condition.ts';

/** How much of what its items read is known of each project: everything, or three quarters. */
export type Knowledge = 'complete' | 'partial';

/** The same random projects at the same places of every list. */
export type DrawnProjects = Readonly<Record<Knowledge, ProjectSet>>;

export interface ProjectSet {
  readonly inputs: readonly ProjectInput[];
  readonly projects: readonly Project[];
}

type DrawnFacts = Record<string, FactInput>;

/** A {@link ProjectInput} whose facts can still be drawn again. */
interface DrawnInput {
  readonly industries: readonly { readonly code: string; readonly facts: DrawnFacts }[];
  readonly facts: DrawnFacts;
}

/** Projects that the slow contenders go through; the gate holds all of these against ours. */
export const SLOW_CASES = 1024;

const SHARE_UNKNOWN = 0.25;
const SHARE_OF_TWO_CODES = 0.5;
/** Second codes of the same division: their scales may have to be taken together. */
const SHARE_RELATED = 0.5;

/** How often a project also has a thing with rules of its own: a well, a quay, an X-ray room. */
const SHARE_OF_EXTRA = 0.004;

/** How often a yes is plausible, by the group of the question. */
const SHARE_OF_YES: Readonly<Record<string, number>> = {
  site: 0.85,
  product: 0.3,
  process: 0.04,
  area: 0.02,
};

/** How often something is used or built at all, where none is an answer; otherwise always. */
const SHARE_OF_USE: Readonly<Record<string, number>> = { material: 0.5, scale: 0.5 };

/** Classes of manufacturing whose items this software carries out completely. */
export function executableCodes(screener: Screener, engine: Engine): string[] {
  return screener.ruleSet.industries
    .map(({ code }) => code)
    .filter((code) => code.length === 4 && code >= '13' && code < '44')
    .filter((code) => {
      const { items, unencoded } = engine.programOf({ key: code, kind: 'industry' });
      return items.length > 0 && unencoded.length === 0;
    });
}

export function drawProjects(
  screener: Screener,
  engine: Engine,
  count: number,
  random: Random,
): DrawnProjects {
  const codes = executableCodes(screener, engine);
  const limits = limitsOf(engine, codes);
  const complete: ProjectInput[] = [];
  const partial: ProjectInput[] = [];
  for (let drawn = 0; drawn < count; drawn++) {
    const input = drawInput(engine, pickCodes(codes, random), limits, random);
    repair(screener, input);
    complete.push(input);
    partial.push(forget(engine, input, random));
  }
  return { complete: load(screener, complete), partial: load(screener, partial) };
}

/** Loaded one after the other, so that they lie in memory as loaded projects do. */
function load(screener: Screener, inputs: readonly ProjectInput[]): ProjectSet {
  const projects = inputs.map((input) => {
    const project = screener.read(input);
    if ('problems' in project) throw new Error(`refused: ${JSON.stringify(project.problems)}`);
    return project;
  });
  return { inputs, projects };
}

/**
 * Repairs what would be refused. What one of the codes settles is not stated; where facts contradict
 * each other, what was named as done or used is taken away, and where that does
 * not help, the choice among them becomes the usual one, and so on.
 */
function repair(screener: Screener, input: DrawnInput): void {
  const stated = [input.facts, ...input.industries.map(({ facts }) => facts)];
  for (let attempt = 0; attempt < 8; attempt++) {
    const project = screener.read(input);
    if (!('problems' in project)) return;
    for (const { code, params } of project.problems) {
      if (code === 'fact.settled_by_code') {
        for (const facts of stated) delete facts[String(params.value)];
        continue;
      }
      if (code !== 'facts.contradict') break;
      const named = String(params.facts).split(' ');
      for (const fact of named.map((key) => screener.table.getFact(key))) {
        if ((fact.type === 'choice') !== (attempt % 2 === 1)) continue;
        for (const facts of stated) if (fact.key in facts) facts[fact.key] = usualValue(fact);
      }
    }
  }
  throw new Error(`no project the law can be asked about was found: ${JSON.stringify(input)}`);
}

function usualValue(fact: Fact): FactInput {
  if (fact.type === 'choice') return fact.neutral ?? fact.options[0]!.id;
  return fact.type === 'boolean' ? (fact.presumed ?? false) : 0;
}

function pickCodes(codes: readonly string[], random: Random): string[] {
  const first = pickOne(codes, random);
  if (random() >= SHARE_OF_TWO_CODES) return [first];
  const related = random() < SHARE_RELATED;
  const others = codes.filter(
    (code) => code !== first && (!related || code.slice(0, 2) === first.slice(0, 2)),
  );
  if (others.length === 0) return [first];
  return [first, pickOne(others, random)];
}

/** The amounts at which the law draws its lines, by fact. */
function limitsOf(engine: Engine, codes: readonly string[]): Map<string, number[]> {
  const limits = new Map<string, number[]>();
  const programs = codes.map((code) => engine.programOf({ key: code, kind: 'industry' }).items);
  for (const { clauses } of [...programs.flat(), ...engine.attached]) {
    for (const { when } of clauses) {
      eachLeaf(when, (leaf) => {
        if (leaf.op !== 'compare' || leaf.value === 0) return;
        const known = limits.get(leaf.fact) ?? [];
        if (!known.includes(leaf.value)) limits.set(leaf.fact, [...known, leaf.value]);
      });
    }
  }
  return limits;
}

/** The facts to state for an activity: what its items read, and the parts of what is derived. */
function factsRead(engine: Engine, key: string): Fact[] {
  const keys = new Set<string>();
  const entries = engine.programOf({ key, kind: 'industry' }).items;
  for (const { clauses } of [...entries, ...engine.attached]) {
    for (const { when } of clauses) {
      eachLeaf(when, ({ fact }) => {
        const derived = derivedFrom(engine.table.getFact(fact));
        for (const each of derived ?? [fact]) keys.add(each);
      });
    }
  }
  return engine.table.facts.filter((fact) => keys.has(fact.key));
}

function derivedFrom(fact: Fact): string[] | null {
  return fact.type === 'quantity' && fact.derived ? Object.keys(fact.derived) : null;
}

function drawInput(
  engine: Engine,
  codes: readonly string[],
  limits: ReadonlyMap<string, readonly number[]>,
  random: Random,
): DrawnInput {
  const shared: DrawnFacts = {};
  const industries = codes.map((code) => {
    const facts: DrawnFacts = {};
    for (const fact of factsRead(engine, code)) {
      if (fact.scope === 'activity') facts[fact.key] = drawValue(fact, limits, random);
      else shared[fact.key] ??= drawValue(fact, limits, random);
    }
    return { code, facts };
  });
  return { industries, facts: shared };
}

function drawValue(
  fact: Fact,
  limits: ReadonlyMap<string, readonly number[]>,
  random: Random,
): FactInput {
  if (fact.group === 'also' && random() >= SHARE_OF_EXTRA) return usualValue(fact);
  switch (fact.type) {
    case 'boolean':
      return random() < (SHARE_OF_YES[fact.group] ?? 0.05);
    case 'choice':
      return random() < 0.75 ? usualValue(fact) : pickOne(fact.options, random).id;
    case 'quantity':
      return drawAmount(fact, limits.get(fact.key) ?? [1], random);
  }
}

/** Nothing where that is usual; else between a fiftieth and twice a limit. */
function drawAmount(fact: QuantityFact, limits: readonly number[], random: Random): number {
  if (fact.zeroWhenUnstated && random() >= (SHARE_OF_USE[fact.group] ?? 1)) return 0;
  const amount = pickOne(limits, random) * 0.02 * 100 ** random();
  return Number(amount.toPrecision(3));
}

/** Leaves facts out. A presumed fact stays: leaving it out would not make it unknown. */
function forget(engine: Engine, input: DrawnInput, random: Random): ProjectInput {
  const thin = (facts: DrawnFacts) =>
    Object.fromEntries(
      Object.entries(facts).filter(([key]) => {
        const fact = engine.table.getFact(key);
        const presumed = fact.type === 'boolean' && fact.presumed !== undefined;
        return presumed || random() >= SHARE_UNKNOWN;
      }),
    );
  return {
    industries: input.industries.map(({ code, facts }) => ({ code, facts: thin(facts) })),
    facts: thin(input.facts),
  };
}
