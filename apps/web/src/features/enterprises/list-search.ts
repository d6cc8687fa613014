import { EnterpriseQuery } from '@ludao/contracts';
import { readSearch } from '../../api/list-search.ts';

export type EnterpriseSearch = Partial<Omit<EnterpriseQuery, 'size'>>;
/** What a control changes; undefined takes a condition away. */
export type Conditions = { [K in keyof EnterpriseSearch]?: EnterpriseSearch[K] | undefined };

export function readEnterpriseSearch(raw: Record<string, unknown>): EnterpriseSearch {
  return readSearch(EnterpriseQuery.omit({ size: true }), raw) as EnterpriseSearch;
}
