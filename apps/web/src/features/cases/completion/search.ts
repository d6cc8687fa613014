import { CompletionQuery } from '@ludao/contracts';
import { readSearch } from '../../../api/list-search.ts';

export type CompletionSearch = Partial<Omit<CompletionQuery, 'size'>>;
/** What a control changes; undefined takes a condition away. */
export type Conditions = { [K in keyof CompletionSearch]?: CompletionSearch[K] | undefined };

export function readCompletionSearch(raw: Record<string, unknown>): CompletionSearch {
  return readSearch(CompletionQuery.omit({ size: true }), raw) as CompletionSearch;
}
