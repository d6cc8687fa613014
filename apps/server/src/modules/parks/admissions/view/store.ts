import type { AdmissionQuery, AdmissionRow } from '@ludao/contracts';
import type { Tx } from '../../../../platform/db.ts';

const ORDER: Readonly<Record<AdmissionQuery['sort'], string>> = {
  '-appliedOn': 'a.applied_at desc, a.id',
  appliedOn: 'a.applied_at, a.id',
  enterprise: 'a.enterprise_name, a.id',
  '-enterprise': 'a.enterprise_name desc, a.id',
};

/** Direct entries in the scope of the transaction. Two statements, whatever the rows. */
export async function listAdmissions(
  tx: Tx,
  query: AdmissionQuery,
): Promise<{ rows: AdmissionRow[]; total: number }> {
  const from = `admission a join parks_public p on p.park_id = a.park_id
      left join park_units_public u on u.unit_id = a.unit_id
    where ($1 = '' or strpos(lower(a.enterprise_name || ' ' || p.name), lower($1)) > 0)
      and ($2::text is null or a.state = $2) and ($3::uuid is null or a.park_id = $3)`;
  const filters = [query.q, query.state ?? null, query.park ?? null];
  const rows = await tx.query<AdmissionRow>(
    `select a.id, a.owner_org as "enterpriseId", a.enterprise_name as enterprise,
       a.park_id as "parkId", p.name as park, u.name as unit, a.district_code as "districtCode",
       a.state, a.historical, a.applied_on as "appliedOn", a.left_on as "leftOn"
     from ${from} order by ${ORDER[query.sort]} limit $4 offset $5`,
    [...filters, query.size, (query.page - 1) * query.size],
  );
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::integer as total from ${from}`,
    filters,
  );
  return { rows, total: count?.total ?? 0 };
}
