import { readFileSync } from 'node:fs';
import { pdfZh } from '@ludao/contracts/pdf-zh';
import { screeningZh } from '@ludao/contracts/screening-zh';
import type { ScreeningRequest } from '@ludao/contracts';
import { statedFacts, type Answer, type ProjectInput, type Screener } from '@ludao/rules';
import { MISSING_GLYPH, toPrintable, type PdfPress } from '../../platform/pdf.ts';
import { writePaper, type Paper } from './paper/paper.ts';
import { fill, join } from './paper/words.ts';

/** How each kind of block is set; the only typst source, and no word of a project is ever in it. */
export const TEMPLATE = readFileSync(new URL('./answer-pdf.typ', import.meta.url), 'utf8');

/**
 * The answer page as a Chinese A4 document. What the visitor wrote reaches the template as data
 * only; characters that the font lacks become boxes, and the document says which they were.
 */
export async function makeAnswerPdf(
  press: PdfPress,
  screener: Screener,
  request: ScreeningRequest,
  answer: Answer,
): Promise<Buffer> {
  return await press.print(TEMPLATE, paperOf(screener, request, answer));
}

/** What the template is handed: the document as data, every text as the font can show it. */
export function paperOf(screener: Screener, request: ScreeningRequest, answer: Answer): Paper {
  const { on: _, jurisdiction: __, explain: ___, demo = false, ...project } = request;
  const read = screener.read(project as ProjectInput);
  const stated = 'problems' in read ? [] : statedFacts(screener.table, read);
  const name = project.name?.replace(/\s+/g, ' ').normalize('NFC');
  const told = { answer, screener, stated, project: { ...project, name } };
  const paper = eachText(writePaper(told, demo), toPrintable);
  const lost = Array.from(name ?? '').filter(
    (character) => toPrintable(character) === MISSING_GLYPH,
  );
  if (lost.length === 0) return paper;
  const codes = join([...new Set(lost)].map(codePoint));
  return { ...paper, closing: [...paper.closing, fill(pdfZh.missingGlyphs, { codes })] };
}

function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The same value with every text in it replaced. */
function eachText<T>(value: T, replace: (text: string) => string): T {
  if (typeof value === 'string') return replace(value) as T;
  if (Array.isArray(value)) return value.map((part) => eachText(part, replace)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, eachText(part, replace)]),
  ) as T;
}

/** RFC 6266: the Chinese name for every browser of today, an ASCII one for the rest. */
export function attachmentOf(day: string): string {
  const name = encodeURIComponent(fill(screeningZh.answer.pdfName, { day }));
  return `attachment; filename="eia-answer-${day}.pdf"; filename*=UTF-8''${name}`;
}
