import { EntryQuery } from '@ludao/contracts';
import { readSearch } from '../../api/list-search.ts';

export type EntrySearch = Partial<
  Pick<EntryQuery, 'q' | 'page' | 'topic' | 'district' | 'state' | 'sort'>
>;
/** What a control changes; undefined takes a condition away. */
export type Conditions = { [K in keyof EntrySearch]?: EntrySearch[K] | undefined };

export function readEntrySearch(raw: Record<string, unknown>): EntrySearch {
  return readSearch(EntryQuery.omit({ size: true }), raw) as EntrySearch;
}

/** What the new entry is: of which list, or a new version of which entry. */
export interface NewEntrySearch {
  readonly topic?: NonNullable<EntrySearch['topic']>;
  readonly after?: string;
  readonly year?: number;
}

export function readNewEntrySearch(raw: Record<string, unknown>): NewEntrySearch {
  const { topic } = readEntrySearch(raw);
  const { after, year } = raw;
  return {
    ...(topic && { topic }),
    ...(typeof after === 'string' && { after }),
    ...readYear(year),
  };
}

/** A year of the calendar, where one is named. */
export function readYear(raw: unknown): { readonly year?: number } {
  const year = Number(raw);
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? { year } : {};
}

/** What has just been done with an entry, told on its page. */
export const ENTRY_DONE = ['submitted', 'approved', 'rejected', 'withdrawn'] as const;
export type EntryDone = (typeof ENTRY_DONE)[number];
