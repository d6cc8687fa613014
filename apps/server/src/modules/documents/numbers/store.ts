import type { Tx } from '../../../platform/db.ts';

export interface Series {
  readonly code: string;
  readonly pattern: string;
}

export interface TakenNumber {
  readonly number: string;
  readonly year: number;
  readonly serial: number;
}

type Office = { readonly ownerOrg: string; readonly districtCode: string };

export async function findSeries(
  tx: Tx,
  ownerOrg: string,
  code: string,
): Promise<Series | undefined> {
  const [row] = await tx.query<Series>(
    'select code, pattern from number_series where owner_org = $1 and code = $2',
    [ownerOrg, code],
  );
  return row;
}

/**
 * The next number of a series. The row of the year stays locked until the transaction ends: whoever
 * else signs off waits, and a transaction that fails gives the number back.
 */
export async function takeNumber(
  tx: Tx,
  { ownerOrg, districtCode }: Office,
  { code, pattern }: Series,
  year: number,
): Promise<TakenNumber> {
  const [row] = await tx.query<{ serial: number }>(
    `insert into number_year (owner_org, district_code, code, year, last) values ($1, $2, $3, $4, 1)
     on conflict (owner_org, code, year) do update set last = number_year.last + 1
     returning last as serial`,
    [ownerOrg, districtCode, code, year],
  );
  const { serial } = row!;
  return { number: writeNumber(pattern, year, serial), year, serial };
}

/** No zeros before the serial number: GB/T 9704-2012, 7.2.5. */
export function writeNumber(pattern: string, year: number, serial: number): string {
  return pattern.replace('{year}', String(year)).replace('{serial}', String(serial));
}

export async function insertNumber(
  tx: Tx,
  { ownerOrg, districtCode }: Office,
  code: string,
  taken: TakenNumber,
  use: { readonly document: string } | { readonly reason: string },
): Promise<void> {
  await tx.query(
    `insert into document_number (owner_org, district_code, code, year, serial, number, document_id,
       state, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ownerOrg,
      districtCode,
      code,
      taken.year,
      taken.serial,
      taken.number,
      'document' in use ? use.document : null,
      'document' in use ? 'USED' : 'VOID',
      'reason' in use ? use.reason : null,
    ],
  );
}

/** The number stays with its document and is never given again. */
export async function voidNumberOf(tx: Tx, document: string, reason: string): Promise<void> {
  await tx.query(`update document_number set state = 'VOID', reason = $2 where document_id = $1`, [
    document,
    reason,
  ]);
}

export async function setSeries(
  tx: Tx,
  { ownerOrg, districtCode }: Office,
  { code, pattern }: Series,
): Promise<void> {
  await tx.query(
    `insert into number_series (owner_org, district_code, code, pattern) values ($1, $2, $3, $4)
     on conflict (owner_org, code) do update set pattern = excluded.pattern`,
    [ownerOrg, districtCode, code, pattern],
  );
}

/** The last number of the year, which others wait for; 0 where none was given yet. */
export async function lockYear(
  tx: Tx,
  { ownerOrg, districtCode }: Office,
  code: string,
  year: number,
): Promise<number> {
  await tx.query(
    `insert into number_year (owner_org, district_code, code, year, last) values ($1, $2, $3, $4, 0)
     on conflict do nothing`,
    [ownerOrg, districtCode, code, year],
  );
  const [row] = await tx.query<{ last: number }>(
    `select last from number_year where owner_org = $1 and code = $2 and year = $3 for update`,
    [ownerOrg, code, year],
  );
  return row!.last;
}

export async function setLast(
  tx: Tx,
  ownerOrg: string,
  code: string,
  year: number,
  last: number,
): Promise<void> {
  await tx.query(
    'update number_year set last = $4 where owner_org = $1 and code = $2 and year = $3',
    [ownerOrg, code, year, last],
  );
}

/** The first number of the year that the program gave itself; null for none. */
export async function firstGiven(
  tx: Tx,
  ownerOrg: string,
  code: string,
  year: number,
): Promise<number | null> {
  const [row] = await tx.query<{ first: number | null }>(
    `select min(serial) as first from document_number
     where owner_org = $1 and code = $2 and year = $3`,
    [ownerOrg, code, year],
  );
  return row?.first ?? null;
}

/** Series of some offices with the years they were used in, newest first. */
export function listSeries(
  tx: Tx,
  offices: readonly string[],
): Promise<
  (Series & { ownerOrg: string; year: number | null; last: number | null; voided: number })[]
> {
  return tx.query(
    `select s.owner_org as "ownerOrg", s.code, s.pattern, y.year, y.last,
       (select count(*)::integer from document_number n where n.owner_org = y.owner_org
          and n.code = y.code and n.year = y.year and n.state = 'VOID') as voided
     from number_series s left join number_year y using (owner_org, code)
     where s.owner_org = any ($1::uuid[]) order by s.code, y.year desc`,
    [offices],
  );
}

/** The number of each document, and its volume while that is open. */
export function findStandings(
  tx: Tx,
  ids: readonly string[],
): Promise<
  { readonly id: string; readonly number: string | null; readonly volume: string | null }[]
> {
  return tx.query(
    `select d.id, d.number, v.id as volume from document d
       left join document_volume v on v.id = d.volume_id and v.closed_on is null
     where d.id = any ($1::uuid[])`,
    [ids],
  );
}
