import { NO, UNKNOWN, YES, type View } from './state.ts';
import {
  optionMask,
  type BooleanFact,
  type ChoiceFact,
  type Fact,
  type FactTable,
  type QuantityFact,
} from './vocabulary.ts';

/** A view that knows nothing yet but the presumptions. */
export function blankView(table: FactTable, key: string, kind: View['kind']): View {
  const view: View = {
    key,
    kind,
    bits: new Int32Array(table.size),
    lo: new Float64Array(table.size),
    hi: new Float64Array(table.size).fill(Infinity),
    settled: new Uint8Array(table.size),
  };
  table.facts.forEach((fact, slot) => {
    if (fact.type === 'boolean') {
      view.bits[slot] = fact.presumed === undefined ? UNKNOWN : fact.presumed ? YES : NO;
    } else if (fact.type === 'choice') view.bits[slot] = (1 << fact.options.length) - 1;
  });
  return view;
}

/**
 * What the code already says: a tyre maker (2911) is not asked whether it makes tyres. Of a fact
 * of the whole project a code can only say yes; of an activity's own product it also says no.
 */
export function verdictOfCode(fact: BooleanFact, key: string, kind: View['kind']): number {
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
    view.bits[slot]! &= ~optionMask(fact, [fact.neutral!]);
    return;
  }
  if (fact.type !== 'boolean' || !fact.codes) return;
  view.bits[slot] = verdictOfCode(fact, view.key, view.kind);
  if (view.bits[slot] !== UNKNOWN) view.settled[slot] = 1;
}

/** A wastewater project is never "no wastewater works": its own subject cannot be none. */
export function isCore(fact: ChoiceFact, view: Pick<View, 'key' | 'kind'>): boolean {
  return (fact.coreOf ?? []).some((code) =>
    view.kind === 'work' ? code === view.key : view.key.startsWith(code),
  );
}

/** A product under a 2- or 3-digit code is not "none" because nobody said which one it is. */
function isTooWide(fact: Fact, view: View): boolean {
  if (fact.type !== 'boolean' || !fact.codes || view.kind === 'work') return false;
  const open = [...fact.codes.yes, ...fact.codes.maybe];
  return open.some((code) => code.length > view.key.length && code.startsWith(view.key));
}

/** Returns whether "none" has a meaning for the fact and was taken. */
export function assumeNone(fact: Fact, slot: number, view: View): boolean {
  if (view.settled[slot] || isTooWide(fact, view)) return false;
  if (fact.type === 'boolean' && fact.presumed === undefined) view.bits[slot] = NO;
  else if (fact.type === 'choice' && fact.neutral && !isCore(fact, view))
    view.bits[slot] = optionMask(fact, [fact.neutral]);
  else if (fact.type === 'quantity' && fact.zeroWhenUnstated) view.hi[slot] = 0;
  else return false;
  return true;
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
      view.bits[slot] = from.bits[slot]!;
      view.settled[slot] = from.settled[slot]!;
    }
  });
}

/** Sums of shares, rounded down past the noise of division, so that 0.9999999 is not yet 1. */
export function derive(table: FactTable, view: View): void {
  table.facts.forEach((fact, slot) => {
    if (fact.type !== 'quantity' || !fact.derived) return;
    let lo = 0;
    let hi = 0;
    for (const [key, weight] of Object.entries(fact.derived)) {
      const source = table.getFact(key) as QuantityFact;
      const at = table.getSlot(key);
      const steps = weight * table.stepsPerUnit(source);
      lo += view.lo[at]! / steps;
      hi += view.hi[at]! / steps;
    }
    const scale = table.stepsPerUnit(fact);
    view.lo[slot] = Math.floor(lo * scale + 1e-3);
    view.hi[slot] = Math.floor(hi * scale + 1e-3);
  });
}
