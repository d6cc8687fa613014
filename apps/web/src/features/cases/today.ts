const DAY = 24 * 60 * 60 * 1000;
const CHINA = 8 * 60 * 60 * 1000;

/** The date in China so many days ago, 'YYYY-MM-DD'. */
export function daysAgo(days: number): string {
  return new Date(Date.now() + CHINA - days * DAY).toISOString().slice(0, 10);
}
