import type { KeyObject } from 'node:crypto';
import type { Database, Tx } from '../db.ts';
import { digestOf, readCheckpoint, writeCheckpoint, type Checkpoint } from './checkpoint-file.ts';
import { fingerprint } from './checkpoint-key.ts';
import { sha256, type Digester } from './digest.ts';
import { digestRange } from './range-digest.ts';
import { insistOnAllRows } from './whole-view.ts';

export interface CheckpointOptions {
  /** Where the files are: checkpointFolder(dataDir). One folder for all processes of a database. */
  readonly folder: string;
  readonly now: Date;
  /** loadCheckpointKey(dataDir) */
  readonly key: KeyObject;
  readonly digester?: Digester;
}

/** The log and its checkpoints do not fit together; `ludao verify-log` says where. */
export class CheckpointRefusedError extends Error {
  override name = 'CheckpointRefusedError';
}

interface Last {
  readonly number: number;
  readonly position: bigint;
  readonly events: bigint;
  readonly digest: string | null;
}

/** Any number of our own; every process that takes a checkpoint asks for the same one. */
const ADVISORY_LOCK = 7_100_002;

/**
 * Signs what the log has come to and writes it to a file outside the database. Runs as the program
 * itself; processes that call it together take turns.
 * @returns the checkpoint, or undefined when nothing was appended since the last one
 * @throws CheckpointRefusedError when the log ends before its last checkpoint, or a file of the next
 *   number is there that this key did not sign; code 55P03 when a writer does not end within 10 s
 */
export async function takeCheckpoint(
  database: Database,
  options: CheckpointOptions,
): Promise<Checkpoint | undefined> {
  const to = await database.transaction(settlePosition);
  // The file is written inside the transaction, against the rule: only so do number, file and row
  // belong together. Nobody but another checkpoint waits for its lock.
  return database.transaction((tx) => coverUpTo(tx, to, options));
}

/**
 * Positions are drawn before they are committed, so a lower one can become visible after a higher
 * one. Whoever inserts holds a lock on the table from before the draw until the end of the
 * transaction; once this lock is ours, all of those have ended, and later ones draw higher.
 */
async function settlePosition(tx: Tx): Promise<bigint> {
  const [row] = await tx.query<{ position: bigint }>('select settle_event_log() as position');
  return row!.position;
}

async function coverUpTo(
  tx: Tx,
  to: bigint,
  options: CheckpointOptions,
): Promise<Checkpoint | undefined> {
  const { folder, key, now, digester = sha256 } = options;
  await insistOnAllRows(tx);
  await tx.query('select pg_advisory_xact_lock($1)', [ADVISORY_LOCK]);
  const last = await catchUp(tx, options);
  if (to < last.position) {
    throw new CheckpointRefusedError(
      `the log ends at position ${to}, checkpoint ${last.number} at ${last.position}`,
    );
  }
  if (to === last.position) return undefined;
  const heads = new Map<string, [string, number, string]>();
  const from = last.number === 0 ? null : last.position;
  const range = await digestRange(tx, { from, to }, digester, ({ stream, seq, hash }) => {
    if (seq > (heads.get(stream)?.[1] ?? 0)) heads.set(stream, [stream, seq, hash]);
  });
  const checkpoint: Checkpoint = {
    format: 'ludao-checkpoint/1',
    number: last.number + 1,
    takenAt: now.toISOString(),
    from: String(last.position),
    to: String(to),
    events: Number(last.events) + range.events,
    heads: [...heads.values()].sort(([a], [b]) => (a < b ? -1 : 1)),
    alg: digester.alg,
    range: range.digest,
    previous: last.digest,
    key: fingerprint(key),
  };
  writeCheckpoint(folder, checkpoint, key);
  await remember(tx, checkpoint);
  return checkpoint;
}

/** A process that died between file and row left a checkpoint that the database does not know yet. */
async function catchUp(tx: Tx, { folder, key }: CheckpointOptions): Promise<Last> {
  const [row] = await tx.query<Last>(
    'select number, position, events, digest from event_checkpoint order by number desc limit 1',
  );
  let last: Last = row ?? { number: 0, position: 0n, events: 0n, digest: null };
  for (;;) {
    const next = readCheckpoint(folder, last.number + 1, [key]);
    if (!next.ok && next.reason === 'ABSENT') return last;
    if (!next.ok || next.checkpoint.previous !== last.digest) {
      throw new CheckpointRefusedError(
        `the file of checkpoint ${last.number + 1} does not follow from checkpoint ${last.number}`,
      );
    }
    last = await remember(tx, next.checkpoint);
  }
}

async function remember(tx: Tx, checkpoint: Checkpoint): Promise<Last> {
  const { number } = checkpoint;
  const [position, events] = [BigInt(checkpoint.to), BigInt(checkpoint.events)];
  const digest = digestOf(checkpoint);
  await tx.query(
    `insert into event_checkpoint (number, position, events, digest, taken_at)
     values ($1, $2, $3, $4, $5)`,
    [number, position, events, digest, checkpoint.takenAt],
  );
  return { number, position, events, digest };
}
