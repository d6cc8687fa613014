import type { PublicNoticeQuery } from '@ludao/contracts';
import type { Tx } from '../../../../platform/db.ts';
import { searchKey, searchWords } from '../../../../platform/word-search.ts';
import { noteWritten } from '../../replay/written.ts';
import { NOTICE_ROWS } from '../columns.ts';
import type { StoredComment, StoredNotice } from '../model.ts';

const COLUMNS = `n.id, n.case_id as "caseId", n.owner_org as "ownerOrg",
  n.district_code as "districtCode", n.kind, n.track, n.office, n.contact,
  n.posted_on as "postedOn", n.until_on as "untilOn", n.hearing_until as "hearingUntil", n.number,
  n.outcome, n.content, n.file_id as "fileId"`;

export async function insertNotice(tx: Tx, notice: StoredNotice): Promise<void> {
  const { project, applicant } = notice.content;
  const search = searchKey(`${project} ${applicant}`, notice.number ?? '').search;
  await tx.query(
    `insert into case_notice (id, case_id, owner_org, district_code, kind, track, office, contact,
       posted_on, until_on, hearing_until, number, outcome, content, file_id, search)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      notice.id,
      notice.caseId,
      notice.ownerOrg,
      notice.districtCode,
      notice.kind,
      notice.track,
      notice.office,
      notice.contact,
      notice.postedOn,
      notice.untilOn,
      notice.hearingUntil,
      notice.number,
      notice.outcome,
      JSON.stringify(notice.content),
      notice.fileId,
      search,
    ],
  );
  noteWritten(tx, NOTICE_ROWS, {
    id: notice.id,
    case_id: notice.caseId,
    owner_org: notice.ownerOrg,
    district_code: notice.districtCode,
    is_public: true,
    kind: notice.kind,
    track: notice.track,
    office: notice.office,
    contact: notice.contact,
    posted_on: notice.postedOn,
    until_on: notice.untilOn,
    hearing_until: notice.hearingUntil,
    number: notice.number,
    outcome: notice.outcome,
    content: notice.content,
    file_id: notice.fileId,
    search,
  });
}

export function findNoticesOf(tx: Tx, caseId: string): Promise<StoredNotice[]> {
  return tx.query<StoredNotice>(
    `select ${COLUMNS} from case_notice n where n.case_id = $1 order by n.posted_on, n.id`,
    [caseId],
  );
}

/** Whoever asks: a notice is everybody's. */
export async function findNotice(tx: Tx, id: string): Promise<StoredNotice | undefined> {
  const [row] = await tx.query<StoredNotice>(
    `select ${COLUMNS} from case_notice n where n.id = $1`,
    [id],
  );
  return row;
}

/** The newest first. Two statements, whatever the rows. */
export async function listNotices(
  tx: Tx,
  { q, kind, district, page, size }: PublicNoticeQuery,
): Promise<{ readonly rows: StoredNotice[]; readonly total: number }> {
  const filters = [q === '' ? '' : searchWords(q).search, kind ?? null, district ?? null];
  const from = `case_notice n where n.is_public and ($1 = '' or strpos(n.search, $1) > 0)
    and ($2::text is null or n.kind = $2) and ($3::text is null or n.district_code = $3)`;
  const rows = await tx.query<StoredNotice>(
    `select ${COLUMNS} from ${from} order by n.posted_on desc, n.id limit $4 offset $5`,
    [...filters, size, (page - 1) * size],
  );
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::integer as total from ${from}`,
    filters,
  );
  return { rows, total: count?.total ?? 0 };
}

export interface PublicFile {
  readonly id: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly name: string;
  readonly scan: 'UNSCANNED' | 'CLEAN' | 'INFECTED';
}

export async function findNoticeFile(tx: Tx, notice: string): Promise<PublicFile | undefined> {
  const [row] = await tx.query<PublicFile>(
    `select id, sha256, bytes, media_type as "mediaType", name, scan
     from public_notice_file($1)`,
    [notice],
  );
  return row;
}

/** Whose case a comment went to. */
export interface Commented {
  readonly caseId: string;
  readonly ownerOrg: string;
  readonly districtCode: string;
  readonly parkId: string | null;
  readonly officeOrg: string;
  readonly project: string;
}

/** @returns undefined where no such notice is open for it on that day */
export async function leaveComment(
  tx: Tx,
  comment: {
    readonly id: string;
    readonly notice: string;
    readonly kind: string;
    readonly words: string;
    readonly name: string;
    readonly phone: string;
    readonly today: string;
    readonly at: Date;
  },
): Promise<Commented | undefined> {
  const { id, notice, kind, words, name, phone, today, at } = comment;
  const [row] = await tx.query<Commented>(
    `select case_id as "caseId", owner_org as "ownerOrg", district_code as "districtCode",
       park_id as "parkId", office_org as "officeOrg", project
     from leave_case_comment($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, notice, kind, words, name, phone, today, at],
  );
  return row;
}

/** Comments in scope, with whoever left them: never leaves the server unmasked but by a reveal. */
export function findComments(tx: Tx, caseId: string): Promise<StoredComment[]> {
  return tx.query<StoredComment>(
    `select c.id, c.kind, c.words, c.left_at as "leftAt", p.name, p.phone
     from case_comment c join case_comment_person p on p.comment_id = c.id
     where c.case_id = $1 order by c.left_at, c.id`,
    [caseId],
  );
}

export async function findComment(
  tx: Tx,
  id: string,
): Promise<(StoredComment & { readonly districtCode: string }) | undefined> {
  const [row] = await tx.query<StoredComment & { readonly districtCode: string }>(
    `select c.id, c.kind, c.words, c.left_at as "leftAt", p.name, p.phone,
       c.district_code as "districtCode"
     from case_comment c join case_comment_person p on p.comment_id = c.id where c.id = $1`,
    [id],
  );
  return row;
}

/** Requests for a hearing: how many, and when the first came. */
export async function findHearingRequests(
  tx: Tx,
  caseId: string,
): Promise<{ readonly asked: number; readonly first: Date | null }> {
  const [row] = await tx.query<{ asked: number; first: Date | null }>(
    `select count(*)::integer as asked, min(left_at) as first from case_comment
     where case_id = $1 and kind = 'HEARING'`,
    [caseId],
  );
  return row!;
}
