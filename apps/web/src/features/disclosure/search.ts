import { COUNTY_COLUMNS } from '@ludao/contracts';

export type CountyColumn = keyof typeof COUNTY_COLUMNS;

/** The order of the table by county, kept in the page's address; '-' before it turns it round. */
export interface CountySearch {
  readonly sort?: string;
}

export function readCountySearch({ sort }: Record<string, unknown>): CountySearch {
  const isKnown = typeof sort === 'string' && sort.replace(/^-/, '') in COUNTY_COLUMNS;
  return isKnown ? { sort } : {};
}
