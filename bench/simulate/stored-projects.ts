import type { Engine, Fact, Project, Screener } from '@ludao/rules';
import { ColumnStore, type Group, type Loops, type Place, type Ranks } from '@ludao/rules/columns';
import type { Random } from '../measure/random.ts';
import { eachLeaf } from '../screening/condition.ts';

const SHARE_UNKNOWN = 0.25;
/** How often a yes is plausible; everything else is a thing that few projects have. */
const SHARE_OF_YES = { product: 0.3, process: 0.04, other: 0.03 };
/** One project in so many is kept to be held against the engine. */
const SAMPLE = 50;
const BATCH = 1024;

/**
 * How many small firms there are of each division of GB/T 4754, as weights: our assumption for a
 * district of textile, plastics, metal and machinery workshops, not a count.
 */
const WEIGHTS: Readonly<Record<string, number>> = {
  13: 4, 14: 2, 15: 1, 17: 20, 18: 6, 19: 3, 20: 3, 21: 4, 22: 3, 23: 4, 24: 2, 26: 4, 27: 1,
  28: 2, 29: 10, 30: 6, 31: 1, 32: 2, 33: 12, 34: 10, 35: 5, 36: 4, 37: 1, 38: 8, 39: 3, 40: 1,
  41: 1, 42: 1, 43: 1,
}; // prettier-ignore

/** A million projects in columns, and room for the ranks of each group. */
export interface Stored {
  readonly store: ColumnStore;
  readonly ranks: ReadonlyMap<Group, Ranks>;
  readonly samples: readonly { readonly project: Project; readonly place: Place }[];
  /** Building the columns from loaded projects, without drawing them. */
  readonly loadMs: number;
}

/** Draws projects of one activity each; a quarter of what the rules read is not known. */
export function drawStored(
  screener: Screener,
  loops: Loops,
  codes: readonly string[],
  count: number,
  random: Random,
): Stored {
  const store = new ColumnStore(screener.table, (activity) => loops.slotsOf(activity));
  const kinds = codes.map((code) => kindOf(screener, loops, code));
  const total = kinds.reduce((sum, { weight }) => sum + weight, 0);
  const samples: { project: Project; place: Place }[] = [];
  const batch: Project[] = [];
  let loadMs = 0;
  for (let at = 0; at < count; at++) {
    batch.push(drawProject(screener, pickKind(kinds, total, random), random));
    if (batch.length < BATCH && at < count - 1) continue;
    const first = at + 1 - batch.length;
    const started = performance.now();
    const places = batch.map((project) => store.add(project)!);
    loadMs += performance.now() - started;
    batch.forEach((project, offset) => {
      if ((first + offset) % SAMPLE === 0) samples.push({ project, place: places[offset]! });
    });
    batch.length = 0;
  }
  const ranks = new Map(
    [...store.groups.values()].map((group) => [group, roomFor(group.rows)] as const),
  );
  return { store, ranks, samples, loadMs };
}

export function roomFor(rows: number): Ranks {
  return { floors: new Uint8Array(rows), ceilings: new Uint8Array(rows) };
}

interface Kind {
  readonly weight: number;
  readonly blank: Project;
  readonly drawn: readonly { readonly fact: Fact; readonly slot: number; limits: number[] }[];
}

function kindOf(screener: Screener, loops: Loops, code: string): Kind {
  const { table } = screener;
  const blank = screener.read({ industries: [code] });
  if ('problems' in blank) throw new Error(JSON.stringify(blank.problems));
  const limits = limitsOf(loops.engine, code);
  const drawn = [...loops.slotsOf({ key: code, kind: 'industry' })]
    .filter((slot) => !blank.views[0]!.settled[slot])
    .map((slot) => {
      const fact = table.facts[slot]!;
      return { fact, slot, limits: limits.get(fact.key) ?? [1] };
    });
  const sameDivision = screener.ruleSet.industries.filter(
    (industry) => industry.code.length === 4 && industry.code.startsWith(code.slice(0, 2)),
  );
  return { weight: (WEIGHTS[code.slice(0, 2)] ?? 1) / sameDivision.length, blank, drawn };
}

function limitsOf(engine: Engine, code: string): Map<string, number[]> {
  const limits = new Map<string, number[]>();
  const { items } = engine.programOf({ key: code, kind: 'industry' });
  for (const { clauses } of [...items, ...engine.attached]) {
    for (const { when } of clauses) {
      eachLeaf(when, (leaf) => {
        if (leaf.op !== 'compare' || leaf.value === 0) return;
        limits.set(leaf.fact, [...(limits.get(leaf.fact) ?? []), leaf.value]);
      });
    }
  }
  return limits;
}

function pickKind(kinds: readonly Kind[], total: number, random: Random): Kind {
  let left = random() * total;
  for (const kind of kinds) {
    left -= kind.weight;
    if (left < 0) return kind;
  }
  return kinds.at(-1)!;
}

function drawProject({ table }: Screener, { blank, drawn }: Kind, random: Random): Project {
  const view = blank.views[0]!.copy();
  for (const { fact, slot, limits } of drawn) {
    if (random() < SHARE_UNKNOWN) continue;
    switch (fact.type) {
      case 'boolean':
        view.setFlag(slot, random() < shareOfYes(fact) ? 2 : 0);
        break;
      case 'choice':
        view.setMask(slot, 1 << pickOption(fact, random));
        break;
      case 'quantity': {
        const limit = limits[Math.floor(random() * limits.length)]!;
        const amount = random() < 0.5 ? 0 : 10 ** (random() * 2 - 1.7) * limit;
        const steps = Math.round(amount * table.stepsPerUnit(fact));
        view.setRange(slot, steps, steps);
      }
    }
  }
  return { ...blank, views: [view] };
}

function shareOfYes({ key, presumed }: Extract<Fact, { type: 'boolean' }>): number {
  if (presumed !== undefined) return presumed ? 0.9 : 0.1;
  if (key.startsWith('product.')) return SHARE_OF_YES.product;
  return key.startsWith('process.') ? SHARE_OF_YES.process : SHARE_OF_YES.other;
}

/** Three in four choose what "nothing of the kind" stands for, or else the first option. */
function pickOption(fact: Extract<Fact, { type: 'choice' }>, random: Random): number {
  if (random() >= 0.75) return Math.floor(random() * fact.options.length);
  return Math.max(
    0,
    fact.options.findIndex(({ id }) => id === fact.neutral),
  );
}
