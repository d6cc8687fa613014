import type { DesignationKind, ParkKind } from '@ludao/contracts';

/** A park as it is first entered, with what belongs to it. */
export interface NewPark {
  readonly id: string;
  readonly name: string;
  readonly districtCode: string;
  readonly kind: ParkKind;
  readonly operator: string | null;
  readonly legalEntity: string | null;
  readonly address: string;
  /** Degrees in GCJ-02 as decimal text, or null where nobody measured. */
  readonly longitude: string | null;
  readonly latitude: string | null;
  readonly designations: readonly NewDesignation[];
  readonly buildings: readonly NewBuilding[];
}

export interface NewDesignation {
  readonly id: string;
  readonly kind: DesignationKind;
  readonly stars: number | null;
  /** Title and number of the document it rests on. */
  readonly evidence: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export interface NewBuilding {
  readonly id: string;
  readonly name: string;
  readonly landlord: string | null;
  readonly units: readonly {
    readonly id: string;
    readonly name: string;
    readonly areaM2: number;
  }[];
}
