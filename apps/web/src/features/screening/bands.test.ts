import { describe, expect, it } from 'vitest';
import { bandsOf } from './bands.ts';

describe('the bands of an amount', () => {
  it('cut where the law cuts, the figure itself above', () => {
    expect(bandsOf([{ value: 10, inUpper: true }], true)).toEqual([
      { above: 0, below: 10 },
      { min: 10 },
    ]);
  });

  it('keep the figure below where the law says so', () => {
    expect(bandsOf([{ value: 1, inUpper: false }], false)).toEqual([{ max: 1 }, { above: 1 }]);
  });

  it('do not take zero for a limit', () => {
    const limits = [
      { value: 0, inUpper: false },
      { value: 3, inUpper: true },
      { value: 10, inUpper: true },
    ];
    expect(bandsOf(limits, true)).toEqual([
      { above: 0, below: 3 },
      { min: 3, below: 10 },
      { min: 10 },
    ]);
  });

  it('leave "some" where any amount counts', () => {
    expect(bandsOf([{ value: 0, inUpper: false }], true)).toEqual([{ above: 0 }]);
    expect(bandsOf([], false)).toEqual([]);
  });
});
