import { createHash } from 'node:crypto';
import { ZipFile } from 'yazl';

/** A file before it is packed with others. */
export interface Packable {
  readonly path: string;
  readonly bytes: Buffer;
}

/** What a manifest says of a packed file. */
export interface PackedItem {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The same for every file: the same content gives the same bytes, whenever it is packed. */
const MTIME = new Date('2000-01-01T00:00:00Z');
const LONGEST_NAME = 80;

/** SHA-256 in hexadecimal. */
export function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function packedItemOf({ path, bytes }: Packable): PackedItem {
  return { path, bytes: bytes.length, sha256: hashOf(bytes) };
}

/** A name that Windows, macOS and Linux take, of at most 80 characters with its ending. */
export function safeName(name: string, ending: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[<>:"/\\|?*]|\p{Cc}|\p{Cf}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const room = LONGEST_NAME - ending.length - 1;
  const cut = Array.from(plain)
    .slice(0, room)
    .join('')
    .replace(/[. ]+$/, '');
  return `${cut}.${ending}`;
}

/** A manifest of what is packed, as indented JSON. */
export function manifestOf(about: object, items: readonly PackedItem[]): Buffer {
  return Buffer.from(`${JSON.stringify({ ...about, items }, null, 2)}\n`);
}

/** SHA256SUMS.txt as `sha256sum -c` reads it. */
export function checksumsOf(items: readonly PackedItem[]): Buffer {
  return Buffer.from(items.map(({ sha256, path }) => `${sha256}  ${path}\n`).join(''));
}

/** A ZIP of the files in their order; the same files give the same bytes. */
export async function zipOf(files: readonly Packable[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { path, bytes } of files) {
    zip.addBuffer(bytes, path, { mtime: MTIME, mode: 0o100644, forceDosTimestamp: true });
  }
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(pieces);
}
