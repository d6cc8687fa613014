import { dateInChina } from './days.ts';

export { dateInChina };

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
