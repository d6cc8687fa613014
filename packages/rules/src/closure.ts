import type { Comparison, Expression } from './expression.ts';
import { NO, UNKNOWN, YES, type State, type Test, type Verdict } from './state.ts';
import type { FactTable } from './fact-table.ts';
import { optionMask, type ChoiceFact, type QuantityFact } from './vocabulary.ts';

/**
 * Compiles a condition to one closure with Kleene's three-valued logic. In one pass it returns
 * the verdict and leaves in `state.unknown` the facts that are still open; an `and` or `or` that
 * is decided rolls back what its other parts had left (ADR 0006).
 */
export function compileTest(expression: Expression, table: FactTable): Test {
  switch (expression.op) {
    case 'const': {
      const verdict = expression.value ? YES : NO;
      return () => verdict;
    }
    case 'unresolved':
      return unknownAt(table.size);
    case 'is':
      return anyFlag([expression.fact], table);
    case 'compare':
      return compileCompare(expression, table);
    case 'oneOf': {
      const fact = table.getFact(expression.fact) as ChoiceFact;
      return compileOneOf(table.getSlot(fact.key), optionMask(fact, expression.options), table);
    }
    case 'not': {
      const test = compileTest(expression.of, table);
      return (state) => (2 - test(state)) as Verdict;
    }
    default:
      return compileJoin(expression, table);
  }
}

function unknownAt(slot: number): Test {
  return (state) => {
    state.unknown[state.met++] = slot;
    return UNKNOWN;
  };
}

/** Plain yes-no facts of a join are tested together, word by word, before its other parts. */
function compileJoin(
  { op, of }: Extract<Expression, { op: 'and' | 'or' }>,
  table: FactTable,
): Test {
  const plain: string[] = [];
  const negated: string[] = [];
  const tests: Test[] = [];
  for (const part of of) {
    if (part.op === 'is') plain.push(part.fact);
    else if (part.op === 'not' && part.of.op === 'is') negated.push(part.of.fact);
    else tests.push(compileTest(part, table));
  }
  if (op === 'or') {
    if (negated.length > 0) tests.unshift(invert(allFlags(negated, table)));
    if (plain.length > 0) tests.unshift(anyFlag(plain, table));
    return tests.length === 1 ? tests[0]! : compileOr(tests);
  }
  if (plain.length > 0) tests.unshift(allFlags(plain, table));
  if (negated.length > 0) tests.unshift(invert(anyFlag(negated, table)));
  return tests.length === 1 ? tests[0]! : compileAnd(tests);
}

function invert(test: Test): Test {
  return (state) => (2 - test(state)) as Verdict;
}

/** Some yes-no facts that stand in one word of a view. */
interface FlagWord {
  readonly yes: number;
  readonly open: number;
  readonly bits: number;
  /** Place of the fact in the lowest bit. */
  readonly first: number;
}

function wordsOf(keys: readonly string[], table: FactTable): FlagWord[] {
  const { layout } = table;
  const bits = new Map<number, number>();
  for (const key of keys) {
    const slot = table.getSlot(key);
    const word = layout.wordOf(slot);
    bits.set(word, (bits.get(word) ?? 0) | layout.bitOf(slot));
  }
  return [...bits].map(([word, of]) => ({
    yes: word,
    open: word + layout.words,
    bits: of,
    first: 32 * (word - layout.flagsAt),
  }));
}

/** Yes when one of the facts is, no when all are not. */
function anyFlag(keys: readonly string[], table: FactTable): Test {
  const { flagSlots } = table.layout;
  const tests = wordsOf(keys, table).map(({ yes, open, bits, first }): Test => (state) => {
    if (state.data[yes]! & bits) return YES;
    const unknown = state.data[open]! & bits;
    if (unknown === 0) return NO;
    meet(state, unknown, first, flagSlots);
    return UNKNOWN;
  });
  return tests.length === 1 ? tests[0]! : compileOr(tests);
}

/** Yes when all of the facts are, no when one is not. */
function allFlags(keys: readonly string[], table: FactTable): Test {
  const { flagSlots } = table.layout;
  const tests = wordsOf(keys, table).map(({ yes, open, bits, first }): Test => (state) => {
    const unknown = state.data[open]! & bits;
    if ((state.data[yes]! & bits) !== (bits & ~unknown)) return NO;
    if (unknown === 0) return YES;
    meet(state, unknown, first, flagSlots);
    return UNKNOWN;
  });
  return tests.length === 1 ? tests[0]! : compileAnd(tests);
}

