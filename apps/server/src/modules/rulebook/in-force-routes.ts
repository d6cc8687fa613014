import { ROUTES, type DayKind } from '@ludao/contracts';
import type { Api } from '../../platform/api.ts';
import { findYear, loadCalendar } from '../../platform/calendar-store.ts';
import { addWorkingDays } from '../../platform/working-days.ts';
import { lawOn } from './law-in-force.ts';
import type { LiveLaw } from './live-law.ts';

/** For everybody to see: the law of a day, the days that are worked, and a deadline over them. */
export function registerInForce(api: Api, law: LiveLaw): void {
  api.serve(ROUTES.getLawInForce, ({ query, today }) =>
    lawOn(law.current().ruleSet, query.on ?? today),
  );

  api.serve(ROUTES.getCalendar, async ({ query, today, scoped }) => {
    const year = query.year ?? Number(today.slice(0, 4));
    const { notice, source, years, days } = await scoped((tx) => findYear(tx, year));
    const published = years.includes(year);
    return {
      year,
      today,
      published,
      notice,
      source,
      years,
      working: published ? days.filter(({ isWorking }) => isWorking).length : null,
      days: days.map(({ date, kind, name }) => ({ date, kind: kind as DayKind, name })),
    };
  });

  api.serve(ROUTES.countDeadline, async ({ query, scoped }) => {
    const first = Number(query.from.slice(0, 4));
    // 250 working days reach into the year after the next at most.
    const calendar = await scoped((tx) => loadCalendar(tx, [first, first + 1, first + 2]));
    const { date, provisional, years } = addWorkingDays(calendar, query.from, query.days);
    return { date, provisional, years: [...years] };
  });
}
