import chineseDays from 'chinese-days';
import type { Tx } from './db.ts';
import type { Calendar } from './working-days.ts';

/** The years the library knows; a later release of it knows more. */
const FIRST_YEAR = 2004;
const LAST_YEAR = 2026;
const SOURCE = 'chinese-days 1.5.7';

/**
 * Writes the calendars of the years that have none yet. A year that is there is left as it is: the
 * bureau may have corrected it, and a library never overrides a person.
 * @returns the years written
 */
export async function seedCalendar(tx: Tx): Promise<number[]> {
  const rows = await tx.query<{ year: number }>('select year from calendar_year');
  const there = new Set(rows.map((row) => row.year));
  const missing = yearsFrom(FIRST_YEAR, LAST_YEAR).filter((year) => !there.has(year));
  if (missing.length === 0) return [];
  // The notice stays empty: nobody has compared the library with it.
  await tx.query(
    `insert into calendar_year (year, source, confidence)
     select year, $2, 'LIBRARY' from unnest($1::integer[]) as given (year)
     on conflict do nothing`,
    [missing, SOURCE],
  );
  const days = missing.flatMap(daysOf);
  await tx.query(
    `insert into calendar_day (date, is_working, kind, name, source)
     select date, is_working, kind, name, $5
     from unnest($1::date[], $2::boolean[], $3::text[], $4::text[]) as given (date, is_working, kind, name)
     on conflict do nothing`,
    [
      days.map((day) => day.date),
      days.map((day) => day.isWorking),
      days.map((day) => day.kind),
      days.map((day) => day.name),
      SOURCE,
    ],
  );
  return missing;
}

/**
 * Reads the calendars of the given years, for addWorkingDays and workingDaysBetween. Ask for every
 * year a deadline may reach; a year without a published calendar is part of the answer as such.
 * One statement, whatever the years.
 */
export async function loadCalendar(tx: Tx, years: readonly number[]): Promise<Calendar> {
  const rows = await tx.query<{ year: number; date: string | null; is_working: boolean | null }>(
    `select y.year, d.date, d.is_working from calendar_year y left join calendar_day d on d.year = y.year
     where y.year = any($1::integer[])`,
    [years],
  );
  return {
    years: new Set(years),
    published: new Set(rows.map(({ year }) => year)),
    isWorking: new Map(
      rows.flatMap(({ date, is_working }) =>
        date === null || is_working === null ? [] : [[date, is_working]],
      ),
    ),
  };
}

/** One year as it is shown, and every year that has a calendar. */
export async function findYear(tx: Tx, year: number) {
  const known = await tx.query<{ year: number; notice: string | null; source: string }>(
    'select year, notice, source from calendar_year order by year',
  );
  const days = await tx.query<{
    date: string;
    kind: string;
    name: string | null;
    isWorking: boolean;
  }>(
    `select date, kind, name, is_working as "isWorking" from calendar_day where year = $1
     order by date`,
    [year],
  );
  const own = known.find((one) => one.year === year);
  return {
    notice: own?.notice ?? null,
    source: own?.source ?? null,
    years: known.map((one) => one.year),
    days,
  };
}

interface SeedDay {
  readonly date: string;
  readonly isWorking: boolean;
  readonly kind: 'WORKDAY' | 'WEEKEND' | 'HOLIDAY' | 'MAKE_UP';
  readonly name: string | null;
}

function daysOf(year: number): SeedDay[] {
  const days: SeedDay[] = [];
  for (let day = new Date(Date.UTC(year, 0, 1)); day.getUTCFullYear() === year;) {
    days.push(seedDay(day));
    day = new Date(day.getTime() + 24 * 60 * 60 * 1000);
  }
  return days;
}

function seedDay(day: Date): SeedDay {
  const date = day.toISOString().slice(0, 10);
  // Noon in the computer's own zone: given a text, the library reads it as UTC and then asks for the
  // local day, which is the day before anywhere west of Greenwich.
  const noon = new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 12);
  const { work, name } = chineseDays.getDayDetail(noon);
  const isWeekend = day.getUTCDay() === 0 || day.getUTCDay() === 6;
  // 'Spring Festival,春节,4' for a day that a notice moved; the name of the weekday otherwise.
  const [, chinese] = name.split(',');
  if (chinese === undefined) {
    return { date, isWorking: work, kind: work ? 'WORKDAY' : 'WEEKEND', name: null };
  }
  return { date, isWorking: work, kind: kindOf(work, isWeekend), name: chinese };
}

function kindOf(work: boolean, isWeekend: boolean): SeedDay['kind'] {
  if (!work) return 'HOLIDAY';
  return isWeekend ? 'MAKE_UP' : 'WORKDAY';
}

function yearsFrom(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
