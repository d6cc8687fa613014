import type { AdmissionState, ParkEiaState } from '@ludao/contracts';
import type { Tx } from '../../../../platform/db.ts';

export interface EntryRow {
  readonly id: string;
  readonly enterprise: string;
  readonly park: string;
  readonly unit: string | null;
  readonly state: AdmissionState;
  readonly applied_on: string;
  readonly left_on: string | null;
}

/** Direct entries of an enterprise or in a park, applied for on the day or before. */
export function listEntries(
  tx: Tx,
  where: { readonly enterprise: string } | { readonly park: string },
  asOf: string,
): Promise<EntryRow[]> {
  const [column, id] =
    'park' in where ? ['a.park_id', where.park] : ['a.owner_org', where.enterprise];
  return tx.query<EntryRow>(
    `select a.id, a.enterprise_name as enterprise, p.name as park, u.name as unit, a.state,
       a.applied_on, a.left_on
     from admission a join parks_public p on p.park_id = a.park_id
       left join park_units_public u on u.unit_id = a.unit_id
     where ${column} = $1 and a.applied_on <= $2::date order by a.applied_at desc, a.id limit 100`,
    [id, asOf],
  );
}

export interface EiaRow {
  readonly id: string;
  readonly title: string;
  readonly state: ParkEiaState;
  readonly approval_no: string | null;
  readonly in_force_from: string | null;
  readonly valid_to: string | null;
}

/** Park-wide EIAs of a park, the latest first; what was discarded is left out. */
export function listEias(tx: Tx, parkId: string): Promise<EiaRow[]> {
  return tx.query<EiaRow>(
    `select id, title, state, approval_no, in_force_from, valid_to from park_eia
     where park_id = $1 and state <> 'DISCARDED' order by drafted_at desc, id limit 50`,
    [parkId],
  );
}

/** Tenants in scope that hold a share and are no tenants of that park any more. */
export async function countGone(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::integer as count from admission a
     where a.state = 'ADMITTED' and not exists (select from tenancies_public t
       where t.enterprise_id = a.owner_org and t.park_id = a.park_id)`,
  );
  return row?.count ?? 0;
}
