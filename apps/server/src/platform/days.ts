import { parseDate, formatDate } from './working-days.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** @param day 'YYYY-MM-DD' @param count negative goes back */
export function addDays(day: string, count: number): string {
  return formatDate(new Date(parseDate(day).getTime() + count * DAY_MS));
}

/** Days after `from` up to and including `to`; negative when `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return (parseDate(to).getTime() - parseDate(from).getTime()) / DAY_MS;
}

/** The day of the same number so many months on, or that month's last 民法典第二百零二条. */
export function addMonths(day: string, count: number): string {
  const date = parseDate(day);
  const number = date.getUTCDate();
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1);
  const month = new Date(first);
  const last = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
  return formatDate(new Date(first + (Math.min(number, last) - 1) * DAY_MS));
}

const CHINA_MS = 8 * 60 * 60 * 1000;

/** The date that an instant falls on in China, which has had one zone and no summer time since 1992. */
export function dateInChina(instant: Date): string {
  return formatDate(new Date(instant.getTime() + CHINA_MS));
}
