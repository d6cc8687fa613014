import { RetrofitQuery } from '@ludao/contracts';
import { readSearch } from '../../../api/list-search.ts';

export type RetrofitSearch = Partial<Omit<RetrofitQuery, 'size'>>;
/** What a control changes; undefined takes a condition away. */
export type Conditions = { [K in keyof RetrofitSearch]?: RetrofitSearch[K] | undefined };

export function readRetrofitSearch(raw: Record<string, unknown>): RetrofitSearch {
  return readSearch(RetrofitQuery.omit({ size: true }), raw) as RetrofitSearch;
}
