import type { FileKindName } from '@ludao/contracts';
import type { ContentFault } from './content-fault.ts';

const SNIFFED = 4096;
/** What may be taken for a page by a reader that looks for itself, also behind blanks and comments. */
const PAGE =
  /<(!doctype\s+html|html|head|body|script|iframe|style|meta|object|embed|link|form)[\s>/]/i;
const ENCODINGS = ['utf-8', 'gb18030'];

/** Whether it is text that a person can read: all of it UTF-8 or GB18030, without control characters. */
export function kindOfText(bytes: Buffer): FileKindName | ContentFault {
  const text = decode(bytes);
  if (text === undefined) return 'FILE_KIND_UNKNOWN';
  const head = text.slice(0, SNIFFED).trimStart();
  if (/<svg[\s>]/i.test(head)) return 'FILE_IS_DRAWING';
  if (PAGE.test(head)) return 'FILE_IS_WEB_PAGE';
  if (head.startsWith('<?xml')) return 'FILE_IS_XML';
  if (head.startsWith('#!') || /^(@echo off|<\?php)/i.test(head)) return 'FILE_IS_SCRIPT';
  // A text format that holds objects; readers have been attacked through it.
  if (head.startsWith('{\\rtf')) return 'FILE_KIND_UNKNOWN';
  return 'TEXT';
}

function decode(bytes: Buffer): string | undefined {
  for (const encoding of ENCODINGS) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return /(?!\s)\p{Cc}/u.test(text) ? undefined : text;
    } catch {
      // Not in this one.
    }
  }
  return undefined;
}
