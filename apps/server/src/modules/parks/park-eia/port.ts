import type { Tx } from '../../../platform/db.ts';
import type { Session } from '../../../platform/session.ts';
import type { ParkPermit } from './model.ts';

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
