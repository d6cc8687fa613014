import type { FileKindName } from '@ludao/contracts';
import type { ContentFault } from './content-fault.ts';

/** [MS-CFB] 2.6: entries of 128 bytes, in sectors that begin at multiples of 512. */
const ENTRY_BYTES = 128;
const HEADER_BYTES = 512;
const ENTRY_KINDS = [1, 2, 5];
const NAMES = {
  WordDocument: 'DOC',
  Workbook: 'XLS',
  Book: 'XLS',
  EncryptedPackage: 'FILE_HAS_PASSWORD',
  _VBA_PROJECT: 'FILE_HAS_MACROS',
} as const satisfies Record<string, FileKindName | ContentFault>;
const REFUSED_FIRST = ['FILE_HAS_MACROS', 'FILE_HAS_PASSWORD', 'DOC', 'XLS'] as const;

/**
 * What a compound file is, by the names in its directory: .doc, .xls and what WPS writes, and modern
 * files with a password. What has macros is none of them.
 */
export function kindOfCompound(bytes: Buffer): FileKindName | ContentFault {
  const found = new Set<string>();
  for (let at = HEADER_BYTES; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
    const length = bytes.readUInt16LE(at + 64);
    if (length < 4 || length > 64 || !ENTRY_KINDS.includes(bytes[at + 66]!)) continue;
    const name = bytes.toString('utf16le', at, at + length - 2);
    if (Object.hasOwn(NAMES, name)) found.add(NAMES[name as keyof typeof NAMES]);
  }
  return REFUSED_FIRST.find((kind) => found.has(kind)) ?? 'FILE_KIND_UNKNOWN';
}
