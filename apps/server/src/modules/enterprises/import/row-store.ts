import type { EnterpriseForm, RowOutcome } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import type { Job, StagedRow, Verdict } from './model.ts';

/** Keeps rows as they stand in the file; those that are kept already stay as they are. */
export async function stageRows(
  tx: Tx,
  { id, ownerOrg }: Pick<Job, 'id' | 'ownerOrg'>,
  rows: readonly StagedRow[],
): Promise<void> {
  await tx.query(
    `insert into enterprise_import_row (import_id, owner_org, row_number, raw, cell_faults)
     select $1, $2, row_number, raw::jsonb, cell_faults::jsonb
     from unnest($3::integer[], $4::text[], $5::text[]) as given (row_number, raw, cell_faults)
     on conflict do nothing`,
    [id, ownerOrg, ...columnsOf(rows)],
  );
}

/** Puts other content in rows that are there; they count as unchecked from then on. */
export async function replaceRows(tx: Tx, id: string, rows: readonly StagedRow[]): Promise<void> {
  await tx.query(
    `update enterprise_import_row r set raw = given.raw::jsonb,
       cell_faults = given.cell_faults::jsonb, outcome = null, twin = null
     from unnest($2::integer[], $3::text[], $4::text[]) as given (row_number, raw, cell_faults)
     where r.import_id = $1 and r.row_number = given.row_number`,
    [id, ...columnsOf(rows)],
  );
}

function columnsOf(rows: readonly StagedRow[]): [number[], string[], string[]] {
  return [
    rows.map(({ rowNumber }) => rowNumber),
    rows.map(({ raw }) => withoutNul(JSON.stringify(raw))),
    rows.map(({ cellFaults }) => withoutNul(JSON.stringify(cellFaults))),
  ];
}

/** jsonb takes every character but this one. */
function withoutNul(json: string): string {
  return json.replaceAll('\\u0000', '');
}

interface Row {
  readonly row_number: number;
  readonly raw: StagedRow['raw'];
  readonly cell_faults: StagedRow['cellFaults'];
}

const toStaged = ({ row_number, raw, cell_faults }: Row): StagedRow => ({
  rowNumber: row_number,
  raw,
  cellFaults: cell_faults,
});

export async function findUnknownRows(
  tx: Tx,
  id: string,
  numbers: readonly number[],
): Promise<number[]> {
  const rows = await tx.query<{ number: number }>(
    `select number from unnest($2::integer[]) as number where not exists (
       select from enterprise_import_row r where r.import_id = $1 and r.row_number = number)
     order by number`,
    [id, numbers],
  );
  return rows.map(({ number }) => number);
}

export async function readUnchecked(
  tx: Tx,
  id: string,
  after: number,
  atMost: number,
): Promise<StagedRow[]> {
  const rows = await tx.query<Row>(
    `select row_number, raw, cell_faults from enterprise_import_row
     where import_id = $1 and row_number > $2 and outcome is null order by row_number limit $3`,
    [id, after, atMost],
  );
  return rows.map(toStaged);
}

/** One row as it stands in the file, or as it was corrected since. */
export async function findStagedRow(
  tx: Tx,
  id: string,
  row: number,
): Promise<StagedRow | undefined> {
  const [found] = await tx.query<Row>(
    `select row_number, raw, cell_faults from enterprise_import_row
     where import_id = $1 and row_number = $2`,
    [id, row],
  );
  return found && toStaged(found);
}

/** A row to commit, with what the check said of it. */
export interface CheckedRow extends StagedRow {
  readonly outcome: RowOutcome;
  readonly enterpriseId: string | null;
  readonly version: number | null;
}

