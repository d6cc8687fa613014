import type { Database } from '../../apps/server/src/platform/db.ts';

/** How many cases of each track stand where, and acceptances and batches likewise. */
export async function countEnds(database: Database): Promise<Readonly<Record<string, number>>> {
  const rows = await database.lookup<{ end: string; count: number }>(
    `select track || ' ' || state as end, count(*)::integer as count from eia_case group by 1
     union all select 'acceptance ' || state, count(*)::integer from completion_acceptance group by 1
     union all select 'batch ' || kind || ' ' || state, count(*)::integer from batch group by 1
     order by 1`,
    [],
  );
  return Object.fromEntries(rows.map(({ end, count }) => [end, count]));
}
