import { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import {
  encodeCol,
  type Style,
  WorkbookWriter,
  type WorksheetWriter,
} from '@cj-tech-master/excelts';

export interface SheetColumnOut<K extends string = string> {
  readonly key: K;
  readonly heading: string;
  /** In characters of the standard font; a Chinese character takes two. 16 unless told. */
  readonly width?: number;
  /**
   * 'text' also for what looks like a number (credit codes, telephones). 'date' takes YYYY-MM-DD;
   * 'moment' an ISO instant, written as the clock in China shows it; 'number' takes a number, a
   * bigint or its decimal text. What is neither is written as text.
   */
  readonly type: 'text' | 'date' | 'moment' | 'number';
  /** How it is filled in: for the sheet of notes. */
  readonly note?: string;
  /** The values to pick from; Excel refuses others. */
  readonly options?: readonly string[];
}

export type CellOut = string | number | bigint | null | undefined;

export interface SheetOut<K extends string = string> {
  /** Name of the sheet; what Excel forbids in one becomes a blank, and it is cut after 31. */
  readonly title: string;
  readonly columns: readonly SheetColumnOut<K>[];
  readonly rows:
    | AsyncIterable<Readonly<Partial<Record<K, CellOut>>>>
    | Iterable<Readonly<Partial<Record<K, CellOut>>>>;
  /** A second sheet of instructions: its lines, then the columns that have a note or options. */
  readonly notes?: { readonly title: string; readonly lines: readonly string[] };
  /** Down to which row options are offered below the last one written; 1000 unless told. */
  readonly optionRows?: number;
}

const MAX_ROWS = 1_048_576;
const MAX_CELL_TEXT = 32_767;
const ROWS_AT_ONCE = 50;
const OPTIONS_SHEET = 'options';

/**
 * Writes an .xlsx with frozen headings, a filter and typed columns; others work in between.
 * @throws RangeError for more rows than a sheet holds
 */
export function writeSheet<K extends string>(sheet: SheetOut<K>): Promise<Buffer> {
  return writeSheets([sheet], sheet.notes);
}

/** The same with several sheets, one tab each, and at most one sheet of notes about all of them. */
export async function writeSheets(
  sheets: readonly SheetOut[],
  notes?: SheetOut['notes'],
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  const workbook = new WorkbookWriter({ stream, useStyles: true, useSharedStrings: true });
  const all = sheets.flatMap(({ columns }) => columns);
  let before = 0;
  for (const sheet of sheets) {
    const { columns } = sheet;
    const tab = workbook.addWorksheet(sheetName(sheet.title), {
      views: [{ state: 'frozen', xSplit: 0, ySplit: 1 }],
    });
    openColumns(tab, columns);
    const lastRow = await writeRows(tab, sheet);
    tab.autoFilter = `A1:${encodeCol(columns.length - 1)}${lastRow}`;
    offerOptions(tab, columns, lastRow + (sheet.optionRows ?? 1000), before);
    tab.commit();
    before += columns.length;
  }
  if (notes) writeNotes(workbook.addWorksheet(sheetName(notes.title)), notes.lines, sheets);
  if (all.some(({ options }) => options)) {
    writeOptions(workbook.addWorksheet(OPTIONS_SHEET, { state: 'hidden' }), all);
  }
  await workbook.commit();
  return Buffer.concat(chunks);
}

/**
 * The format of text, '@'. A text that begins with = + - @ is a string cell, which Excel never
 * computes; in this format it stays text when someone edits it, too. No apostrophe is put before
 * it: as a character it would become part of a name and come back with the next upload, and as a
 * mark of style (quotePrefix) it would be lost in a CSV as this format is. A CSV that someone saves
 * from the sheet and opens again is therefore not protected; the sheet itself is.
 */
const FORMATS = { text: '@', date: 'yyyy-mm-dd', moment: '@', number: 'General' } as const;

/** 2026-11-25 09:30:00 */
const CHINA_TIME = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

const HEADING: Partial<Style> = {
  font: { bold: true, color: { argb: 'FFFFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F5F8B' } },
  alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
};

function openColumns(sheet: WorksheetWriter, columns: readonly SheetColumnOut[]): void {
  sheet.columns = columns.map(({ width = 16, type }) => ({
    width,
    style: { numFmt: FORMATS[type] },
  }));
  const row = sheet.addRow(columns.map(({ heading }) => cellText(heading)));
  row.height = 24;
  for (const place of columns.keys()) Object.assign(row.getCell(place + 1), { style: HEADING });
  row.commit();
}

/** @returns the number of the last row */
async function writeRows<K extends string>(
  sheet: WorksheetWriter,
  { columns, rows }: SheetOut<K>,
): Promise<number> {
  let last = 1;
  for await (const row of rows) {
    last += 1;
    if (last > MAX_ROWS) throw new RangeError(`a sheet holds ${MAX_ROWS - 1} rows`);
    sheet.addRow(columns.map(({ key, type }) => cellValue(row[key], type))).commit();
    if (last % ROWS_AT_ONCE === 0) await setImmediate();
  }
  return last;
}

function cellValue(value: CellOut, type: SheetColumnOut['type']): string | number | Date | null {
  if (value === null || value === undefined || value === '') return null;
  const text = String(value);
  if (type === 'number' && isExact(text)) return Number(text);
  if (type === 'date' && /^(190[1-9]|19[1-9]\d|[2-9]\d{3})-\d\d-\d\d$/.test(text)) {
    const day = new Date(`${text}T00:00:00Z`);
    if (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)) return day;
  }
  if (type === 'moment' && !Number.isNaN(Date.parse(text))) {
    return CHINA_TIME.format(new Date(text));
  }
  return cellText(text);
}

