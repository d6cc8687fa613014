import {
  ALLOWANCE_ITEMS,
  readAmount,
  stockColumns,
  stockDigits,
  writeAmount,
  type AllowanceItem,
  type Bilingual,
  type StockFault,
  type StockSheet,
} from '@ludao/contracts';
import { comparable, type Share, type StagedRow } from './model.ts';

/** Ten million tonnes a year, a hundred thousand cubic metres a day: more is a slip of the unit. */
const MOST: Readonly<Record<'grams' | 'litres', number>> = {
  grams: 10_000_000_000_000,
  litres: 100_000_000,
};
const MARKUP = /[<>\p{Cc}\u2028\u2029]/u;
const MARKUP_BUT_LINES = /[<>]|[^\P{Cc}\n\r\t]/u;

/** The cells of one row, read one by one; what is wrong gathers in `faults`, one for a column. */
export interface Cells {
  readonly faults: StockFault[];
  raw(column: string): string;
  fault(column: string, code: string, params?: StockFault['params']): void;
  /** '' where it is empty or faulty. */
  text(column: string, least: number, most: number): string;
  /** One entry a line, as far as they are not empty. */
  lines(column: string, most: number, count: number): string[];
  /** 'YYYY-MM-DD', or '' where it is empty or faulty. */
  day(column: string): string;
  option<K extends string>(
    column: string,
    table: Readonly<Partial<Record<K, Bilingual>>>,
  ): K | undefined;
  /** Amounts above nought, in the smallest unit. */
  amounts(items: readonly AllowanceItem[]): Share[];
}

export function openCells(sheet: StockSheet, row: StagedRow): Cells {
  const columns = stockColumns(sheet);
  const faults: StockFault[] = [...row.faults];
  const raw = (column: string) => (row.values[column] ?? '').trim();

  function fault(column: string, code: string, params: StockFault['params'] = {}): void {
    if (faults.some((one) => one.column === column)) return;
    faults.push({ column, value: raw(column), code, params });
  }
  /** @returns whether there is something to read */
  function isGiven(column: string): boolean {
    if (faults.some((one) => one.column === column)) return false;
    if (raw(column) !== '') return true;
    if (columns.get(column)?.required === true) fault(column, 'REQUIRED');
    return false;
  }

  return {
    faults,
    raw,
    fault,
    text(column, least, most) {
      if (!isGiven(column)) return '';
      const text = raw(column);
      const { length } = text;
      if (MARKUP.test(text)) fault(column, 'TEXT_HAS_MARKUP');
      else if (length < least) fault(column, 'TOO_SHORT', { limit: least });
      else if (length > most) fault(column, 'TOO_LONG', { limit: most, length });
      else return text;
      return '';
    },
    lines(column, most, count) {
      if (!isGiven(column)) return [];
      const lines = raw(column)
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
      const long = lines.find((line) => line.length > most);
      if (MARKUP_BUT_LINES.test(raw(column))) fault(column, 'TEXT_HAS_MARKUP');
      else if (long) fault(column, 'TOO_LONG', { limit: most, length: long.length });
      else if (lines.length > count) {
        fault(column, 'TOO_LONG', { limit: most * count, length: raw(column).length });
      }
      return lines;
    },
    day(column) {
      if (!isGiven(column)) return '';
      const day = raw(column);
      const known = new Date(`${day}T00:00:00Z`);
      const isDay = !Number.isNaN(known.getTime()) && known.toISOString().startsWith(day);
      if (/^\d{4}-\d\d-\d\d$/.test(day) && isDay) return day;
      const { zh: heading = '' } = columns.get(column) ?? {};
      fault(column, 'NOT_A_DATE', { row: row.rowNumber, column: heading, heading, value: day });
      return '';
    },
    option<K extends string>(column: string, table: Readonly<Partial<Record<K, Bilingual>>>) {
      if (!isGiven(column)) return undefined;
      const options = Object.entries(table) as [K, Bilingual][];
      const given = comparable(raw(column));
      const found = options.find(([, { zh, en }]) => [zh, en].map(comparable).includes(given));
      if (found) return found[0];
      fault(column, 'NOT_AN_OPTION', { known: options.map(([, { zh }]) => zh).join('、') });
      return undefined;
    },
    amounts(items) {
      return items.flatMap((item): Share[] => {
        if (!isGiven(item)) return [];
        const digits = stockDigits(item);
        const amount = readAmount(raw(item), digits);
        const most = item === 'WASTEWATER' ? MOST.litres : MOST.grams;
        const value = raw(item);
        if (amount === null) fault(item, 'AMOUNT_TOO_FINE', { value, limit: digits });
        else if (amount > most) {
          fault(item, 'AMOUNT_TOO_LARGE', { value, limit: writeAmount(most, digits) });
        } else if (amount > 0) return [{ item, amount: BigInt(amount) }];
        return [];
      });
    },
  };
}

export const ITEMS = Object.keys(ALLOWANCE_ITEMS) as AllowanceItem[];
