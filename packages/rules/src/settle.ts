import { compileTest } from './closure.ts';
import { NO, UNKNOWN, verdictOf, View, YES, type Test, type Verdict } from './state.ts';
import type { FactTable } from './fact-table.ts';
import {
  optionMask,
  type BooleanFact,
  type ChoiceFact,
  type Fact,
  type QuantityFact,
} from './vocabulary.ts';

/** A view that knows nothing yet but the presumptions. */
export function blankView(table: FactTable, key: string, kind: View['kind']): View {
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

/** Whether a code or work is about this very fact, so that it cannot be counted as none. */
function isSubject(fact: Fact, table: FactTable, view: View): boolean {
  if (fact.type === 'choice' && isCore(fact, view)) return true;
  return table.vocabulary.cores.some(
    ({ of, facts }) => facts.includes(fact.key) && of.some((code) => isOrBelow(view, code)),
  );
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
export function settleByCode(fact: Fact, slot: number, view: View): void {
  if (fact.type === 'choice' && isCore(fact, view)) {
    view.setMask(slot, view.mask(slot) & ~optionMask(fact, [fact.neutral!]));
    return;
  }
  if (fact.type !== 'boolean' || !fact.codes) return;
  const verdict = verdictOfCode(fact, view.key, view.kind);
  if (verdict !== UNKNOWN || !fact.rare) view.setFlag(slot, verdict);
  if (verdict !== UNKNOWN) view.settled[slot] = 1;
}

/** A wastewater project is never "no wastewater works": its own subject cannot be none. */
export function isCore(fact: ChoiceFact, view: Pick<View, 'key' | 'kind'>): boolean {
  return (fact.coreOf ?? []).some((code) => isOrBelow(view, code));
}

function isOrBelow({ key, kind }: Pick<View, 'key' | 'kind'>, code: string): boolean {
  return kind === 'work' ? code === key : key.startsWith(code);
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
): Set<string> {
  const assumed = new Set<string>();
  const subjects = openSubjects(table, views, said);
  table.facts.forEach((fact, slot) => {
    if (said.has(fact.key) || subjects.has(fact.key)) return;
    for (const view of views) if (writeNone(fact, slot, view)) assumed.add(fact.key);
  });
  return assumed;
}

function openSubjects(
  table: FactTable,
  views: readonly View[],
  said: ReadonlySet<string>,
): Set<string> {
  const open = table.vocabulary.cores.filter(
    ({ of, facts }) =>
      views.some((view) => of.some((code) => isOrBelow(view, code))) &&
      !facts.some((key) => said.has(key)),
  );
  return new Set(open.flatMap(({ facts }) => facts));
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

const sizeTests = new WeakMap<FactTable, readonly { slot: number; asked: Test }[]>();

/** What is not there has no size: a boiler's capacity is 0 once there is no such boiler. */
function settleSizes(table: FactTable, view: View): void {
  let tests = sizeTests.get(table);
  if (!tests) {
    tests = table.facts.flatMap((fact, slot) =>
      fact.type === 'quantity' && fact.askWhen
        ? [{ slot, asked: compileTest(fact.askWhen, table) }]
        : [],
    );
    sizeTests.set(table, tests);
  }
  for (const { slot, asked } of tests) {
    if (view.hi(slot) !== Infinity || verdictOf(asked, view) !== NO) continue;
    view.setRange(slot, 0, 0);
  }
}

/** Sums of shares, rounded down past the noise of division, so that 0.9999999 is not yet 1. */
export function derive(table: FactTable, view: View): void {
  settleSizes(table, view);
  table.facts.forEach((fact, slot) => {
    if (fact.type !== 'quantity' || !fact.derived) return;
    let lo = 0;
    let hi = 0;
    for (const [key, weight] of Object.entries(fact.derived)) {
      const source = table.getFact(key) as QuantityFact;
      const at = table.getSlot(key);
      const steps = weight * table.stepsPerUnit(source);
      lo += view.lo(at) / steps;
      hi += view.hi(at) / steps;
    }
    const scale = table.stepsPerUnit(fact);
    view.setRange(slot, Math.floor(lo * scale + 1e-3), Math.floor(hi * scale + 1e-3));
  });
}
