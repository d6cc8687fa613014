import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readAmount, writeAmount } from './amounts.ts';

it.each([
  ['1.25', 6, 1_250_000],
  ['0.1', 6, 100_000],
  ['１２．５', 3, 12_500],
  ['1,200.50', 3, 1_200_500],
  ['0', 6, 0],
])('reads %s with %i digits exactly', (text, digits, amount) => {
  expect(readAmount(text, digits)).toBe(amount);
});

it.each(['', '1.2.3', '-1', '1e3', 'abc', '0.0000001', '99999999999999'])(
  'takes %s for no amount rather than round it',
  (text) => {
    expect(readAmount(text, 6)).toBeNull();
  },
);

it('reads what it wrote', () => {
  fc.assert(
    fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), fc.nat({ max: 9 }), (amount, digits) => {
      expect(readAmount(writeAmount(amount, digits), digits)).toBe(amount);
    }),
  );
});
