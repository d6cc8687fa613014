import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { FileStoreError } from './store-error.ts';

/**
 * Where bytes stand, under their SHA-256 in hexadecimal. Putting the same twice, or from two
 * processes at once, is as good as once; what was put is there whole or not at all.
 * Every function throws FileStoreError AWAY where the store does not answer.
 */
export interface FileStore {
  /** Also puts right what stands there damaged. @throws FileStoreError FULL */
  put(sha256: string, bytes: Uint8Array): Promise<void>;
  /** As it stands there, unchecked. @returns undefined where it is not */
  get(sha256: string): Promise<Readable | undefined>;
  has(sha256: string): Promise<boolean>;
  /** What is not there counts as removed. */
  remove(sha256: string): Promise<void>;
}

/**
 * The whole of a file, once its hash has shown that it is what was put there.
 * @throws FileStoreError DAMAGED where it is not, or is missing; AWAY
 */
export async function readChecked(
  store: FileStore,
  file: { readonly sha256: string; readonly bytes: number },
): Promise<Buffer> {
  const { sha256, bytes } = file;
  const stream = await store.get(sha256);
  if (!stream) throw new FileStoreError('FILE_DAMAGED', `${sha256} is missing`);
  const hash = createHash('sha256');
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > bytes) break;
      hash.update(piece);
      pieces.push(piece);
    }
  } catch (error) {
    throw new FileStoreError('FILE_STORE_AWAY', `${sha256} broke off while it was read`, error);
  }
  if (size !== bytes || hash.digest('hex') !== sha256) {
    throw new FileStoreError('FILE_DAMAGED', `${sha256} does not have its hash`);
  }
  return Buffer.concat(pieces, size);
}
