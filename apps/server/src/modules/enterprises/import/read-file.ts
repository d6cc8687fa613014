import {
  CORRECTION_COLUMNS,
  IMPORT_COLUMNS,
  IMPORT_COLUMN_NAMES,
  IMPORT_LIMITS,
  type ImportColumn,
  type RowFault,
} from '@ludao/contracts';
import {
  readSheet,
  readWholeSheet,
  type SheetColumn,
  type SheetRow,
} from '../../../platform/excel/index.ts';
import * as jobs from './job-store.ts';
import { CHUNK, type Job, type Notice, type StagedRow } from './model.ts';
import { countRows, findUnknownRows, replaceRows, stageRows } from './row-store.ts';
import { asAsker, refuseStopped, StoppedError, type Work } from './work.ts';

const COLUMNS: readonly SheetColumn<ImportColumn>[] = IMPORT_COLUMN_NAMES.map((key) => {
  const { zh, en, type, required } = IMPORT_COLUMNS[key];
  return { key, zh, en, type, required };
});

/**
 * Takes in the rows of the file, a chunk in each transaction. Rows that are staged already are
 * passed over, so that a restart goes on where the last one stopped.
 * @returns why the file is refused, or null
 * @throws SheetRefused on the way; StoppedError
 */
export async function stageFile(work: Work, job: Job): Promise<Notice | null> {
  const file = await asAsker(work, job.asker, (tx) => jobs.readFile(tx, job.id, 'file'));
  if (!file) throw new StoppedError('the import has ended');
  const reading = await readSheet(file, { columns: COLUMNS, maxRows: IMPORT_LIMITS.rows });
  if (!reading.ok) return reading.refusal;
  let chunk: StagedRow[] = [];
  for await (const row of reading.rows) {
    if (row.rowNumber <= job.lastRow) continue;
    chunk.push(toStaged(row, row.rowNumber));
    if (chunk.length < CHUNK) continue;
    await stageChunk(work, job, chunk);
    chunk = [];
  }
  if (chunk.length > 0) await stageChunk(work, job, chunk);
  await asAsker(work, job.asker, (tx) => jobs.noteReadThrough(tx, job.id));
  return null;
}

async function stageChunk(
  work: Work,
  { id, asker }: Job,
  chunk: readonly StagedRow[],
): Promise<void> {
  refuseStopped(work);
  await asAsker(work, asker, async (tx) => {
    const job = await jobs.lockImport(tx, id);
    if (job?.state !== 'READING') throw new StoppedError('the import was cancelled');
    // Another process that picked it up may have been faster.
    const rows = chunk.filter(({ rowNumber }) => rowNumber > job.lastRow);
    if (rows.length === 0) return;
    await stageRows(tx, job, rows);
    await jobs.noteStaged(tx, id, rows.length, rows.at(-1)!.rowNumber);
  });
  work.onChunk?.('staged');
}

/** An empty cell is no entry: leaving it away keeps the rows short. */
function toStaged<K extends ImportColumn>(
  { values, faults }: SheetRow<K>,
  rowNumber: number,
): StagedRow {
  const raw = Object.fromEntries(Object.entries(values).filter(([, text]) => text !== ''));
  const cellFaults = faults.map(({ column, code, params }): RowFault => ({
    column,
    code,
    value: String(params['value'] ?? ''),
    params: { ...params, row: rowNumber },
  }));
  return { rowNumber, raw, cellFaults };
}

type CorrectionColumn = ImportColumn | 'rowNumber';

const NUMBERED: readonly SheetColumn<CorrectionColumn>[] = [
  { key: 'rowNumber', ...CORRECTION_COLUMNS.rowNumber, type: 'text', required: true },
  ...COLUMNS,
];

/**
 * Replaces the rows that a workbook of corrections names, all of them or none: a restart in the
 * middle begins again.
 * @returns why the corrections are refused, or null
 */
export async function takeCorrection(work: Work, job: Job): Promise<Notice | null> {
  const file = await asAsker(work, job.asker, (tx) => jobs.readFile(tx, job.id, 'correction'));
  if (!file) return null;
  const reading = await readWholeSheet(file, { columns: NUMBERED, maxRows: IMPORT_LIMITS.rows });
  if (!reading.ok) return reading.refusal;
  refuseStopped(work);
  const rows: StagedRow[] = [];
  const named = new Set<number>();
  for (const row of reading.rows) {
    const { rowNumber: written, ...values } = row.values;
    const number = /^\d{1,7}$/.test(written) ? Number(written) : 0;
    const params = { row: row.rowNumber, value: written };
    if (number === 0) return { code: 'ROW_NUMBER_UNKNOWN', params };
    if (named.has(number)) return { code: 'ROW_NUMBER_TWICE', params };
    named.add(number);
    const faults = row.faults.filter((one) => one.column !== 'rowNumber');
    rows.push(toStaged({ rowNumber: number, values, faults } as SheetRow<ImportColumn>, number));
  }
  return await asAsker(work, job.asker, async (tx) => {
    const now = await jobs.lockImport(tx, job.id);
    if (now?.state !== 'READING') throw new StoppedError('the import was cancelled');
    const [unknown] = await findUnknownRows(tx, job.id, [...named]);
    if (unknown !== undefined) {
      const at = reading.rows.find(({ values }) => Number(values.rowNumber) === unknown);
      const params = { row: at?.rowNumber ?? 0, value: unknown };
      return { code: 'ROW_NUMBER_UNKNOWN', params };
    }
    for (let from = 0; from < rows.length; from += CHUNK) {
      await replaceRows(tx, job.id, rows.slice(from, from + CHUNK));
    }
    await countRows(tx, job.id);
    await jobs.setState(tx, job.id, 'READING', work.clock.now());
    return null;
  });
}
