/**
 * The working days 工作日 of some years, as plain values: computing with them needs no database.
 * Made by loadCalendar; a test may write one by hand.
 */
export interface Calendar {
  /** The years that were asked for. A span beyond them is a mistake of the caller. */
  readonly years: ReadonlySet<number>;
  /** Those of them that have a published calendar. */
  readonly published: ReadonlySet<number>;
  /** 'YYYY-MM-DD' → worked or not, for every day of the published years. */
  readonly isWorking: ReadonlyMap<string, boolean>;
}

/** Whether an answer rests on published years only. */
export interface Certainty {
  /** True when the span touches a year whose holidays nobody has published yet. */
  readonly provisional: boolean;
  /** Those years, ascending; in them Monday to Friday were taken for working days. */
  readonly years: readonly number[];
}

/**
 * The n-th working day after a date; the date itself is not counted (期间开始的日不计算在内).
 * @param date 'YYYY-MM-DD'
 * @param count working days, a whole number; negative counts backwards, 0 is the date itself
 * @throws RangeError when a year is needed that the calendar was not loaded with
 */
export function addWorkingDays(
  calendar: Calendar,
  date: string,
  count: number,
): Certainty & { readonly date: string } {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a number of days: ${count}`);
  const reading = new Reading(calendar);
  const step = count < 0 ? -1 : 1;
  let day = parseDate(date);
  for (let left = Math.abs(count); left > 0;) {
    day = new Date(day.getTime() + step * DAY_MS);
    if (reading.isWorking(day)) left -= 1;
  }
  return { date: formatDate(day), ...reading.certainty() };
}

/**
 * How many working days lie after `from` up to and including `to`: the count that addWorkingDays
 * needs to get from one to the other. Negative when `to` lies before `from`.
 * @param from 'YYYY-MM-DD'
 * @param to 'YYYY-MM-DD'
 * @throws RangeError as addWorkingDays
 */
export function workingDaysBetween(
  calendar: Calendar,
  from: string,
  to: string,
): Certainty & { readonly days: number } {
  const reading = new Reading(calendar);
  const end = parseDate(to).getTime();
  let time = parseDate(from).getTime();
  const step = end < time ? -1 : 1;
  let days = 0;
  while (time !== end) {
    time += step * DAY_MS;
    if (reading.isWorking(new Date(time))) days += step;
  }
  return { days, ...reading.certainty() };
}

/** Dates are handled as midnights in UTC, where every day has 24 hours. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** Looks days up and remembers which unpublished years it met on the way. */
class Reading {
  readonly #calendar: Calendar;
  readonly #unpublished = new Set<number>();

  constructor(calendar: Calendar) {
    this.#calendar = calendar;
  }

  isWorking(day: Date): boolean {
    const year = day.getUTCFullYear();
    if (!this.#calendar.years.has(year)) {
      throw new RangeError(`load the calendar with the year ${year} too`);
    }
    if (!this.#calendar.published.has(year)) {
      this.#unpublished.add(year);
      return day.getUTCDay() >= 1 && day.getUTCDay() <= 5;
    }
    const date = formatDate(day);
    const isWorking = this.#calendar.isWorking.get(date);
    if (isWorking === undefined) throw new RangeError(`the published calendar lacks ${date}`);
    return isWorking;
  }

  certainty(): Certainty {
    const years = [...this.#unpublished].sort((a, b) => a - b);
    return { provisional: years.length > 0, years };
  }
}

/** @throws RangeError for what is no day */
export function parseDate(text: string): Date {
  const date = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(date.getTime())) {
    throw new RangeError(`not a date: ${text}`);
  }
  // JavaScript takes 31 February for 3 March.
  if (formatDate(date) !== text) throw new RangeError(`no such date: ${text}`);
  return date;
}

export function formatDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}
