import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import type { KeyObject } from 'node:crypto';
import type { Database, Tx } from '../db.ts';
import { append } from './append.ts';
import { takeCheckpoint } from './checkpoint.ts';
import type { Checkpoint } from './checkpoint-file.ts';
import { exportPublicKey, readPublicKeys } from './checkpoint-key.ts';
import type { LogReport } from './finding.ts';
import type { NewEvent } from './model.ts';
import { disarm, type Target } from './tampering.ts';
import { aContext, anEvent } from './testing.ts';
import { verifyLog, type VerifyOptions } from './verify.ts';

export interface TestLog {
  readonly database: Database;
  readonly options: VerifyOptions;
  /** The private key that signed the checkpoints. */
  readonly key: KeyObject;
  readonly checkpoints: readonly Checkpoint[];
  /** Streams with at least four covered events, of which the last checkpoint names some. */
  readonly streams: readonly { readonly stream: string; readonly covered: number }[];
}

export interface Size {
  readonly streams: number;
  readonly events: number;
  /** Taken at equal distances; a last part of the events comes after the last one. */
  readonly checkpoints: number;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
}

/** Fills an empty log with invented events, taking checkpoints on the way. */
export async function makeLog(
  database: Database,
  place: { readonly folder: string; readonly key: KeyObject },
  size: Size,
): Promise<TestLog> {
  const names = Array.from({ length: size.streams }, (_, at) => `enterprise/made-${at}`);
  const part = Math.ceil(size.events / (size.checkpoints + 1));
  const checkpoints: Checkpoint[] = [];
  const covered = new Map<string, number>();
  for (let round = 0; round <= size.checkpoints; round++) {
    const now = new Date(aContext.now.getTime() + round * 3_600_000);
    const events = Array.from({ length: part }, () => drawEvent(names, size.random));
    const store = (some: readonly NewEvent[]) =>
      database.transaction((tx) => append(tx, { ...aContext, now }, some));
    const half = Math.floor(part / 2);
    await store(events.slice(0, half));
    await giveUp(database, (tx) => append(tx, { ...aContext, now }, [events[0]!]));
    await store(events.slice(half));
    if (round === size.checkpoints) break;
    const taken = await takeCheckpoint(database, { ...place, now });
    if (taken === undefined) throw new Error('a checkpoint after new events came to nothing');
    checkpoints.push(taken);
    for (const [stream, seq] of taken.heads) covered.set(stream, seq);
  }
  const keys = readPublicKeys(exportPublicKey(place.key));
  const streams = [...covered]
    .map(([stream, seq]) => ({ stream, covered: seq }))
    .filter((one) => one.covered >= 4);
  return {
    database,
    key: place.key,
    options: { folder: place.folder, keys },
    checkpoints,
    streams,
  };
}

function drawEvent(names: readonly string[], random: () => number): NewEvent {
  const draw = (below: number) => Math.floor(random() * below);
  return anEvent({
    stream: names[draw(names.length)]!,
    type: ['QuotaGranted', 'FilingSubmitted', 'PermitIssued'][draw(3)]!,
    body: {
      grams: String(draw(1_000_000)),
      note: '演示数据 "\\ \u0001\u2028😀',
      list: [draw(9), null],
    },
    occurredAt: new Date(aContext.now.getTime() - draw(86_400_000)),
  });
}

/** Where a forger sets to work. */
export function drawTarget(log: TestLog, random: () => number): Target {
  const at = Math.floor(random() * log.streams.length);
  const { stream, covered } = log.streams[at]!;
  const older = log.checkpoints[Math.floor(random() * (log.checkpoints.length - 1))]!;
  return {
    stream,
    covered,
    seq: 2 + Math.floor(random() * (covered - 3)),
    other: log.streams[(at + 1) % log.streams.length]!.stream,
    older: { position: BigInt(older.to), number: older.number },
    end: BigInt(log.checkpoints.at(-1)!.to),
  };
}

/** Runs something in a transaction that comes to nothing; it leaves a gap in the positions. */
async function giveUp<T>(database: Database, fn: (tx: Tx) => Promise<T>): Promise<T> {
  const done: T[] = [];
  const undone = new Error('undone');
  await database
    .transaction(async (tx) => {
      done.push(await fn(tx));
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return done[0]!;
}

/** Forges the log, verifies it, and undoes the forgery. */
export function verifyForged(
  { database, options }: TestLog,
  forge: (tx: Tx) => Promise<unknown>,
): Promise<LogReport> {
  return giveUp(database, async (tx) => {
    await disarm(tx);
    await forge(tx);
    return verifyLog(tx, options);
  });
}

/** Verifies the log against a forged copy of its checkpoints. */
export async function verifyForgedFiles(
  { database, options, key }: TestLog,
  forge: (folder: string, key: KeyObject) => void,
): Promise<LogReport> {
  const copy = mkdtempSync(`${options.folder}-forged-`);
  try {
    cpSync(options.folder, copy, { recursive: true });
    forge(copy, key);
    return await database.transaction((tx) => verifyLog(tx, { ...options, folder: copy }));
  } finally {
    rmSync(copy, { recursive: true });
  }
}
