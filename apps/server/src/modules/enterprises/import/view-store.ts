import {
  mayFollow,
  type ImportRow,
  type ImportRows,
  type ImportRowsQuery,
  type ImportState,
  type ImportView,
  type RowFault,
  type RowOutcome,
} from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import type { StagedRow } from './model.ts';

interface Row {
  readonly id: string;
  readonly file_name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly state: ImportState;
  readonly on_existing: 'change' | 'skip';
  readonly created_at: Date;
  readonly ended_at: Date | null;
  readonly staged: number;
  readonly checked: number;
  readonly read_through: boolean;
  readonly counts: Readonly<Partial<Record<RowOutcome, number>>>;
  readonly notice: ImportView['notice'];
  readonly registered: number | null;
  readonly changed: number | null;
}

const SELECT = `select i.id, i.file_name, i.sha256, i.bytes, i.state, i.on_existing, i.created_at,
  i.ended_at, i.staged, i.checked, i.read_through, i.counts, i.notice, i.registered, i.changed
  from enterprise_import i`;

/** A twin makes a row faulty, whatever the row says by itself. */
const OUTCOME = `case when r.twin is not null then 'FAULTY' else r.outcome end`;

/** The import as it stands, without a look at its rows; undefined where it is not in scope. */
export async function findImport(tx: Tx, id: string): Promise<ImportView | undefined> {
  const [row] = await tx.query<Row>(`${SELECT} where i.id = $1`, [id]);
  return row && toView(row);
}

/** The newest of those in scope. */
export async function listImports(tx: Tx): Promise<ImportView[]> {
  const rows = await tx.query<Row>(`${SELECT} order by i.created_at desc, i.id limit 50`);
  return rows.map(toView);
}

function toView(row: Row): ImportView {
  const { id, sha256, bytes, state, notice, registered, changed } = row;
  return {
    id,
    fileName: row.file_name,
    sha256,
    bytes,
    state,
    onExisting: row.on_existing,
    createdAt: row.created_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    progress: { staged: row.staged, checked: row.checked, readThrough: row.read_through },
    counts: {
      new: row.counts.NEW ?? 0,
      change: row.counts.CHANGE ?? 0,
      unchanged: row.counts.UNCHANGED ?? 0,
      skipped: row.counts.SKIPPED ?? 0,
      faulty: row.counts.FAULTY ?? 0,
    },
    notice,
    result: registered === null ? null : { registered, changed: changed ?? 0 },
    may: {
      correct: state === 'CHECKED',
      commit: mayFollow(state, 'COMMITTING'),
      cancel: mayFollow(state, 'CANCELLED'),
    },
  };
}

interface RowOfTable {
  readonly row_number: number;
  readonly outcome: RowOutcome | null;
  readonly raw: StagedRow['raw'];
  readonly faults: readonly RowFault[] | null;
  readonly changes: readonly string[] | null;
  readonly twin: number | null;
}

const ROW = `r.row_number, ${OUTCOME} as outcome, r.raw, r.faults, r.changes, r.twin`;

/** Rows of an import, in the order of the file. Two statements, whatever the rows. */
export async function listRows(tx: Tx, id: string, query: ImportRowsQuery): Promise<ImportRows> {
  const { outcome = null, page, size } = query;
  const where = `r.import_id = $1 and ($2::text is null or ${OUTCOME} = $2)`;
  const rows = await tx.query<RowOfTable>(
    `select ${ROW} from enterprise_import_row r where ${where} order by r.row_number limit $3 offset $4`,
    [id, outcome, size, (page - 1) * size],
  );
  const [count] = await tx.query<{ total: number }>(
    `select count(*)::integer as total from enterprise_import_row r where ${where}`,
    [id, outcome],
  );
  return { rows: rows.map(toRow), total: count?.total ?? 0 };
}

export async function findRow(tx: Tx, id: string, row: number): Promise<ImportRow | undefined> {
  const [found] = await tx.query<RowOfTable>(
    `select ${ROW} from enterprise_import_row r where r.import_id = $1 and r.row_number = $2`,
    [id, row],
  );
  return found && toRow(found);
}

/** Faulty rows after a row, for a workbook that is written page by page. */
export async function readFaultyRows(
  tx: Tx,
  id: string,
  after: number,
  atMost: number,
): Promise<ImportRow[]> {
  const rows = await tx.query<RowOfTable>(
    `select ${ROW} from enterprise_import_row r
     where r.import_id = $1 and r.row_number > $2 and ${OUTCOME} = 'FAULTY'
     order by r.row_number limit $3`,
    [id, after, atMost],
  );
  return rows.map(toRow);
}

function toRow({ row_number: row, outcome, raw, faults, changes, twin }: RowOfTable): ImportRow {
  const duplicate: RowFault[] =
    twin === null
      ? []
      : [
          {
            column: 'creditCode',
            value: raw.creditCode ?? '',
            code: 'DUPLICATE_ROW',
            params: { row, other: twin },
          },
        ];
  return {
    row,
    outcome,
    values: raw,
    faults: [...(faults ?? []), ...duplicate],
    changes: [...(changes ?? [])],
  };
}

/** How many of the rows would write something. */
export async function countGood(
  tx: Tx,
  id: string,
  rows: readonly number[] | null,
): Promise<number> {
  const [count] = await tx.query<{ good: number }>(
    `select count(*)::integer as good from enterprise_import_row r
     where r.import_id = $1 and r.outcome in ('NEW', 'CHANGE') and r.twin is null
       and ($2::integer[] is null or r.row_number = any ($2))`,
    [id, rows],
  );
  return count?.good ?? 0;
}
