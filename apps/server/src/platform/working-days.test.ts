import chineseDays from 'chinese-days';
import { describe, expect, test } from 'vitest';
import { loadCalendar, seedCalendar } from './calendar-store.ts';
import { describeOnEachDatabase } from './testing.ts';
import { addWorkingDays, workingDaysBetween, type Calendar } from './working-days.ts';

describeOnEachDatabase('the seeded calendar', (database) => {
  const load = (...years: number[]) =>
    database().transaction(async (tx) => {
      await seedCalendar(tx);
      return loadCalendar(tx, years);
    });

  test('knows make-up days and holidays', async () => {
    const { isWorking } = await load(2024, 2025, 2026);
    expect(isWorking.get('2026-02-14')).toBe(true); // Saturday, worked for Spring Festival
    expect(isWorking.get('2026-02-17')).toBe(false); // Tuesday, Spring Festival
    expect(isWorking.get('2026-10-10')).toBe(true); // Saturday, worked for National Day
    expect(isWorking.get('2025-01-26')).toBe(true); // Sunday, worked for Spring Festival
    expect(isWorking.get('2025-10-08')).toBe(false); // Wednesday, National Day
    expect(isWorking.get('2024-02-04')).toBe(true); // Sunday, worked for Spring Festival
  });

  test.each([
    ['2026-09-28', 20, '2026-10-30'], // across National Day and its make-up day
    ['2026-02-13', 1, '2026-02-14'], // the next day is a Saturday that is worked
    ['2026-02-14', 1, '2026-02-24'],
    ['2025-01-27', 4, '2025-02-08'], // lands on a make-up Saturday
    ['2024-09-29', 3, '2024-10-09'], // 09-30, 10-08, 10-09
    ['2024-12-31', 1, '2025-01-02'],
  ])('%s and %i working days is %s', async (from, count, expected) => {
    const calendar = await load(2024, 2025, 2026);
    expect(addWorkingDays(calendar, from, count)).toEqual({
      date: expected,
      provisional: false,
      years: [],
    });
    expect(workingDaysBetween(calendar, from, expected).days).toBe(count);
    expect(chineseDays.findWorkday(count, from)).toBe(expected);
  });

  test('covers every day of 2004 to 2026, once', async () => {
    await load();
    const [row] = await database().transaction((tx) =>
      tx.query(`select count(*) as days, min(date) as first, max(date) as last,
        count(*) filter (where kind = 'MAKE_UP') as worked from calendar_day`),
    );
    // 23 years of which 6 are leap years.
    expect(row).toMatchObject({ days: 8401n, first: '2004-01-01', last: '2026-12-31' });
    expect(Number(row?.['worked'])).toBeGreaterThan(100);
  });

  test('seeding again changes nothing that the bureau has corrected', async () => {
    await load();
    const written = await database().transaction(async (tx) => {
      await tx.query(`update calendar_day set is_working = false, kind = 'HOLIDAY', name = '停工', source = '县政府通知'
        where date = '2026-11-23'`);
      return seedCalendar(tx);
    });
    expect(written).toEqual([]);
    expect((await load(2026)).isWorking.get('2026-11-23')).toBe(false);
  });

  test('a day cannot contradict its kind, or belong to a year that is not there', async () => {
    const write = (date: string, kind: string) =>
      database().transaction((tx) =>
        tx.query(
          `insert into calendar_day (date, is_working, kind, source) values ($1, true, $2, 'test')`,
          [date, kind],
        ),
      );
    await load();
    await expect(write('2003-12-31', 'WORKDAY')).rejects.toThrow('calendar_day_year_fk');
    await database().transaction((tx) =>
      tx.query(
        `insert into calendar_year (year, source, confidence) values (2003, 'test', 'LIBRARY')`,
      ),
    );
    await expect(write('2003-12-31', 'HOLIDAY')).rejects.toThrow('calendar_day_kind_agrees');
  });
});

describe('counting working days', () => {
  /** 2026 without holidays, 2027 not published. */
  const calendar = aCalendar({ published: [2026], years: [2026, 2027] });

  test('the first day is not counted', () => {
    expect(addWorkingDays(calendar, '2026-03-02', 1).date).toBe('2026-03-03');
    expect(addWorkingDays(calendar, '2026-03-02', 0).date).toBe('2026-03-02');
  });

  test('a deadline that reaches into a year without a notice is flagged with that year', () => {
    expect(addWorkingDays(calendar, '2026-12-30', 3)).toEqual({
      date: '2027-01-04',
      provisional: true,
      years: [2027],
    });
    expect(workingDaysBetween(calendar, '2026-12-30', '2027-01-04')).toEqual({
      days: 3,
      provisional: true,
      years: [2027],
    });
  });

  test('a deadline that ends before such a year is certain', () => {
    expect(addWorkingDays(calendar, '2026-12-30', 1)).toEqual({
      date: '2026-12-31',
      provisional: false,
      years: [],
    });
  });

  test('counts backwards too', () => {
    expect(addWorkingDays(calendar, '2026-03-02', -2).date).toBe('2026-02-26');
    expect(workingDaysBetween(calendar, '2026-03-02', '2026-02-26').days).toBe(-2);
  });

  test('asking beyond the loaded years is a mistake, not a guess', () => {
    expect(() => addWorkingDays(calendar, '2027-12-30', 5)).toThrow('year 2028');
  });

  test.each(['2026-02-30', '2026-2-3', '20260203', ''])('%j is no date', (date) => {
    expect(() => addWorkingDays(calendar, date, 1)).toThrow(RangeError);
  });

  test('half a working day does not exist', () => {
    expect(() => addWorkingDays(calendar, '2026-03-02', 0.5)).toThrow(RangeError);
  });
});

function aCalendar(given: { published: number[]; years: number[] }): Calendar {
  const isWorking = new Map<string, boolean>();
  for (const year of given.published) {
    for (let time = Date.UTC(year, 0, 1); time < Date.UTC(year + 1, 0, 1); time += 86_400_000) {
      const day = new Date(time);
      isWorking.set(day.toISOString().slice(0, 10), day.getUTCDay() % 6 !== 0);
    }
  }
  return { years: new Set(given.years), published: new Set(given.published), isWorking };
}
