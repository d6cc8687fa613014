import { SignOnAccountsQuery } from '@ludao/contracts';
import { readSearch } from '../../../api/list-search.ts';

export type AccountsSearch = Partial<Pick<SignOnAccountsQuery, 'q' | 'state' | 'page' | 'sort'>>;
/** What a control changes; undefined takes a condition away. */
export type Conditions = { [K in keyof AccountsSearch]?: AccountsSearch[K] | undefined };

export function readAccountsSearch(raw: Record<string, unknown>): AccountsSearch {
  return readSearch(SignOnAccountsQuery.omit({ size: true }), raw) as AccountsSearch;
}

/** Back from the office's own sign-on, which was to be linked. */
export function readOwnSearch({ done, problem }: Record<string, unknown>): {
  done?: 'linked';
  problem?: string;
} {
  return {
    ...(done === 'linked' && { done }),
    ...(isCode(problem) && { problem }),
  };
}

export function isCode(text: unknown): text is string {
  return typeof text === 'string' && /^[A-Z_]{3,40}$/.test(text);
}
