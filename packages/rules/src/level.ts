/**
 * EIA classes, lowest first, so that "the highest single item decides" (名录 2021, article 4)
 * is a plain numeric maximum.
 */
export const LEVELS = ['NOT_LISTED', 'REGISTRATION', 'FORM', 'REPORT'] as const;
export type Level = (typeof LEVELS)[number];
/** Position of a level in {@link LEVELS}: 0 NOT_LISTED … 3 REPORT. */
export type Rank = 0 | 1 | 2 | 3;

const RANKS: Record<Level, Rank> = { NOT_LISTED: 0, REGISTRATION: 1, FORM: 2, REPORT: 3 };

export function rankOf(level: Level): Rank {
  return RANKS[level];
}

export function levelOf(rank: number): Level {
  const level = LEVELS[rank];
  if (level === undefined) throw new RangeError(`no level has rank ${rank}`);
  return level;
}
