import type { EnterpriseForm } from '@ludao/contracts';
import type { Tx } from '../../platform/db.ts';
import type { Stay } from './tenancy-decide.ts';

/** Where enterprises have been, by their ids. Those that another entry took over are left out. */
export async function findStays(tx: Tx, ids: readonly string[]): Promise<Map<string, Stay[]>> {
  const rows = await tx.query<Stay & { readonly id: string }>(
    `select owner_org as id, park_id as "parkId", unit_id as "unitId", valid_from as "validFrom",
       valid_to as "validTo"
     from tenancy where owner_org = any ($1::uuid[]) and absorbed_by is null
     order by valid_to desc nulls first`,
    [ids],
  );
  return Map.groupBy(rows, ({ id }) => id);
}

/**
 * Ends the open tenancy the day before, and opens the new one. Where the place stays, the open one
 * takes over the date of moving in; where only the place was wrong from the first day, it takes over
 * the place.
 */
export async function moveTenancy(
  tx: Tx,
  id: string,
  form: EnterpriseForm,
  today: string,
): Promise<void> {
  await tx.query(
    `update tenancy set park_id = $2, unit_id = $3, district_code = $4
     where owner_org = $1 and valid_to is null and valid_from = coalesce($5::date, $6::date)
       and $2::uuid is not null`,
    [id, form.parkId, form.unitId, form.districtCode, form.movedIn, today],
  );
  await tx.query(
    `update tenancy set valid_to = greatest(coalesce($4::date, $5::date) - 1, valid_from)
     where owner_org = $1 and valid_to is null
       and (park_id, unit_id) is distinct from ($2::uuid, $3::uuid)`,
    [id, form.parkId, form.unitId, form.movedIn, today],
  );
  if (form.parkId === null) return;
  await tx.query(
    `update tenancy set valid_from = $2::date
     where owner_org = $1 and valid_to is null and valid_from is distinct from $2::date`,
    [id, form.movedIn],
  );
  await tx.query(
    `insert into tenancy (id, owner_org, park_id, unit_id, district_code, valid_from)
     select gen_random_uuid(), $1, $2, $3, $4, $5
     where not exists (select from tenancy where owner_org = $1 and valid_to is null)`,
    [id, form.parkId, form.unitId, form.districtCode, form.movedIn],
  );
}

/** Ends the open tenancy on its last day. */
export async function endTenancy(tx: Tx, id: string, leftOn: string): Promise<void> {
  await tx.query('update tenancy set valid_to = $2 where owner_org = $1 and valid_to is null', [
    id,
    leftOn,
  ]);
  await tx.query(
    `update enterprise set park_id = null, unit_id = null, moved_in = null, version = version + 1
     where id = $1`,
    [id],
  );
}
