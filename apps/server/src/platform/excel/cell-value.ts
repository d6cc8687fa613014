import { excelToDate } from '@cj-tech-master/excelts';
import type { ExcelFaultCode } from '@ludao/contracts/excel-texts';
import { SheetRefused } from './refusal.ts';
import type { RawCell } from './rows.ts';

export type CellType = 'text' | 'date' | 'number';

/** What of a workbook the cells of its sheets depend on. */
export interface CellContext {
  readonly sharedTexts: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly date1904: boolean;
}

export type CellReading =
  | { readonly text: string }
  | { readonly fault: ExcelFaultCode; readonly value: string };

/**
 * The text of a cell without blanks around it; a day as YYYY-MM-DD, a number without exponent, a
 * boolean as TRUE or FALSE, as Excel shows it.
 * @throws SheetRefused when the cell refers to a shared text that is not there
 */
export function readCell(cell: RawCell, type: CellType, context: CellContext): CellReading {
  // What a formula gives depends on other cells and on who computes it: it is no entry.
  if (cell.formula) return { fault: 'FORMULA', value: '' };
  const { text } = cell;
  switch (cell.type) {
    case 's':
      return asTyped(sharedText(text, context), type);
    case 'inlineStr':
    case 'str':
      return asTyped(text, type);
    case 'b':
      return asTyped(text.trim() === '1' ? 'TRUE' : 'FALSE', type);
    case 'e':
      return { fault: 'ERROR_VALUE', value: text };
    case 'd':
      return asTyped(text.slice(0, 10), type);
    default:
      return numberOrDay(cell, type, context);
  }
}

/** Without blanks around it, the full-width one among them, and marks of no width. */
export function trimText(text: string): string {
  return text.replace(/^[\s\u200b\u2060]+|[\s\u200b\u2060]+$/g, '');
}

function sharedText(index: string, { sharedTexts }: CellContext): string {
  const text = sharedTexts[Number(index)];
  if (text === undefined) throw new SheetRefused('DAMAGED', { part: 'sharedStrings' });
  return text;
}

function asTyped(raw: string, type: CellType): CellReading {
  const text = trimText(raw);
  if (text === '' || type === 'text') return { text };
  const typed = type === 'date' ? writtenDay(text) : writtenNumber(text);
  if (typed !== null) return { text: typed };
  return { fault: type === 'date' ? 'NOT_A_DATE' : 'NOT_A_NUMBER', value: text.slice(0, 40) };
}

/** From here on Excel has kept only the first 15 digits of what was entered. */
const LOST_FROM = 1e15;
/** The day after 9999-12-31, Excel's last; before March 1900 it counts a day that never was. */
const DAYS = 2_958_466;
const FIRST_DAY = 61;

function numberOrDay(cell: RawCell, type: CellType, context: CellContext): CellReading {
  if (cell.text.trim() === '') return { text: '' };
  const number = Number(cell.text);
  const value = cell.text.slice(0, 40);
  if (!Number.isFinite(number)) return { fault: 'NOT_A_NUMBER', value };
  if (type !== 'number' && context.dateStyles[cell.style] === true) {
    const first = context.date1904 ? 0 : FIRST_DAY;
    if (number < first || number >= DAYS) return { fault: 'NOT_A_DATE', value };
    return { text: excelToDate(Math.floor(number), context.date1904).toISOString().slice(0, 10) };
  }
  // A bare number in a date column may be a day or a slip, for example 20260131.
  if (type === 'date') return asTyped(cell.text, type);
  if (Math.abs(number) >= LOST_FROM) return { fault: 'NUMBER_LOST_DIGITS', value };
  return { text: plainNumber(number) };
}

const PLAIN = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 20 });

/** Excel writes 2.3 as 2.2999999999999998: the shortest text of the same number is what was meant. */
function plainNumber(number: number): string {
  const text = String(number === 0 ? 0 : number);
  return text.includes('e') ? PLAIN.format(number) : text;
}

/** 2026-1-5, 2026/1/5, 2026.1.5, 2026年1月5日 and 20260105. @returns null for no day */
function writtenDay(text: string): string | null {
  const match =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text.normalize('NFKC')) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text.normalize('NFKC'));
  if (!match) return null;
  const [, year = '', month = '', day = ''] = match;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  // A day past the end of its month rolls over, so it reads otherwise than it was written.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? null : iso;
}

/** Digits with or without separators of thousands, as text. @returns null for no number */
function writtenNumber(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\u2212/g, '-');
  if (!/^[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(plain)) return null;
  return plain.replace(/,/g, '').replace(/^\+/, '');
}
