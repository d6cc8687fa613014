import type { DocumentEffect, PublicDocument } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { searchKey, searchWords } from '../../../platform/word-search.ts';
import type { StoredPublic } from './model.ts';

const COLUMNS = `document_id as "documentId", is_public as "isPublic", state, marks, statement, paper,
  digest, effect, drafted_by as "draftedBy", drafted_post as "draftedPost", drafted_at as "draftedAt",
  checked_at as "checkedAt", version`;

export async function findPublic(
  tx: Tx,
  document: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<StoredPublic | undefined> {
  const [row] = await tx.query<StoredPublic>(
    `select ${COLUMNS} from document_public where document_id = $1 ${lock ? 'for update' : ''}`,
    [document],
  );
  return row;
}

/**
 * Writes what is left for the public; whatever was out before is out no longer.
 * @returns false where somebody was first
 */
export async function savePublic(
  tx: Tx,
  document: { readonly id: string; readonly ownerOrg: string; readonly districtCode: string },
  said: Pick<StoredPublic, 'marks' | 'statement' | 'paper' | 'digest' | 'effect'>,
  by: { readonly person: string; readonly post: string; readonly at: Date },
  seen: number,
): Promise<boolean> {
  const { title, addressee, number, issuer, body } = said.paper;
  const rows = await tx.query(
    `insert into document_public as had (document_id, owner_org, district_code, state, marks,
       statement, paper, digest, search, effect, drafted_by, drafted_post, drafted_at)
     values ($1, $2, $3, 'PROPOSED', $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (document_id) do update set state = 'PROPOSED', is_public = false,
       published_on = null, marks = excluded.marks, statement = excluded.statement,
       paper = excluded.paper, digest = excluded.digest, search = excluded.search,
       effect = excluded.effect, drafted_by = excluded.drafted_by,
       drafted_post = excluded.drafted_post, drafted_at = excluded.drafted_at, checked_by = null,
       checked_post = null, checked_at = null, version = had.version + 1
     where had.version = $13
     returning version`,
    [
      document.id,
      document.ownerOrg,
      document.districtCode,
      JSON.stringify(said.marks),
      said.statement,
      JSON.stringify(said.paper),
      said.digest,
      searchKey(`${title} ${addressee}`, number ?? '', issuer, ...body).search,
      said.effect,
      by.person,
      by.post,
      by.at,
      seen,
    ],
  );
  return rows.length > 0;
}

export async function checkPublic(
  tx: Tx,
  document: string,
  by: { readonly person: string; readonly post: string; readonly at: Date },
): Promise<void> {
  await tx.query(
    `update document_public set state = 'CHECKED', checked_by = $2, checked_post = $3,
       checked_at = $4, version = version + 1
     where document_id = $1`,
    [document, by.person, by.post, by.at],
  );
}

/** Shows or hides the checked version as its document now stands. @param today in China */
export async function publishAsItStands(
  tx: Tx,
  { id, effect, isOut }: { id: string; effect: DocumentEffect | null; isOut: boolean },
  today: string,
): Promise<void> {
  await tx.query(
    `update document_public set effect = $2, is_public = state = 'CHECKED' and $3,
       published_on = case when state = 'CHECKED' and $3 then coalesce(published_on, $4::date)
         else published_on end
     where document_id = $1`,
    [id, effect, isOut, today],
  );
}

type Sought = { readonly q: string; readonly page: number; readonly size: number };

/** What everybody may read, the newest first. */
export async function listPublic(
  tx: Tx,
  { q, page, size }: Sought,
): Promise<{ readonly rows: PublicDocument[]; readonly total: number }> {
  const where = 'is_public and strpos(search, $1) > 0';
  const values = [searchWords(q).search];
  const rows = await tx.query<PublicDocument>(
    `select document_id as id, paper ->> 'title' as title, paper ->> 'number' as number,
       paper ->> 'issuer' as office, (paper ->> 'day')::date as day,
       published_on as "publishedOn", effect
     from document_public where ${where}
     order by published_on desc, document_id limit ${size} offset ${(page - 1) * size}`,
    values,
  );
  const [count] = await tx.query<{ total: bigint }>(
    `select count(*) as total from document_public where ${where}`,
    values,
  );
  return { rows, total: Number(count?.total ?? 0n) };
}
