import { describe, expect, it } from 'vitest';
import { readQuantity } from './units.ts';
import type { Unit } from './vocabulary.ts';

const label = { zh: '', en: '' };
const tonnes: Unit = {
  id: 't/a',
  label,
  max: 1e6,
  multipliers: { 't/a': 1e6, 吨: 1e6, 'kg/a': 1000, kg: 1000 },
};
const steam: Unit = { id: 't/h', label, max: 1e4, multipliers: { 't/h': 700_000, MW: 1_000_000 } };

describe('an amount', () => {
  it.each([
    [10, 10e6, 10e6],
    ['10', 10e6, 10e6],
    ['9.999999 t/a', 9_999_999, 9_999_999],
    ['1.2万吨', 12_000e6, 12_000e6],
    ['800kg', 800_000, 800_000],
    ['１０吨', 10e6, 10e6],
    ['<10', 0, 9_999_999],
    ['不到10吨', 0, 9_999_999],
    ['<=10', 0, 10e6],
    ['>10', 10_000_001, Infinity],
    ['>=10', 10e6, Infinity],
    ['5-8 吨', 5e6, 8e6],
    ['500kg~2t/a', 500_000, 2e6],
    ['1,500', 1500e6, 1500e6],
    [0.1 + 0.2, 300_000, 300_000],
  ])('%s is kept in whole grams', (input, lo, hi) => {
    expect(readQuantity(input, tonnes)).toEqual({ lo, hi });
  });

  it('may be a range with open or closed ends', () => {
    expect(readQuantity({ above: 0, below: 10 }, tonnes)).toEqual({ lo: 1, hi: 9_999_999 });
    expect(readQuantity({ min: 10 }, tonnes)).toEqual({ lo: 10e6, hi: Infinity });
    expect(readQuantity({}, tonnes)).toEqual({ lo: 0, hi: Infinity });
  });

  it('in MW is the steam that the catalogue prints beside it', () => {
    expect(readQuantity('45.5 MW', steam)).toEqual(readQuantity('65 t/h', steam));
    expect(readQuantity('0.7MW', steam)).toEqual(readQuantity(1, steam));
  });

  it.each([
    ['十吨', 'quantity.unreadable'],
    ['', 'quantity.unreadable'],
    ['-1', 'quantity.negative'],
    ['10 lb', 'quantity.unknown_unit'],
    ['1e9', 'quantity.absurd'],
    ['Infinity', 'quantity.unreadable'],
    ['8-5', 'quantity.empty_range'],
  ])('%s is refused with a reason', (input, code) => {
    expect(readQuantity(input, tonnes)).toMatchObject({ code });
  });

  it('whose range is empty is refused', () => {
    expect(readQuantity({ min: 10, below: 10 }, tonnes)).toMatchObject({
      code: 'quantity.empty_range',
    });
  });
});
