import type {
  AllowanceItem,
  Envelope,
  Liability,
  ParkEiaForm,
  ParkEiaState,
  Pollutant,
} from '@ludao/contracts';

/** The discharge permit of a park on a day, with the amounts that it permits in a year. */
export interface ParkPermit {
  readonly number: string;
  readonly validTo: string;
  readonly annualGrams: ReadonlyMap<Pollutant, bigint>;
}

export interface StoredParkEia {
  readonly id: string;
  readonly parkId: string;
  readonly park: string;
  readonly ownerOrg: string | null;
  readonly districtCode: string;
  readonly title: string;
  readonly state: ParkEiaState;
  readonly historical: boolean;
  readonly liability: Liability;
  readonly envelope: Envelope;
  readonly preparer: string;
  readonly summary: string;
  readonly reportFile: string | null;
  readonly returnedFor: string | null;
  readonly decision: 'APPROVE' | 'REFUSE' | null;
  readonly approvalNo: string | null;
  readonly approvedOn: string | null;
  readonly office: string | null;
  readonly approvalFile: string | null;
  readonly decisionWords: string | null;
  readonly inForceFrom: string | null;
  readonly validTo: string | null;
  readonly permitNo: string | null;
  readonly enteredBy: string | null;
  readonly enteredPost: string | null;
  readonly enteredAt: Date | null;
  readonly confirmedBy: string | null;
  readonly stoppedOn: string | null;
  readonly listedAs: string | null;
  readonly lawEntry: string | null;
  readonly version: number;
}

/** An account of the allowance as it stands in the database. */
export interface AllowanceRow {
  readonly item: AllowanceItem;
  readonly total: bigint;
  readonly drawn: bigint;
}

/** What a tenant may read of the EIA in force of its park: approvals are public. */
export interface EiaOfPark {
  readonly id: string;
  readonly title: string;
  readonly approvalNo: string;
  readonly inForceFrom: string;
  readonly validTo: string;
  readonly state: string;
  readonly liability: StoredParkEia['liability'];
  readonly envelope: Envelope;
  readonly listedAs: string | null;
  readonly reconciled: boolean;
}

/** An approved park-wide EIA as it is first entered, with the tenants that were there before. */
export interface NewParkEia {
  readonly id: string;
  readonly park: Pick<StoredParkEia, 'ownerOrg' | 'districtCode'> & { readonly id: string };
  readonly form: ParkEiaForm;
  readonly approval: {
    readonly approvalNo: string;
    readonly approvedOn: string;
    readonly office: string;
    readonly inForceFrom: string;
    readonly validTo: string;
  };
  /** Its park in the list of the law; null where it is not listed. */
  readonly listedAs: string | null;
  readonly enteredBy: { readonly person: string; readonly post: string };
  readonly confirmedBy: string;
  readonly at: Date;
  /** The day on which the opening balance was confirmed. */
  readonly reconciledOn: string;
  readonly tenants: readonly {
    readonly id: string;
    readonly enterprise: string;
    readonly name: string;
    readonly unitId: string | null;
    readonly since: string;
    readonly shares: readonly { readonly item: AllowanceItem; readonly amount: bigint }[];
  }[];
}

export function streamOf(id: string): string {
  return `park-eia/${id}`;
}
