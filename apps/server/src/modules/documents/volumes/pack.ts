import { createHash } from 'node:crypto';
import type { ArchiveItem } from '@ludao/contracts';
import { ZipFile } from 'yazl';

/** A file of a packed volume before it is packed. */
export interface Packed {
  readonly path: string;
  readonly bytes: Buffer;
  /** The document that it belongs to; null for what the packing adds. */
  readonly document: string | null;
}

/** The same for every file: the same content gives the same bytes, whenever it is packed. */
const MTIME = new Date('2000-01-01T00:00:00Z');
const LONGEST_NAME = 80;

export function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function itemOf({ path, bytes, document }: Packed): ArchiveItem {
  return { path, bytes: bytes.length, sha256: hashOf(bytes), document };
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

/** 清单.json of what is packed. */
export function manifestOf(about: object, items: readonly ArchiveItem[]): Buffer {
  return Buffer.from(`${JSON.stringify({ ...about, items }, null, 2)}\n`);
}

/** SHA256SUMS.txt as `sha256sum -c` reads it. */
export function checksumsOf(items: readonly ArchiveItem[]): Buffer {
  return Buffer.from(items.map(({ sha256, path }) => `${sha256}  ${path}\n`).join(''));
}

/** A ZIP of the files in their order; the same files give the same bytes. */
export async function zipOf(files: readonly Packed[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { path, bytes } of files) {
    zip.addBuffer(bytes, path, { mtime: MTIME, mode: 0o100644, forceDosTimestamp: true });
  }
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(pieces);
}

/** By its first bytes; undefined for what is no paper. */
export function endingOf(bytes: Buffer): 'pdf' | 'jpg' | 'png' | undefined {
  const head = bytes.subarray(0, 4).toString('latin1');
  if (head === '%PDF') return 'pdf';
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'jpg';
  return head === '\u0089PNG' ? 'png' : undefined;
}

/** Pages of a PDF as typst writes it, with its page tree in plain text. */
export function pagesOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
