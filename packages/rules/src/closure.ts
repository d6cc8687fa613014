import type { Comparison, Expression } from './expression.ts';
import { NO, UNKNOWN, YES, type Test, type Verdict } from './state.ts';
import { optionMask, type ChoiceFact, type FactTable, type QuantityFact } from './vocabulary.ts';

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
      return compileIs(table.getSlot(expression.fact));
    case 'compare':
      return compileCompare(expression, table);
    case 'oneOf': {
      const fact = table.getFact(expression.fact) as ChoiceFact;
      return compileOneOf(table.getSlot(fact.key), optionMask(fact, expression.options));
    }
    case 'not': {
      const test = compileTest(expression.of, table);
      return (state) => (2 - test(state)) as Verdict;
    }
    default: {
      const tests = expression.of.map((part) => compileTest(part, table));
      return expression.op === 'and' ? compileAnd(tests) : compileOr(tests);
    }
  }
}

function unknownAt(slot: number): Test {
  return (state) => {
    state.unknown[state.met++] = slot;
    return UNKNOWN;
  };
}

function compileIs(slot: number): Test {
  return (state) => {
    const verdict = state.bits[slot] as Verdict;
    if (verdict === UNKNOWN) state.unknown[state.met++] = slot;
    return verdict;
  };
}

function compileOneOf(slot: number, mask: number): Test {
  return (state) => {
    const possible = state.bits[slot]!;
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
  const test = atLeast(slot, sourcesOf(fact, slot, table), boundary(expression.by, steps));
  const inverted = expression.by === '<' || expression.by === '<=' || expression.by === '=';
  return inverted ? (state) => (2 - test(state)) as Verdict : test;
}

/** Where "at least" begins. The gate lets "=" stand only before 0, and no amount is negative. */
function boundary(by: Comparison, steps: number): number {
  return by === '>=' || by === '<' ? steps : steps + 1;
}

/** A derived amount is never asked itself: its sources are. */
function sourcesOf(fact: QuantityFact, slot: number, table: FactTable): readonly number[] {
  return fact.derived ? Object.keys(fact.derived).map((key) => table.getSlot(key)) : [slot];
}

function atLeast(slot: number, sources: readonly number[], steps: number): Test {
  return (state) => {
    if (state.lo[slot]! >= steps) return YES;
    if (state.hi[slot]! < steps) return NO;
    for (const source of sources) {
      if (state.lo[source]! < state.hi[source]!) state.unknown[state.met++] = source;
    }
    return UNKNOWN;
  };
}

function compileAnd(tests: readonly Test[]): Test {
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
