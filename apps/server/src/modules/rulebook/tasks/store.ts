import type { Tx } from '../../../platform/db.ts';

/** Entries in scope that wait for somebody else than who entered them, at another post. */
export async function countToApprove(
  tx: Tx,
  person: string,
  posts: readonly string[],
): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::integer as count from rulebook_entry
     where state = 'SUBMITTED' and entered_by <> $1 and not entered_post = any ($2::uuid[])`,
    [person, posts],
  );
  return row?.count ?? 0;
}

/** Own entries that were sent back since, where no later version was entered. */
export async function countSentBack(tx: Tx, person: string, since: Date): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::integer as count from rulebook_entry e
     where e.state = 'REJECTED' and e.entered_by = $1 and e.decided_at >= $2
       and not exists (select from rulebook_entry later where later.topic = e.topic
         and later.key = e.key and later.version > e.version)`,
    [person, since],
  );
  return row?.count ?? 0;
}
