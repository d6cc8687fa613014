const DAY = 24 * 60 * 60 * 1000;
/** China has had one zone and no summer time since 1992. */
const CHINA = 8 * 60 * 60 * 1000;

/** The date in China, 'YYYY-MM-DD'. */
export function today(): string {
  return daysAgo(0);
}

/** The date in China so many days ago, 'YYYY-MM-DD'. */
export function daysAgo(days: number): string {
  return new Date(Date.now() + CHINA - days * DAY).toISOString().slice(0, 10);
}
