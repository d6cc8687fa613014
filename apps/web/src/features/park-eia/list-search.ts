import { ParkEiaQuery } from '@ludao/contracts';
import { readSearch } from '../../api/list-search.ts';

export type ParkEiaSearch = Partial<Omit<ParkEiaQuery, 'size'>>;
/** What a control changes; undefined takes a condition away. */
export type Conditions = { [K in keyof ParkEiaSearch]?: ParkEiaSearch[K] | undefined };

export function readParkEiaSearch(raw: Record<string, unknown>): ParkEiaSearch {
  return readSearch(ParkEiaQuery.omit({ size: true }), raw) as ParkEiaSearch;
}