/** Writes down the facts behind the set bits of one word. */
function meet(state: State, bits: number, first: number, flagSlots: Int32Array): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) {
    state.unknown[state.met++] = flagSlots[first + 31 - Math.clz32(rest & -rest)]!;
  }
}

function compileOneOf(slot: number, mask: number, table: FactTable): Test {
  const at = table.layout.maskAt(slot);
  return (state) => {
    const possible = state.data[at]! | 0;
    if ((possible & mask) === 0) return NO;
    if ((possible & ~mask) === 0) return YES;
    state.unknown[state.met++] = slot;
    return UNKNOWN;
  };
}

/** `>` and `<=` are `>=` one step higher, because amounts are whole steps. */
function compileCompare(
  expression: Extract<Expression, { op: 'compare' }>,
  table: FactTable,
): Test {
  const slot = table.getSlot(expression.fact);
  const fact = table.getFact(expression.fact) as QuantityFact;
  const steps = Math.round(expression.value * table.stepsPerUnit(fact));
  const test = atLeast(table, slot, sourcesOf(fact, slot, table), boundary(expression.by, steps));
  const inverted = expression.by === '<' || expression.by === '<=' || expression.by === '=';
  return inverted ? invert(test) : test;
}

/** Where "at least" begins. The gate lets "=" stand only before 0, and no amount is negative. */
export function boundary(by: Comparison, steps: number): number {
  return by === '>=' || by === '<' ? steps : steps + 1;
}

/** A derived amount is never asked itself: its sources are. */
function sourcesOf(fact: QuantityFact, slot: number, table: FactTable): readonly number[] {
  return fact.derived ? Object.keys(fact.derived).map((key) => table.getSlot(key)) : [slot];
}

function atLeast(table: FactTable, slot: number, sources: readonly number[], steps: number): Test {
  const lo = table.layout.rangeAt(slot);
  const hi = lo + 1;
  if (sources.length === 1) {
    return (state) => {
      if (state.data[lo]! >= steps) return YES;
      if (state.data[hi]! < steps) return NO;
      state.unknown[state.met++] = slot;
      return UNKNOWN;
    };
  }
  const asked = sources.map((source) => ({ source, at: table.layout.rangeAt(source) }));
  return (state) => {
    if (state.data[lo]! >= steps) return YES;
    if (state.data[hi]! < steps) return NO;
    for (const { source, at } of asked) {
      if (state.data[at]! < state.data[at + 1]!) state.unknown[state.met++] = source;
    }
    return UNKNOWN;
  };
}

/** Two parts are so common that they have a closure without a loop. */
function andOfTwo(first: Test, second: Test): Test {
  return (state) => {
    const mark = state.met;
    const a = first(state);
    if (a === NO) return NO;
    const b = second(state);
    if (b !== NO) return a < b ? a : b;
    state.met = mark;
    return NO;
  };
}

function orOfTwo(first: Test, second: Test): Test {
  return (state) => {
    const mark = state.met;
    const a = first(state);
    if (a === YES) return YES;
    const b = second(state);
    if (b !== YES) return a > b ? a : b;
    state.met = mark;
    return YES;
  };
}

function compileAnd(tests: readonly Test[]): Test {
  if (tests.length === 2) return andOfTwo(tests[0]!, tests[1]!);
  return (state) => {
    const mark = state.met;
    let verdict: Verdict = YES;
    for (let index = 0; index < tests.length; index++) {
      const part = tests[index]!(state);
      if (part === NO) {
        state.met = mark;
        return NO;
      }
      if (part === UNKNOWN) verdict = UNKNOWN;
    }
    return verdict;
  };
}

function compileOr(tests: readonly Test[]): Test {
  if (tests.length === 2) return orOfTwo(tests[0]!, tests[1]!);
  return (state) => {
    const mark = state.met;
    let verdict: Verdict = NO;
    for (let index = 0; index < tests.length; index++) {
      const part = tests[index]!(state);
      if (part === YES) {
        state.met = mark;
        return YES;
      }
      if (part === UNKNOWN) verdict = UNKNOWN;
    }
    return verdict;
  };
}
