import type { Tx } from '../../../platform/db.ts';

/** Checks before a lease in scope, made on the day or later. */
export async function countChecksSince(tx: Tx, day: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    'select count(*)::integer as count from pre_lease_check where made_on >= $1::date',
    [day],
  );
  return row?.count ?? 0;
}

/** Parks in scope with a designation in force that ends within so many days. */
export async function countEnding(tx: Tx, today: string, days: number): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(distinct d.park_id)::integer as count
     from park_designation d join park p on p.id = d.park_id
     where d.valid_from <= $1::date and d.valid_to between $1::date and $1::date + $2::integer`,
    [today, days],
  );
  return row?.count ?? 0;
}

/** Units in scope in which nobody is on record. */
export async function countEmptyUnits(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::integer as count from park_unit u
     where not exists (select from park_units_let l where l.unit_id = u.id)`,
  );
  return row?.count ?? 0;
}
