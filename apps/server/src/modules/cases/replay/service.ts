import type { Tx } from '../../../platform/db.ts';
import { readStreamsOf } from '../../../platform/event-log/index.ts';
import { compareRow, Rebuilding } from './decide.ts';
import { encode, keyOf } from './encode.ts';
import type { Difference } from './model.ts';
import { readRows } from './store.ts';
import { KEPT } from './tables.ts';

/** What comparing the log with the tables came to. */
export interface ReplayReport {
  readonly events: number;
  /** Rows of each table that were compared column by column. */
  readonly rows: Readonly<Record<string, number>>;
  readonly columns: number;
  readonly differences: readonly Difference[];
  /** Events that contradict themselves. */
  readonly faults: readonly string[];
}

const STREAMS = ['case', 'batch', 'completion', 'retrofit-check'];

/**
 * Rebuilds all rows of cases from the event log, without looking at a table, and compares them with
 * the tables, row by row and column by column.
 * @param tx sees every row
 * @throws TypeError where a table has a column that the log is not known to say
 */
export async function replayCases(tx: Tx): Promise<ReplayReport> {
  const rebuilding = new Rebuilding();
  for await (const event of readStreamsOf(tx, STREAMS)) rebuilding.take(event);
  const differences: Difference[] = [];
  const rows: Record<string, number> = {};
  let columns = 0;
  for (const kept of KEPT) {
    const { table } = kept;
    const told = new Map(rebuilding.rows.get(table));
    rows[table] = 0;
    for await (const row of readRows(tx, kept)) {
      const key = keyOf(kept, row);
      differences.push(...compareRow(kept, key, told.get(key), encode(kept, row)));
      told.delete(key);
      rows[table] += 1;
      columns += Object.keys(kept.columns).length;
    }
    for (const [key, row] of told) differences.push(...compareRow(kept, key, row, undefined));
  }
  const { events, faults } = rebuilding;
  return { events, rows, columns, differences, faults };
}
