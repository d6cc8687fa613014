import { CaseQuery } from '@ludao/contracts';
import { readSearch } from '../../api/list-search.ts';

export type CaseSearch = Partial<Omit<CaseQuery, 'size'>>;
/** What a control changes; undefined takes a condition away. */
export type Conditions = { [K in keyof CaseSearch]?: CaseSearch[K] | undefined };

export function readCaseSearch(raw: Record<string, unknown>): CaseSearch {
  return readSearch(CaseQuery.omit({ size: true }), raw) as CaseSearch;
}
