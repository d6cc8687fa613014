import type { BaselineDataset } from '@ludao/rules';

/** A set of a park that the law lists, as it stands in the database. */
export interface ListedDataset {
  /** The park in the law's list. */
  readonly park: string;
  readonly id: string;
  readonly kind: BaselineDataset['kind'];
  readonly title: string;
  readonly owner: string;
  readonly laboratory: string;
  readonly sampledOn: string | null;
  readonly validFrom: string;
  readonly validTo: string;
  /** When it was withdrawn or superseded. */
  readonly endedOn: string | null;
}

/** The sets of each listed park in the shape of the law's list. */
export function byListedPark(
  rows: readonly ListedDataset[],
): ReadonlyMap<string, readonly BaselineDataset[]> {
  const parks = new Map<string, BaselineDataset[]>();
  for (const { park, laboratory, endedOn, ...row } of rows) {
    const dataset = { ...row, laboratory: laboratory || null, withdrawnOn: endedOn };
    parks.set(park, [...(parks.get(park) ?? []), dataset]);
  }
  return parks;
}
