import { describe, expect, it } from 'vitest';
import { balanceOf, closingFault, heldBy, mannerFault, mannerOf } from './decide.ts';

const TOTALS = new Map([
  ['COD', 10_000],
  ['WASTEWATER', 500],
] as const);
const PERMIT = {
  number: '演示0001',
  validTo: '2030-01-01',
  annualGrams: new Map([
    ['COD', 8_000n],
    ['TP', 5n],
  ] as const),
};
const held = heldBy(
  [{ item: 'COD', amount: 3_000n }],
  [
    {
      shares: [
        { item: 'COD', amount: 5_001n },
        { item: 'VOCS', amount: 1n },
      ],
    },
  ],
);

describe('the balance of a park', () => {
  it('adds what is admitted to what waits, and counts it against the smaller of EIA and permit', () => {
    const balance = balanceOf({ totals: TOTALS, permit: PERMIT, held });
    expect(
      balance.map(({ item, limit, held: sum, exceeds }) => [item, limit, sum, exceeds]),
    ).toEqual([
      ['COD', 8_000n, 8_001n, true],
      // Permitted, and not in the EIA: nothing may be drawn.
      ['TP', 0n, 0n, false],
      ['VOCS', 0n, 1n, true],
      ['WASTEWATER', 500n, 0n, false],
    ]);
  });

  it('takes the EIA alone where there is no permit, and knows no limit where there is neither', () => {
    const limits = (known: Parameters<typeof balanceOf>[0]) =>
      balanceOf(known).map(({ item, limit, exceeds }) => [item, limit, exceeds]);
    expect(limits({ totals: TOTALS, permit: null, held })).toEqual([
      ['COD', 10_000n, false],
      ['VOCS', 0n, true],
      ['WASTEWATER', 500n, false],
    ]);
    expect(limits({ totals: null, permit: null, held })).toEqual([
      ['COD', null, false],
      ['VOCS', null, false],
    ]);
  });

  it('names the first sum over its limit with value and limit, then who has gone', () => {
    const balance = balanceOf({ totals: TOTALS, permit: PERMIT, held });
    const gone = [{ enterprise: '演示企业', present: false }];
    expect(closingFault(balance, gone)).toMatchObject({
      refused: 'STOCK_EXCEEDS',
      params: { item: 'COD', value: 8_001, limit: 8_000 },
    });
    expect(closingFault([], gone)).toMatchObject({ refused: 'STOCK_TENANT_GONE' });
    expect(closingFault([], [{ enterprise: '演示企业', present: true }])).toBeUndefined();
  });
});

describe('how an account begins', () => {
  it.each([
    [{ waiting: 0, isHeld: false, wasReconciled: false }, 'OPENED'],
    [{ waiting: 1, isHeld: false, wasReconciled: false }, 'IMPORTED'],
    [{ waiting: 0, isHeld: true, wasReconciled: false }, 'IMPORTED'],
    [{ waiting: 0, isHeld: true, wasReconciled: true }, 'CARRIED'],
    // The EIA before it ran out or was stopped, and nobody held anything.
    [{ waiting: 0, isHeld: false, wasReconciled: true }, 'CARRIED'],
  ] as const)('%o begins %s', (record, manner) => {
    expect(mannerOf(record)).toBe(manner);
  });

  it('is not at nought where shares are on record, and not by an import that nobody made', () => {
    expect(mannerFault('OPENED', 'IMPORTED')).toMatchObject({ refused: 'SHARES_ON_RECORD' });
    expect(mannerFault('IMPORTED', 'OPENED')).toMatchObject({ refused: 'NO_SHARES_ON_RECORD' });
    expect(mannerFault('CARRIED', 'CARRIED')).toBeUndefined();
  });
});
