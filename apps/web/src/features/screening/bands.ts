import type { Limit } from '@ludao/rules';

/** A stretch of an amount; `min` and `max` belong to it, `above` and `below` do not. */
export interface Band {
  readonly min?: number;
  readonly max?: number;
  readonly above?: number;
  readonly below?: number;
}

/** The stretches between the law's limits; zero stands apart where "none" is an answer. */
export function bandsOf(limits: readonly Limit[], zeroApart: boolean): Band[] {
  const points = limits.filter(({ value }) => value > 0);
  const bands: Band[] = [];
  let start: Band = zeroApart ? { above: 0 } : {};
  for (const { value, inUpper } of points) {
    bands.push({ ...start, ...(inUpper ? { below: value } : { max: value }) });
    start = inUpper ? { min: value } : { above: value };
  }
  return points.length === 0 && !zeroApart ? [] : [...bands, start];
}
