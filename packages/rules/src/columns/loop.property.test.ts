import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileTest } from '../closure.ts';
import { all, not, type Comparison, type Expression } from '../expression.ts';
import { FactTable } from '../fact-table.ts';
import type { ProgramItem } from '../program.ts';
import { NO, verdictOf, View, YES, type Verdict } from '../state.ts';
import { aPlainVocabulary } from '../testing.ts';
import { Group } from './columns.ts';
import { generateLoop, runLoop } from './loop.ts';

const COUNT = 3;
const table = new FactTable(aPlainVocabulary(COUNT));
const slots = [...table.facts.keys()];

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  fc.nat(COUNT - 1).map((at): Expression => ({ op: 'is', fact: `b${at}` })),
  fc
    .tuple(fc.nat(COUNT - 1), fc.constantFrom<Comparison>('>=', '>', '<', '<='), fc.nat(5))
    .map(([at, by, value]): Expression => ({ op: 'compare', fact: `q${at}`, by, value })),
  fc
    .tuple(fc.nat(COUNT - 1), fc.subarray(['x', 'y', 'z'], { minLength: 1, maxLength: 2 }))
    .map(([at, options]): Expression => ({ op: 'oneOf', fact: `c${at}`, options })),
  fc.constant<Expression>({ op: 'unresolved' }),
);
const expression = fc.letrec<{ node: Expression }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    tie('node').map(not),
    fc
      .tuple(
        fc.constantFrom<'and' | 'or'>('and', 'or'),
        fc.array(tie('node'), { minLength: 2, maxLength: 3 }),
      )
      .map(([op, of]): Expression => ({ op, of })),
  ),
})).node;

/** An item as the compiler of programs leaves it: highest level first, a gate before all. */
const item = fc.record({
  gate: fc.option(expression),
  clauses: fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), expression), {
    minLength: 1,
    maxLength: 4,
  }),
});
type DrawnItem = typeof item extends fc.Arbitrary<infer T> ? T : never;

const knowledge = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 7 }), fc.nat(6), fc.nat(6), fc.constantFrom(0, 1, 2)),
  { minLength: slots.length, maxLength: slots.length },
);

function viewOf(drawn: readonly (readonly [number, number, number, number])[]): View {
  const view = new View('1411', 'industry', table.layout);
  drawn.forEach(([mask, a, b, flag], slot) => {
    const { type } = table.facts[slot]!;
    if (type === 'boolean') view.setFlag(slot, flag as Verdict);
    else if (type === 'choice') view.setMask(slot, mask);
    else view.setRange(slot, Math.min(a, b), b === 6 ? Infinity : Math.max(a, b));
  });
  return view;
}

function programItem({ gate, clauses }: DrawnItem): ProgramItem {
  const ordered = clauses.toSorted(([a], [b]) => b - a);
  return {
    gate: gate && { when: gate },
    clauses: ordered.map(([rank, when]) => ({ rank, own: { when } })),
  } as unknown as ProgramItem;
}

/** What is certain and what is possible, by the closures and nothing else. */
function ranksOf(items: readonly DrawnItem[], view: View): [floor: number, ceiling: number] {
  const verdicts = items.flatMap(({ gate, clauses }) =>
    clauses.map(([rank, own]): [number, Verdict] => [
      rank,
      verdictOf(compileTest(all(gate ? [gate, own] : [own]), table), view),
    ]),
  );
  const top = (met: (verdict: Verdict) => boolean) =>
    Math.max(0, ...verdicts.filter(([, verdict]) => met(verdict)).map(([rank]) => rank));
  return [top((verdict) => verdict === YES), top((verdict) => verdict !== NO)];
}

describe('a generated loop', () => {
  it('gives the floor and ceiling of the closures for random items and half-known facts', () => {
    let open = 0;
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 3 }),
        fc.array(knowledge, { minLength: 1, maxLength: 20 }),
        (items, drawn) => {
          const group = new Group({ key: '1411', kind: 'industry' }, slots, table, 1);
          const views = drawn.map(viewOf);
          for (const view of views) group.add(view);
          const ranks = { floors: new Uint8Array(20), ceilings: new Uint8Array(20) };
          runLoop(generateLoop(items.map(programItem), table), group, ranks);
          views.forEach((view, row) => {
            const [floor, ceiling] = ranksOf(items, view);
            expect([ranks.floors[row], ranks.ceilings[row]]).toEqual([floor, ceiling]);
            if (floor < ceiling) open++;
          });
        },
      ),
      { numRuns: 600, seed: 20261125 },
    );
    expect(open).toBeGreaterThan(500);
  });

  it('shares one function between items that read alike, over other columns', () => {
    const of = (fact: string) =>
      generateLoop([programItem({ gate: null, clauses: [[3, { op: 'is', fact }]] })], table);
    expect(of('b0').run).toBe(of('b1').run);
    expect(of('b0').reads).not.toEqual(of('b1').reads);
  });
});
