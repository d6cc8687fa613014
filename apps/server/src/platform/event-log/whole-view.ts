import type { Tx } from '../db.ts';

/**
 * Whoever would see only a part of the rows gets an error from now on, instead of a part. The owner
 * sees all of them, and so does the program's own role, by a policy that says nothing else.
 */
export async function insistOnAllRows(tx: Tx): Promise<void> {
  await tx.query(
    `select set_config('row_security', case when exists (
       select from pg_roles where rolname = 'ludao_system' and pg_has_role(oid, 'usage')
     ) then 'on' else 'off' end, true)`,
  );
}
