import type { Tx } from '../../../platform/db.ts';
import { fetchRows } from '../../../platform/event-log/index.ts';
import type { Kept } from './model.ts';

/** Every row with every column, 2,000 in memory at a time. */
export function readRows(tx: Tx, { table, key }: Kept): AsyncGenerator<Record<string, unknown>> {
  return fetchRows(tx, `select * from ${table} order by ${key.join(', ')}`);
}
