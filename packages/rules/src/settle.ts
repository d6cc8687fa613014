import { compileTest } from './closure.ts';
import { NO, UNKNOWN, verdictOf, View, YES, type Test, type Verdict } from './state.ts';
import type { FactTable } from './fact-table.ts';
import { isCore, isSubject, openSubjects } from './subjects.ts';
import { optionMask, type BooleanFact, type Fact, type QuantityFact } from './vocabulary.ts';

/** Facts taken as "no" or none because the input leaves them out. */
export type AssumedFacts = Pick<ReadonlySet<string>, 'has'>;

/** What every project under one code begins with; made once, copied for each. */
interface Start {
  readonly view: View;
  /** The same with "none" wherever it has a meaning, the facts so counted, and room to work in. */
  none: {
    readonly view: View;
    readonly assumed: ReadonlySet<string>;
    readonly before: View;
  } | null;
}
const starts = new WeakMap<FactTable, Map<string, Start>>();

/** A view that knows nothing yet but the presumptions and what its code says. */
export function startView(
  table: FactTable,
  key: string,
  kind: View['kind'],
  isLone: boolean,
): View {
  const { view } = startOf(table, key, kind);
  // What one code settles is written into the other activities' views, so there each has its own.
  return isLone
    ? view.copy()
    : new View(key, kind, table.layout, { data: view.data, settled: view.settled.slice() });
}

function startOf(table: FactTable, key: string, kind: View['kind']): Start {
  let known = starts.get(table);
  if (!known) starts.set(table, (known = new Map<string, Start>()));
  const id = `${kind} ${key}`;
  let start = known.get(id);
  if (!start) {
    const view = blankView(table, key, kind);
    for (const [slot, fact] of table.facts.entries()) settleByCode(fact, slot, view);
    known.set(id, (start = { view, none: null }));
  }
  return start;
}

function blankView(table: FactTable, key: string, kind: View['kind']): View {
  const view = new View(key, kind, table.layout);
  table.facts.forEach((fact, slot) => {
    if (fact.type === 'boolean') {
      view.setFlag(slot, fact.presumed === undefined ? UNKNOWN : fact.presumed ? YES : NO);
    } else if (fact.type === 'choice') view.setMask(slot, (1 << fact.options.length) - 1);
    else view.setRange(slot, 0, Infinity);
    if (fact.rare && !isSubject(fact, table, view)) countAsNone(fact, slot, view);
  });
  return view;
}

function countAsNone(fact: Fact, slot: number, view: View): void {
  if (fact.type === 'boolean') view.setFlag(slot, NO);
  else if (fact.type === 'choice') view.setMask(slot, optionMask(fact, [fact.neutral!]));
  else view.setRange(slot, 0, 0);
}

/** Whatever is said of it, be it "I don't know", is stronger than what hardly any project has. */
export function reopen(fact: Fact, slot: number, view: View): void {
  if (!fact.rare || view.settled[slot] || (fact.type === 'choice' && isCore(fact, view))) return;
  if (fact.type === 'boolean') view.setFlag(slot, UNKNOWN);
  else if (fact.type === 'choice') view.setMask(slot, (1 << fact.options.length) - 1);
  else view.setRange(slot, 0, Infinity);
}

/**
 * What the code already says: a tyre maker (2911) is not asked whether it makes tyres. Of a fact
 * of the whole project a code can only say yes; of an activity's own product it also says no.
 */
export function verdictOfCode(fact: BooleanFact, key: string, kind: View['kind']): Verdict {
  const codes = fact.codes;
  if (!codes) return UNKNOWN;
  const holds = (code: string) => (kind === 'work' ? code === key : key.startsWith(code));
  const mayHold = (code: string) => holds(code) || (kind === 'industry' && code.startsWith(key));
  if (codes.yes.some(holds)) return YES;
  if (fact.scope === 'project') return UNKNOWN;
  return [...codes.yes, ...codes.maybe].some(mayHold) ? UNKNOWN : NO;
}

/** Writes what the activity's own code says into its view. */
function settleByCode(fact: Fact, slot: number, view: View): void {
  if (fact.type === 'choice' && isCore(fact, view)) {
    view.setMask(slot, view.mask(slot) & ~optionMask(fact, [fact.neutral!]));
    return;
  }
  if (fact.type !== 'boolean' || !fact.codes) return;
  const verdict = verdictOfCode(fact, view.key, view.kind);
  if (verdict !== UNKNOWN || !fact.rare) view.setFlag(slot, verdict);
  if (verdict !== UNKNOWN) view.settled[slot] = 1;
}

/**
 * Writes "none" for every fact that the input leaves out, wherever "none" has a meaning. Not for
 * products that the code leaves open, nor for the very subject of a code or work.
 * @param said facts the input speaks of, be it to say "I don't know"
 * @returns the facts that were so counted
 */
