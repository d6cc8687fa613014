import { readFile, stat } from 'node:fs/promises';
import { decodeRange } from '@cj-tech-master/excelts';
import type { ExcelFaultCode, ExcelParams } from '@ludao/contracts/excel-texts';
import { openArchive, type Archive } from './archive.ts';
import { type CellContext, readCell } from './cell-value.ts';
import { refusalByKind } from './file-kind.ts';
import {
  findHeadings,
  HEADING_ROWS,
  type Headings,
  type SheetColumn,
  type UnknownColumn,
} from './headings.ts';
import { megabytes, orRefusal, type Refusal, SheetRefused } from './refusal.ts';
import { type MergedRange, type RawRow, readRawRows } from './rows.ts';
import { readDateStyles, readSharedTexts } from './shared-parts.ts';
import { readWorkbook, type WorkbookParts } from './workbook.ts';

export interface ReadSheetOptions<K extends string = string> {
  readonly columns: readonly SheetColumn<K>[];
  /** Rows with any content under the headings; 50 000 unless told. */
  readonly maxRows?: number;
  /** Of the file as it is sent; 20 MB unless told. */
  readonly maxBytes?: number;
  /** Of all its parts unpacked; 300 MB unless told. */
  readonly maxUnpackedBytes?: number;
  readonly maxParts?: number;
  /** How many times larger than packed a part may be; honest sheets reach about 40. */
  readonly maxRatio?: number;
}

/** One cell that was not taken over; its value is ''. */
export interface CellFault<K extends string = string> {
  readonly column: K;
  readonly code: ExcelFaultCode;
  /** `row`, `column` (its letters), `heading` and `value`, for `excelText`. */
  readonly params: ExcelParams;
}

export interface SheetRow<K extends string = string> {
  /** As Excel shows it, from 1. */
  readonly rowNumber: number;
  /** Every column asked for; '' where the cell is empty, at fault, or its column is absent. */
  readonly values: Readonly<Record<K, string>>;
  readonly faults: readonly CellFault<K>[];
}

export type SheetReading<K extends string = string> =
  | { readonly ok: false; readonly refusal: Refusal }
  | {
      readonly ok: true;
      readonly sheet: string;
      /** Visible sheets that are not read: only the first one is. */
      readonly otherSheets: readonly string[];
      readonly headingRow: number;
      readonly unknownColumns: readonly UnknownColumn[];
      /**
       * To be gone through once; empty rows are left out. The rows stand only once all have come:
       * on the way it throws SheetRefused (too many rows, merged cells, a damaged rest).
       */
      readonly rows: AsyncGenerator<SheetRow<K>, void>;
    };

export type WholeSheet<K extends string = string> =
  | { readonly ok: false; readonly refusal: Refusal }
  | (Omit<Extract<SheetReading<K>, { ok: true }>, 'rows'> & {
      readonly rows: readonly SheetRow<K>[];
    });

/**
 * Reads the first visible sheet of an uploaded .xlsx. Nothing of the file is trusted: what it is,
 * how far it unpacks and what its XML holds are checked before anything is kept of it. Cells go
 * through a reader of our own over the library's XML parser: the library's sheet reader goes by
 * other headers than the ones checked here, rounds numbers before we see them and drops all but
 * the last run of an inline rich text.
 *
 * @param source the bytes, or the path of a file
 */
export async function readSheet<K extends string>(
  source: Uint8Array | string,
  options: ReadSheetOptions<K>,
): Promise<SheetReading<K>> {
  return await orRefusal(() => openSheet(source, options));
}

/** The same with every row at hand, and a refusal on the way as data too. */
export async function readWholeSheet<K extends string>(
  source: Uint8Array | string,
  options: ReadSheetOptions<K>,
): Promise<WholeSheet<K>> {
  return await orRefusal(async () => {
    const reading = await openSheet(source, options);
    const { rows, ...about } = reading;
    const whole: SheetRow<K>[] = [];
    for await (const row of rows) whole.push(row);
    return { ...about, rows: whole };
  });
}

type Sheet = WorkbookParts['sheets'][number];

interface Book {
  readonly archive: Archive;
  readonly workbook: WorkbookParts;
  readonly context: CellContext;
}

/** @throws SheetRefused */
export async function openBook(
  source: Uint8Array | string,
  options: Omit<ReadSheetOptions, 'columns'>,
): Promise<Book> {
  const { maxUnpackedBytes = 300 * 1024 * 1024, maxParts = 1000, maxRatio = 150 } = options;
  const bytes = await readBytes(source, options.maxBytes ?? 20 * 1024 * 1024);
  const kind = refusalByKind(bytes);
  if (kind !== null) throw new SheetRefused(kind);
  const archive = await openArchive(bytes, { maxUnpackedBytes, maxParts, maxRatio });
  const workbook = await readWorkbook(archive);
  if (workbook.sheets.length === 0) throw new SheetRefused('NO_VISIBLE_SHEET');
  return { archive, workbook, context: await readContext(archive, workbook) };
}

async function openSheet<K extends string>(
  source: Uint8Array | string,
  options: ReadSheetOptions<K>,
) {
  const book = await openBook(source, options);
  const [first, ...others] = book.workbook.sheets;
  if (!first) throw new SheetRefused('NO_VISIBLE_SHEET');
  return sheetOf(book, first, others, options);
}

