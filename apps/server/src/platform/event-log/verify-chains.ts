import type { Tx } from '../db.ts';
import { findDigester } from './digest.ts';
import { hashEvent, type HashedColumns } from './event-hash.ts';
import { fetchRows } from './fetch-rows.ts';
import type { Findings } from './finding.ts';

interface Row extends Omit<HashedColumns, 'occurred_at' | 'recorded_at'> {
  readonly position: bigint;
  /** With microseconds, so that a change below the millisecond shows too. */
  readonly occurred: string;
  readonly recorded: string;
  readonly hash: string;
  readonly head_seq: number | null;
  readonly head_hash: string | null;
}

const INSTANT = `at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'`;
const EVENTS = `
  select event.position, event.stream, event.seq, event.type, event.type_version, event.body,
    event.actor, event.acting_for, event.office, event.owner_org, event.district_code,
    to_char(event.occurred_at ${INSTANT}) as occurred,
    to_char(event.recorded_at ${INSTANT}) as recorded,
    event.cause_id, event.alg, event.prev_hash, event.hash,
    head.seq as head_seq, head.hash as head_hash
  from event left join event_stream as head on head.stream = event.stream
  order by event.stream, event.seq`;
const HEADS_ALONE = `
  select stream, seq from event_stream as head
  where seq > 0 and not exists (select from event where event.stream = head.stream)
  order by stream`;

/**
 * Recomputes every event's hash, follows every stream from its first event to its head.
 * @param lastPosition where the last checkpoint ended
 */
export async function verifyChains(
  tx: Tx,
  lastPosition: bigint,
  findings: Findings,
): Promise<{ streams: number; events: number; unprotected: number }> {
  const counts = { streams: 0, events: 0, unprotected: 0 };
  let before: Row | undefined;
  for await (const row of fetchRows<Row>(tx, EVENTS)) {
    counts.events++;
    if (row.position > lastPosition) counts.unprotected++;
    if (row.stream !== before?.stream) {
      checkEnd(before, findings);
      before = undefined;
      counts.streams++;
    }
    checkEvent(row, before, findings);
    before = row;
  }
  checkEnd(before, findings);
  for await (const { stream, seq } of fetchRows<{ stream: string; seq: number }>(tx, HEADS_ALONE)) {
    findings.add({ kind: 'MISSING', stream, seq: 1, upTo: seq });
  }
  return counts;
}

function checkEvent(row: Row, before: Row | undefined, findings: Findings): void {
  const { stream, seq } = row;
  const next = (before?.seq ?? 0) + 1;
  if (seq > next) findings.add({ kind: 'MISSING', stream, seq: next, upTo: seq - 1 });
  else if (seq < next) findings.add({ kind: 'ADDED', stream, seq, checkpoint: null });
  else if (row.prev_hash !== (before?.hash ?? null)) {
    findings.add({ kind: 'CHAIN_BROKEN', stream, seq });
  }
  if (!fitsItsHash(row)) findings.add({ kind: 'ALTERED', stream, seq });
}

function fitsItsHash(row: Row): boolean {
  const digester = findDigester(row.alg);
  if (digester === undefined) return false;
  const { position: _, hash, head_seq: _seq, head_hash: _hash, occurred, recorded, ...same } = row;
  const occurred_at = occurred.replace(/000$/, 'Z');
  const recorded_at = recorded.replace(/000$/, 'Z');
  return hashEvent({ ...same, occurred_at, recorded_at }, digester) === hash;
}

function checkEnd(last: Row | undefined, findings: Findings): void {
  if (last === undefined) return;
  const { stream, seq, hash, head_seq, head_hash } = last;
  if (head_seq !== null && head_seq > seq) {
    findings.add({ kind: 'MISSING', stream, seq: seq + 1, upTo: head_seq });
  } else if (head_seq !== seq || head_hash !== hash) {
    findings.add({ kind: 'HEAD_WRONG', stream, seq });
  }
}
