import { InboxQuery } from '@ludao/contracts';
import { readSearch } from '../../api/list-search.ts';

export type InboxSearch = Partial<Omit<InboxQuery, 'size'>>;
/** What a control changes; undefined takes a condition away. */
export type Conditions = { [K in keyof InboxSearch]?: InboxSearch[K] | undefined };

export function readInboxSearch(raw: Record<string, unknown>): InboxSearch {
  return readSearch(InboxQuery.omit({ size: true }), raw) as InboxSearch;
}
