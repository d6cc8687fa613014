import type { KeyObject } from 'node:crypto';
import type { Tx } from '../db.ts';
import { readCheckpoint, type Checkpoint } from './checkpoint-file.ts';
import { findDigester } from './digest.ts';
import type { Findings } from './finding.ts';
import { digestRange } from './range-digest.ts';

const HEADS_PER_QUERY = 1000;

/** A row of event_checkpoint. */
interface Recorded {
  readonly number: number;
  readonly position: bigint;
  readonly events: bigint;
  readonly digest: string;
}

interface Signed {
  readonly checkpoint: Checkpoint;
  readonly digest: string;
}

/**
 * Checks every checkpoint: its signature, that it follows from the one before, that the database
 * remembers it, and that the events it covers are there as they were.
 * @param listed the numbers of the files, listed before the transaction first looked at the database
 */
export async function verifyCheckpoints(
  tx: Tx,
  source: {
    readonly folder: string;
    readonly keys: readonly KeyObject[];
    readonly listed: readonly number[];
  },
  findings: Findings,
): Promise<{ checkpoints: number; last: Checkpoint | undefined }> {
  const rows = await tx.query<Recorded>(
    'select number, position, events, digest from event_checkpoint order by number',
  );
  const recorded = new Map(rows.map((row) => [row.number, row]));
  const highest = Math.max(0, source.listed.at(-1) ?? 0, rows.at(-1)?.number ?? 0);
  let before: Signed | undefined;
  let last: Checkpoint | undefined;
  let checkpoints = 0;
  for (let number = 1; number <= highest; number++) {
    const reading = readCheckpoint(source.folder, number, source.keys);
    if (!reading.ok) {
      findings.add({ kind: 'CHECKPOINT_BROKEN', checkpoint: number, reason: reading.reason });
      before = undefined;
      continue;
    }
    checkpoints++;
    last = reading.checkpoint;
    if (!follows(reading, before)) {
      findings.add({ kind: 'CHECKPOINT_BROKEN', checkpoint: number, reason: 'CHAIN' });
    }
    // Only the newest may be unknown to the database: its process died before it wrote the row.
    const row = recorded.get(number);
    if (row === undefined ? number < highest : !remembers(row, reading)) {
      findings.add({ kind: 'CHECKPOINT_BROKEN', checkpoint: number, reason: 'RECORD' });
    }
    await checkRange(tx, reading.checkpoint, before?.checkpoint, findings);
    await checkHeads(tx, reading.checkpoint, findings);
    before = reading;
  }
  return { checkpoints, last };
}

/** Without a readable one before it there is nothing to compare; that one has a finding of its own. */
function follows({ checkpoint }: Signed, before: Signed | undefined): boolean {
  if (checkpoint.number === 1) return checkpoint.previous === null && checkpoint.from === '0';
  if (before === undefined) return true;
  return checkpoint.previous === before.digest && checkpoint.from === before.checkpoint.to;
}

function remembers(row: Recorded, { checkpoint, digest }: Signed): boolean {
  return (
    row.digest === digest &&
    row.position === BigInt(checkpoint.to) &&
    row.events === BigInt(checkpoint.events)
  );
}

async function checkRange(
  tx: Tx,
  checkpoint: Checkpoint,
  before: Checkpoint | undefined,
  findings: Findings,
): Promise<void> {
  const { number } = checkpoint;
  const digester = findDigester(checkpoint.alg);
  if (digester === undefined) throw new Error(`unknown algorithm ${checkpoint.alg}`);
  const heads = new Map(checkpoint.heads.map(([stream, seq]) => [stream, seq]));
  const range = { from: number === 1 ? null : BigInt(checkpoint.from), to: BigInt(checkpoint.to) };
  const { digest, events } = await digestRange(tx, range, digester, ({ stream, seq }) => {
    if (seq > (heads.get(stream) ?? 0)) {
      findings.add({ kind: 'ADDED', stream, seq, checkpoint: number });
    }
  });
  const isKnown = number === 1 || before !== undefined;
  const expected = isKnown ? checkpoint.events - (before?.events ?? 0) : events;
  if (digest !== checkpoint.range || events !== expected) {
    findings.add({ kind: 'RANGE_WRONG', checkpoint: number, expected, found: events });
  }
}

async function checkHeads(tx: Tx, checkpoint: Checkpoint, findings: Findings): Promise<void> {
  for (let from = 0; from < checkpoint.heads.length; from += HEADS_PER_QUERY) {
    const heads = checkpoint.heads.slice(from, from + HEADS_PER_QUERY);
    const wrong = await tx.query<{ stream: string; seq: number; isThere: boolean }>(
      `select head.stream, head.seq, event.hash is not null as "isThere"
       from unnest($1::text[], $2::integer[], $3::text[]) as head (stream, seq, hash)
       left join event on event.stream = head.stream and event.seq = head.seq
       where event.hash is distinct from head.hash`,
      [0, 1, 2].map((column) => heads.map((head) => head[column])),
    );
    for (const { stream, seq, isThere } of wrong) {
      findings.add(
        isThere
          ? { kind: 'REWRITTEN', stream, seq, checkpoint: checkpoint.number }
          : { kind: 'MISSING', stream, seq, upTo: seq },
      );
    }
  }
}
