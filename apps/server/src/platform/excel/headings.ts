import { encodeCol } from '@cj-tech-master/excelts';
import { type CellContext, type CellType, readCell } from './cell-value.ts';
import { SheetRefused } from './refusal.ts';
import type { RawRow } from './rows.ts';

/** A column to be read. Any of its names may stand over it, in any order of columns. */
export interface SheetColumn<K extends string = string> {
  readonly key: K;
  readonly zh: string;
  readonly en?: string;
  readonly aliases?: readonly string[];
  readonly required?: boolean;
  /** 'text' where it is left out. */
  readonly type?: CellType;
}

export interface FoundColumn<K extends string = string> extends SheetColumn<K> {
  /** From 1. */
  readonly column: number;
  readonly letters: string;
  /** As the file writes it. */
  readonly heading: string;
}

export interface UnknownColumn {
  /** For example 'C'. */
  readonly column: string;
  readonly heading: string;
}

export interface Headings<K extends string = string> {
  readonly rowNumber: number;
  readonly found: readonly FoundColumn<K>[];
  readonly unknown: readonly UnknownColumn[];
}

/** Above the headings often stand a title and a line about who fills in. */
export const HEADING_ROWS = 20;

/**
 * The first row that names every required column and is no chance hit.
 * @throws SheetRefused NO_HEADINGS, MISSING_COLUMNS or DUPLICATE_COLUMN, by the row that came closest
 */
export function findHeadings<K extends string>(
  rows: readonly RawRow[],
  columns: readonly SheetColumn<K>[],
  sheet: string,
  context: CellContext,
): Headings<K> {
  const read = rows.map((row) => readHeadings(row, columns, context));
  const enough = Math.min(2, columns.length);
  const whole = read.find(
    (one) => one.found.length >= enough && missingIn(one, columns).length === 0,
  );
  const best = whole ?? read.sort((one, other) => other.found.length - one.found.length)[0];
  if (!best || best.found.length === 0) {
    const wanted = columns.filter(({ required }) => required === true);
    const names = namesOf(wanted.length > 0 ? wanted : columns);
    throw new SheetRefused('NO_HEADINGS', { sheet, limit: HEADING_ROWS, ...names });
  }
  const missing = missingIn(best, columns);
  if (missing.length > 0) {
    const names = namesOf(missing);
    throw new SheetRefused('MISSING_COLUMNS', { sheet, row: best.rowNumber, ...names });
  }
  refuseTwice(best, sheet);
  return best;
}

function readHeadings<K extends string>(
  row: RawRow,
  columns: readonly SheetColumn<K>[],
  context: CellContext,
): Headings<K> {
  const found: FoundColumn<K>[] = [];
  const unknown: UnknownColumn[] = [];
  for (const cell of row.cells) {
    const reading = readCell(cell, 'text', context);
    const heading = 'text' in reading ? reading.text : '';
    if (heading === '') continue;
    const name = comparable(heading);
    const letters = encodeCol(cell.column - 1);
    const column = columns.find((one) => namesFor(one).some((own) => comparable(own) === name));
    if (column) found.push({ ...column, column: cell.column, letters, heading });
    else unknown.push({ column: letters, heading });
  }
  return { rowNumber: row.rowNumber, found, unknown };
}

function namesFor({ key, zh, en, aliases = [] }: SheetColumn): readonly string[] {
  return [key, zh, ...(en === undefined ? [] : [en]), ...aliases];
}

/** Blanks, width, case and the star of a required column make no other heading. */
export function comparable(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s*:\u200b]/g, '')
    .toLowerCase();
}

function missingIn<K extends string>(
  headings: Headings<K>,
  columns: readonly SheetColumn<K>[],
): readonly SheetColumn<K>[] {
  const found = new Set(headings.found.map(({ key }) => key));
  return columns.filter(({ key, required }) => required === true && !found.has(key));
}

function refuseTwice({ found, rowNumber: row }: Headings, sheet: string): void {
  for (const [place, { key, heading, letters: second }] of found.entries()) {
    const earlier = found.slice(0, place).find((one) => one.key === key);
    if (!earlier) continue;
    const first = earlier.letters;
    throw new SheetRefused('DUPLICATE_COLUMN', { sheet, row, heading, first, second });
  }
}

/** The same headings for a Chinese and for an English sentence. */
function namesOf(columns: readonly SheetColumn[]): { zh: string; en: string } {
  return {
    zh: columns.map(({ zh }) => zh).join('、'),
    en: columns.map(({ zh, en }) => en ?? zh).join(', '),
  };
}
