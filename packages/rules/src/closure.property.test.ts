import fc from 'fast-check';
import { evaluate } from 'feelin';
import { describe, expect, it } from 'vitest';
import { compileTest } from './closure.ts';
import { factsOf, type Comparison, type Expression } from './expression.ts';
import { parseCondition } from './load/index.ts';
import { NO, UNKNOWN, View, YES } from './state.ts';
import { aPlainVocabulary, stateOver } from './testing.ts';
import { FactTable } from './fact-table.ts';

const COUNT = 3;
const table = new FactTable(aPlainVocabulary(COUNT));
const options = ['x', 'y', 'z'] as const;

type Facts = Record<string, boolean | number | string | null>;

const leaf = fc.oneof(
  fc.nat(COUNT - 1).map((at): Expression => ({ op: 'is', fact: `b${at}` })),
  fc
    .tuple(
      fc.nat(COUNT - 1),
      fc.constantFrom<Comparison>('>=', '>', '<', '<='),
      fc.integer({ min: 1, max: 5 }),
    )
    .map(([at, by, value]): Expression => ({ op: 'compare', fact: `q${at}`, by, value })),
  fc.nat(COUNT - 1).map((at): Expression => ({ op: 'compare', fact: `q${at}`, by: '=', value: 0 })),
  fc
    .tuple(fc.nat(COUNT - 1), fc.subarray([...options], { minLength: 1, maxLength: 2 }))
    .map(([at, chosen]): Expression => ({ op: 'oneOf', fact: `c${at}`, options: chosen })),
);
const expression = fc.letrec<{ node: Expression }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    tie('node').map((of): Expression => ({ op: 'not', of })),
    fc
      .tuple(
        fc.constantFrom<'and' | 'or'>('and', 'or'),
        fc.array(tie('node'), { minLength: 2, maxLength: 3 }),
      )
      .map(([op, of]): Expression => ({ op, of })),
  ),
})).node;
const facts = fc.record(
  Object.fromEntries(
    Array.from({ length: COUNT }, (_, at) => [
      [`b${at}`, fc.option(fc.boolean(), { freq: 2 })],
      [`q${at}`, fc.option(fc.nat(6), { freq: 2 })],
      [`c${at}`, fc.option(fc.constantFrom(...options), { freq: 2 })],
    ]).flat() as [string, fc.Arbitrary<boolean | number | string | null>][],
  ),
);

