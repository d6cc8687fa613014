import { comparable, type SheetColumn } from './headings.ts';
import {
  openBook,
  sheetOf,
  type ReadSheetOptions,
  type SheetRow,
  type WholeSheet,
} from './read-sheet.ts';
import { orRefusal, type Refusal, SheetRefused } from './refusal.ts';

/** One sheet of several, by any of its names. */
export interface NamedSheet {
  readonly names: readonly string[];
  readonly columns: readonly SheetColumn[];
}

type Read = Extract<WholeSheet, { ok: true }>;

/**
 * Reads several sheets of one workbook by their names, in the order in which they are asked for.
 * @returns null in the place of a sheet that the workbook does not have; SHEETS_MISSING where it
 *   has none of them
 */
export async function readNamedSheets(
  source: Uint8Array | string,
  wanted: readonly NamedSheet[],
  limits: Omit<ReadSheetOptions, 'columns'> = {},
): Promise<
  | { readonly ok: false; readonly refusal: Refusal }
  | { readonly ok: true; readonly sheets: readonly (Pick<Read, 'sheet' | 'rows'> | null)[] }
> {
  return await orRefusal(async () => {
    const book = await openBook(source, limits);
    const found = wanted.map(({ names }) => {
      const known = names.map(comparable);
      return book.workbook.sheets.find(({ name }) => known.includes(comparable(name)));
    });
    if (!found.some(Boolean)) {
      const list = (separator: string, at: number) =>
        wanted.map(({ names }) => names[at] ?? names[0] ?? '').join(separator);
      throw new SheetRefused('SHEETS_MISSING', { zh: list('、', 0), en: list(', ', 1) });
    }
    const sheets: (Pick<Read, 'sheet' | 'rows'> | null)[] = [];
    for (const [at, { columns }] of wanted.entries()) {
      const one = found[at];
      if (!one) {
        sheets.push(null);
        continue;
      }
      const rows: SheetRow[] = [];
      const reading = await sheetOf(book, one, [], { ...limits, columns });
      for await (const row of reading.rows) rows.push(row);
      sheets.push({ sheet: one.name, rows });
    }
    return { ok: true as const, sheets };
  });
}
