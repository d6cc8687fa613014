import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openAsBlob,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import packageJson from '../../package.json' with { type: 'json' };
import { openDatabase, openEmbedded, type Database } from './db.ts';
import { createLog } from './log.ts';
import { migrate } from './migrations.ts';
import { MIGRATIONS } from './paths.ts';

/** A log that says nothing. */
export const silentLog = createLog('silent');

/** A database of its own for a test or a proof, empty at first. */
export interface OwnDatabase {
  readonly database: Database;
  remove(): Promise<void>;
}

/** How a database of a test begins. */
interface Beginning {
  /** All migrations have been applied: copied, because applying them takes seconds. */
  readonly migrated: boolean;
}

const CACHE = fileURLToPath(new URL('../../../../.cache', import.meta.url));
const PGLITE = packageJson.dependencies['@electric-sql/pglite'];
/** Names the migrated database of the server, which is made once per run. */
const TEMPLATE = 'LUDAO_TEST_TEMPLATE';

/** In memory. Copied from an archive, because making one takes seconds. */
export async function openOnPglite(
  { migrated }: Beginning = { migrated: false },
): Promise<OwnDatabase> {
  const loadDataDir = await openAsBlob(await (migrated ? migratedDatabase() : emptyDatabase()));
  const database = await openEmbedded({ loadDataDir }, silentLog);
  return { database, remove: () => database.close() };
}

/** @returns the path of an archive of an empty embedded database, made once per version of PGlite */
export async function emptyDatabase(): Promise<string> {
  return archived(`pglite-${PGLITE}`, () => PGlite.create());
}

/** @returns the same with all migrations applied, made anew whenever one of them changes */
export async function migratedDatabase(): Promise<string> {
  return archived(`pglite-${PGLITE}-${migrationsDigest()}`, async () => {
    const folder = mkdtempSync(`${tmpdir()}/ludao-migrated-`);
    const database = await openEmbedded({ dataDir: folder }, silentLog);
    await migrate(database, MIGRATIONS, silentLog);
    await database.close();
    return PGlite.create({ dataDir: folder });
  });
}

async function archived(name: string, make: () => Promise<PGlite>): Promise<string> {
  const archive = `${CACHE}/${name}.tar`;
  if (existsSync(archive)) return archive;
  mkdirSync(CACHE, { recursive: true });
  const lite = await make();
  const dump = await lite.dumpDataDir('none');
  await lite.close();
  const partial = `${archive}.${process.pid}`;
  writeFileSync(partial, new Uint8Array(await dump.arrayBuffer()));
  renameSync(partial, archive);
  return archive;
}

function migrationsDigest(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(MIGRATIONS).toSorted()) {
    hash.update(name).update(readFileSync(`${MIGRATIONS}/${name}`));
  }
  return hash.digest('hex').slice(0, 16);
}

/** @param server the URL of a server on which databases may be created */
export async function openOnServer(
  server: string,
  { migrated }: Beginning = { migrated: false },
): Promise<OwnDatabase> {
  const name = `ludao_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  const template = migrated ? process.env[TEMPLATE] : undefined;
  await askServer(server, `create database ${name} ${template ? `template ${template}` : ''}`);
  const database = await openNamed(server, name);
  if (migrated && !template) await migrate(database, MIGRATIONS, silentLog);
  return {
    database,
    async remove() {
      await database.close();
      await askServer(server, `drop database ${name} with (force)`);
    },
  };
}

/**
 * Makes the migrated database that the others of this run are copied from.
 * @returns what removes it again
 */
export async function prepareServer(server: string): Promise<() => Promise<void>> {
  const name = `ludao_migrated_${process.pid}`;
  await askServer(server, `create database ${name}`);
  const database = await openNamed(server, name);
  await migrate(database, MIGRATIONS, silentLog);
  // Nobody may be connected to it while it is copied.
  await database.close();
  process.env[TEMPLATE] = name;
  return () => askServer(server, `drop database ${name} with (force)`);
}

function openNamed(server: string, name: string): Promise<Database> {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return openDatabase({ dataDir: '', databaseUrl: url.href }, silentLog);
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
