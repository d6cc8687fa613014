import type { Tx } from '../../../../platform/db.ts';
import { noteWritten } from '../../replay/written.ts';
import { REVIEW_ROWS } from '../columns.ts';
import type { StoredReview } from '../model.ts';

const COLUMNS = `r.id, r.case_id as "caseId", r.owner_org as "ownerOrg",
  r.district_code as "districtCode", r.kind, r.is_asked as "isAsked", b.name as body,
  r.started_at as "startedAt", r.ended_at as "endedAt", r.result, r.words`;
const FROM = `case_review r left join review_bodies_public b on b.id = r.owner_org and r.is_asked`;

/** The reviews of a case in scope, the first begun first. */
export function findReviews(tx: Tx, caseId: string): Promise<StoredReview[]> {
  return tx.query<StoredReview>(
    `select ${COLUMNS} from ${FROM} where r.case_id = $1 order by r.started_at, r.id`,
    [caseId],
  );
}

export async function findReview(tx: Tx, id: string): Promise<StoredReview | undefined> {
  await tx.query('select from case_review where id = $1 for update', [id]);
  const [row] = await tx.query<StoredReview>(`select ${COLUMNS} from ${FROM} where r.id = $1`, [
    id,
  ]);
  return row;
}

export async function insertReview(
  tx: Tx,
  review: Pick<
    StoredReview,
    'id' | 'caseId' | 'ownerOrg' | 'districtCode' | 'kind' | 'isAsked' | 'startedAt'
  > & { readonly batchId: string | null },
): Promise<void> {
  const { id, caseId, ownerOrg, districtCode, kind, isAsked, startedAt, batchId } = review;
  await tx.query(
    `insert into case_review (id, case_id, owner_org, district_code, kind, is_asked, batch_id,
       started_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, caseId, ownerOrg, districtCode, kind, isAsked, batchId, startedAt],
  );
  noteWritten(tx, REVIEW_ROWS, {
    id,
    case_id: caseId,
    owner_org: ownerOrg,
    district_code: districtCode,
    kind,
    is_asked: isAsked,
    batch_id: batchId,
    started_at: startedAt,
    ended_at: null,
    result: null,
    words: '',
  });
}

export async function endReview(
  tx: Tx,
  id: string,
  { result, words, at }: { readonly result: string; readonly words: string; readonly at: Date },
): Promise<void> {
  await tx.query('update case_review set ended_at = $2, result = $3, words = $4 where id = $1', [
    id,
    at,
    result,
    words,
  ]);
  noteWritten(tx, REVIEW_ROWS, { id, ended_at: at, result, words });
}
