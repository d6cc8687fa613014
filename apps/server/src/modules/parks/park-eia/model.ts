import type { AllowanceItem, Envelope, Liability, ParkEiaState, Pollutant } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import type { Session } from '../../../platform/session.ts';

/** The discharge permit of a park on a day, with the amounts that it permits in a year. */
export interface ParkPermit {
  readonly number: string;
  readonly validTo: string;
  readonly annualGrams: ReadonlyMap<Pollutant, bigint>;
}
/** Asks for it; null where none is in force. Whoever keeps permits hands this in. */
export type PermitInForce = (
  tx: Tx,
  holder: { readonly parkId: string },
  on: string,
) => Promise<ParkPermit | null>;

/** Who asks, and when. */
export interface Asking {
  readonly session: Session;
  readonly now: Date;
  readonly today: string;
  readonly causeId: string;
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

export function streamOf(id: string): string {
  return `park-eia/${id}`;
}
