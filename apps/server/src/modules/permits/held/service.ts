import type { HeldCategory, Pollutant } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { findInForce, findPermitOfPark } from './store.ts';

export { findPlaces as placesOfHolders, type HeldPlace } from './store.ts';

export interface PermitInForce {
  readonly permitId: string;
  readonly number: string;
  readonly category: HeldCategory;
  readonly validFrom: string;
  readonly validTo: string;
  /** Whole grams of a year. */
  readonly gramsPerYear: ReadonlyMap<Pollutant, bigint>;
}

/**
 * What was permitted on a day, of the place at the holder's own address before further ones; seen with
 * the rights of the transaction. @param on 'YYYY-MM-DD'
 */
export async function permitInForce(
  tx: Tx,
  of: { readonly parkId: string } | { readonly enterpriseId: string },
  on: string,
): Promise<PermitInForce | undefined> {
  const found = await findInForce(tx, 'parkId' in of ? of.parkId : of.enterpriseId, on);
  if (!found) return undefined;
  const { amounts, ...permit } = found;
  const grams = amounts.map(({ pollutant, grams: text }): [Pollutant, bigint] => [
    pollutant,
    BigInt(text),
  ]);
  return { ...permit, gramsPerYear: new Map(grams) };
}

/**
 * What a park is permitted on a day, whoever asks: its tenants draw their shares from these amounts.
 * @param on 'YYYY-MM-DD' @returns whole grams of a year by pollutant; null where none is in force
 */
export async function permitOfPark(
  tx: Tx,
  { parkId }: { readonly parkId: string },
  on: string,
): Promise<{
  readonly number: string;
  readonly validTo: string;
  readonly annualGrams: ReadonlyMap<Pollutant, bigint>;
} | null> {
  const found = await findPermitOfPark(tx, parkId, on);
  if (!found) return null;
  const { amounts, ...permit } = found;
  const grams = amounts.map(({ pollutant, grams: text }): [Pollutant, bigint] => [
    pollutant,
    BigInt(text),
  ]);
  return { ...permit, annualGrams: new Map(grams) };
}
