import { sha256, writeCanonical } from '../../../platform/event-log/index.ts';
import type { Kept, Row, Telling, Value } from './model.ts';

/**
 * A row, or some columns of it, as the log says it: moments in ISO 8601, what is told by digest as
 * SHA-256 over its canonical JSON (RFC 8785), nothing as null.
 * @throws TypeError for a column that the table is not known to have, or a value that is none
 */
export function encode({ table, columns }: Kept, row: Readonly<Record<string, unknown>>): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      const telling = columns[column];
      if (telling === undefined) throw new TypeError(`${table} is not known to have ${column}`);
      return [column, encodeValue(telling, value)];
    }),
  );
}

function encodeValue(telling: Telling, value: unknown): Value {
  if (value === null) return null;
  if (telling === 'digest') return sha256.digest(writeCanonical(asJson(value)));
  if (value instanceof Date) return value.toISOString();
  if (['string', 'number', 'boolean'].includes(typeof value)) return value as Value;
  if (Array.isArray(value)) return value as string[];
  throw new TypeError(`no value that the log can say: ${typeof value}`);
}

/** As a column of JSON gives it back. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

export function keyOf({ key }: Kept, row: Readonly<Record<string, unknown>>): string {
  return key.map((column) => String(row[column])).join(' ');
}
