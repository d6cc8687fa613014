import type { Fact } from './vocabulary.ts';

/** Kleene's three values; `2 - v` is "not", and the higher of two is nearer to yes. */
export const NO = 0;
export const UNKNOWN = 1;
export const YES = 2;
export type Verdict = 0 | 1 | 2;

export const OF_PROJECT = 1;
export const SCALE = 2;

/**
 * Where each fact stands in a view. Yes-no facts are two bits, one word of "yes" and one of "open",
 * so that a whole list of them is tested at once; choices are the bits of the options still
 * possible; amounts a range in whole base steps. Small views are fast views: thousands of projects
 * are limited by memory before anything else.
 */
export class Layout {
  /** Position of a fact among those of its own type, by slot. */
  readonly place: Int32Array;
  /** The slot of each yes-no fact, by its place. */
  readonly flagSlots: Int32Array;
  /** 1 for a fact of the whole project; 2 for an amount of one activity, its scale; by slot. */
  readonly scopes: Uint8Array;
  readonly words: number;
  readonly choices: number;
  readonly amounts: number;
  /** Where the words begin, after the ranges; and how long a view is. */
  readonly flagsAt: number;
  readonly length: number;

  constructor(facts: readonly Fact[]) {
    const count = { boolean: 0, choice: 0, quantity: 0 };
    this.place = new Int32Array(facts.length);
    // What every project is asked of, whatever its industry, lies together around the words.
    const slots = [...facts.keys()];
    const isCommon = (slot: number) => facts[slot]!.group === 'also';
    const isAmount = (slot: number) => facts[slot]!.type === 'quantity';
    const order = [
      ...slots.filter((slot) => isAmount(slot) && !isCommon(slot)),
      ...slots.filter(isCommon),
      ...slots.filter((slot) => !isAmount(slot) && !isCommon(slot)),
    ];
    for (const slot of order) this.place[slot] = count[facts[slot]!.type]++;
    const flags = order.filter((slot) => facts[slot]!.type === 'boolean');
    this.flagSlots = Int32Array.from(flags);
    this.scopes = Uint8Array.from(facts, ({ scope, type }) =>
      scope === 'project' ? OF_PROJECT : type === 'quantity' ? SCALE : 0,
    );
    this.words = Math.ceil(count.boolean / 32);
    this.choices = count.choice;
    this.amounts = count.quantity;
    this.flagsAt = 2 * count.quantity;
    this.length = this.flagsAt + 2 * this.words + count.choice;
  }

  /** Index of the word of "yes" that holds a yes-no fact; its word of "open" is `words` further. */
  wordOf(slot: number): number {
    return this.flagsAt + (this.place[slot]! >> 5);
  }

  bitOf(slot: number): number {
    return 1 << (this.place[slot]! & 31);
  }

  maskAt(slot: number): number {
    return this.flagsAt + 2 * this.words + this.place[slot]!;
  }

  rangeAt(slot: number): number {
    return 2 * this.place[slot]!;
  }
}

/** One activity's knowledge of every fact. */
export class View {
  readonly key: string;
  readonly kind: 'industry' | 'work';
  readonly layout: Layout;
  /**
   * Lowest and highest amount in pairs, then words of yes, words of open, and a mask per choice.
   * One array, because every array more is one more trip to memory; a word is a 32-bit integer.
   */
  readonly data: Float64Array;
  /** 1 where the activity's code itself says the answer, by slot. */
  readonly settled: Uint8Array;

  constructor(
    key: string,
    kind: View['kind'],
    layout: Layout,
    like?: Pick<View, 'data' | 'settled'>,
  ) {
    this.key = key;
    this.kind = kind;
    this.layout = layout;
    this.data = like?.data.slice() ?? new Float64Array(layout.length);
    this.settled = like?.settled ?? new Uint8Array(layout.place.length);
  }

  copy(): View {
    return new View(this.key, this.kind, this.layout, this);
  }

  flag(slot: number): Verdict {
    const word = this.layout.wordOf(slot);
    const bit = this.layout.bitOf(slot);
    if (this.data[word]! & bit) return YES;
    return this.data[word + this.layout.words]! & bit ? UNKNOWN : NO;
  }

  setFlag(slot: number, verdict: Verdict): void {
    const word = this.layout.wordOf(slot);
    const bit = this.layout.bitOf(slot);
    const open = word + this.layout.words;
    this.data[word] = verdict === YES ? this.data[word]! | bit : this.data[word]! & ~bit;
    this.data[open] = verdict === UNKNOWN ? this.data[open]! | bit : this.data[open]! & ~bit;
  }

  mask(slot: number): number {
    return this.data[this.layout.maskAt(slot)]!;
  }

  setMask(slot: number, mask: number): void {
    this.data[this.layout.maskAt(slot)] = mask;
  }

  lo(slot: number): number {
    return this.data[this.layout.rangeAt(slot)]!;
  }

  hi(slot: number): number {
    return this.data[this.layout.rangeAt(slot) + 1]!;
  }

  setRange(slot: number, lo: number, hi: number): void {
    const at = this.layout.rangeAt(slot);
    this.data[at] = lo;
    this.data[at + 1] = hi;
  }

  /** Knows of one fact what another view knows. */
  take(slot: number, type: Fact['type'], from: View): void {
    if (type === 'boolean') this.setFlag(slot, from.flag(slot));
    else if (type === 'choice') this.setMask(slot, from.mask(slot));
    else this.setRange(slot, from.lo(slot), from.hi(slot));
  }
}

/** What a closure reads and writes: a view's content, and the unknown facts met on the way. */
export interface State {
  data: Float64Array;
  /** Slots of unknown facts; `met` is how many count. A decided `and`/`or` rolls it back. */
  readonly unknown: Int32Array;
  met: number;
}

export type Test = (state: State) => Verdict;

/** Room for every leaf of one clause; a condition has far fewer. */
export const UNKNOWN_ROOM = 4096;

/** Tests are asked alone far more often than anything is kept of them: one state serves them all. */
const scratch: State = {
  data: new Float64Array(0),
  unknown: new Int32Array(UNKNOWN_ROOM),
  met: 0,
};

/** The verdict of one test over one view; the facts it waits for are not kept. */
export function verdictOf(test: Test, { data }: View): Verdict {
  scratch.data = data;
  scratch.met = 0;
  return test(scratch);
}
