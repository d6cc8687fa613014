import { randomUUID } from 'node:crypto';
import type { Tx } from '../../apps/server/src/platform/db.ts';
import { eiaParksOf } from './access.ts';
import { NOW, type Ground } from './world.ts';

export type Park = ReturnType<typeof eiaParksOf>[number];
type Sheets = Partial<Record<'EIA' | 'PERMITS' | 'APPROVALS' | 'SHARES', object[]>>;

/** A workbook of a park that is checked and not written, sent by somebody of the office. */
export async function enterImport(
  tx: Tx,
  park: Park,
  sender: string,
  sheets: Sheets = {},
): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `insert into stock_import (id, park_id, owner_org, district_code, file_name, sha256, bytes,
       rows, sent_by, sent_at)
     values ($1, $2, $3, $4, '矩阵存量.xlsx', $5, 1, $6, gen_random_uuid(), $7)`,
    [
      id,
      park.id,
      park.operator ?? sender,
      park.districtCode,
      id.replaceAll('-', '').padEnd(64, '0'),
      JSON.stringify({ EIA: [], PERMITS: [], APPROVALS: [], SHARES: [], ...sheets }),
      NOW,
    ],
  );
  return id;
}

/** The tenant of a park of the walk. */
export function tenantOf(ground: Ground, park: Park) {
  return Object.values(ground.rows).find(({ parkId }) => parkId === park.id);
}

/** A tenant whose shares wait, or are taken back. */
export async function enterPresent(
  tx: Tx,
  park: Park,
  tenant: string,
  state: 'WAITING' | 'REMOVED',
): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `insert into present_tenant (id, owner_org, district_code, park_id, state, since, shares,
       entered_by, entered_at)
     values ($1, $2, $3, $4, $5, '2025-01-01', '{"COD": "1000"}', gen_random_uuid(), $6)`,
    [id, tenant, park.districtCode, park.id, state, NOW],
  );
  return id;
}

/** In each park a workbook with a scan, and of its tenant an approval from before. */
export async function enterStock(tx: Tx, ground: Ground): Promise<void> {
  const [post] = ground.world.posts;
  for (const park of eiaParksOf(ground)) {
    const id = await enterImport(tx, park, post!.organisation);
    const tenant = tenantOf(ground, park);
    if (!tenant) continue;
    await enterPresent(tx, park, tenant.id, 'REMOVED');
    const approval = randomUUID();
    await tx.query(
      `insert into historical_approval (id, owner_org, district_code, park_id, import_id, document,
         project, number, office, approved_on)
       values ($1::uuid, $2, $3, $4, $5, 'FORM', '矩阵旧项目', ($1::uuid)::text, '矩阵机关', '2020-01-01')`,
      [approval, tenant.id, park.districtCode, park.id, id],
    );
    await tx.query(
      `insert into stock_entry (import_id, sheet, row_number, owner_org, district_code, park_id,
         subject_id) values ($1, 'APPROVALS', 2, $2, $3, $4, $5)`,
      [id, tenant.id, park.districtCode, park.id, approval],
    );
    const [file] = await tx.query<{ id: string }>('select id from file order by id limit 1');
    if (!file) continue;
    await tx.query(
      `insert into stock_scan (import_id, file_id, owner_org, district_code, park_id, sent_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [id, file.id, park.operator ?? post!.organisation, park.districtCode, park.id, NOW],
    );
  }
}
