import type { EntryPreview } from '@ludao/contracts';
import { loadCalendar } from '../../platform/calendar-store.ts';
import type { Tx } from '../../platform/db.ts';
import { textIn, type StoredEntry } from './entry-model.ts';

/** Which days of the year an entry of the calendar changes, before anybody approves it. */
export async function previewYear(
  tx: Tx,
  entry: StoredEntry,
  today: string,
): Promise<EntryPreview> {
  const moved = new Map(entry.entries.map((row) => [textIn(row, 'date'), row]));
  const year = Number(entry.effectiveFrom.slice(0, 4));
  const { isWorking, published } = await loadCalendar(tx, [year]);
  const changes: NonNullable<EntryPreview['calendar']>['changes'] = [];
  let [workingBefore, workingAfter] = [0, 0];
  for (const day of daysOf(year)) {
    const date = day.toISOString().slice(0, 10);
    const isWeekday = day.getUTCDay() >= 1 && day.getUTCDay() <= 5;
    // A year without a calendar counts Monday to Friday, as deadlines do.
    const before = isWorking.get(date) ?? isWeekday;
    const row = moved.get(date);
    const works = row ? row['kind'] === 'MAKE_UP' : isWeekday;
    if (before) workingBefore += 1;
    if (works) workingAfter += 1;
    if (before !== works) changes.push({ date, works, name: row ? textIn(row, 'name') : null });
  }
  return {
    ...NOTHING,
    on: today,
    calendar: { year, published: published.has(year), workingBefore, workingAfter, changes },
  };
}

/** The calendar moves deadlines; no project's answer depends on it. */
const NOTHING = {
  seconds: 0,
  complete: true,
  sample: { cases: 0, enterprises: 0, asked: 0, refused: 0 },
  changed: 0,
  matrix: [],
  examples: [],
  others: { compared: 0, reliefs: 0, periods: 0, offices: 0 },
};

function daysOf(year: number): Date[] {
  const first = Date.UTC(year, 0, 1);
  const count = (Date.UTC(year + 1, 0, 1) - first) / DAY_MS;
  return Array.from({ length: count }, (_, index) => new Date(first + index * DAY_MS));
}
const DAY_MS = 24 * 60 * 60 * 1000;
