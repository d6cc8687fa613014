import { sign, verify, type KeyObject } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { codeOf } from '../startup-error.ts';
import { writeCanonical } from './body.ts';
import { fingerprint } from './checkpoint-key.ts';
import { findDigester } from './digest.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Position = z.string().regex(/^(0|[1-9]\d{0,18})$/);
const Count = z.int().min(0);

/** What a checkpoint says. Positions are decimal strings. */
const Checkpoint = z.strictObject({
  format: z.literal('ludao-checkpoint/1'),
  /** 1, 2, 3 … */
  number: Count.min(1),
  takenAt: z.iso.datetime(),
  /** It covers the events after this position (the one before ended here) … */
  from: Position,
  /** … up to this one. */
  to: Position,
  /** Events up to `to`, since the beginning. */
  events: Count,
  /** The streams with an event in between, by name: name, number and hash of their last one. */
  heads: z.array(z.tuple([z.string(), Count.min(1), Hash])),
  alg: z.enum(['SHA-256', 'SM3']),
  /** Digest over every event in between, in order: see range-digest.ts. */
  range: Hash,
  /** Digest of the checkpoint before; null in the first. */
  previous: Hash.nullable(),
  /** Fingerprint of the key that signed. */
  key: Hash,
});
export type Checkpoint = Readonly<z.infer<typeof Checkpoint>>;

const CheckpointFile = z.strictObject({ checkpoint: Checkpoint, signature: z.string().max(200) });

/** Where checkpoints are kept unless said otherwise. Copy them elsewhere: see docs/adr/0023. */
export function checkpointFolder(dataDir: string): string {
  return join(dataDir, 'checkpoints');
}

/** @returns what the next checkpoint and the database remember of this one */
export function digestOf(checkpoint: Checkpoint): string {
  const digester = findDigester(checkpoint.alg);
  if (digester === undefined) throw new Error(`unknown algorithm ${checkpoint.alg}`);
  return digester.digest(writeCanonical(checkpoint));
}

/**
 * Signs and writes a checkpoint. Written aside and linked into place: a reader never sees half of
 * one, and an existing one is never replaced.
 * @throws Error with code EEXIST when there is one of that number; what the file system refuses
 */
export function writeCheckpoint(folder: string, checkpoint: Checkpoint, key: KeyObject): void {
  const text = writeCanonical(checkpoint);
  const signature = sign(null, Buffer.from(text, 'utf8'), key).toString('base64url');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, nameOf(checkpoint.number));
  const aside = `${file}.${process.pid}.new`;
  writeFileSync(aside, `{"checkpoint":${text},"signature":"${signature}"}\n`, { flush: true });
  try {
    linkSync(aside, file);
  } finally {
    rmSync(aside, { force: true });
  }
}

export type CheckpointReading =
  | { readonly ok: true; readonly checkpoint: Checkpoint; readonly digest: string }
  | { readonly ok: false; readonly reason: 'ABSENT' | 'UNREADABLE' | 'SIGNATURE' };

/** Reads one checkpoint and checks its signature by whichever of the keys it names. */
export function readCheckpoint(
  folder: string,
  number: number,
  keys: readonly KeyObject[],
): CheckpointReading {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(join(folder, nameOf(number)), 'utf8'));
  } catch (error) {
    return { ok: false, reason: codeOf(error) === 'ENOENT' ? 'ABSENT' : 'UNREADABLE' };
  }
  const parsed = CheckpointFile.safeParse(content);
  if (!parsed.success || parsed.data.checkpoint.number !== number) {
    return { ok: false, reason: 'UNREADABLE' };
  }
  const { checkpoint, signature } = parsed.data;
  const key = keys.find((known) => fingerprint(known) === checkpoint.key);
  const text = Buffer.from(writeCanonical(checkpoint), 'utf8');
  if (!key || !verify(null, text, key, Buffer.from(signature, 'base64url'))) {
    return { ok: false, reason: 'SIGNATURE' };
  }
  return { ok: true, checkpoint, digest: digestOf(checkpoint) };
}

/** @returns the numbers of the checkpoints in the folder, in order; none where there is no folder */
export function listCheckpoints(folder: string): number[] {
  try {
    return readdirSync(folder)
      .map((name) => /^checkpoint-(\d{8})\.json$/.exec(name)?.[1])
      .filter((digits) => digits !== undefined)
      .map(Number)
      .sort((a, b) => a - b);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function nameOf(number: number): string {
  return `checkpoint-${String(number).padStart(8, '0')}.json`;
}
