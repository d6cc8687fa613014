import type { ArchiveItem, VolumeQuery, VolumeRow } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { searchKey, searchWords } from '../../../platform/word-search.ts';
import type { NewVolume, StoredVolume } from './model.ts';

const COLUMNS = `v.id, v.owner_org as "ownerOrg", v.district_code as "districtCode", v.title,
  v.subject_kind as "subjectKind", v.subject_id as "subjectId", v.subject_name as "subjectName",
  v.opened_on as "openedOn", v.closed_on as "closedOn", v.version, v.number,
  v.retention_years as "retentionYears", v.archive_file as "archiveFile",
  v.archive_sha256 as "archiveSha256", v.archive_items as "archiveItems"`;

/** Locked against being closed while a document is put into it. */
export async function findVolume(
  tx: Tx,
  id: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<StoredVolume | undefined> {
  const [row] = await tx.query<StoredVolume>(
    `select ${COLUMNS} from document_volume v where v.id = $1 ${lock ? 'for update' : ''}`,
    [id],
  );
  return row;
}

/** The newest fifty of an office about one subject. */
export function findOpenVolumes(
  tx: Tx,
  office: string,
  subject: string,
): Promise<{ id: string; name: string; openedOn: string }[]> {
  return tx.query(
    `select id, title as name, opened_on as "openedOn" from document_volume
     where owner_org = $1 and subject_id = $2 and closed_on is null
     order by opened_on desc, id limit 50`,
    [office, subject],
  );
}

export async function insertVolume(tx: Tx, volume: NewVolume): Promise<void> {
  await tx.query(
    `insert into document_volume (id, owner_org, district_code, title, subject_kind, subject_id,
       subject_name, opened_on, search)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      volume.id,
      volume.ownerOrg,
      volume.districtCode,
      volume.title,
      volume.subjectKind,
      volume.subjectId,
      volume.subjectName,
      volume.openedOn,
      searchKey(`${volume.title} ${volume.subjectName}`).search,
    ],
  );
}

const ORDERS = { opened: 'v.opened_on', number: 'v.number', title: 'v.title' } as const;

export async function listVolumes(
  tx: Tx,
  { q, state, office, sort, page, size }: VolumeQuery,
): Promise<{ readonly rows: VolumeRow[]; readonly total: number }> {
  const conditions = ['true'];
  const values: unknown[] = [];
  const given = (value: unknown, condition: (place: string) => string) => {
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  if (state) conditions.push(`v.closed_on is ${state === 'open' ? '' : 'not '}null`);
  if (office) given(office, (place) => `v.owner_org = ${place}`);
  if (q) {
    given(
      searchWords(q).search,
      (place) => `strpos(v.search || ' ' || coalesce(v.number, ''), ${place}) > 0`,
    );
  }
  const where = conditions.join(' and ');
  const order = `${ORDERS[sort.replace('-', '') as keyof typeof ORDERS]} ${sort.startsWith('-') ? 'desc' : 'asc'} nulls last, v.id`;
  const rows = await tx.query<VolumeRow>(
    `select v.id, v.number, v.title, v.subject_name as subject, coalesce(o.organisation, '') as office,
       v.opened_on as "openedOn", v.closed_on as "closedOn",
       (select count(*)::integer from document d where d.volume_id = v.id) as documents
     from document_volume v left join issuing_offices_public o on o.owner_org = v.owner_org
     where ${where} order by ${order} limit ${size} offset ${(page - 1) * size}`,
    values,
  );
  const [count] = await tx.query<{ total: bigint }>(
    `select count(*) as total from document_volume v where ${where}`,
    values,
  );
  return { rows, total: Number(count?.total ?? 0n) };
}

/** The next 案卷号 of the year; a transaction that fails gives it back. */
export async function takeVolumeNumber(
  tx: Tx,
  { ownerOrg, districtCode }: Pick<StoredVolume, 'ownerOrg' | 'districtCode'>,
  year: number,
): Promise<string> {
  const [row] = await tx.query<{ serial: number }>(
    `insert into volume_year (owner_org, district_code, year, last) values ($1, $2, $3, 1)
     on conflict (owner_org, year) do update set last = volume_year.last + 1
     returning last as serial`,
    [ownerOrg, districtCode, year],
  );
  return `${year}-${row!.serial}`;
}

export async function closeVolume(
  tx: Tx,
  id: string,
  closing: {
    readonly on: string;
    readonly number: string;
    readonly years: number | null;
    readonly file: string;
    readonly sha256: string;
    readonly items: readonly ArchiveItem[];
  },
): Promise<void> {
  const { on, number, years, file, sha256, items } = closing;
  await tx.query(
    `update document_volume set closed_on = $2, number = $3, retention_years = $4, archive_file = $5,
       archive_sha256 = $6, archive_items = $7, version = version + 1
     where id = $1`,
    [id, on, number, years, file, sha256, JSON.stringify(items)],
  );
}

/** Whom a document is served on: an enterprise itself, a park's operator. */
export async function findSubject(
  tx: Tx,
  kind: 'enterprise' | 'park',
  id: string,
): Promise<
  { readonly name: string; readonly org: string | null; readonly districtCode: string } | undefined
> {
  const sql =
    kind === 'enterprise'
      ? `select name, owner_org as org, district_code as "districtCode"
         from enterprise_places where enterprise_id = $1`
      : `select name, operator as org, district_code as "districtCode"
         from parks_public where park_id = $1`;
  const [row] = await tx.query<{ name: string; org: string | null; districtCode: string }>(sql, [
    id,
  ]);
  return row;
}
