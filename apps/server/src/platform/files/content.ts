import { FILE_KINDS, type FileKindName } from '@ludao/contracts';
import { fileTypeFromBuffer } from 'file-type';
import { kindOfCompound } from './compound-file.ts';
import type { ContentFault } from './content-fault.ts';
import { kindOfText } from './text-file.ts';
import { kindOfZip } from './zip-directory.ts';

/** Looking at more tells no more, and lets nobody unpack anything. */
const HEAD_BYTES = 8192;
const ZIP_STARTS = ['PK\u0003\u0004', 'PK\u0005\u0006'];
const COMPOUND_START = 'd0cf11e0a1b11ae1';
/** Told here: the library reads on to tell moving pictures apart, beyond the head of some. */
const PNG_START = '89504e470d0a1a0a';
const PROGRAMS = new Set([
  'exe',
  'elf',
  'macho',
  'class',
  'wasm',
  'deb',
  'rpm',
  'dex',
  'lnk',
  'crx',
]);
const BY_TYPE: Readonly<Record<string, FileKindName>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/webp': 'WEBP',
  'image/heic': 'HEIC',
  'image/heif': 'HEIC',
};

/** Tells what bytes are, by themselves. */
export async function kindOf(bytes: Buffer): Promise<FileKindName | ContentFault> {
  if (bytes.length === 0) return 'FILE_EMPTY';
  const head = bytes.subarray(0, HEAD_BYTES);
  const start = head.toString('latin1', 0, 4);
  // Before anything else looks: a reader that helps itself would unpack.
  if (ZIP_STARTS.includes(start)) return kindOfZip(bytes);
  const hex = head.toString('hex', 0, 8);
  if (hex === COMPOUND_START) return kindOfCompound(bytes);
  if (hex === PNG_START) return 'PNG';
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  const kind = found && BY_TYPE[found.mime];
  if (kind) return kind;
  // Two letters are enough for some signatures: what reads as text is text.
  const text = kindOfText(bytes);
  if (text !== 'FILE_KIND_UNKNOWN' || !found) return text;
  return PROGRAMS.has(found.ext) ? 'FILE_IS_PROGRAM' : 'FILE_KIND_UNKNOWN';
}

export function isFault(kind: FileKindName | ContentFault): kind is ContentFault {
  return !Object.hasOwn(FILE_KINDS, kind);
}
