import { randomUUID } from 'node:crypto';
import type { Tx } from '../../apps/server/src/platform/db.ts';
import { eiaParksOf } from './access.ts';
import { CONTENT_SHA256, enterFile } from './file-walks.ts';
import { NOW, type Ground } from './world.ts';

export type SharingPark = ReturnType<typeof eiaParksOf>[number];

async function eiaOf(tx: Tx, parkId: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `select id from park_eia where park_id = $1 and state = 'IN_FORCE'`,
    [parkId],
  );
  return row!.id;
}

/** A set that may be cited. */
export async function enterDataset(tx: Tx, park: SharingPark): Promise<string> {
  const id = randomUUID();
  const file = await enterFile(tx, park);
  await tx.query(
    `insert into shared_dataset (id, park_id, owner_org, district_code, kind, title, data_owner,
       file_id, valid_from, valid_to, entered_by, entered_on)
     values ($1, $2, $3, $4, 'sewer', '矩阵纳管证明', '矩阵单位', $5, '2026-01-01', '2030-12-31',
       gen_random_uuid(), '2026-01-01')`,
    [id, park.id, park.operator, park.districtCode, file],
  );
  return id;
}

const TERMS = {
  clock: 'C39',
  length: null,
  edition: 'matrix',
  title: { zh: '矩阵时限', en: 'Clock of the matrix' },
  lengthTitle: null,
  start: { code: 'BEGUN', zh: '开始', en: 'Begun' },
  direction: 'AFTER',
  unit: 'YEAR',
  value: 5,
  owedBy: 'PARTY',
  rolls: false,
  warn: { amber: 180, red: 60 },
  excludes: [],
  missed: { code: 'NONE', zh: '无', en: 'Nothing' },
  cite: '矩阵',
  confidence: 'practitioner',
  tension: null,
  setBy: null,
};

export async function enterFollowUp(
  tx: Tx,
  park: SharingPark,
  state: 'DUE' | 'HANDED_IN' | 'NOTED',
): Promise<string> {
  const [id, clock] = [randomUUID(), randomUUID()];
  const { id: parkId, operator, districtCode } = park;
  await tx.query(
    `insert into clock (id, owner_org, district_code, park_id, office_org, definition, terms,
       subject_kind, subject_id, started_at, started_on, state, due_on)
     values ($1, $2, $3, $4, $2, 'C39', $5, 'follow-up', $6, '2024-01-01T00:00Z', '2024-01-01',
       'RUNNING', '2029-01-01')`,
    [clock, operator, districtCode, parkId, JSON.stringify(TERMS), id],
  );
  const isDone = state !== 'DUE';
  await tx.query(
    `insert into follow_up (id, park_id, owner_org, district_code, park_eia_id, clock_id, state,
       conclusion, file_id, handed_in_on, noted_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      parkId,
      operator,
      districtCode,
      await eiaOf(tx, parkId),
      clock,
      state,
      isDone ? 'NO_MAJOR_CHANGE' : null,
      isDone ? await enterFile(tx, park) : null,
      isDone ? '2026-11-01' : null,
      state === 'NOTED' ? '2026-11-02' : null,
    ],
  );
  return id;
}

export async function enterChange(tx: Tx, park: SharingPark): Promise<string> {
  const id = randomUUID();
  const facts = { answers: {}, amounts: {}, pollutants: null, exceeded: null };
  const verdict = { edition: '2020', source: '矩阵', confidence: 'practitioner', verdict: 'OPEN' };
  await tx.query(
    `insert into park_change (id, park_id, owner_org, district_code, park_eia_id, title, facts,
       assessment, reported_by, reported_at, reported_on)
     values ($1, $2, $3, $4, $5, '矩阵变动', $6, $7, gen_random_uuid(), $8, '2026-11-01')`,
    [
      id,
      park.id,
      park.operator,
      park.districtCode,
      await eiaOf(tx, park.id),
      JSON.stringify(facts),
      JSON.stringify({ ...verdict, triggers: [], missing: [] }),
      NOW,
    ],
  );
  return id;
}

async function enterCitation(tx: Tx, park: SharingPark, tenant: string): Promise<void> {
  const id = randomUUID();
  const { id: parkId, districtCode } = park;
  const file = await enterFile(tx, { operator: tenant, districtCode, id: parkId });
  await tx.query(
    `insert into citation (id, owner_org, district_code, park_id, number, project, stage, zoning,
       park_eia_id, file_id, sha256, made_by, made_at, made_on)
     values ($1, $2, $3, $4, '2026-9999', '矩阵项目', 'EIA', 'not_entered', $5, $6, $7,
       gen_random_uuid(), $8, '2026-11-01')`,
    [id, tenant, districtCode, parkId, await eiaOf(tx, parkId), file, CONTENT_SHA256, NOW],
  );
  const item = {
    key: 'conclusion',
    kind: 'conclusions',
    title: '矩阵结论',
    source: '矩阵',
    sampledOn: null,
    laboratory: '',
    cmaNo: '',
    validFrom: '2026-01-01',
    validTo: null,
    sha256: null,
    path: null,
  };
  await tx.query(
    `insert into citation_item (citation_id, position, owner_org, district_code, park_id, item)
     values ($1, 1, $2, $3, $4, $5)`,
    [id, tenant, districtCode, parkId, JSON.stringify(item)],
  );
}

/** Each park shares a set; a tenant cited, an evaluation was noted and a change reported. */
export async function enterSharing(tx: Tx, ground: Ground): Promise<void> {
  for (const park of eiaParksOf(ground)) {
    await enterDataset(tx, park);
    await enterFollowUp(tx, park, 'NOTED');
    await enterChange(tx, park);
    const tenant = Object.values(ground.rows).find(({ parkId }) => parkId === park.id);
    if (tenant) await enterCitation(tx, park, tenant.id);
  }
}
