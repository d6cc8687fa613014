import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openAsBlob,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
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
export interface Beginning {
  /** All migrations have been applied: copied, because applying them takes seconds. */
  readonly migrated: boolean;
  /** Rows in the migrated tables: copied too, where another suite of the run has begun with them. */
  readonly filling?: Filling;
}

/** Rows that many suites begin with. */
export interface Filling {
  /** Differs whenever other rows would be entered. */
  readonly digest: string;
  readonly enter: (database: Database) => Promise<void>;
}

const CACHE = fileURLToPath(new URL('../../../../.cache', import.meta.url));
const PGLITE = packageJson.dependencies['@electric-sql/pglite'];
/** Names the migrated database of the server, which is made once per run. */
const TEMPLATE = 'LUDAO_TEST_TEMPLATE';

/** In memory. Copied from an archive, because making one takes seconds. */
export async function openOnPglite(
  { migrated, filling }: Beginning = { migrated: false },
): Promise<OwnDatabase> {
  const archive = filling
    ? filledDatabase(filling)
    : migrated
      ? migratedDatabase()
      : emptyDatabase();
  const loadDataDir = await openAsBlob(await archive);
  const database = await openEmbedded({ loadDataDir }, silentLog);
  return { database, remove: () => database.close() };
}

/** @returns the path of an archive of an empty embedded database, made once per version of PGlite */
export async function emptyDatabase(): Promise<string> {
  return archived(`pglite-${PGLITE}`, () => Promise.resolve());
}

/** @returns the same with all migrations applied, made anew whenever one of them changes */
export async function migratedDatabase(): Promise<string> {
  return archived(`pglite-${PGLITE}-${migrationsDigest()}`, async (dataDir) => {
    const database = await openEmbedded({ dataDir }, silentLog);
    await migrate(database, MIGRATIONS, silentLog);
    await database.close();
  });
}

/** @returns the same with rows in its tables, made anew whenever they or the migrations change */
async function filledDatabase({ digest, enter }: Filling): Promise<string> {
  const name = `filled-${PGLITE}-${migrationsDigest()}-${digest}`;
  return archived(name, async (dataDir) => {
    // Every change of the sources makes another; the last one is enough to keep.
    const old = readdirSync(CACHE).filter((file) => /^filled-.*\.tar$/.test(file));
    for (const file of old) rmSync(`${CACHE}/${file}`, { force: true });
    const loadDataDir = await openAsBlob(await migratedDatabase());
    const database = await openEmbedded({ dataDir, loadDataDir }, silentLog);
    await enter(database);
    await database.close();
  });
}

/** @param make fills the folder of a database; one that it leaves empty becomes an empty database */
async function archived(name: string, make: (dataDir: string) => Promise<void>): Promise<string> {
  const archive = `${CACHE}/${name}.tar`;
  if (existsSync(archive)) return archive;
  mkdirSync(CACHE, { recursive: true });
  const dataDir = mkdtempSync(`${tmpdir()}/ludao-archived-`);
  await make(dataDir);
  const lite = await PGlite.create({ dataDir });
  const dump = await lite.dumpDataDir('none');
  await lite.close();
  rmSync(dataDir, { recursive: true });
  const partial = `${archive}.${process.pid}`;
  writeFileSync(partial, new Uint8Array(await dump.arrayBuffer()));
  renameSync(partial, archive);
  return archive;
}

const migrationsDigest = () => digestOf([MIGRATIONS]);

/** @returns sixteen digits for the names and contents of all files in the folders */
export function digestOf(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && !entry.name.includes('.test.'));
    for (const path of files.map(({ parentPath, name }) => `${parentPath}/${name}`).toSorted()) {
      hash.update(path.slice(folder.length)).update(readFileSync(path));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** @param server the URL of a server on which databases may be created */
export async function openOnServer(
  server: string,
  { migrated, filling }: Beginning = { migrated: false },
): Promise<OwnDatabase> {
  const name = `ludao_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  const emptyTables = migrated || filling ? process.env[TEMPLATE] : undefined;
  const template =
    filling && emptyTables ? await filledTemplate(server, emptyTables, filling) : emptyTables;
  await askServer(server, `create database ${name} ${template ? `template ${template}` : ''}`);
  const database = await openNamed(server, name);
  if (migrated && !template) await migrate(database, MIGRATIONS, silentLog);
  if (filling && !template) await filling.enter(database);
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
 * @returns what removes it again, and what was filled from it
 */
export async function prepareServer(server: string): Promise<() => Promise<void>> {
  const name = `ludao_migrated_${process.pid}`;
  await askServer(server, `create database ${name}`);
  const database = await openNamed(server, name);
  await migrate(database, MIGRATIONS, silentLog);
  // Nobody may be connected to it while it is copied.
  await database.close();
  process.env[TEMPLATE] = name;
  return async () => {
    const made = `select datname as name from pg_database
      where datname = '${name}' or starts_with(datname, '${name}_')`;
    for (const copy of await askServer(server, made)) {
      await askServer(server, `drop database ${String(copy['name'])} with (force)`);
    }
  };
}

/** The first suite that needs it makes it; the others of the run wait, and find it there. */
async function filledTemplate(
  server: string,
  migrated: string,
  { digest, enter }: Filling,
): Promise<string> {
  const name = `${migrated}_${digest}`;
  const partial = `${name}_partial`;
  return withClient(server, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return name;
    await client.query(`create database ${partial} template ${migrated}`);
    const database = await openNamed(server, partial);
    await enter(database);
    await database.close();
    await client.query(`alter database ${partial} rename to ${name}`);
    return name;
  });
}

function openNamed(server: string, name: string): Promise<Database> {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return openDatabase({ dataDir: '', databaseUrl: url.href }, silentLog);
}

async function askServer(server: string, statement: string): Promise<Record<string, unknown>[]> {
  return withClient(server, async (client) => (await client.query(statement)).rows);
}

/** What the client locks for its session is free again when it has gone. */
async function withClient<T>(server: string, fn: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return await fn(client);
  } finally {
    await client.end();
  }
}
