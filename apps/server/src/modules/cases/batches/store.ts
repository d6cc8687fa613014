import type { BatchKind } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { noteWritten } from '../replay/written.ts';
import { BATCH_CASE_ROWS, BATCH_ROWS } from './columns.ts';
import type { BatchEntry, BoardCase, StoredBatch } from './model.ts';

const COLUMNS = `b.id, b.owner_org as "ownerOrg", b.district_code as "districtCode",
  b.park_id as "parkId", p.name as park, b.kind, b.state, b.day, b.place, b.industry,
  b.body_org as "bodyOrg", coalesce(o.name, '') as office, r.name as body, b.version`;
const FROM = `batch b left join parks_public p on p.park_id = b.park_id
  left join bureaus_public o on o.id = b.owner_org
  left join review_bodies_public r on r.id = b.body_org`;

/** Batches of offices from a day on, and those before it that nobody has closed. */
export function findBatches(
  tx: Tx,
  offices: readonly string[],
  from: string,
): Promise<StoredBatch[]> {
  return tx.query<StoredBatch>(
    `select ${COLUMNS} from ${FROM}
     where b.owner_org = any ($1::uuid[]) and b.state <> 'CANCELLED'
       and (b.day >= $2 or b.state in ('PROPOSED', 'ANNOUNCED'))
     order by b.day, b.opened_at, b.id`,
    [offices, from],
  );
}

