import {
  STOCK_LIMITS,
  STOCK_SHEET_NAMES,
  STOCK_SHEETS,
  stockColumns,
  type StockFault,
  type StockSheet,
} from '@ludao/contracts';
import {
  readNamedSheets,
  type NamedSheet,
  type SheetColumn,
  type SheetRow,
} from '../../platform/excel/index.ts';
import { refuse, type Refusal } from '../../platform/refusal.ts';
import type { Staged, StagedRow } from './model.ts';

const WANTED: readonly NamedSheet[] = STOCK_SHEET_NAMES.map((sheet) => ({
  names: [STOCK_SHEETS[sheet].zh, STOCK_SHEETS[sheet].en],
  columns: [...stockColumns(sheet)].map(
    ([key, { zh, en, type, required = false }]): SheetColumn => ({ key, zh, en, type, required }),
  ),
}));

/**
 * The rows of a workbook by its sheets; a sheet that is left away has none.
 * @returns why the whole file is not taken
 */
export async function readWorkbookFile(bytes: Buffer): Promise<Staged | Refusal> {
  const { bytes: maxBytes, rows: maxRows } = STOCK_LIMITS;
  const reading = await readNamedSheets(bytes, WANTED, { maxBytes, maxRows });
  if (!reading.ok) return refuse(reading.refusal.code, reading.refusal.params, 422);
  const staged = STOCK_SHEET_NAMES.map((sheet, at): [StockSheet, StagedRow[]] => [
    sheet,
    (reading.sheets[at]?.rows ?? []).map(toStaged),
  ]);
  return Object.fromEntries(staged) as Record<StockSheet, StagedRow[]>;
}

function toStaged({ rowNumber, values, faults }: SheetRow): StagedRow {
  return {
    rowNumber,
    values: Object.fromEntries(Object.entries(values).filter(([, text]) => text !== '')),
    faults: faults.map(({ column, code, params }): StockFault => ({
      column,
      code,
      value: String(params['value'] ?? ''),
      params,
    })),
  };
}
