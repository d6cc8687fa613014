import type { Tx } from '../../../platform/db.ts';

/** A volume 案卷: the documents of one matter, kept and archived together. */
export interface StoredVolume {
  readonly id: string;
  readonly ownerOrg: string;
  readonly districtCode: string;
  readonly title: string;
  readonly subjectKind: 'enterprise' | 'park';
  readonly subjectId: string;
  readonly subjectName: string;
  readonly openedOn: string;
  readonly closedOn: string | null;
}

const COLUMNS = `id, owner_org as "ownerOrg", district_code as "districtCode", title,
  subject_kind as "subjectKind", subject_id as "subjectId", subject_name as "subjectName",
  opened_on as "openedOn", closed_on as "closedOn"`;

/** Locked against being closed while a document is put into it. */
export async function findVolume(
  tx: Tx,
  id: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<StoredVolume | undefined> {
  const [row] = await tx.query<StoredVolume>(
    `select ${COLUMNS} from document_volume where id = $1 ${lock ? 'for update' : ''}`,
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

export async function insertVolume(tx: Tx, volume: StoredVolume): Promise<void> {
  await tx.query(
    `insert into document_volume (id, owner_org, district_code, title, subject_kind, subject_id,
       subject_name, opened_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      volume.id,
      volume.ownerOrg,
      volume.districtCode,
      volume.title,
      volume.subjectKind,
      volume.subjectId,
      volume.subjectName,
      volume.openedOn,
    ],
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
