import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, openAsBlob, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { openDatabase, openEmbedded, type Database } from './db.ts';
import { createLog } from './log.ts';
import { migrate } from './migrations.ts';
import { MIGRATIONS } from './paths.ts';

/** A log that says nothing. */
export const silentLog = createLog('silent');

/**
 * Runs a suite against a database of its own on PGlite and, when LUDAO_TEST_DATABASE_URL names a
 * server on which databases may be created, on PostgreSQL as well: one connection hides races.
 * @param suite is handed a function, because the database opens only when the tests begin
 * @param options.migrated false gives an empty database; otherwise all migrations have been applied
 */
export function describeOnEachDatabase(
  title: string,
  suite: (database: () => Database) => void,
  options: { readonly migrated: boolean } = { migrated: true },
): void {
  const server = process.env['LUDAO_TEST_DATABASE_URL'];
  const ways = [
    { name: 'PGlite', open: openOnPglite },
    ...(server ? [{ name: 'PostgreSQL', open: () => openOnServer(server) }] : []),
  ];
  describe.each(ways)(`${title} on $name`, ({ open }) => {
    let opened: Opened | undefined;
    beforeAll(async () => {
      opened = await open();
      if (options.migrated) await migrate(opened.database, MIGRATIONS, silentLog);
    });
    afterAll(() => opened?.remove());
    suite(() => {
      if (opened === undefined) throw new Error('the database opens when the tests begin');
      return opened.database;
    });
  });
}

interface Opened {
  readonly database: Database;
  remove(): Promise<void>;
}

/** In memory. Copied from an empty database, because making one takes seconds. */
async function openOnPglite(): Promise<Opened> {
  const loadDataDir = await openAsBlob(await emptyDatabase());
  const database = await openEmbedded({ loadDataDir }, silentLog);
  return { database, remove: () => database.close() };
}

/** @returns the path of an archive of an empty embedded database, made once per version of PGlite */
export async function emptyDatabase(): Promise<string> {
  const cache = fileURLToPath(new URL('../../../../.cache', import.meta.url));
  const archive = `${cache}/pglite-${packageJson.dependencies['@electric-sql/pglite']}.tar`;
  if (existsSync(archive)) return archive;
  mkdirSync(cache, { recursive: true });
  const lite = await PGlite.create();
  const dump = await lite.dumpDataDir('none');
  await lite.close();
  const partial = `${archive}.${process.pid}`;
  writeFileSync(partial, new Uint8Array(await dump.arrayBuffer()));
  renameSync(partial, archive);
  return archive;
}

async function openOnServer(server: string): Promise<Opened> {
  const name = `ludao_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await askServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const databaseUrl = url.href;
  const database = await openDatabase({ dataDir: '', databaseUrl }, silentLog);
  return {
    database,
    async remove() {
      await database.close();
      await askServer(server, `drop database ${name} with (force)`);
    },
  };
}

async function askServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
