/** Offices work by the clock of China, wherever the browser stands. */
const ZONE = 'Asia/Shanghai';

export function showMoment(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: ZONE,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(iso));
}

/** The date in China of a moment, 'YYYY-MM-DD'. */
export function dayInChina(iso: string): string {
  return new Date(new Date(iso).getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

export function showDay(iso: string, language: string): string {
  const day = { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' } as const;
  return new Intl.DateTimeFormat(language, day).format(new Date(`${iso}T00:00:00Z`));
}

export function showCount(count: number, language: string): string {
  return new Intl.NumberFormat(language).format(count);
}
