import type { AllowanceItem, ParkEiaQuery, ParkEiaRow } from '@ludao/contracts';
import type { Tx } from '../../../../platform/db.ts';

/** In reach, those that wait first. Two statements, whatever the rows. */
export async function listParkEias(
  tx: Tx,
  query: ParkEiaQuery,
): Promise<{ rows: ParkEiaRow[]; total: number }> {
  const from = `park_eia e join parks_public p on p.park_id = e.park_id
    where ($1 = '' or strpos(lower(e.title || ' ' || p.name || ' ' || coalesce(e.approval_no, '')),
        lower($1)) > 0)
      and ($2::text is null or e.state = $2) and ($3::uuid is null or e.park_id = $3)
      and (e.state <> 'DISCARDED' or $2 = 'DISCARDED')`;
  const filters = [query.q, query.state ?? null, query.park ?? null];
  const rows = await tx.query<ParkEiaRow>(
    `select e.id, e.park_id as "parkId", p.name as park, e.district_code as "districtCode", e.title,
       e.state, e.approval_no as "approvalNo", e.in_force_from as "inForceFrom",
       e.valid_to as "validTo", (select count(*)::integer from admission a
         where a.park_eia_id = e.id and a.state = 'ADMITTED') as admitted
     from ${from}
     order by array_position(array['PROPOSED', 'SUBMITTED', 'RETURNED', 'DRAFT', 'IN_FORCE'], e.state)
       nulls last, e.drafted_at desc, e.id limit $4 offset $5`,
    [...filters, query.size, (query.page - 1) * query.size],
  );
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::integer as total from ${from}`,
    filters,
  );
  return { rows, total: count?.total ?? 0 };
}

export interface ShareRow {
  readonly item: AllowanceItem;
  readonly admissionId: string;
  readonly enterpriseId: string;
  readonly enterprise: string;
  readonly amount: bigint;
}

/** Who holds which share now, the largest first. */
export function listShares(tx: Tx, eiaId: string): Promise<ShareRow[]> {
  return tx.query<ShareRow>(
    `select s.item, s.admission_id as "admissionId", s.owner_org as "enterpriseId",
       a.enterprise_name as enterprise, s.amount
     from admission_share s join admission a on a.id = s.admission_id
     where s.park_eia_id = $1 and not s.returned order by s.amount desc, s.admission_id`,
    [eiaId],
  );
}

export async function countAdmitted(tx: Tx, eiaId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::integer as count from admission
     where park_eia_id = $1 and state = 'ADMITTED'`,
    [eiaId],
  );
  return row?.count ?? 0;
}

/** The account as it stands, read without holding it. */
export function listAllowance(
  tx: Tx,
  eiaId: string,
): Promise<{ readonly item: AllowanceItem; readonly total: bigint; readonly drawn: bigint }[]> {
  return tx.query('select item, total, drawn from park_allowance where park_eia_id = $1', [eiaId]);
}

/** Names and kinds of files in scope. */
export function findFileViews(tx: Tx, ids: readonly string[]) {
  return tx.query<{
    id: string;
    name: string;
    mediaType: string;
    bytes: number;
    sha256: string;
    scan: 'UNSCANNED' | 'CLEAN' | 'INFECTED';
  }>(
    `select id, name, media_type as "mediaType", bytes, sha256, scan from file
     where id = any ($1::uuid[])`,
    [ids],
  );
}
