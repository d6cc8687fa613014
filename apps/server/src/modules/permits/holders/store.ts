import type { PermitHolder } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import type { Placed } from '../model.ts';

/** Who applies: the firm, or the legal entity of a park. */
export interface Holder extends Placed {
  readonly name: string;
  readonly creditCode: string | null;
}

/** The holder in reach. A park is held by its legal entity, which is its operator unless said otherwise. */
export async function findHolder(tx: Tx, { kind, id }: PermitHolder): Promise<Holder | undefined> {
  const sql =
    kind === 'enterprise'
      ? `select name, credit_code as "creditCode", owner_org as "ownerOrg",
           district_code as "districtCode", park_id as "parkId"
         from enterprise_identities where enterprise_id = $1 and merged_into is null`
      : `select coalesce(o.name, p.name) as name, o.credit_code as "creditCode",
           coalesce(p.legal_entity, p.operator) as "ownerOrg", p.district_code as "districtCode",
           p.park_id as "parkId"
         from parks_public p left join organisation_identities o
           on o.organisation_id = coalesce(p.legal_entity, p.operator)
         where p.park_id = $1 and coalesce(p.legal_entity, p.operator) is not null`;
  const [row] = await tx.query<Holder>(sql, [id]);
  return row;
}

/** The key that the list of the law knows a park by; its own where no EIA of it was approved. */
export async function findListedAs(tx: Tx, parkId: string): Promise<string> {
  const [row] = await tx.query<{ key: string | null }>(
    `select v.listed_as as key from park_eias_public e
     join park_envelopes_public v on v.park_eia_id = e.id
     where e.park_id = $1 and e.state = 'IN_FORCE'`,
    [parkId],
  );
  return row?.key ?? parkId;
}

/** The branch that handles permits of a county, or else the city's office; null where there is none. */
export async function findOffice(
  tx: Tx,
  districtCode: string,
  today: string,
): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select organisation_id as id from responsible_posts_public
     where role = 'APPROVAL_OFFICER' and $1 = any (territory)
       and (ended_on is null or ended_on >= $2::date)
     order by kind = 'COUNTY_EEB' desc, organisation_id limit 1`,
    [districtCode, today],
  );
  return row?.id ?? null;
}

/** How an office is called. */
export async function nameOffice(tx: Tx, id: string): Promise<string> {
  const [row] = await tx.query<{ name: string }>(
    'select organisation as name from issuing_offices_public where owner_org = $1',
    [id],
  );
  return row?.name ?? '';
}

/** The serial of the holder's next place, wherever its others lie (HJ 608-2017). */
export async function nextSerial(tx: Tx, ownerOrg: string): Promise<number> {
  const [row] = await tx.query<{ serial: number }>('select next_permit_serial($1) as serial', [
    ownerOrg,
  ]);
  return row!.serial;
}
