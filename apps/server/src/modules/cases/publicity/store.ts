import type { PublicCase, PublicCaseQuery } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { searchWords } from '../../../platform/word-search.ts';

/** Cases that everybody may know of, the latest first. No person stands in that table. */
export async function listPublic(
  tx: Tx,
  { q, page, size, district }: PublicCaseQuery,
): Promise<{ readonly rows: PublicCase[]; readonly total: number }> {
  const filters = [q === '' ? '' : searchWords(q).search, district ?? null];
  const from = `eia_case c left join parks_public p on p.park_id = c.park_id
    where c.is_public and ($1 = '' or strpos(c.search, $1) > 0)
      and ($2::text is null or c.district_code = $2)`;
  const rows = await tx.query<PublicCase>(
    `select c.id, c.track, c.state, c.name, c.applicant, p.name as park, c.address,
       c.district_code as "districtCode", coalesce(c.details->>'officialNumber', c.number) as number,
       coalesce(c.decided_on, c.submitted_on) as "on"
     from ${from} order by c.decided_on desc nulls first, c.id limit $3 offset $4`,
    [...filters, size, (page - 1) * size],
  );
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::integer as total from ${from}`,
    filters,
  );
  return { rows, total: count?.total ?? 0 };
}
