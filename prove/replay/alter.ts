import { replayCases, type ReplayReport } from '../../apps/server/src/modules/cases/index.ts';
import type { Database, Tx } from '../../apps/server/src/platform/db.ts';

/** A change past the log: the column, and what is put in the place of its value. */
interface Alteration {
  readonly table: string;
  readonly column: string;
  readonly to: string;
}

const ALTERATIONS: readonly Alteration[] = [
  { table: 'eia_case', column: 'decided_on', to: `coalesce(decided_on, '2026-01-01') + 1` },
  { table: 'eia_case', column: 'details', to: `details || '{"altered": true}'` },
  { table: 'eia_case', column: 'is_public', to: 'not is_public' },
  { table: 'eia_approval', column: 'proposal', to: `'{"words": "altered"}'` },
  { table: 'case_review', column: 'words', to: `words || '。'` },
  { table: 'case_notice', column: 'until_on', to: 'posted_on' },
  { table: 'case_serial', column: 'last', to: 'last - 1' },
  { table: 'batch', column: 'day', to: 'day + 1' },
  { table: 'batch_case', column: 'counts', to: 'not counts' },
  { table: 'retrofit_check', column: 'drawn_on', to: 'drawn_on - 1' },
  { table: 'completion_acceptance', column: 'state', to: `'ABANDONED'` },
];

/** Takes back what the callback did. */
class Undone extends Error {}

/**
 * Changes a column of one row each, past the log and in transactions that are rolled back.
 * @param together all in one transaction: rebuilding a large log takes its time
 * @returns which were named, alone, and which were not
 */
export async function alterEach(
  database: Database,
  { together }: { readonly together: boolean },
): Promise<{ readonly named: readonly string[]; readonly missed: readonly string[] }> {
  const named: string[] = [];
  const missed: string[] = [];
  const rounds = together ? [ALTERATIONS] : ALTERATIONS.map((one) => [one]);
  for (const round of rounds) {
    const { altered, told } = await altering(database, round);
    named.push(...altered.filter((one) => told.includes(one)));
    missed.push(
      ...altered.filter((one) => !told.includes(one)),
      ...told.filter((one) => !altered.includes(one)).map((one) => `${one} was not altered`),
    );
  }
  return { named, missed };
}

async function altering(database: Database, round: readonly Alteration[]) {
  const altered: string[] = [];
  let report: ReplayReport | undefined;
  try {
    await database.transaction(async (tx) => {
      for (const one of round) altered.push(await alter(tx, one));
      report = await replayCases(tx);
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  const told = report!.differences.map(({ table, column, key }) => `${table}.${column} of ${key}`);
  return { altered, told };
}

/** The first row in which that changes something. */
async function alter(tx: Tx, { table, column, to }: Alteration): Promise<string> {
  const [row] = await tx.query(
    `update ${table} set ${column} = ${to} where ctid =
       (select ctid from ${table} where ${column} is distinct from ${to} limit 1) returning *`,
  );
  if (!row) throw new Error(`nothing of ${table}.${column} to alter`);
  const key = (KEYS[table] ?? ['id']).map((name) => String(row[name])).join(' ');
  return `${table}.${column} of ${key}`;
}

const KEYS: Readonly<Record<string, readonly string[]>> = {
  eia_approval: ['case_id'],
  retrofit_check: ['case_id'],
  case_serial: ['district_code', 'kind', 'year'],
  batch_case: ['batch_id', 'case_id'],
};