export function assumeNone(
  table: FactTable,
  views: readonly View[],
  said: ReadonlySet<string>,
): AssumedFacts {
  const subjects = openSubjects(table, views, said);
  const [first, ...others] = views;
  if (first && others.length === 0)
    return assumeNoneOfOne(table, first, new Set([...said, ...subjects]));
  const isKept = (key: string) => said.has(key) || subjects.has(key);
  return writeNoneInto(table, views, isKept);
}

function writeNoneInto(
  table: FactTable,
  views: readonly View[],
  isKept: (key: string) => boolean,
): Set<string> {
  const assumed = new Set<string>();
  table.facts.forEach((fact, slot) => {
    if (isKept(fact.key)) return;
    for (const view of views) if (writeNone(fact, slot, view)) assumed.add(fact.key);
  });
  return assumed;
}

/** The same for a lone activity, the usual project: only what is kept is touched. */
function assumeNoneOfOne(table: FactTable, view: View, kept: ReadonlySet<string>): AssumedFacts {
  const start = startOf(table, view.key, view.kind);
  if (!start.none) {
    const bare = start.view.copy();
    const assumed = writeNoneInto(table, [bare], () => false);
    start.none = { view: bare, assumed, before: bare.copy() };
  }
  const { view: bare, assumed, before } = start.none;
  before.data.set(view.data);
  view.data.set(bare.data);
  for (const key of kept) {
    const slot = table.getSlot(key);
    view.take(slot, table.facts[slot]!.type, before);
  }
  return { has: (key) => assumed.has(key) && !kept.has(key) };
}

function writeNone(fact: Fact, slot: number, view: View): boolean {
  if (view.settled[slot]) return false;
  if (fact.type === 'boolean') {
    if (fact.presumed !== undefined || isOpenProduct(fact, view)) return false;
    view.setFlag(slot, NO);
  } else if (fact.type === 'choice') {
    if (!fact.neutral || isCore(fact, view)) return false;
    view.setMask(slot, optionMask(fact, [fact.neutral]));
  } else {
    if (!fact.zeroWhenUnstated) return false;
    view.setRange(slot, 0, 0);
  }
  return true;
}

/** A product of the industry is not "none" because nobody said which of them it is. */
function isOpenProduct({ codes, scope }: BooleanFact, view: View): boolean {
  return codes !== undefined && scope === 'activity' && view.kind === 'industry';
}

/**
 * A fact of the project is one fact: what one activity's code settles holds for all its views.
 */
export function shareSettled(table: FactTable, views: readonly View[]): void {
  if (views.length < 2) return;
  table.facts.forEach((fact, slot) => {
    if (fact.scope !== 'project' || fact.type === 'quantity') return;
    const from =
      fact.type === 'boolean'
        ? views.find((view) => view.settled[slot])
        : views.find((view) => isCore(fact, view));
    if (!from) return;
    for (const view of views) {
      if (fact.type === 'boolean') view.setFlag(slot, from.flag(slot));
      else view.setMask(slot, from.mask(slot));
      view.settled[slot] = from.settled[slot]!;
    }
  });
}

/** What follows from other facts: sizes of what is not there, and sums of shares. */
interface Derived {
  readonly sizes: readonly { readonly slot: number; readonly asked: Test }[];
  readonly sums: readonly {
    readonly slot: number;
    readonly scale: number;
    readonly parts: readonly { readonly slot: number; readonly steps: number }[];
  }[];
}
const derivations = new WeakMap<FactTable, Derived>();

function derivationsOf(table: FactTable): Derived {
  const known = derivations.get(table);
  if (known) return known;
  const sizes: Derived['sizes'][number][] = [];
  const sums: Derived['sums'][number][] = [];
  for (const [slot, fact] of table.facts.entries()) {
    if (fact.type !== 'quantity') continue;
    if (fact.askWhen) sizes.push({ slot, asked: compileTest(fact.askWhen, table) });
    if (!fact.derived) continue;
    const parts = Object.entries(fact.derived).map(([key, weight]) => ({
      slot: table.getSlot(key),
      steps: weight * table.stepsPerUnit(table.getFact(key) as QuantityFact),
    }));
    sums.push({ slot, scale: table.stepsPerUnit(fact), parts });
  }
  const derived = { sizes, sums };
  derivations.set(table, derived);
  return derived;
}

/**
 * What is not there has no size: a boiler's capacity is 0 once there is no such boiler. Sums of
 * shares are rounded down past the noise of division, so that 0.9999999 is not yet 1.
 */
export function derive(table: FactTable, view: View): void {
  const { sizes, sums } = derivationsOf(table);
  for (const { slot, asked } of sizes) {
    if (view.hi(slot) !== Infinity || verdictOf(asked, view) !== NO) continue;
    view.setRange(slot, 0, 0);
  }
  for (const { slot, scale, parts } of sums) {
    let lo = 0;
    let hi = 0;
    for (const { slot: part, steps } of parts) {
      lo += view.lo(part) / steps;
      hi += view.hi(part) / steps;
    }
    view.setRange(slot, Math.floor(lo * scale + 1e-3), Math.floor(hi * scale + 1e-3));
  }
}
