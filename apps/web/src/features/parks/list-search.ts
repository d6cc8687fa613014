import { ParkQuery } from '@ludao/contracts';
import { readSearch } from '../../api/list-search.ts';

export type ParkSearch = Partial<
  Pick<ParkQuery, 'q' | 'page' | 'district' | 'kind' | 'stars' | 'sort'>
>;
/** What a control changes; undefined takes a condition away. */
export type Conditions = { [K in keyof ParkSearch]?: ParkSearch[K] | undefined };

export function readParkSearch(raw: Record<string, unknown>): ParkSearch {
  return readSearch(ParkQuery.omit({ size: true }), raw) as ParkSearch;
}
