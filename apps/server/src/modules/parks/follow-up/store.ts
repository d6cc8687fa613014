import type { FollowUpConclusion } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import type { FollowedEia, StoredFollowUp } from './model.ts';

const COLUMNS = `f.id, f.park_id as "parkId", p.name as park, f.owner_org as "ownerOrg",
  f.district_code as "districtCode", f.park_eia_id as "parkEiaId",
  json_build_object('title', e.title, 'approvalNo', e.approval_no) as "parkEia",
  f.clock_id as "clockId", f.state, f.conclusion, f.file_id as "fileId",
  f.handed_in_on as "handedInOn", f.noted_on as "notedOn"
  from follow_up f join parks_public p on p.park_id = f.park_id
    join park_eias_public e on e.id = f.park_eia_id`;

/** @param lock for a step that follows in the same transaction */
export async function findFollowUp(
  tx: Tx,
  id: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<StoredFollowUp | undefined> {
  if (lock) await tx.query('select id from follow_up where id = $1 for update', [id]);
  const [row] = await tx.query<StoredFollowUp>(`select ${COLUMNS} where f.id = $1`, [id]);
  return row;
}

/** Those of a park in scope; what is open stands first. */
export function listFollowUps(tx: Tx, parkId: string): Promise<StoredFollowUp[]> {
  return tx.query<StoredFollowUp>(
    `select ${COLUMNS} where f.park_id = $1
     order by f.state in ('DUE', 'HANDED_IN') desc, f.handed_in_on desc nulls last, f.id`,
    [parkId],
  );
}

export async function findOpen(tx: Tx, parkEiaId: string): Promise<StoredFollowUp | undefined> {
  const [row] = await tx.query<StoredFollowUp>(
    `select ${COLUMNS} where f.park_eia_id = $1 and f.state in ('DUE', 'HANDED_IN')`,
    [parkEiaId],
  );
  return row;
}

export async function insertFollowUp(
  tx: Tx,
  id: string,
  { parkEiaId, parkId, ownerOrg, districtCode }: FollowedEia,
  clockId: string,
): Promise<void> {
  await tx.query(
    `insert into follow_up (id, park_id, owner_org, district_code, park_eia_id, clock_id)
     values ($1, $2, $3, $4, $5, $6)`,
    [id, parkId, ownerOrg, districtCode, parkEiaId, clockId],
  );
}

export async function setHandedIn(
  tx: Tx,
  id: string,
  report: {
    readonly conclusion: FollowUpConclusion;
    readonly fileId: string;
    readonly on: string;
    readonly by: string;
  },
): Promise<void> {
  await tx.query(
    `update follow_up set state = 'HANDED_IN', conclusion = $2, file_id = $3, handed_in_on = $4,
       handed_in_by = $5
     where id = $1`,
    [id, report.conclusion, report.fileId, report.on, report.by],
  );
}

export async function setNoted(tx: Tx, id: string, on: string, by: string): Promise<void> {
  await tx.query(
    `update follow_up set state = 'NOTED', noted_on = $2, noted_by = $3 where id = $1`,
    [id, on, by],
  );
}

export async function setCancelled(tx: Tx, id: string): Promise<void> {
  await tx.query(`update follow_up set state = 'CANCELLED' where id = $1`, [id]);
}

/** Reports in scope that nobody has taken note of. */
export async function countToNote(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::integer as count from follow_up where state = 'HANDED_IN'`,
  );
  return row?.count ?? 0;
}

/** Evaluations in scope that are owed and whose clock warns or is over. */
export async function countPressing(tx: Tx, today: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::integer as count from follow_up f join clock c on c.id = f.clock_id
     where f.state = 'DUE' and c.state = 'RUNNING' and c.amber_on <= $1::date`,
    [today],
  );
  return row?.count ?? 0;
}