/** Rows that would write something, of those chosen, in the order of the file. */
export async function readGoodRows(
  tx: Tx,
  { id, chosen }: Pick<Job, 'id' | 'chosen'>,
  after: number,
  atMost: number,
): Promise<CheckedRow[]> {
  const rows = await tx.query<
    Row & { outcome: RowOutcome; enterprise_id: string | null; version: number | null }
  >(
    `select row_number, raw, cell_faults, outcome, enterprise_id, version from enterprise_import_row
     where import_id = $1 and row_number > $2 and outcome in ('NEW', 'CHANGE') and twin is null
       and ($4::integer[] is null or row_number = any ($4)) order by row_number limit $3`,
    [id, after, atMost, chosen],
  );
  return rows.map(({ outcome, enterprise_id, version, ...row }) => ({
    ...toStaged(row),
    outcome,
    enterpriseId: enterprise_id,
    version,
  }));
}

export async function saveVerdicts(
  tx: Tx,
  id: string,
  verdicts: readonly Verdict[],
): Promise<void> {
  await tx.query(
    `update enterprise_import_row r set outcome = given.outcome, parsed = given.parsed::jsonb,
       credit_code = given.credit_code, faults = given.faults::jsonb,
       changes = string_to_array(given.changes, ','), enterprise_id = given.enterprise_id,
       version = given.version, twin = null
     from unnest($2::integer[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
       $8::uuid[], $9::integer[]) as given (row_number, outcome, parsed, credit_code, faults,
       changes, enterprise_id, version)
     where r.import_id = $1 and r.row_number = given.row_number`,
    [
      id,
      verdicts.map(({ rowNumber }) => rowNumber),
      verdicts.map(({ outcome }) => outcome),
      verdicts.map(({ form }) => form && withoutNul(JSON.stringify(form satisfies EnterpriseForm))),
      verdicts.map(({ creditCode }) => creditCode),
      verdicts.map(({ faults }) => withoutNul(JSON.stringify(faults))),
      verdicts.map(({ changes }) => changes.join(',')),
      verdicts.map(({ existing }) => existing?.id ?? null),
      verdicts.map(({ existing }) => existing?.version ?? null),
    ],
  );
}

/**
 * Names the other row of every row whose credit code stands twice; one statement over all. The rows
 * are new and a server knows nothing yet of how many they are: left to itself it compares every row
 * with every other, ten seconds for 3,500 rows and hours for 50,000.
 */
export async function findTwins(tx: Tx, id: string): Promise<void> {
  await tx.query('set local enable_nestloop = off');
  await tx.query(
    `update enterprise_import_row r set twin = found.twin
     from (
       select row_number,
         coalesce(nullif(min(row_number) over same, row_number),
           lead(row_number) over (partition by credit_code order by row_number)) as twin
       from enterprise_import_row where import_id = $1 and credit_code is not null
       window same as (partition by credit_code)
     ) found
     where r.import_id = $1 and r.row_number = found.row_number
       and r.twin is distinct from found.twin`,
    [id],
  );
  await tx.query('set local enable_nestloop to default');
}

/** Counts the rows by outcome and keeps the numbers with the import. */
export async function countRows(tx: Tx, id: string): Promise<void> {
  await tx.query(
    `update enterprise_import i set checked = found.checked, counts = found.counts
     from (
       select coalesce(sum(rows), 0)::integer as checked,
         coalesce(json_object_agg(outcome, rows), '{}')::jsonb as counts
       from (
         select case when twin is not null then 'FAULTY' else outcome end as outcome,
           count(*)::integer as rows
         from enterprise_import_row where import_id = $1 and outcome is not null group by 1
       ) counted
     ) found
     where i.id = $1`,
    [id],
  );
}

/** Everything is to be checked anew, because what is registered has changed. */
export async function forgetVerdicts(tx: Tx, id: string): Promise<void> {
  await tx.query(
    'update enterprise_import_row set outcome = null, twin = null where import_id = $1',
    [id],
  );
}

export async function deleteRows(tx: Tx, id: string): Promise<void> {
  await tx.query('delete from enterprise_import_row where import_id = $1', [id]);
}
