import type { FileScan } from '@ludao/contracts';
import type { Tx } from '../db.ts';
import type { FilePlacement, StoredFile } from './model.ts';

const COLUMNS = `id, owner_org as "ownerOrg", district_code as "districtCode", park_id as "parkId",
  sha256, bytes, media_type as "mediaType", name, purpose, scan, scan_detail as "scanDetail",
  created_by as "createdBy", created_at as "createdAt"`;

export async function insertFile(
  tx: Tx,
  file: StoredFile,
  origin: string | null = null,
): Promise<void> {
  await tx.query(
    `insert into file (id, origin, owner_org, district_code, park_id, sha256, bytes, media_type, name,
       purpose, scan, scan_detail, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      file.id,
      origin,
      file.ownerOrg,
      file.districtCode,
      file.parkId,
      file.sha256,
      file.bytes,
      file.mediaType,
      file.name,
      file.purpose,
      file.scan,
      file.scanDetail,
      file.createdBy,
      file.createdAt,
    ],
  );
}

/** @returns undefined where there is none, or none in the scope of the transaction */
export async function findFile(tx: Tx, id: string): Promise<StoredFile | undefined> {
  const [row] = await tx.query<StoredFile>(`select ${COLUMNS} from file where id = $1`, [id]);
  return row;
}

/**
 * What one person sent since then, in bytes; what was linked on does not count twice. Two that are
 * sent at once are counted one after the other.
 */
export async function countSent(tx: Tx, personId: string, since: Date): Promise<number> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('files of ' || $1, 0))`, [
    personId,
  ]);
  const [row] = await tx.query<{ sent: bigint }>(
    `select coalesce(sum(bytes), 0)::bigint as sent from file
     where created_by = $1 and created_at >= $2 and origin is null`,
    [personId, since],
  );
  return Number(row?.sent ?? 0);
}

/** Up to so many contents without a scan, in the order of their hashes, after the one given. */
export async function findUnscanned(
  tx: Tx,
  after: string,
  limit: number,
): Promise<{ sha256: string; bytes: number }[]> {
  return tx.query(
    `select distinct sha256, bytes from file where scan = 'UNSCANNED' and sha256 > $1
     order by sha256 limit $2`,
    [after, limit],
  );
}

/** Notes what a later scan found, on every row of these bytes. @returns those rows */
export async function noteScan(
  tx: Tx,
  sha256: string,
  scan: FileScan,
  detail: string,
): Promise<(FilePlacement & { id: string; createdBy: string | null })[]> {
  return tx.query(
    `update file set scan = $2, scan_detail = $3 where sha256 = $1 and scan = 'UNSCANNED'
     returning id, owner_org as "ownerOrg", district_code as "districtCode", park_id as "parkId",
       created_by as "createdBy"`,
    [sha256, scan, detail],
  );
}

/** @returns false while the very same bytes are being removed: they must not be counted on */
export async function noteIntake(tx: Tx, sha256: string, now: Date): Promise<boolean> {
  const noted = await tx.query(
    `insert into file_intake (sha256, noted_at) values ($1, $2)
     on conflict (sha256) do update set noted_at = excluded.noted_at where not file_intake.removing
     returning sha256`,
    [sha256, now],
  );
  return noted.length > 0;
}

export async function findIntakes(tx: Tx, before: Date, limit: number): Promise<string[]> {
  const rows = await tx.query<{ sha256: string }>(
    'select sha256 from file_intake where noted_at < $1 order by noted_at limit $2',
    [before, limit],
  );
  return rows.map(({ sha256 }) => sha256);
}

/**
 * Decides whether bytes that came in before then are named by a file.
 * @returns true where none does: from now on nobody may count on them
 */
export async function beginRemoving(tx: Tx, sha256: string, before: Date): Promise<boolean> {
  const orphaned = await tx.query(
    `update file_intake set removing = true
     where sha256 = $1 and noted_at < $2 and not exists (select from file where file.sha256 = $1)
     returning sha256`,
    [sha256, before],
  );
  if (orphaned.length > 0) return true;
  await tx.query('delete from file_intake where sha256 = $1 and noted_at < $2 and not removing', [
    sha256,
    before,
  ]);
  return false;
}

export async function endRemoving(tx: Tx, sha256: string): Promise<void> {
  await tx.query('delete from file_intake where sha256 = $1 and removing', [sha256]);
}
