import type { Tx } from '../../../platform/db.ts';

/** Ids of persons with this in their name or sign-in name, as actors of the event log. */
export async function findActors(tx: Tx, word: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select r.id::text from person r left join auth.account a on a.person_id = r.id
     where position($1 in lower(concat_ws(' ', r.name, a.sign_in_name))) > 0 limit 1000`,
    [word.normalize('NFKC').toLowerCase()],
  );
  return rows.map(({ id }) => id);
}

/** What persons and posts are called; whoever was erased is missing. */
export async function callActors(
  tx: Tx,
  { actors, offices }: { readonly actors: readonly string[]; readonly offices: readonly string[] },
): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    `select id::text, name from person where id::text = any ($1::text[]) and erased_at is null
     union all
     select p.id::text, o.name || ' ' || p.title from post p join organisation o on o.id = p.owner_org
     where p.id = any ($2::uuid[])`,
    [actors, offices],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
