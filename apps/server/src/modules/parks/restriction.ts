import type { Tx } from '../../platform/db.ts';

/** 项目限批: until it is lifted nothing new is accepted, filed or admitted in the park. */
export interface ParkRestriction {
  readonly id: string;
  readonly documentNo: string;
  readonly since: string;
  readonly reason: { readonly zh: string; readonly en: string };
}

/** The restriction that a park is under on a day; null for none. */
export type ParkRestrictions = (
  tx: Tx,
  parkId: string,
  on: string,
) => Promise<ParkRestriction | null>;

export const noRestrictions: ParkRestrictions = async () => null;
