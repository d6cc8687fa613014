import type { Timeline } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import type { NewEvent } from '../../../platform/event-log/index.ts';
import { encode, keyOf } from './encode.ts';
import { TELLS_ROWS, type Kept, type Written } from './model.ts';

/** What stores wrote in transactions that are open, until an event says it. */
const pending = new WeakMap<Tx, Written[]>();

/**
 * A store says what it wrote. The next event of the transaction carries it, so that nothing that
 * changes a row of a case can be left out of the log by whoever writes the event.
 * @param row the key and the columns that were written, all of them for a new row
 */
export function noteWritten(tx: Tx, kept: Kept, row: Readonly<Record<string, unknown>>): void {
  const written = { table: kept.table, key: keyOf(kept, row), set: encode(kept, row) };
  const before = pending.get(tx);
  if (before) before.push(written);
  else pending.set(tx, [written]);
}

/** The event with what the transaction wrote since its last one. */
export function withWritten(tx: Tx, event: Omit<NewEvent, 'typeVersion'>): NewEvent {
  const told = { ...event, typeVersion: TELLS_ROWS };
  const rows = pending.get(tx);
  if (!rows) return told;
  pending.delete(tx);
  return {
    ...told,
    body: { ...event.body, rows: rows.map(({ table, key, set }) => ({ table, key, set })) },
  };
}

/** What a reader is told of the events: the columns are there for rebuilding the rows alone. */
export function withoutRows({ entries }: Timeline): Timeline {
  return {
    entries: entries.map((entry) => {
      const { rows: _, ...body } = entry.body;
      return { ...entry, body };
    }),
  };
}
