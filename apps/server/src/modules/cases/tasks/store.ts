import type { CaseState } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';

/** Cases in reach that stand in one of the states; what is public of others is not counted. */
export async function countCases(
  tx: Tx,
  states: readonly CaseState[],
  filedFrom: string | null = null,
): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::integer as count from eia_case
     where state = any ($1) and ($2::date is null or decided_on >= $2)
       and (owner_org = any ((select scope_orgs())::uuid[])
         or district_code = any ((select scope_districts())::text[]))`,
    [states, filedFrom],
  );
  return row?.count ?? 0;
}
