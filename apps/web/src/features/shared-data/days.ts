const DAY_MS = 24 * 60 * 60 * 1000;
const dayOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** Days from one day to a later one; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return dayOf(to) - dayOf(from);
}

/** The date in China at this moment. */
export function todayInChina(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** How much of a stretch has passed on a day, from 0 to 1. */
export function shareOf(from: string, to: string, on: string): number {
  const whole = Math.max(1, daysBetween(from, to));
  return Math.min(1, Math.max(0, daysBetween(from, on) / whole));
}
