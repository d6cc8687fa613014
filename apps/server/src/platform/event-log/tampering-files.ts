import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeCanonical } from './body.ts';
import type { Checkpoint } from './checkpoint-file.ts';
import { fingerprint } from './checkpoint-key.ts';
import type { CheckpointFault } from './finding.ts';

interface Content {
  checkpoint: Checkpoint;
  signature: string;
}

/** A way to forge the folder of checkpoints, and the fault that it must raise for a checkpoint. */
export interface FileTampering {
  readonly name: string;
  readonly raises: CheckpointFault;
  /**
   * @param at the number of a checkpoint that is neither the first nor the last
   * @param key the private key that signed them
   */
  readonly forge: (folder: string, at: number, last: number, key: KeyObject) => void;
}

const path = (folder: string, number: number) =>
  join(folder, `checkpoint-${String(number).padStart(8, '0')}.json`);

function edit(folder: string, number: number, change: (content: Content) => Content): void {
  const file = path(folder, number);
  const content = JSON.parse(readFileSync(file, 'utf8')) as Content;
  writeFileSync(file, JSON.stringify(change(content)));
}

const changed = (changes: Partial<Checkpoint>) => (content: Content) => ({
  ...content,
  checkpoint: { ...content.checkpoint, ...changes },
});

function signAnew({ checkpoint }: Content, changes: Partial<Checkpoint>, key: KeyObject): Content {
  const other = { ...checkpoint, ...changes };
  const text = Buffer.from(writeCanonical(other), 'utf8');
  return { checkpoint: other, signature: sign(null, text, key).toString('base64url') };
}

/** Signed by a stranger's key, under the true key's fingerprint or the stranger's own. */
const signedByStranger = (honest: boolean) => (content: Content) => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const named = honest ? { key: fingerprint(privateKey) } : {};
  return signAnew(content, { heads: [], ...named }, privateKey);
};

const edited = (
  name: string,
  change: (content: Content) => Content,
  raises: CheckpointFault = 'SIGNATURE',
): FileTampering => ({ name, raises, forge: (folder, at) => edit(folder, at, change) });

/** Checkpoint files removed, replaced, edited and signed falsely. */
export const fileTamperings: readonly FileTampering[] = [
  { name: 'first checkpoint removed', raises: 'ABSENT', forge: (in_) => rmSync(path(in_, 1)) },
  { name: 'a checkpoint removed', raises: 'ABSENT', forge: (in_, at) => rmSync(path(in_, at)) },
  {
    name: 'last checkpoint removed',
    raises: 'ABSENT',
    forge: (in_, _, last) => rmSync(path(in_, last)),
  },
  {
    name: 'a checkpoint replaced by another one',
    raises: 'UNREADABLE',
    forge: (in_, at) => copyFileSync(path(in_, at - 1), path(in_, at)),
  },
  {
    name: 'a checkpoint replaced by an old one under its number',
    raises: 'SIGNATURE',
    forge: (in_, at) => {
      copyFileSync(path(in_, at - 1), path(in_, at));
      edit(in_, at, changed({ number: at }));
    },
  },
  {
    name: 'a checkpoint cut short',
    raises: 'UNREADABLE',
    forge: (in_, at) => writeFileSync(path(in_, at), readFileSync(path(in_, at)).subarray(0, 200)),
  },
  edited('time of a checkpoint edited', changed({ takenAt: '2020-01-01T00:00:00.000Z' })),
  edited('end of a checkpoint edited', changed({ to: '1' })),
  edited('count of a checkpoint edited', changed({ events: 0 })),
  edited('heads of a checkpoint edited', changed({ heads: [] })),
  edited('range digest of a checkpoint edited', changed({ range: '0'.repeat(64) })),
  edited('previous digest of a checkpoint edited', changed({ previous: '0'.repeat(64) })),
  edited('a field added to a checkpoint', (it) => ({ ...it, more: 1 }), 'UNREADABLE'),
  edited('signature removed', (it) => ({ ...it, signature: '' })),
  edited('signature of something else', (it) => ({
    ...it,
    signature: Buffer.from(it.signature, 'base64url').reverse().toString('base64url'),
  })),
  {
    name: 'signed anew by the true key, as if nothing had come before',
    raises: 'CHAIN',
    forge: (in_, at, _, key) =>
      edit(in_, at, (it) => signAnew(it, { previous: '0'.repeat(64) }, key)),
  },
  {
    name: 'signed anew by the true key, from another position',
    raises: 'CHAIN',
    forge: (in_, at, _, key) => edit(in_, at, (it) => signAnew(it, { from: '1' }, key)),
  },
  edited('signed by a stranger in the name of the key', signedByStranger(false)),
  edited('signed by a stranger under his own name', signedByStranger(true)),
];
