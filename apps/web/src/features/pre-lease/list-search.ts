import { PreLeaseQuery } from '@ludao/contracts';
import { readSearch } from '../../api/list-search.ts';

export type PreLeaseSearch = Partial<Omit<PreLeaseQuery, 'size'>>;
/** What a control changes; undefined takes a condition away. */
export type Conditions = { [K in keyof PreLeaseSearch]?: PreLeaseSearch[K] | undefined };

export function readPreLeaseSearch(raw: Record<string, unknown>): PreLeaseSearch {
  return readSearch(PreLeaseQuery.omit({ size: true }), raw) as PreLeaseSearch;
}
