import type { Tx } from '../../../platform/db.ts';

export interface StoredOffice {
  readonly id: string;
  readonly name: string;
  readonly districtCode: string;
  /** 0: nothing is set yet. */
  readonly version: number;
  readonly issuer: string;
  readonly reviewAuthority: string;
  readonly court: string;
  readonly contact: string;
}

/** Some offices with how they name themselves; one that has set nothing yet is there too. */
export function findOffices(tx: Tx, ids: readonly string[]): Promise<StoredOffice[]> {
  return tx.query<StoredOffice>(
    `select o.id, o.name, o.district_code as "districtCode", coalesce(i.version, 0) as version,
       coalesce(i.issuer, '') as issuer, coalesce(i.review_authority, '') as "reviewAuthority",
       coalesce(i.court, '') as court, coalesce(i.contact, '') as contact
     from organisation o left join issuing_office i on i.owner_org = o.id
     where o.id = any ($1::uuid[]) order by o.name`,
    [ids],
  );
}

/** @returns false where somebody was first */
export async function writeOffice(
  tx: Tx,
  { id, districtCode }: Pick<StoredOffice, 'id' | 'districtCode'>,
  form: Omit<StoredOffice, 'id' | 'name' | 'districtCode'>,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into issuing_office as had
       (owner_org, district_code, issuer, review_authority, court, contact, version)
     values ($1, $2, $3, $4, $5, $6, 1)
     on conflict (owner_org) do update set issuer = excluded.issuer,
       review_authority = excluded.review_authority, court = excluded.court,
       contact = excluded.contact, version = had.version + 1
     where had.version = $7
     returning version`,
    [id, districtCode, form.issuer, form.reviewAuthority, form.court, form.contact, form.version],
  );
  return rows.length > 0;
}