/** @throws SheetRefused */
export async function sheetOf<K extends string>(
  { archive, context }: Book,
  { name, part }: Sheet,
  others: readonly Sheet[],
  options: ReadSheetOptions<K>,
): Promise<Extract<SheetReading<K>, { ok: true }>> {
  const raw = readRawRows(part, archive.read(part));
  const head = await takeHead(raw);
  const headings = await headingsOrClose(raw, () =>
    findHeadings(head.filter(isRow), options.columns, name, context),
  );
  return {
    ok: true,
    sheet: name,
    otherSheets: others.map((one) => one.name),
    headingRow: headings.rowNumber,
    unknownColumns: headings.unknown,
    rows: readRows({ head, raw, headings, context, sheet: name, options }),
  };
}

async function readBytes(source: Uint8Array | string, maxBytes: number): Promise<Buffer> {
  const size = typeof source === 'string' ? (await stat(source)).size : source.byteLength;
  if (size > maxBytes) {
    const params = { megabytes: megabytes(size), limit: megabytes(maxBytes) };
    throw new SheetRefused('FILE_TOO_LARGE', params);
  }
  if (typeof source === 'string') return await readFile(source);
  return Buffer.from(source.buffer, source.byteOffset, source.byteLength);
}

async function readContext(
  archive: Parameters<typeof readSharedTexts>[0],
  { sharedStrings, styles, date1904 }: WorkbookParts,
): Promise<CellContext> {
  return {
    sharedTexts: sharedStrings === null ? [] : await readSharedTexts(archive, sharedStrings),
    dateStyles: styles === null ? [] : await readDateStyles(archive, styles),
    date1904,
  };
}

/** What stands in the first rows, leaving the others to be read: a for-of would close the reader. */
async function takeHead(raw: RawSheet): Promise<(RawRow | MergedRange)[]> {
  const head: (RawRow | MergedRange)[] = [];
  while (head.length < HEADING_ROWS) {
    const next = await raw.next();
    if (next.done === true) break;
    head.push(next.value);
  }
  return head;
}

/** A sheet whose headings are refused is unpacked no further. */
async function headingsOrClose<T>(raw: RawSheet, find: () => T): Promise<T> {
  try {
    return find();
  } catch (error) {
    await raw.return(undefined);
    throw error;
  }
}

type RawSheet = ReturnType<typeof readRawRows>;

function isRow(one: RawRow | MergedRange): one is RawRow {
  return 'cells' in one;
}

interface RowsToRead<K extends string> {
  readonly head: readonly (RawRow | MergedRange)[];
  readonly raw: RawSheet;
  readonly headings: Headings<K>;
  readonly context: CellContext;
  readonly sheet: string;
  readonly options: ReadSheetOptions<K>;
}

async function* readRows<K extends string>(task: RowsToRead<K>): AsyncGenerator<SheetRow<K>, void> {
  const { head, raw, headings, context, sheet, options } = task;
  const { columns, maxRows: limit = 50_000 } = options;
  const blank = Object.fromEntries(columns.map(({ key }) => [key, ''])) as Record<K, string>;
  const byColumn = new Map(headings.found.map((column) => [column.column, column]));
  let count = 0;

  function understand({ rowNumber, cells }: RawRow): SheetRow<K> | null {
    const values = { ...blank };
    const faults: CellFault<K>[] = [];
    let empty = true;
    for (const cell of cells) {
      const found = byColumn.get(cell.column);
      if (!found) continue;
      const { key, type = 'text', letters: column, heading } = found;
      const reading = readCell(cell, type, context);
      if ('text' in reading) {
        values[key] = reading.text;
        if (reading.text !== '') empty = false;
        continue;
      }
      empty = false;
      const params = { row: rowNumber, column, heading, value: reading.value };
      faults.push({ column: key, code: reading.fault, params });
    }
    if (empty) return null;
    count += 1;
    if (count > limit) throw new SheetRefused('TOO_MANY_ROWS', { sheet, limit, row: rowNumber });
    return { rowNumber, values, faults };
  }

  function take(one: RawRow | MergedRange): SheetRow<K> | null {
    if (isRow(one)) return one.rowNumber > headings.rowNumber ? understand(one) : null;
    refuseMerged(one.merged, headings, sheet);
    return null;
  }

  try {
    for (const one of head) {
      const row = take(one);
      if (row) yield row;
    }
    for await (const one of raw) {
      const row = take(one);
      if (row) yield row;
    }
  } finally {
    await raw.return(undefined);
  }
}

/** Of a merged range only the first cell has a value: the others would be read as empty. */
function refuseMerged(range: string, headings: Headings, sheet: string): void {
  if (!/^[A-Z]{1,3}\d+(:[A-Z]{1,3}\d+)?$/.test(range)) {
    throw new SheetRefused('DAMAGED', { part: sheet });
  }
  const { s, e } = decodeRange(range);
  const below = e.r + 1 > headings.rowNumber;
  const read = headings.found.some(({ column }) => column - 1 >= s.c && column - 1 <= e.c);
  if (below && read) throw new SheetRefused('MERGED_CELLS', { sheet, range });
}
