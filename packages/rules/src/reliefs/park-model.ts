import type { Clause } from './model.ts';

export interface BaselineDataset {
  readonly id: string;
  readonly kind: 'ambient' | 'soil_groundwater' | 'sewer';
  readonly title: string;
  readonly owner: string;
  readonly laboratory: string | null;
  readonly sampledOn: string | null;
  readonly validFrom: string;
  readonly validTo: string;
  readonly withdrawnOn: string | null;
}

export interface ParkWideEia {
  readonly title: string;
  readonly approvalNo: string;
  readonly approvedOn: string;
  readonly from: string;
  readonly to: string | null;
  /** Since this day a major change stops citing and direct entry until a new approval. */
  readonly majorChangeOn: string | null;
  readonly permitNo: string | null;
  readonly liability: 'park_entity' | 'each_proponent';
  readonly industries: readonly string[];
  /**
   * Digits of the industry code by which "the same specific industry" is judged; null where the
   * parameter of the place says so.
   */
  readonly digits: number | null;
  readonly envelope: readonly Clause[];
  readonly conclusions: readonly string[];
}

export interface Park {
  readonly id: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly area: string | null;
  /** Code of the zoning unit it lies in. */
  readonly zone: string | null;
  readonly eia: ParkWideEia | null;
  readonly datasets: readonly BaselineDataset[];
}
