import type { Tx } from '../../../platform/db.ts';
import { searchWords } from '../../../platform/word-search.ts';
import type { StoredDocument } from '../model.ts';

/** What was served on some organisations, the newest first. */
export async function listReceived(
  tx: Tx,
  orgs: readonly string[],
  { q, page, size }: { readonly q: string; readonly page: number; readonly size: number },
) {
  const where = `d.served_on is not null and d.addressee_org = any ($1::uuid[])
    and strpos(d.search, $2) > 0`;
  const values = [orgs, searchWords(q).search];
  const rows = await tx.query<{
    id: string;
    kind: string;
    edition: string;
    title: string;
    number: string;
    office: string;
    servedOn: string;
    effect: StoredDocument['effect'];
  }>(
    `select d.id, d.kind, d.edition, d.title, d.number, d.issuer as office,
       d.served_on as "servedOn", d.effect
     from document d where ${where}
     order by d.served_on desc, d.id limit ${size} offset ${(page - 1) * size}`,
    values,
  );
  const [count] = await tx.query<{ total: bigint }>(
    `select count(*) as total from document d where ${where}`,
    values,
  );
  return { rows, total: Number(count?.total ?? 0n) };
}
