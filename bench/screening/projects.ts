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

/** One random project: everything its items read is known, or a quarter of it is not. */
export interface DrawnProject {
  readonly complete: { readonly input: ProjectInput; readonly project: Project };
  readonly partial: { readonly input: ProjectInput; readonly project: Project };
}

const SHARE_UNKNOWN = 0.25;
const SHARE_OF_TWO_CODES = 0.5;

/** How often a yes is plausible, by the group of the question. */
const SHARE_OF_YES: Readonly<Record<string, number>> = {
  site: 0.85,
  product: 0.3,
  process: 0.04,
  also: 0.05,
  area: 0.02,
};

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
): DrawnProject[] {
  const codes = executableCodes(screener, engine);
  const thresholds = thresholdsOf(engine, codes);
  return Array.from({ length: count }, () => {
    const own = pickCodes(codes, random);
    // An input that contradicts itself is refused and drawn again.
    for (let attempt = 0; attempt < 1000; attempt++) {
      const input = drawInput(engine, own, thresholds, random);
      const project = screener.read(input);
      if ('problems' in project) continue;
      const partialInput = forget(engine, input, random);
      const partial = screener.read(partialInput);
      if ('problems' in partial) throw new Error(`refused: ${JSON.stringify(partial.problems)}`);
      return {
        complete: { input, project },
        partial: { input: partialInput, project: partial },
      };
    }
    throw new Error(`no project without a contradiction was found for ${own.join(' ')}`);
  });
}

function pickCodes(codes: readonly string[], random: Random): string[] {
  const first = pickOne(codes, random);
  if (random() >= SHARE_OF_TWO_CODES) return [first];
  const others = codes.filter((code) => code !== first);
  return [first, pickOne(others, random)];
}

/** The amounts at which the law draws its lines, by fact. */
function thresholdsOf(engine: Engine, codes: readonly string[]): Map<string, number[]> {
  const thresholds = new Map<string, number[]>();
  const programs = codes.map((code) => engine.programOf({ key: code, kind: 'industry' }).items);
  for (const { clauses } of [...programs.flat(), ...engine.attached]) {
    for (const { when } of clauses) {
      eachLeaf(when, (leaf) => {
        if (leaf.op !== 'compare' || leaf.value === 0) return;
        const known = thresholds.get(leaf.fact) ?? [];
        if (!known.includes(leaf.value)) thresholds.set(leaf.fact, [...known, leaf.value]);
      });
    }
  }
  return thresholds;
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
  thresholds: ReadonlyMap<string, readonly number[]>,
  random: Random,
): ProjectInput {
  const shared: Record<string, FactInput> = {};
  const industries = codes.map((code) => {
    const facts: Record<string, FactInput> = {};
    for (const fact of factsRead(engine, code)) {
      if (fact.scope === 'activity') facts[fact.key] = drawValue(fact, thresholds, random);
      else shared[fact.key] ??= drawValue(fact, thresholds, random);
    }
    return { code, facts };
  });
  return { industries, facts: shared };
}

function drawValue(
  fact: Fact,
  thresholds: ReadonlyMap<string, readonly number[]>,
  random: Random,
): FactInput {
  switch (fact.type) {
    case 'boolean':
      return random() < (SHARE_OF_YES[fact.group] ?? 0.05);
    case 'choice': {
      const usual = fact.neutral ?? fact.options[0]!.id;
      return random() < 0.75 ? usual : pickOne(fact.options, random).id;
    }
    case 'quantity':
      return drawAmount(fact, thresholds.get(fact.key) ?? [1], random);
  }
}

/** Nothing half of the time where that is usual; else between a fiftieth and twice a limit. */
function drawAmount(fact: QuantityFact, limits: readonly number[], random: Random): number {
  if (fact.zeroWhenUnstated && random() < 0.5) return 0;
  const amount = pickOne(limits, random) * 0.02 * 100 ** random();
  return Number(amount.toPrecision(3));
}

/** Leaves facts out. A presumed fact stays: leaving it out would not make it unknown. */
function forget(engine: Engine, input: ProjectInput, random: Random): ProjectInput {
  const thin = (facts: ProjectInput['facts'] = {}) =>
    Object.fromEntries(
      Object.entries(facts).filter(([key]) => {
        const fact = engine.table.getFact(key);
        const presumed = fact.type === 'boolean' && fact.presumed !== undefined;
        return presumed || random() >= SHARE_UNKNOWN;
      }),
    );
  const industries = (input.industries ?? []).map((entry) =>
    typeof entry === 'string' ? entry : { code: entry.code, facts: thin(entry.facts) },
  );
  return { industries, facts: thin(input.facts) };
}
