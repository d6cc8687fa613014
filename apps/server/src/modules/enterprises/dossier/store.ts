import type { Tx } from '../../../platform/db.ts';

export interface TenancyRow {
  readonly park_id: string;
  readonly park: string;
  readonly operator: string | null;
  readonly park_district: string;
  readonly unit: string | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
}

/** Where the enterprise was and is a tenant, the last first; begun on the day or before. */
export function listTenancies(tx: Tx, id: string, asOf: string): Promise<TenancyRow[]> {
  return tx.query<TenancyRow>(
    `select t.park_id, p.name as park, p.operator, p.district_code as park_district, u.name as unit,
       t.valid_from, t.valid_to
     from tenancy t join parks_public p on p.park_id = t.park_id
       left join park_units_public u on u.unit_id = t.unit_id
     where t.owner_org = $1 and (t.valid_from is null or t.valid_from <= $2::date)
     order by t.valid_from desc nulls last, t.valid_to desc nulls first`,
    [id, asOf],
  );
}

export interface TenantRow {
  readonly id: string;
  readonly name: string;
  readonly industries: string[];
  readonly unit: string | null;
  readonly valid_from: string | null;
  readonly total: number;
}

/** Who was a tenant of the park on the day, of those in scope; `total` counts all of them. */
export function listTenants(
  tx: Tx,
  parkId: string,
  asOf: string,
  limit: number,
): Promise<TenantRow[]> {
  return tx.query<TenantRow>(
    `select e.id, e.name, e.industries, u.name as unit, t.valid_from,
       count(*) over ()::integer as total
     from tenancy t join enterprise e on e.id = t.owner_org
       left join park_units_public u on u.unit_id = t.unit_id
     where t.park_id = $1 and (t.valid_from is null or t.valid_from <= $2::date)
       and (t.valid_to is null or t.valid_to >= $2::date)
     order by e.name, e.id limit $3`,
    [parkId, asOf, limit],
  );
}

/** Entries that were merged into this one. */
export async function findMerged(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>('select id from enterprise where merged_into = $1', [
    id,
  ]);
  return rows.map((row) => row.id);
}
