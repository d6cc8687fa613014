import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, openAsBlob, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import packageJson from '../../package.json' with { type: 'json' };
import { openDatabase, openEmbedded, type Database } from './db.ts';
import { createLog } from './log.ts';

/** A log that says nothing. */
export const silentLog = createLog('silent');

/** A database of its own for a test or a proof, empty at first. */
export interface OwnDatabase {
  readonly database: Database;
  remove(): Promise<void>;
}

/** In memory. Copied from an empty database, because making one takes seconds. */
export async function openOnPglite(): Promise<OwnDatabase> {
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

/** @param server the URL of a server on which databases may be created */
export async function openOnServer(server: string): Promise<OwnDatabase> {
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
