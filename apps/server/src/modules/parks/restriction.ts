import type { Bilingual } from '@ludao/contracts';
import type { Tx } from '../../platform/db.ts';

/** A restriction of a park 项目限批 that stops acceptance, filing and direct entry. */
export interface ParkRestriction {
  readonly id: string;
  readonly documentNo: string;
  readonly since: string;
  readonly reason: Bilingual;
}

/** The restriction of a park on a day; null where there is none. Whoever keeps them hands this in. */
export type ParkRestrictions = (
  tx: Tx,
  parkId: string,
  on: string,
) => Promise<ParkRestriction | null>;

/** While nobody keeps any. */
export const noRestrictions: ParkRestrictions = () => Promise.resolve(null);
