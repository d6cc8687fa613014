import { AdmissionQuery } from '@ludao/contracts';
import { readSearch } from '../../api/list-search.ts';

export type AdmissionSearch = Partial<Omit<AdmissionQuery, 'size'>>;
/** What a control changes; undefined takes a condition away. */
export type Conditions = { [K in keyof AdmissionSearch]?: AdmissionSearch[K] | undefined };

export function readAdmissionSearch(raw: Record<string, unknown>): AdmissionSearch {
  return readSearch(AdmissionQuery.omit({ size: true }), raw) as AdmissionSearch;
}
