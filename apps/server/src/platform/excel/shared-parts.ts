import { isDateDisplayFormat } from '@cj-tech-master/excelts';
import type { Archive } from './archive.ts';
import { megabytes, SheetRefused } from './refusal.ts';
import { parseXml } from './xml.ts';

const SHARED_TEXT_BYTES = 64 * 1024 * 1024;
const SHARED_TEXTS = 2_000_000;
const STYLE_BYTES = 16 * 1024 * 1024;
const STYLES = 66_000;

/** The texts that cells refer to by number, without phonetic guides, rich text run together. */
export async function readSharedTexts(archive: Archive, part: string): Promise<readonly string[]> {
  const texts: string[] = [];
  let text = '';
  let inText = false;
  let inGuide = false;
  await parseXml(part, archive.read(part, SHARED_TEXT_BYTES), {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') inGuide = true;
      inText = name === 't' && !inGuide;
    },
    text(more) {
      if (inText) text += more;
    },
    close(name) {
      inText = false;
      if (name === 'rPh') inGuide = false;
      if (name === 'si') texts.push(unescapeText(text));
      if (texts.length > SHARED_TEXTS) {
        const limit = megabytes(SHARED_TEXT_BYTES);
        throw new SheetRefused('UNPACKS_TOO_LARGE', { part, limit });
      }
    },
  });
  return texts;
}

/** @returns by number of a style, whether a number in it is a day */
export async function readDateStyles(archive: Archive, part: string): Promise<readonly boolean[]> {
  const formats = new Map<string, string>();
  const styles: boolean[] = [];
  let inCells = false;
  await parseXml(part, archive.read(part, STYLE_BYTES), {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'cellXfs') inCells = true;
      if (name === 'numFmt') formats.set(numFmtId, formatCode);
      if (name === 'xf' && inCells) styles.push(isDateFormat(numFmtId, formats));
      if (styles.length > STYLES) throw new SheetRefused('DAMAGED', { part });
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** Built-in dates; those from 27 and 50 on are the Chinese, Japanese and Korean ones. */
const BUILT_IN_DATES = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 54],
  [57, 58],
] as const;

function isDateFormat(id: string, formats: ReadonlyMap<string, string>): boolean {
  const custom = formats.get(id);
  if (custom !== undefined) return isDateDisplayFormat(custom.replace(/\\./g, ''));
  return BUILT_IN_DATES.some(([first, last]) => Number(id) >= first && Number(id) <= last);
}

/** Undoes _x000D_, by which OOXML writes what XML cannot hold or would change. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
