import { formatDate, parseDate } from '../../platform/working-days.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** @param day 'YYYY-MM-DD' @param count negative goes back */
export function addDays(day: string, count: number): string {
  return formatDate(new Date(parseDate(day).getTime() + count * DAY_MS));
}

/** Days after `from` up to and including `to`; negative when `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((parseDate(to).getTime() - parseDate(from).getTime()) / DAY_MS);
}

/** The day of the same number so many years on; of 29 February in other years, the 28th. */
export function addYears(day: string, count: number): string {
  const [year, rest] = [Number(day.slice(0, 4)) + count, day.slice(4)];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${year}${rest === '-02-29' && !isLeap ? '-02-28' : rest}`;
}
