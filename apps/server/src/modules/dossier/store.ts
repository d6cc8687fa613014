import type { Tx } from '../../platform/db.ts';

export async function isDemo(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<{ demo: boolean }>(
    'select coalesce(bool_or(demo), false) as demo from installation',
  );
  return row?.demo ?? false;
}

/** What ids are called: persons where they may be seen, offices, parks and units. One statement. */
export async function nameIds(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    `select id::text, name from person where id::text = any ($1::text[])
     union all
     select post_id::text, organisation || ' ' || title from offices_public
     where post_id::text = any ($1::text[])
     union all
     select park_id::text, name from parks_public where park_id::text = any ($1::text[])
     union all
     select unit_id::text, name from park_units_public where unit_id::text = any ($1::text[])`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