describe('a condition', () => {
  it('gives what feelin gives, known or unknown, once feelin guards its unknown leaves', () => {
    let unknowns = 0;
    fc.assert(
      fc.property(expression, facts, (tree, known) => {
        const mine = verdict(tree, known);
        const theirs = evaluate(guarded(tree), known).value;
        if (mine === UNKNOWN) unknowns++;
        expect(theirs).toBe(mine === YES ? true : mine === NO ? false : null);
      }),
      { numRuns: 4000, seed: 20261123 },
    );
    expect(unknowns).toBeGreaterThan(500);
  });

  it('survives being written as FEEL and parsed through the gate', () => {
    fc.assert(
      fc.property(expression, facts, (tree, known) => {
        expect(verdict(parseCondition(print(tree), table), known)).toBe(verdict(tree, known));
      }),
      { numRuns: 1000, seed: 7 },
    );
  });

  it('that is decided stays so when an unknown becomes known, and waits for ever fewer facts', () => {
    fc.assert(
      fc.property(expression, facts, facts, (tree, known, later) => {
        const before = look(tree, known);
        const filled = { ...known };
        for (const [key, value] of Object.entries(later)) filled[key] ??= value;
        const after = look(tree, filled);
        if (before.verdict !== UNKNOWN) expect(after.verdict).toBe(before.verdict);
        for (const slot of after.missing) expect(before.missing).toContain(slot);
        if (after.verdict !== UNKNOWN) expect(after.missing).toEqual([]);
      }),
      { numRuns: 3000, seed: 11 },
    );
  });

  it('that is decided with facts unknown has the same value for every completion', () => {
    fc.assert(
      fc.property(
        expression,
        facts,
        fc.array(facts, { minLength: 8, maxLength: 8 }),
        (tree, known, fills) => {
          const decided = verdict(tree, known);
          fc.pre(decided !== UNKNOWN);
          for (const fill of fills) {
            const complete = { ...known };
            for (const key of factsOf(tree)) {
              complete[key] ??=
                fill[key] ?? (key.startsWith('b') ? true : key.startsWith('q') ? 3 : 'y');
            }
            expect(verdict(tree, complete)).toBe(decided);
          }
        },
      ),
      { numRuns: 2000, seed: 13 },
    );
  });

  it('waits for every fact whose value can still decide it', () => {
    fc.assert(
      fc.property(expression, facts, (tree, known) => {
        const { verdict: open, missing } = look(tree, known);
        fc.pre(open === UNKNOWN);
        for (const key of factsOf(tree)) {
          if (known[key] !== null && known[key] !== undefined) continue;
          const values = key.startsWith('b')
            ? [true, false]
            : key.startsWith('q')
              ? [0, 3, 6]
              : options;
          const decides = values.some(
            (value) => verdict(tree, { ...known, [key]: value }) !== UNKNOWN,
          );
          if (decides) expect(missing).toContain(table.getSlot(key));
        }
      }),
      { numRuns: 2000, seed: 17 },
    );
  });

  it('treats an amount known as a range as unknown only where the limit lies inside it', () => {
    fc.assert(
      fc.property(
        fc.nat(8),
        fc.nat(8),
        fc.nat(8),
        fc.constantFrom<Comparison>('>=', '>', '<', '<='),
        (a, b, value, by) => {
          const tree = { op: 'compare', fact: 'q0', by, value } as Expression;
          const view = viewOf({});
          const lo = Math.min(a, b);
          const hi = Math.max(a, b);
          view.setRange(table.getSlot('q0'), lo, hi);
          const each = new Set<number>();
          for (let at = lo; at <= hi; at++) each.add(verdict(tree, { q0: at }));
          const ranged = compileTest(tree, table)(stateOver(view));
          expect(ranged).toBe(each.size === 1 ? [...each][0] : UNKNOWN);
        },
      ),
      { seed: 19 },
    );
  });
});

function look(tree: Expression, known: Facts) {
  const state = stateOver(viewOf(known));
  const found = compileTest(tree, table)(state);
  return { verdict: found, missing: [...new Set(state.unknown.slice(0, state.met))] };
}

function verdict(tree: Expression, known: Facts): number {
  return look(tree, known).verdict;
}

function viewOf(known: Facts): View {
  const view = new View('1411', 'industry', table.layout);
  table.facts.forEach((fact, slot) => {
    const value = known[fact.key] ?? null;
    if (fact.type === 'boolean') view.setFlag(slot, value === null ? UNKNOWN : value ? YES : NO);
    else if (fact.type === 'choice') {
      view.setMask(slot, value === null ? 7 : 1 << options.indexOf(value as 'x'));
    } else view.setRange(slot, (value as number | null) ?? 0, (value as number | null) ?? Infinity);
  });
  return view;
}

function print(tree: Expression): string {
  switch (tree.op) {
    case 'is':
      return tree.fact;
    case 'compare':
      return `${tree.fact} ${tree.by} ${tree.value}`;
    case 'oneOf':
      return tree.options.length === 1
        ? `${tree.fact} = "${tree.options[0]}"`
        : `${tree.fact} in (${tree.options.map((option) => `"${option}"`).join(',')})`;
    case 'not':
      return `not(${print(tree.of)})`;
    case 'and':
    case 'or':
      return tree.of.map((part) => `(${print(part)})`).join(` ${tree.op} `);
    default:
      return 'true';
  }
}

/** feelin says "false" for an unknown = or in: the guard makes it say null (ADR 0005). */
function guarded(tree: Expression): string {
  switch (tree.op) {
    case 'not':
      return `not(${guarded(tree.of)})`;
    case 'and':
    case 'or':
      return tree.of.map((part) => `(${guarded(part)})`).join(` ${tree.op} `);
    case 'is':
    case 'compare':
    case 'oneOf':
      return `(if ${tree.fact} = null then null else (${print(tree)}))`;
    default:
      return 'true';
  }
}
