import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { refuse, type Refusal } from './refusal.ts';

export interface Upload {
  readonly bytes: Buffer;
  /** In hexadecimal. */
  readonly sha256: string;
}

const MEGABYTE = 1024 * 1024;

/**
 * Takes in a file while it arrives, and no more of it than the limit. An upload that breaks off
 * throws and has left nothing behind.
 * @returns FILE_TOO_LARGE with `megabytes` and `limit` where it is
 */
export async function readUpload(file: Readable, maxBytes: number): Promise<Upload | Refusal> {
  const hash = createHash('sha256');
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of file as AsyncIterable<Buffer>) {
    size += piece.length;
    // What is a little too much is read and dropped, so that the sender gets to see the answer.
    if (size > 4 * maxBytes) break;
    if (size > maxBytes) continue;
    hash.update(piece);
    pieces.push(piece);
  }
  if (size > maxBytes) {
    const megabytes = Math.ceil((size / MEGABYTE) * 10) / 10;
    return refuse('FILE_TOO_LARGE', { megabytes, limit: maxBytes / MEGABYTE }, 422);
  }
  return { bytes: Buffer.concat(pieces, size), sha256: hash.digest('hex') };
}
