/** Months on a page when nobody says which. */
const USUAL_MONTHS = 12;

export interface Months {
  /** 'YYYY-MM' */
  readonly from: string;
  readonly to: string;
  /** Their first and last day, 'YYYY-MM-DD'. */
  readonly first: string;
  readonly last: string;
}

/**
 * The months that are asked for: to this month and twelve in all where they are left out. Months in
 * the wrong order are read in the right one.
 */
export function monthsOf(
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  today: string,
): Months {
  const to = asked.to ?? today.slice(0, 7);
  const from = asked.from ?? shift(to, 1 - USUAL_MONTHS);
  const [earlier, later] = from <= to ? [from, to] : [to, from];
  return { from: earlier, to: later, first: `${earlier}-01`, last: lastDayOf(later) };
}

function shift(month: string, by: number): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + by, 1))
    .toISOString()
    .slice(0, 7);
}

function lastDayOf(month: string): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0))
    .toISOString()
    .slice(0, 10);
}