/** Excel keeps 15 digits: a longer number stays whole as text. */
function isExact(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= 15;
}

/** Line ends become Excel's own, what XML cannot hold goes, and what a cell cannot hold is cut. */
function cellText(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu, '');
  return plain.length > MAX_CELL_TEXT ? `${plain.slice(0, MAX_CELL_TEXT - 1)}…` : plain;
}

/**
 * The list stands in cells: written into the rule itself it may have 255 characters and no comma.
 * @param before columns of the sheets before it, whose lists stand further left
 */
function offerOptions(
  sheet: WorksheetWriter,
  columns: readonly SheetColumnOut[],
  lastRow: number,
  before: number,
): void {
  const bottom = Math.min(lastRow, MAX_ROWS);
  for (const [place, { options }] of columns.entries()) {
    if (!options || options.length === 0) continue;
    const letters = encodeCol(place);
    const list = encodeCol(before + place);
    sheet.dataValidations.add(`range:${letters}2:${letters}${bottom}`, {
      type: 'list',
      allowBlank: true,
      showErrorMessage: true,
      formulae: [`${OPTIONS_SHEET}!$${list}$1:$${list}$${options.length}`],
    });
  }
}

function writeOptions(sheet: WorksheetWriter, columns: readonly SheetColumnOut[]): void {
  sheet.columns = columns.map(() => ({ style: { numFmt: FORMATS.text } }));
  const longest = Math.max(...columns.map(({ options = [] }) => options.length));
  for (let place = 0; place < longest; place += 1) {
    sheet.addRow(columns.map(({ options }) => optionAt(options, place))).commit();
  }
  sheet.commit();
}

function optionAt(options: readonly string[] | undefined, place: number): string | null {
  const option = options?.[place];
  return option === undefined ? null : cellText(option);
}

function writeNotes(
  sheet: WorksheetWriter,
  lines: readonly string[],
  sheets: readonly SheetOut[],
): void {
  const style = { numFmt: FORMATS.text, alignment: { wrapText: true, vertical: 'top' } } as const;
  sheet.columns = [24, 60, 40].map((width) => ({ width, style }));
  for (const line of lines) {
    // A line runs over the whole width; a merged cell does not grow with its text.
    const row = sheet.addRow([cellText(line)]);
    Object.assign(row.getCell(1), { style: { ...style, alignment: { wrapText: false } } });
    row.commit();
  }
  for (const { title, columns } of sheets) {
    if (sheets.length > 1) sheet.addRow([cellText(title)]).commit();
    for (const { heading, note = '', options = [] } of columns) {
      if (note === '' && options.length === 0) continue;
      sheet.addRow([heading, note, options.join('、')].map(cellText)).commit();
    }
  }
  sheet.commit();
}

function sheetName(title: string): string {
  const name = title
    .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .slice(0, 31)
    .replace(/^'|'$/g, ' ')
    .trim();
  return name === '' ? 'Sheet1' : name;
}
