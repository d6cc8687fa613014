import type { EiaApproval, StockSheet } from '@ludao/contracts';
import type { Tx } from '../../platform/db.ts';
import type { ApprovalEntry, Scan, Staged, StockPark, StoredImport } from './model.ts';

const COLUMNS = `i.id, i.park_id as "parkId", p.name as park, i.owner_org as "ownerOrg",
  i.district_code as "districtCode", i.state, i.file_name as "fileName", i.sha256, i.bytes,
  i.sent_at as "sentAt", i.committed_at as "committedAt", i.rows, i.version`;

/** A park, whoever asks: what it is called, where it lies and who runs it is public. */
export async function findPark(tx: Tx, id: string): Promise<StockPark | undefined> {
  const [row] = await tx.query<StockPark>(
    `select park_id as "parkId", name as park, district_code as "districtCode",
       operator as "ownerOrg", coalesce(legal_entity, operator) is not null as "hasHolder"
     from parks_public where park_id = $1`,
    [id],
  );
  return row;
}

export async function findImport(
  tx: Tx,
  id: string,
  { lock = false } = {},
): Promise<StoredImport | undefined> {
  const [row] = await tx.query<StoredImport>(
    `select ${COLUMNS} from stock_import i join parks_public p on p.park_id = i.park_id
     where i.id = $1 ${lock ? 'for update of i' : ''}`,
    [id],
  );
  return row;
}

/** Of one park, the latest first. */
export function listImports(tx: Tx, parkId: string): Promise<Omit<StoredImport, 'rows'>[]> {
  return tx.query<Omit<StoredImport, 'rows'>>(
    `select ${COLUMNS.replace(', i.rows', '')}
     from stock_import i join parks_public p on p.park_id = i.park_id
     where i.park_id = $1 order by i.sent_at desc, i.id limit 50`,
    [parkId],
  );
}

/** Imports of parks that are checked and not written. */
export async function countUnfinished(
  tx: Tx,
  parks: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ park: string; count: number }>(
    `select park_id as park, count(*)::integer as count from stock_import
     where park_id = any ($1::uuid[]) and state = 'CHECKED' group by park_id`,
    [parks],
  );
  return new Map(rows.map(({ park, count }) => [park, count]));
}

/** The import of the same bytes that was not cancelled. */
export async function findSame(
  tx: Tx,
  parkId: string,
  sha256: string,
): Promise<{ readonly id: string } | undefined> {
  const [row] = await tx.query<{ id: string }>(
    `select id from stock_import where park_id = $1 and sha256 = $2 and state <> 'CANCELLED'`,
    [parkId, sha256],
  );
  return row;
}

export async function insertImport(
  tx: Tx,
  made: Pick<
    StoredImport,
    'id' | 'parkId' | 'ownerOrg' | 'districtCode' | 'fileName' | 'sha256' | 'bytes' | 'rows'
  >,
  by: { readonly person: string; readonly at: Date },
): Promise<void> {
  await tx.query(
    `insert into stock_import (id, park_id, owner_org, district_code, file_name, sha256, bytes,
       rows, sent_by, sent_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      made.id,
      made.parkId,
      made.ownerOrg,
      made.districtCode,
      made.fileName,
      made.sha256,
      made.bytes,
      JSON.stringify(made.rows),
      by.person,
      by.at,
    ],
  );
}

export async function replaceWorkbook(
  tx: Tx,
  id: string,
  file: { readonly sha256: string; readonly bytes: number; readonly rows: Staged },
): Promise<void> {
  await tx.query(
    `update stock_import set sha256 = $2, bytes = $3, rows = $4, version = version + 1
     where id = $1`,
    [id, file.sha256, file.bytes, JSON.stringify(file.rows)],
  );
}

export async function cancelImport(tx: Tx, id: string): Promise<void> {
  await tx.query(
    `update stock_import set state = 'CANCELLED', version = version + 1 where id = $1`,
    [id],
  );
}

export async function noteCommitted(
  tx: Tx,
  id: string,
  by: { readonly person: string; readonly at: Date },
): Promise<void> {
  await tx.query(
    `update stock_import set state = 'COMMITTED', committed_by = $2, committed_at = $3,
       version = version + 1 where id = $1`,
    [id, by.person, by.at],
  );
}

/** The imports of a park, held: two commits of one park come one after the other. */
export async function holdImports(tx: Tx, parkId: string): Promise<void> {
  await tx.query('select id from stock_import where park_id = $1 order by id for update', [parkId]);
}

export async function insertScan(
  tx: Tx,
  { id, ownerOrg, districtCode, parkId }: StoredImport,
  fileId: string,
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into stock_scan (import_id, file_id, owner_org, district_code, park_id, sent_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [id, fileId, ownerOrg, districtCode, parkId, at],
  );
}

/** What was sent with an import, in the order of sending. */
export function listScans(tx: Tx, importId: string): Promise<Scan[]> {
  return tx.query<Scan>(
    `select f.id, f.name, f.media_type as "mediaType", f.bytes, f.sha256, f.scan
     from stock_scan s join file f on f.id = s.file_id
     where s.import_id = $1 order by s.sent_at, f.name, f.id`,
    [importId],
  );
}

export async function insertEntry(
  tx: Tx,
  entry: {
    readonly importId: string;
    readonly sheet: StockSheet;
    readonly rowNumber: number;
    readonly ownerOrg: string;
    readonly districtCode: string;
    readonly parkId: string;
    readonly subjectId: string;
    readonly fileId: string | null;
  },
): Promise<void> {
  await tx.query(
    `insert into stock_entry (import_id, sheet, row_number, owner_org, district_code, park_id,
       subject_id, file_id) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      entry.importId,
      entry.sheet,
      entry.rowNumber,
      entry.ownerOrg,
      entry.districtCode,
      entry.parkId,
      entry.subjectId,
      entry.fileId,
    ],
  );
}

export async function insertApproval(
  tx: Tx,
  approval: Omit<ApprovalEntry, 'sheet'> & {
    readonly id: string;
    readonly parkId: string;
    readonly importId: string;
  },
): Promise<void> {
  const { tenant, ...said } = approval;
  await tx.query(
    `insert into historical_approval (id, owner_org, district_code, park_id, import_id, document,
       project, number, office, approved_on, accepted_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      said.id,
      tenant.enterpriseId,
      tenant.districtCode,
      said.parkId,
      said.importId,
      said.document,
      said.project,
      said.number,
      said.office,
      said.approvedOn,
      said.acceptedOn,
    ],
  );
}

/** What enterprises have on file from before, however it was entered. */
export function listApprovals(
  tx: Tx,
  enterprises: readonly string[],
): Promise<{ readonly enterpriseId: string; readonly approvals: readonly EiaApproval[] }[]> {
  return tx.query(
    `select enterprise_id as "enterpriseId", eia_approvals as approvals
     from enterprise_approvals where enterprise_id = any ($1::uuid[])`,
    [enterprises],
  );
}
