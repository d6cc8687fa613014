import type { Tx } from '../../../platform/db.ts';

/** Enterprises in scope of which it is not said where the wastewater goes or whether waste arises. */
export async function countWithoutProfile(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::integer as count from enterprise
     where merged_into is null and (wastewater is null or hazardous_waste is null)`,
  );
  return row?.count ?? 0;
}

/** Imports of the own organisation that are checked and wait for a person. */
export async function countWaitingImports(tx: Tx, orgs: readonly string[]): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::integer as count from enterprise_import
     where state = 'CHECKED' and owner_org = any ($1::uuid[])`,
    [orgs],
  );
  return row?.count ?? 0;
}
