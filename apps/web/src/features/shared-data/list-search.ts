import { CitationQuery, DatasetQuery } from '@ludao/contracts';
import { readSearch } from '../../api/list-search.ts';

export type DatasetSearch = Partial<Omit<DatasetQuery, 'size'>>;
export type DatasetConditions = { [K in keyof DatasetSearch]?: DatasetSearch[K] | undefined };

export function readDatasetSearch(raw: Record<string, unknown>): DatasetSearch {
  return readSearch(DatasetQuery.omit({ size: true }), raw) as DatasetSearch;
}

export type CitationSearch = Partial<Omit<CitationQuery, 'size'>>;
export type CitationConditions = { [K in keyof CitationSearch]?: CitationSearch[K] | undefined };

export function readCitationSearch(raw: Record<string, unknown>): CitationSearch {
  return readSearch(CitationQuery.omit({ size: true }), raw) as CitationSearch;
}

const ID = /^[0-9a-f-]{36}$/;
const idOf = (value: unknown) => (typeof value === 'string' && ID.test(value) ? value : undefined);

/** The set that a new one is to take the place of. */
export function readNewDataset({ supersedes }: Record<string, unknown>): {
  readonly supersedes?: string;
} {
  const id = idOf(supersedes);
  return id ? { supersedes: id } : {};
}

/** For which enterprise, where the reader acts for several. */
export function readCiting({ enterprise }: Record<string, unknown>): {
  readonly enterprise?: string;
} {
  const id = idOf(enterprise);
  return id ? { enterprise: id } : {};
}

export function readMade({ done }: Record<string, unknown>): { readonly done?: 'made' } {
  return done === 'made' ? { done } : {};
}
