/** Kleene's three values; `2 - v` is "not", and the higher of two is nearer to yes. */
export const NO = 0;
export const UNKNOWN = 1;
export const YES = 2;
export type Verdict = 0 | 1 | 2;

/**
 * One activity's knowledge, by slot of the vocabulary. Booleans hold a {@link Verdict}, choices
 * the bits of the options still possible, quantities a range in whole base steps.
 */
export interface View {
  readonly key: string;
  readonly kind: 'industry' | 'work';
  readonly bits: Int32Array;
  readonly lo: Float64Array;
  readonly hi: Float64Array;
  /** 1 where the activity's code itself says the answer. */
  readonly settled: Uint8Array;
}

/** What a closure reads and writes: the view, and the unknown facts met on the way. */
export interface State {
  bits: Int32Array;
  lo: Float64Array;
  hi: Float64Array;
  /** Slots of unknown facts; `met` is how many count. A decided `and`/`or` rolls it back. */
  readonly unknown: Int32Array;
  met: number;
}

export type Test = (state: State) => Verdict;

/** Room for every leaf of one activity's items; a program never meets more. */
export const UNKNOWN_ROOM = 4096;

/** A fresh state over one view, for tests that are asked alone. */
export function stateOver(view: View): State {
  const { bits, lo, hi } = view;
  return { bits, lo, hi, unknown: new Int32Array(UNKNOWN_ROOM), met: 0 };
}
