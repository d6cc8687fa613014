import type { ChangeState } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import type { NewChange, StoredChange } from './model.ts';

const COLUMNS = `c.id, c.park_id as "parkId", p.name as park, c.owner_org as "ownerOrg",
  c.district_code as "districtCode", c.park_eia_id as "parkEiaId",
  json_build_object('title', e.title, 'approvalNo', e.approval_no) as "parkEia",
  c.title, c.description, c.capacity_unit as "capacityUnit", c.facts, c.assessment, c.state,
  c.reported_by as "reportedBy", c.reported_post as "reportedPost", c.reported_at as "reportedAt",
  c.reported_on as "reportedOn", c.decided_on as "decidedOn", c.reason, c.told
  from park_change c join parks_public p on p.park_id = c.park_id
    join park_eias_public e on e.id = c.park_eia_id`;

/** @param lock for a decision that follows in the same transaction */
export async function findChange(
  tx: Tx,
  id: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<StoredChange | undefined> {
  if (lock) await tx.query('select id from park_change where id = $1 for update', [id]);
  const [row] = await tx.query<StoredChange>(`select ${COLUMNS} where c.id = $1`, [id]);
  return row;
}

export function listChanges(tx: Tx, parkId: string): Promise<StoredChange[]> {
  return tx.query<StoredChange>(
    `select ${COLUMNS} where c.park_id = $1
     order by c.state = 'REPORTED' desc, c.reported_at desc, c.id limit 200`,
    [parkId],
  );
}

export async function insertChange(tx: Tx, change: NewChange): Promise<void> {
  await tx.query(
    `insert into park_change (id, park_id, owner_org, district_code, park_eia_id, title, description,
       capacity_unit, facts, assessment, reported_by, reported_post, reported_at, reported_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      change.id,
      change.parkId,
      change.ownerOrg,
      change.districtCode,
      change.parkEiaId,
      change.title,
      change.description,
      change.capacityUnit,
      JSON.stringify(change.facts),
      JSON.stringify(change.assessment),
      change.reportedBy,
      change.reportedPost,
      change.reportedAt,
      change.reportedOn,
    ],
  );
}

export async function setDecided(
  tx: Tx,
  id: string,
  decided: {
    readonly state: ChangeState;
    readonly on: string;
    readonly by: string;
    readonly reason: string;
    readonly told: number | null;
  },
): Promise<void> {
  await tx.query(
    `update park_change set state = $2, decided_on = $3, decided_by = $4, reason = $5, told = $6
     where id = $1`,
    [id, decided.state, decided.on, decided.by, decided.reason, decided.told],
  );
}

/** The park-wide EIA that counts in a park. */
export async function findEiaInForce(
  tx: Tx,
  parkId: string,
): Promise<
  { readonly id: string; readonly title: string; readonly approvalNo: string } | undefined
> {
  const [row] = await tx.query<{ id: string; title: string; approvalNo: string }>(
    `select id, title, approval_no as "approvalNo" from park_eias_public
     where park_id = $1 and state = 'IN_FORCE'`,
    [parkId],
  );
  return row;
}

/** Tenants that were admitted under the park-wide EIA, of those in scope. */
export async function findAdmitted(tx: Tx, parkId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'select distinct enterprise_id as id from admitted_tenants_public where park_id = $1',
    [parkId],
  );
  return rows.map(({ id }) => id);
}
