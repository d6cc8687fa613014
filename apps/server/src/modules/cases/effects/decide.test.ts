import { expect, test } from 'vitest';
import { monthsOf } from './decide.ts';

test('without months the twelve to today are shown, whole', () => {
  expect(monthsOf({}, '2026-11-25')).toEqual({
    from: '2025-12',
    to: '2026-11',
    first: '2025-12-01',
    last: '2026-11-30',
  });
});

test('months in the wrong order are read in the right one, and February ends where it does', () => {
  expect(monthsOf({ from: '2028-02', to: '2027-12' }, '2028-03-01')).toMatchObject({
    first: '2027-12-01',
    last: '2028-02-29',
  });
});
