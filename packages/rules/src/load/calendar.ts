import { z } from 'zod';
import { CALENDAR_ENTRY } from '../entries/schemas.ts';
import type { Source } from './source.ts';

const schema = z.strictObject({ entries: z.array(CALENDAR_ENTRY).min(1) });

/** The days of one year that a notice of the State Council takes out of the ordinary week. */
export interface CalendarYear {
  readonly year: number;
  readonly days: readonly z.output<typeof CALENDAR_ENTRY>[];
}

/** Reads a year's notice. Diagnostics stay on the source; null when there are any. */
export function loadCalendarYear(source: Source): CalendarYear | null {
  const raw = source.read<z.output<typeof schema>>(schema);
  if (!raw) return null;
  const year = raw.entries[0]!.date.slice(0, 4);
  const seen = new Set<string>();
  raw.entries.forEach(({ date, kind }, index) => {
    const path = ['entries', index, 'date'];
    const params = { value: date, limit: year };
    if (!date.startsWith(year)) {
      source.report(path, 'calendar.other_year', `not in ${year}`, { params });
    }
    if (seen.has(date)) source.report(path, 'list.twice', `"${date}" stands twice`, { params });
    seen.add(date);
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    if (kind === 'MAKE_UP' && weekday >= 1 && weekday <= 5) {
      const message = 'only a Saturday or Sunday is worked to make up for a holiday';
      source.report(path, 'calendar.make_up', message, { params });
    }
  });
  return source.diagnostics.length > 0 ? null : { year: Number(year), days: raw.entries };
}
