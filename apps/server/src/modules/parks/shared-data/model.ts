import type { DatasetFactor, DatasetKind, DatasetState } from '@ludao/contracts';

/** Data that a park shares, as they stand in their row. */
export interface StoredDataset {
  readonly id: string;
  readonly parkId: string;
  readonly park: string;
  readonly ownerOrg: string;
  readonly districtCode: string;
  readonly kind: DatasetKind;
  readonly title: string;
  readonly dataOwner: string;
  readonly sampledOn: string | null;
  readonly laboratory: string;
  readonly cmaNo: string;
  readonly points: readonly string[];
  readonly factors: readonly DatasetFactor[];
  readonly fileId: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly state: DatasetState;
  readonly endedOn: string | null;
  readonly reason: string;
  readonly supersededBy: { readonly id: string; readonly title: string } | null;
  readonly enteredOn: string;
  readonly citations: number;
}

/** What is first written of it. */
export type NewDataset = Omit<
  StoredDataset,
  'park' | 'state' | 'endedOn' | 'reason' | 'supersededBy' | 'citations'
> & { readonly enteredBy: string };

/** Whose a park is, as far as shared data ask. */
export interface ParkPlace {
  readonly id: string;
  readonly name: string;
  readonly districtCode: string;
  /** The operator, or the legal entity where there is none. */
  readonly ownerOrg: string | null;
}

export const streamOf = (id: string) => `dataset/${id}`;
