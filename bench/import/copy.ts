import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What an import writes, table by table in the order of their foreign keys. */
const TABLES = [
  [
    'organisation',
    'id, kind, name, credit_code, district_code, territory, is_public, created_at',
    'id in (select owner_org from mine)',
  ],
  [
    'enterprise',
    'id, district_code, park_id, moved_in, name, credit_code, search, grams, industries, address, unit_id, wastewater, hazardous_waste, version',
    'id in (select owner_org from mine)',
  ],
  [
    'tenancy',
    'id, owner_org, park_id, unit_id, district_code, valid_from, valid_to',
    'owner_org in (select owner_org from mine)',
  ],
  ['event_stream', 'stream, seq, hash', 'stream in (select stream from mine)'],
  [
    'event',
    'stream, seq, type, type_version, body, actor, acting_for, office, owner_org, district_code, occurred_at, recorded_at, cause_id, alg, prev_hash, hash',
    'stream in (select stream from mine)',
  ],
] as const;

/** @throws Error with what psql said */
export function psql(url: string, ...commands: readonly string[]): void {
  const flags = [
    '-X',
    '-q',
    '-1',
    '-v',
    'ON_ERROR_STOP=1',
    ...commands.flatMap((one) => ['-c', one]),
  ];
  const done = spawnSync('psql', [...flags, url], { encoding: 'utf8' });
  if (done.error) throw done.error;
  if (done.status !== 0) throw new Error(`psql: ${done.stderr}`);
}

/** The rows that one import wrote, as files for COPY. */
export interface CopyFiles {
  /** Puts them into another database, in one transaction. @returns milliseconds, psql's start among them */
  load(url: string): number;
  remove(): void;
}

export function dumpImport(url: string, importId: string): CopyFiles {
  const folder = mkdtempSync(join(tmpdir(), 'ludao-bench-copy-'));
  const file = (table: string) => `'${join(folder, table)}'`;
  const mine = `with mine as (select stream, owner_org from event where cause_id = 'import/${importId}@1')`;
  psql(
    url,
    ...TABLES.map(
      ([table, columns, where]) =>
        `\\copy (${mine} select ${columns} from ${table} where ${where}) to ${file(table)}`,
    ),
  );
  return {
    load(other) {
      const started = performance.now();
      psql(
        other,
        ...TABLES.map(([table, columns]) => `\\copy ${table} (${columns}) from ${file(table)}`),
      );
      return performance.now() - started;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
