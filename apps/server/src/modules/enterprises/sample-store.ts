import type { Tx } from '../../platform/db.ts';

/** Enterprises of a county, or of a city's counties, in reach: always the same ones, picked blindly. */
export function sampleEnterprises(
  tx: Tx,
  district: string,
  limit: number,
): Promise<{ name: string; industries: string[]; inPark: boolean }[]> {
  return tx.query(
    `select name, industries, park_id is not null as "inPark" from enterprise
     where district_code = $1 or ($1 like '%00' and left(district_code, 4) = left($1, 4))
     order by md5(id::text) limit $2`,
    [district, limit],
  );
}
