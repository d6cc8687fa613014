import { EffectCasesQuery } from '@ludao/contracts';
import { readSearch } from '../../../api/list-search.ts';

/** Months and county, and the cell that is open; all of it is in the address. */
export type EffectsSearch = Partial<EffectCasesQuery> & { readonly open?: string };

export function readEffectsSearch(raw: Record<string, unknown>): EffectsSearch {
  const search = readSearch(EffectCasesQuery, raw) as EffectsSearch;
  const { open } = raw;
  return typeof open === 'string' && /^\d{4}-\d{2}$/.test(open) ? { ...search, open } : search;
}
