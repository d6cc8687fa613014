import { expect, it } from 'vitest';
import { daysBetween, shareOf } from './days.ts';

it('a validity bar is empty before its first day and full after its last', () => {
  const share = (on: string) => shareOf('2026-01-01', '2026-01-11', on);
  expect(['2025-12-01', '2026-01-01', '2026-01-06', '2026-01-11', '2026-02-01'].map(share)).toEqual(
    [0, 0, 0.5, 1, 1],
  );
  expect(shareOf('2026-01-01', '2026-01-01', '2026-01-01')).toBe(0);
  expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
});