export async function findBatch(
  tx: Tx,
  id: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<StoredBatch | undefined> {
  if (lock) await tx.query('select from batch where id = $1 for update', [id]);
  const [row] = await tx.query<StoredBatch>(`select ${COLUMNS} from ${FROM} where b.id = $1`, [id]);
  return row;
}

export async function insertBatch(
  tx: Tx,
  batch: Omit<StoredBatch, 'park' | 'office' | 'body' | 'version'>,
  now: Date,
): Promise<void> {
  await tx.query(
    `insert into batch (id, owner_org, district_code, park_id, kind, state, day, place, industry,
       body_org, opened_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      batch.id,
      batch.ownerOrg,
      batch.districtCode,
      batch.parkId,
      batch.kind,
      batch.state,
      batch.day,
      batch.place,
      batch.industry,
      batch.bodyOrg,
      now,
    ],
  );
  noteWritten(tx, BATCH_ROWS, {
    id: batch.id,
    owner_org: batch.ownerOrg,
    district_code: batch.districtCode,
    park_id: batch.parkId,
    kind: batch.kind,
    state: batch.state,
    day: batch.day,
    place: batch.place,
    industry: batch.industry,
    body_org: batch.bodyOrg,
    opened_at: now,
    version: 1,
  });
}

export async function updateBatch(
  tx: Tx,
  { id, state, day, place, bodyOrg, parkId }: StoredBatch,
): Promise<void> {
  const [row] = await tx.query<{ version: number }>(
    `update batch set state = $2, day = $3, place = $4, body_org = $5, park_id = $6,
       version = version + 1 where id = $1 returning version`,
    [id, state, day, place, bodyOrg, parkId],
  );
  const { version } = row!;
  const written = { id, state, day, place, body_org: bodyOrg, park_id: parkId, version };
  noteWritten(tx, BATCH_ROWS, written);
}

/** The cases of batches, but those taken out. */
export function findEntries(tx: Tx, batches: readonly string[]): Promise<BatchEntry[]> {
  return tx.query<BatchEntry>(
    `select batch_id as "batchId", case_id as "caseId", outcome, words from batch_case
     where batch_id = any ($1::uuid[]) and counts`,
    [batches],
  );
}

/** Those of the cases that are in an open batch of the kind. */
export async function findPlaced(
  tx: Tx,
  kind: BatchKind,
  cases: readonly string[],
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select case_id as id from batch_case
     where kind = $1 and case_id = any ($2::uuid[]) and counts and outcome is null`,
    [kind, cases],
  );
  return rows.map(({ id }) => id);
}

export async function addCases(
  tx: Tx,
  {
    id,
    ownerOrg,
    districtCode,
    kind,
  }: Pick<StoredBatch, 'id' | 'ownerOrg' | 'districtCode' | 'kind'>,
  cases: readonly Pick<BoardCase, 'id' | 'parkId'>[],
): Promise<void> {
  const rows = await tx.query(
    `insert into batch_case (batch_id, case_id, owner_org, district_code, park_id, kind)
     select $1, given.id, $2, $3, given.park, $4
     from unnest($5::uuid[], $6::uuid[]) as given (id, park)
     on conflict (batch_id, case_id) do update set counts = true returning *`,
    [
      id,
      ownerOrg,
      districtCode,
      kind,
      cases.map((one) => one.id),
      cases.map(({ parkId }) => parkId),
    ],
  );
  for (const row of rows) noteWritten(tx, BATCH_CASE_ROWS, row);
}

export async function removeCases(
  tx: Tx,
  batch: string,
  cases: readonly string[] | null,
): Promise<void> {
  const rows = await tx.query(
    `update batch_case set counts = false
     where batch_id = $1 and ($2::uuid[] is null or case_id = any ($2::uuid[]))
     returning batch_id, case_id, counts`,
    [batch, cases],
  );
  for (const row of rows) noteWritten(tx, BATCH_CASE_ROWS, row);
}

export async function writeMinutes(
  tx: Tx,
  batch: string,
  { caseId, outcome, words }: Pick<BatchEntry, 'caseId' | 'words'> & { readonly outcome: string },
): Promise<void> {
  await tx.query(
    'update batch_case set outcome = $3, words = $4 where batch_id = $1 and case_id = $2',
    [batch, caseId, outcome, words],
  );
  noteWritten(tx, BATCH_CASE_ROWS, { batch_id: batch, case_id: caseId, outcome, words });
}

const CASE_COLUMNS = `c.id, c.name, c.applicant, c.track, c.owner_org as "ownerOrg",
  c.enterprise_id as "enterpriseId",
  c.district_code as "districtCode", c.park_id as "parkId", p.name as park,
  coalesce(substr(c.project->'industries'->>0, 1, 2), '') as industry`;

/** Accepted cases that those offices handle, with what they still wait for; or some of them by id. */
export function findBoardCases(
  tx: Tx,
  offices: readonly string[],
  ids: readonly string[] | null = null,
): Promise<BoardCase[]> {
  return tx.query<BoardCase>(
    `select ${CASE_COLUMNS}, a.survey is not null as "isSurveyed",
       exists (select from case_review r where r.case_id = c.id) as "isReviewed"
     from eia_case c join eia_approval a on a.case_id = c.id
       left join parks_public p on p.park_id = c.park_id
     where c.state = 'ACCEPTED' and a.office_org = any ($1::uuid[])
       and ($2::uuid[] is null or c.id = any ($2::uuid[]))
     order by c.name, c.id`,
    [offices, ids],
  );
}

/** Cases by id, whatever their state, as far as the scope reaches. */
export function findCasesById(tx: Tx, ids: readonly string[]): Promise<BoardCase[]> {
  return tx.query<BoardCase>(
    `select ${CASE_COLUMNS}, true as "isSurveyed", true as "isReviewed"
     from eia_case c left join parks_public p on p.park_id = c.park_id
     where c.id = any ($1::uuid[]) order by c.name, c.id`,
    [ids],
  );
}

/** Who runs a park: its operator, and its legal person where there is one. */
export async function findParkHouses(tx: Tx, park: string): Promise<string[]> {
  const [row] = await tx.query<{ operator: string; legal_entity: string | null }>(
    'select operator, legal_entity from parks_public where park_id = $1',
    [park],
  );
  const houses = row ? [row.operator, row.legal_entity] : [];
  return [...new Set(houses.filter((house) => house !== null))];
}
