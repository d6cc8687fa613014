import type { Tx } from '../../platform/db.ts';

/** Tables of this module whose rows lie in the county of the organisation that they belong to. */
export const FOLLOW_COUNTY = [
  'person',
  'post',
  'post_holding',
  'absence',
  'appointment',
  'delegation',
] as const;

/** What is on record of an organisation itself. */
export interface ChangedOrganisation {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly districtCode: string;
}

/**
 * Names, codes and counties of organisations; where a county changed, their people, posts, holdings,
 * absences and delegations come along, so that nobody stays in reach of the former office.
 */
export async function changeOrganisations(
  tx: Tx,
  changed: readonly ChangedOrganisation[],
): Promise<void> {
  const given = [
    changed.map(({ id }) => id),
    changed.map(({ name }) => name),
    changed.map(({ creditCode }) => creditCode),
    changed.map(({ districtCode }) => districtCode),
  ];
  const moved = await tx.query<{ id: string; district_code: string }>(
    `with given as (
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[])
         as given (id, name, credit_code, district_code)
     ), before as (
       select o.id, o.district_code from organisation o join given using (id)
     ), written as (
       update organisation o set name = given.name, credit_code = given.credit_code,
         district_code = given.district_code
       from given where o.id = given.id and (o.name, o.credit_code, o.district_code)
         is distinct from (given.name, given.credit_code, given.district_code)
     )
     select given.id, given.district_code from given join before using (id)
     where given.district_code <> before.district_code`,
    given,
  );
  if (moved.length === 0) return;
  const orgs = moved.map(({ id }) => id);
  const counties = moved.map(({ district_code }) => district_code);
  for (const table of FOLLOW_COUNTY) {
    await tx.query(
      `update ${table} t set district_code = given.district_code
       from unnest($1::uuid[], $2::text[]) as given (id, district_code)
       where t.owner_org = given.id and t.district_code <> given.district_code`,
      [orgs, counties],
    );
  }
}

/** Rows that were given to another organisation, by table: what it takes to give them back. */
export type Carried = Partial<Record<(typeof FOLLOW_COUNTY)[number], readonly string[]>>;

/** Gives the people of one organisation, their posts and delegations to another. */
export async function carryOver(
  tx: Tx,
  from: string,
  to: { readonly id: string; readonly districtCode: string },
): Promise<Carried> {
  const carried: { -readonly [Table in keyof Carried]: Carried[Table] } = {};
  for (const table of FOLLOW_COUNTY) {
    const rows = await tx.query<{ id: string }>(
      `update ${table} set owner_org = $2, district_code = $3 where owner_org = $1 returning id`,
      [from, to.id, to.districtCode],
    );
    if (rows.length > 0) carried[table] = rows.map(({ id }) => id);
  }
  return carried;
}

/** Gives back what was carried over. */
export async function carryBack(
  tx: Tx,
  carried: Carried,
  to: { readonly id: string; readonly districtCode: string },
): Promise<void> {
  for (const table of FOLLOW_COUNTY) {
    await tx.query(
      `update ${table} set owner_org = $2, district_code = $3 where id = any ($1::uuid[])`,
      [carried[table] ?? [], to.id, to.districtCode],
    );
  }
}
