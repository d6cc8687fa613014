import { DuplicateQuery } from '@ludao/contracts';
import { readSearch } from '../../../api/list-search.ts';

export type DuplicateSearch = Partial<
  Pick<DuplicateQuery, 'page' | 'district' | 'reason' | 'sort'>
>;
/** What a control changes; undefined takes a condition away. */
export type Conditions = { [K in keyof DuplicateSearch]?: DuplicateSearch[K] | undefined };

export function readDuplicateSearch(raw: Record<string, unknown>): DuplicateSearch {
  return readSearch(DuplicateQuery.omit({ size: true }), raw) as DuplicateSearch;
}

export interface PairSearch {
  readonly one: string;
  readonly other: string;
}

export function readPairSearch({ one, other }: Record<string, unknown>): PairSearch {
  const id = (value: unknown) => (typeof value === 'string' ? value : '');
  return { one: id(one), other: id(other) };
}
