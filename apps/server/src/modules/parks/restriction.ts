import type { Tx } from '../../platform/db.ts';
import type { ParkRestriction } from './model.ts';

/** The restriction of a park on a day; null where there is none. Whoever keeps them hands this in. */
export type ParkRestrictions = (
  tx: Tx,
  parkId: string,
  on: string,
) => Promise<ParkRestriction | null>;

/** While nobody keeps any. */
export const noRestrictions: ParkRestrictions = () => Promise.resolve(null);
