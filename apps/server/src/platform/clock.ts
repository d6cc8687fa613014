/** The only way to the present time. Whoever decides something is handed `now`, never a Clock. */
export interface Clock {
  now(): Date;
  /** The calendar date in China, 'YYYY-MM-DD': what a date in a law or on a form means. */
  today(): string;
}

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => dateInChina(new Date()),
};

/** A clock for tests that stands still. @param instant for example '2026-11-23T09:00:00+08:00' */
export function fixedClock(instant: string): Clock {
  const time = new Date(instant).getTime();
  if (Number.isNaN(time)) throw new RangeError(`not an instant: ${instant}`);
  return { now: () => new Date(time), today: () => dateInChina(new Date(time)) };
}

const chinaDate = new Intl.DateTimeFormat('en', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The date that an instant falls on in China, 'YYYY-MM-DD'. */
export function dateInChina(instant: Date): string {
  const parts = Object.fromEntries(
    chinaDate.formatToParts(instant).map(({ type, value }) => [type, value]),
  );
  return `${parts['year']}-${parts['month']}-${parts['day']}`;
}
