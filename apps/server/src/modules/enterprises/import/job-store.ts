import type { ImportState } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import type { Asker, Job, Notice } from './model.ts';

/** What is written of an upload. */
export interface NewImport {
  readonly id: string;
  readonly ownerOrg: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly file: Buffer;
  readonly onExisting: 'change' | 'skip';
  readonly asker: Asker;
}

/** @returns the id, or that of the import of the same file that is under way */
export async function enterImport(tx: Tx, made: NewImport, now: Date): Promise<string> {
  const { id, ownerOrg, fileName, sha256, file, onExisting, asker } = made;
  await tx.query(
    `insert into enterprise_import (id, owner_org, file_name, sha256, bytes, file, on_existing, state,
       asker, asked_at, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'READING', $8::jsonb, $9, $9)
     on conflict (owner_org, sha256, on_existing) where ended_at is null do nothing`,
    [id, ownerOrg, fileName, sha256, file.length, file, onExisting, JSON.stringify(asker), now],
  );
  const [row] = await tx.query<{ id: string }>(
    `select id from enterprise_import
     where owner_org = $1 and sha256 = $2 and on_existing = $3 and ended_at is null`,
    [ownerOrg, sha256, onExisting],
  );
  return row?.id ?? id;
}

interface JobRow {
  readonly id: string;
  readonly owner_org: string;
  readonly state: ImportState;
  readonly sha256: string;
  readonly on_existing: 'change' | 'skip';
  readonly asker: Asker;
  readonly asked_at: Date;
  readonly last_row: number;
  readonly read_through: boolean;
  readonly correcting: boolean;
  readonly chosen: number[] | null;
  readonly notice: Notice | null;
}

/** The import, locked until the transaction ends: whoever works on it does so alone. */
export async function lockImport(tx: Tx, id: string): Promise<Job | undefined> {
  const [row] = await tx.query<JobRow>(
    `select id, owner_org, state, sha256, on_existing, asker, asked_at, last_row, read_through,
       correction is not null as correcting, chosen, notice
     from enterprise_import where id = $1 for update`,
    [id],
  );
  return (
    row && {
      id: row.id,
      ownerOrg: row.owner_org,
      state: row.state,
      sha256: row.sha256,
      onExisting: row.on_existing,
      asker: row.asker,
      askedAt: row.asked_at,
      lastRow: row.last_row,
      readThrough: row.read_through,
      correcting: row.correcting,
      chosen: row.chosen,
      notice: row.notice,
    }
  );
}

export async function readFile(
  tx: Tx,
  id: string,
  which: 'file' | 'correction',
): Promise<Buffer | null> {
  const [row] = await tx.query<{ bytes: Buffer | null }>(
    `select ${which} as bytes from enterprise_import where id = $1`,
    [id],
  );
  return row?.bytes ?? null;
}

/** Counts what was staged; `last` is the number of the last row of it. */
export async function noteStaged(tx: Tx, id: string, rows: number, last: number): Promise<void> {
  await tx.query('update enterprise_import set staged = staged + $2, last_row = $3 where id = $1', [
    id,
    rows,
    last,
  ]);
}

export async function noteChecked(tx: Tx, id: string, rows: number): Promise<void> {
  await tx.query('update enterprise_import set checked = checked + $2 where id = $1', [id, rows]);
}

export async function noteReadThrough(tx: Tx, id: string): Promise<void> {
  await tx.query('update enterprise_import set read_through = true where id = $1', [id]);
}

/** What may change with the state besides it. */
export interface Changes {
  readonly notice?: Notice | null;
  readonly correction?: Buffer | null;
  readonly chosen?: readonly number[] | null;
  readonly asker?: Asker;
  readonly registered?: number;
  readonly changed?: number;
}

/** The transition was judged before, on the locked import. The file goes when the import ends. */
export async function setState(
  tx: Tx,
  id: string,
  state: ImportState,
  now: Date,
  changes: Changes = {},
): Promise<void> {
  const isOver = ['DONE', 'CANCELLED', 'FAILED'].includes(state);
  const { notice = null, correction = null, chosen = null, asker } = changes;
  await tx.query(
    `update enterprise_import set state = $2, notice = $3::jsonb, correction = $4,
       chosen = $5::integer[], registered = $6, changed = $7,
       asker = coalesce($8::jsonb, asker),
       asked_at = case when $8::jsonb is null then asked_at else $9::timestamptz end,
       ended_at = case when $10 then $9::timestamptz end,
       file = case when $10 then null else file end
     where id = $1`,
    [
      id,
      state,
      notice && JSON.stringify(notice),
      correction,
      chosen,
      changes.registered ?? null,
      changes.changed ?? null,
      asker ? JSON.stringify(asker) : null,
      now,
      isOver,
    ],
  );
}
