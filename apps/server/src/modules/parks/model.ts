import type { Bilingual, DesignationKind, ParkKind, WastewaterRoute } from '@ludao/contracts';

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
  readonly wastewater?: WastewaterRoute | null;
  readonly plantLitresPerDay?: number | null;
  readonly rainSewageApart?: boolean | null;
  readonly sharedFacilities?: string;
  readonly designations: readonly NewDesignation[];
  readonly buildings: readonly NewBuilding[];
}

export interface NewDesignation {
  readonly id: string;
  readonly kind: DesignationKind;
  readonly stars: number | null;
  /** Title of the document it rests on. */
  readonly evidence: string;
  readonly documentNo?: string;
  readonly issuedOn?: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export interface NewBuilding {
  readonly id: string;
  readonly name: string;
  readonly landlord: string | null;
  readonly storeys?: number | null;
  readonly areaM2?: number | null;
  readonly units: readonly {
    readonly id: string;
    readonly name: string;
    readonly storey?: number | null;
    readonly areaM2: number;
  }[];
}

/** A restriction of a park 项目限批 that stops acceptance, filing and direct entry. */
export interface ParkRestriction {
  readonly id: string;
  readonly documentNo: string;
  readonly since: string;
  readonly reason: Bilingual;
}
