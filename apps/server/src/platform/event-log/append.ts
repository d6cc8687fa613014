import type { Tx } from '../db.ts';
import { codeOf } from '../startup-error.ts';
import { writeBody } from './body.ts';
import { sha256, type Digester } from './digest.ts';
import { hashEvent, type HashedColumns } from './event-hash.ts';
import { StreamConflictError, type EventContext, type EventRef, type NewEvent } from './model.ts';

/** Events per statement: the arrays of one statement stay within a few megabytes. */
const CHUNK = 5000;
const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(3000, 0, 1);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

interface Head {
  readonly seq: number;
  readonly hash: string | null;
}

/**
 * Appends the events in the order given: one statement for the heads, one for every 5,000 events.
 * The heads stay locked until the transaction ends, so that two writers of a stream take turns.
 * @returns what each event was stored as, in the order given
 * @throws StreamConflictError when a stream is not at `expectedSeq`, or somebody made it meanwhile;
 *   the transaction is then to be given up
 * @throws BodyError for a body that would not come back as it is; RangeError for a bad id or instant
 */
export async function append(
  tx: Tx,
  context: EventContext,
  events: readonly NewEvent[],
  digester: Digester = sha256,
): Promise<EventRef[]> {
  if (events.length === 0) return [];
  const columns = events.map((event) => columnsOf(event, context, digester));
  const heads = await lockHeads(tx, new Set(events.map(({ stream }) => stream)));
  const rows = columns.map((event, index) => {
    const head = heads.get(event.stream) ?? { seq: 0, hash: null };
    const expected = events[index]?.expectedSeq ?? head.seq;
    if (expected !== head.seq) throw new StreamConflictError(event.stream, expected, head.seq);
    const row = { ...event, seq: head.seq + 1, prev_hash: head.hash };
    const hash = hashEvent(row, digester);
    heads.set(event.stream, { seq: row.seq, hash });
    return { ...row, hash };
  });
  for (let from = 0; from < rows.length; from += CHUNK) {
    await store(tx, rows.slice(from, from + CHUNK));
  }
  return rows.map(({ stream, seq, hash }) => ({ stream, seq, hash }));
}

async function lockHeads(tx: Tx, streams: ReadonlySet<string>): Promise<Map<string, Head>> {
  const found = await tx.query<Head & { stream: string }>(
    'select stream, seq, hash from lock_event_streams($1)',
    [[...streams]],
  );
  return new Map(found.map(({ stream, seq, hash }) => [stream, { seq, hash }]));
}

type Row = HashedColumns & { readonly hash: string };

/** The arrays of append_events, in its order. */
const ARRAYS = [
  ...(['stream', 'seq', 'type', 'type_version', 'body'] as const),
  ...(['owner_org', 'district_code', 'occurred_at', 'hash'] as const),
];

async function store(tx: Tx, rows: readonly Row[]): Promise<void> {
  const [{ actor, acting_for, office, recorded_at, cause_id, alg }] = rows as [Row];
  try {
    await tx.query(
      'select append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)',
      [
        ...ARRAYS.map((name) => rows.map((row) => row[name])),
        actor,
        acting_for,
        office,
        recorded_at,
        cause_id,
        alg,
      ],
    );
  } catch (error) {
    throw explainConflict(error);
  }
}

/** Two can make a stream at once: the database lets the second wait and then refuses it. */
function explainConflict(error: unknown): unknown {
  if (codeOf(error) !== 'LD409') return error;
  const { detail } = error as { detail: string };
  const { stream, expected, found } = JSON.parse(detail) as StreamConflictError;
  return new StreamConflictError(stream, expected, found, { cause: error });
}

function columnsOf(event: NewEvent, context: EventContext, { alg }: Digester) {
  return {
    acting_for: checkId(context.actingFor, 'actingFor'),
    actor: context.actor,
    alg,
    body: writeBody(event.body),
    cause_id: context.causeId ?? null,
    district_code: event.districtCode,
    occurred_at: writeInstant(event.occurredAt ?? context.now, 'occurredAt'),
    office: checkId(context.office, 'office'),
    owner_org: checkId(event.ownerOrg, 'ownerOrg'),
    recorded_at: writeInstant(context.now, 'now'),
    stream: event.stream,
    type: event.type,
    type_version: event.typeVersion,
  };
}

function writeInstant(instant: Date, name: string): string {
  const time = instant.getTime();
  if (time >= EARLIEST && time < LATEST) return instant.toISOString();
  throw new RangeError(`${name} is no instant between the years 1900 and 3000`);
}

/** As the database gives it back: it would turn capitals into small letters, unlike the hash. */
function checkId(id: string | null, name: string): string | null {
  const written = id?.toLowerCase() ?? null;
  if (written === null || UUID.test(written)) return written;
  throw new RangeError(`${name} is not a uuid: ${id}`);
}
