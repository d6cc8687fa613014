import type { HeldCategory, Pollutant } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';

/** What was in force for a holder on a day, with its amounts in decimals. */
export async function findInForce(
  tx: Tx,
  holderId: string,
  on: string,
): Promise<
  | {
      readonly permitId: string;
      readonly number: string;
      readonly category: HeldCategory;
      readonly validFrom: string;
      readonly validTo: string;
      readonly amounts: readonly { readonly pollutant: Pollutant; readonly grams: string }[];
    }
  | undefined
> {
  const [row] = await tx.query<{
    permitId: string;
    number: string;
    category: HeldCategory;
    validFrom: string;
    validTo: string;
    amounts: { pollutant: Pollutant; grams: string }[];
  }>(
    `select p.id as "permitId", v.number, v.category, v.valid_from as "validFrom",
       v.valid_to as "validTo",
       coalesce((select json_agg(json_build_object('pollutant', m.pollutant,
           'grams', m.grams_per_year::text) order by m.pollutant)
         from permit_amount m where m.permit_id = v.permit_id and m.no = v.no), '[]') as amounts
     from permit p
       join lateral (select * from permit_version o
         where o.permit_id = p.id and o.in_force_from <= $2::date
         order by o.in_force_from desc, o.no desc limit 1) v on true
     where p.holder_id = $1 and v.kind is distinct from 'CANCEL' and v.valid_to >= $2::date
     order by p.site limit 1`,
    [holderId, on],
  );
  return row;
}

/** Of a park, whoever asks: what is published of its permit. */
export async function findPermitOfPark(
  tx: Tx,
  parkId: string,
  on: string,
): Promise<
  | {
      readonly number: string;
      readonly validTo: string;
      readonly amounts: readonly { readonly pollutant: Pollutant; readonly grams: string }[];
    }
  | undefined
> {
  const [row] = await tx.query<{
    number: string;
    validTo: string;
    amounts: { pollutant: Pollutant; grams: string }[];
  }>('select number, valid_to as "validTo", amounts from permit_of_park($1, $2::date)', [
    parkId,
    on,
  ]);
  return row;
}

export interface HeldPlace {
  readonly holderId: string;
  readonly site: string;
  /** Of the last version; null where nothing was ever in force. */
  readonly number: string | null;
  readonly validTo: string | null;
  readonly historical: boolean;
}

/** The places of holders in scope, with or without a permit. */
export function findPlaces(tx: Tx, holders: readonly string[]): Promise<HeldPlace[]> {
  return tx.query<HeldPlace>(
    `select p.holder_id as "holderId", p.site, p.historical, v.number, v.valid_to as "validTo"
     from permit p
       left join lateral (select number, valid_to from permit_version o
         where o.permit_id = p.id order by o.no desc limit 1) v on true
     where p.holder_id = any ($1::uuid[]) order by p.holder_id, p.site`,
    [holders],
  );
}
