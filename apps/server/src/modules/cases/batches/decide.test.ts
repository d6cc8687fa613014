import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayFault, latestDay, proposeBatches } from './decide.ts';
import type { Waiting } from './model.ts';

const DAYS = Array.from({ length: 20 }, (_, at) => `2026-11-${String(at + 10)}`);
const aCase = (id: string, more: Partial<Waiting> = {}): Waiting => ({
  id,
  kind: 'SURVEY',
  group: 'park-1',
  latestOn: '2026-11-20',
  ...more,
});
const limits = { size: 12, window: 5 };

const waiting = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom('SURVEY' as const, 'MEETING' as const),
    group: fc.constantFrom('a', 'b', 'c'),
    latestOn: fc.option(
      fc.integer({ min: 1, max: 30 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`),
    ),
  }),
  { selector: ({ id }) => id, maxLength: 60 },
);
const parameters = fc.record({
  size: fc.integer({ min: 1, max: 15 }),
  window: fc.integer({ min: 1, max: 20 }),
});

it('no proposal passes the last day of a case while an earlier day is left', () => {
  fc.assert(
    fc.property(waiting, parameters, (cases, given) => {
      const latest = new Map(cases.map(({ id, latestOn }) => [id, latestOn]));
      for (const { day, caseIds, late } of proposeBatches(cases, DAYS, given)) {
        const ends = caseIds.map((id) => latest.get(id) ?? '9999').toSorted();
        const hasTime = ends[0]! >= DAYS[0]!;
        expect(late).toBe(!hasTime);
        expect(hasTime ? day <= ends[0]! : day === DAYS[0]).toBe(true);
      }
    }),
  );
});

it('every case is in exactly one batch, of its own kind and group, and none is too large', () => {
  fc.assert(
    fc.property(waiting, parameters, (cases, given) => {
      const proposals = proposeBatches(cases, DAYS, given);
      const placed = proposals.flatMap(({ caseIds }) => caseIds);
      expect(placed.toSorted()).toEqual(cases.map(({ id }) => id).toSorted());
      const byId = new Map(cases.map((one) => [one.id, one]));
      for (const { kind, group, caseIds } of proposals) {
        expect(caseIds.length).toBeLessThanOrEqual(given.size);
        for (const id of caseIds) expect(byId.get(id)).toMatchObject({ kind, group });
      }
    }),
  );
});

it('twelve projects of one park are one survey, on the last day of the window', () => {
  const cases = Array.from({ length: 12 }, (_, at) => aCase(`c${at}`));
  expect(proposeBatches(cases, DAYS, limits)).toMatchObject([{ day: DAYS[4], late: false }]);
});

it('the one that is due first says the day for those that join it', () => {
  const cases = [
    aCase('late', { latestOn: '2026-11-12' }),
    aCase('early', { latestOn: '2026-12-31' }),
  ];
  expect(proposeBatches(cases, DAYS, limits)).toMatchObject([
    { day: '2026-11-12', caseIds: ['late', 'early'] },
  ]);
});

const calendar = {
  years: new Set([2026]),
  published: new Set<number>(),
  isWorking: new Map<string, boolean>(),
};

it('the last day keeps the days free before the promise, and the publicity before the law’s own period', () => {
  const before = { before: 2, publicity: 5 };
  const promised = { committed: '2026-11-20', statutory: '2026-12-31' };
  expect(latestDay(promised, '2026-11-10', before, calendar)).toBe('2026-11-18');
  const onSunday = { committed: '2026-11-24', statutory: null };
  expect(latestDay(onSunday, '2026-11-10', before, calendar)).toBe('2026-11-20');
  const broken = { committed: '2026-11-09', statutory: '2026-11-27' };
  expect(latestDay(broken, '2026-11-10', before, calendar)).toBe('2026-11-17');
  expect(
    latestDay({ committed: null, statutory: null }, '2026-11-10', before, calendar),
  ).toBeNull();
});

it('a day that is past, without work, or too late for a project is refused with the last one that does', () => {
  const cases = [{ name: '演示项目', latestOn: '2026-11-12' }];
  expect(dayFault('2026-11-12', '2026-11-10', true, cases)).toBeNull();
  expect(dayFault('2026-11-13', '2026-11-10', true, cases)).toMatchObject({
    refused: 'BATCH_MISSES_CLOCK',
    params: { name: '演示项目', limit: '2026-11-12' },
  });
  expect(dayFault('2026-11-09', '2026-11-10', true, [])?.refused).toBe('BATCH_DAY_PAST');
  expect(dayFault('2026-11-14', '2026-11-10', false, [])?.refused).toBe('BATCH_DAY_NO_WORK');
});
