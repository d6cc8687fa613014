import type { Tx } from '../db.ts';
import { fetchRows } from './fetch-rows.ts';
import type { StoredEvent } from './model.ts';

const MOST = 1000;
const COLUMNS = `position, stream, seq, type, type_version as "typeVersion", body::json as body, actor,
  acting_for as "actingFor", office, owner_org as "ownerOrg", district_code as "districtCode",
  occurred_at as "occurredAt", recorded_at as "recordedAt", cause_id as "causeId", hash`;

/**
 * A stream's events in order, those that the scope of the transaction shows.
 * @param options.after the number of the last event already read, 0 at first
 * @param options.limit at most 1,000
 */
export function readStream(
  tx: Tx,
  stream: string,
  options: { readonly after?: number; readonly limit?: number } = {},
): Promise<StoredEvent[]> {
  return tx.query<StoredEvent>(
    `select ${COLUMNS} from event where stream = $1 and seq > $2 order by seq limit $3`,
    [stream, options.after ?? 0, limitOf(options)],
  );
}

/**
 * The events of several streams in the order in which they were recorded.
 * @param options.after the position of the last event already read
 * @param options.limit at most 1,000
 */
export function readTimeline(
  tx: Tx,
  streams: readonly string[],
  options: { readonly after?: bigint; readonly limit?: number } = {},
): Promise<StoredEvent[]> {
  return tx.query<StoredEvent>(
    `select ${COLUMNS} from event
     where stream = any ($1) and position > $2 order by position limit $3`,
    [streams, options.after ?? 0n, limitOf(options)],
  );
}

/**
 * The events of several streams, the last recorded first.
 * @param options.before the position of the last event already read
 * @param options.since what happened before this instant is left out
 * @param options.until what happened at this instant or later is left out
 * @param options.limit at most 1,000
 */
export function readBackwards(
  tx: Tx,
  streams: readonly string[],
  options: {
    readonly before?: bigint;
    readonly since?: Date;
    readonly until?: Date;
    readonly limit?: number;
  },
): Promise<StoredEvent[]> {
  return tx.query<StoredEvent>(
    `select ${COLUMNS} from event
     where stream = any ($1) and ($2::bigint is null or position < $2)
       and ($3::timestamptz is null or occurred_at >= $3)
       and ($4::timestamptz is null or occurred_at < $4)
     order by position desc limit $5`,
    [
      streams,
      options.before ?? null,
      options.since ?? null,
      options.until ?? null,
      limitOf(options),
    ],
  );
}

/**
 * All events of some kinds of stream, in the order in which they were recorded, 2,000 in memory at a
 * time; as many as the transaction may see.
 * @param kinds first parts of the names of streams: 'case'
 */
export function readStreamsOf(tx: Tx, kinds: readonly string[]): AsyncGenerator<StoredEvent> {
  if (!kinds.every((kind) => /^[a-z-]+$/.test(kind))) throw new RangeError('no kind of stream');
  const named = kinds.map((kind) => `'${kind}'`).join(', ');
  return fetchRows<StoredEvent>(
    tx,
    `select ${COLUMNS} from event where split_part(stream, '/', 1) in (${named}) order by position`,
  );
}

function limitOf({ limit = MOST }: { readonly limit?: number }): number {
  if (Number.isInteger(limit) && limit > 0 && limit <= MOST) return limit;
  throw new RangeError(`limit must be from 1 to ${MOST}`);
}
