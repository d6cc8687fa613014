import { AsyncLocalStorage } from 'node:async_hooks';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { columnTypes } from './column-types.ts';
import type { Config } from './config.ts';
import { lockDataFolder } from './data-lock.ts';
import { inDatabaseFolder } from './database-folder.ts';
import { kyselyOver } from './kysely-over.ts';
import type { Log } from './log.ts';
import { explainConnectionFailure, refuseOldServer } from './postgres-server.ts';
import { scopeStatement, type Scope } from './scope.ts';
import { explainFolderFailure } from './startup-error.ts';

/** A transaction that is open: the only way to the database. Dead once its callback has ended. */
export interface Tx {
  /**
   * Runs one statement, or several separated by semicolons when there are no parameters.
   * Values come back as columnTypes says: bigint for int8, 'YYYY-MM-DD' for date, text for numeric.
   * @returns the rows; of several statements, the last one's
   */
  query<Row = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /** Typed queries inside this transaction. `Tables` are those of the calling store and no others. */
  kysely<Tables>(): Kysely<Tables>;
}

/** What works with the database: whoever keeps it open is somebody else. */
export interface DatabaseAccess {
  readonly kind: 'embedded' | 'postgres';
  /**
   * Runs `fn` in one transaction: committed when it returns, rolled back when it throws.
   * The session's time zone is UTC.
   * @throws NestedTransactionError when called inside another transaction's callback
   * @throws AbortedTransactionError when `fn` swallowed a failed statement and returned anyway
   */
  transaction<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * The same as the application's role, which sees only the rows of `scope`. Everything a request
   * does goes through here; `transaction` is for migrations, sign-in and seeding.
   */
  scoped<T>(scope: Scope, fn: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * One reading statement outside any transaction, in one round trip, as the program itself:
   * for finding a session before its scope is known.
   * @throws NestedTransactionError when called inside a transaction's callback
   */
  lookup<Row>(sql: string, params: readonly unknown[]): Promise<Row[]>;
}

export interface Database extends DatabaseAccess {
  /**
   * The same database for somebody who waits: what has not begun after so long never will.
   * On the embedded database everybody waits while a large import is written.
   * @throws DatabaseBusyError from each of its functions
   */
  within(milliseconds: number): DatabaseAccess;
  close(): Promise<void>;
}

/** Nothing was begun: the same may be asked again. */
export class DatabaseBusyError extends Error {
  override name = 'DatabaseBusyError';
  readonly code = 'DATABASE_BUSY';
  override message = 'no connection was free in time';
}

/**
 * A second transaction from inside one would wait for a connection that the first holds: for ever on
 * the embedded database, now and then on a busy server. Pass the `tx` on instead.
 */
export class NestedTransactionError extends Error {
  override name = 'NestedTransactionError';
  override message = 'a transaction was opened inside a transaction; pass its tx on instead';
}

/** PostgreSQL answers COMMIT with ROLLBACK, without an error, when a statement before it failed. */
export class AbortedTransactionError extends Error {
  override name = 'AbortedTransactionError';
  override message = 'nothing was committed: a statement failed and its error was swallowed';
}

/** Somebody kept a Tx beyond its callback, usually by a missing await. */
export class EndedTransactionError extends Error {
  override name = 'EndedTransactionError';
  override message = 'a query was sent through a transaction that has ended; is an await missing?';
}

/** Whether a statement failed because the named unique constraint holds already. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, constraint: failed } = error as { code?: unknown; constraint?: unknown };
  return code === '23505' && failed === constraint;
}

/**
 * Opens PostgreSQL when the configuration names one, otherwise the embedded database in the data
 * folder, which it locks for this process.
 * @throws StartupError when it cannot be opened, saying why and what to do
 */
export function openDatabase(
  config: Pick<Config, 'dataDir' | 'databaseUrl'>,
  log: Log,
): Promise<Database> {
  const { dataDir, databaseUrl } = config;
  return databaseUrl === undefined ? openDataFolder(dataDir, log) : openServer(databaseUrl, log);
}

async function openDataFolder(dataDir: string, log: Log): Promise<Database> {
  const lock = await lockDataFolder(dataDir);
  try {
    return await inDatabaseFolder(dataDir, (folder) =>
      openEmbedded({ dataDir: folder }, log, () => lock.release()),
    );
  } catch (error) {
    lock.release();
    throw explainFolderFailure(error, dataDir);
  }
}

/** Opens an embedded database anywhere, in memory without `dataDir`. Tests use it directly. */
export async function openEmbedded(
  options: PGliteOptions,
  log: Log,
  afterClose: () => void = () => {},
): Promise<Database> {
  const lite = await PGlite.create(options);
  // One connection only, and never closed before the end: it is one stream into one process, which
  // a second client would read along, and which cannot be opened again.
  const only = { max: 1, idleTimeoutMillis: 0, types: columnTypes };
  const pool = new pg.Pool(Object.assign(only, createPgConfig(lite)));
  return databaseOver(pool, 'embedded', log, async () => {
    await pool.end();
    await lite.close();
    afterClose();
  });
}

async function openServer(connectionString: string, log: Log): Promise<Database> {
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'ludao',
    types: columnTypes,
  });
  const database = databaseOver(pool, 'postgres', log, () => pool.end());
  try {
    await database.transaction(refuseOldServer);
    return database;
  } catch (error) {
    await database.close();
    throw explainConnectionFailure(error, connectionString);
  }
}

function databaseOver(
  pool: pg.Pool,
  kind: Database['kind'],
  log: Log,
  close: () => Promise<void>,
): Database {
  const current = new AsyncLocalStorage<{ open: boolean }>();
  // A connection that breaks while nobody waits for it has nowhere else to report to.
  pool.on('connect', (client) => {
    client.on('error', (error) => log.warn({ err: error }, 'database connection lost'));
  });
  pool.on('error', () => {});

  async function take(patience: number): Promise<pg.PoolClient> {
    if (current.getStore()?.open) throw new NestedTransactionError();
    const coming = pool.connect();
    if (patience === Infinity) return coming;
    let timer: NodeJS.Timeout | undefined;
    const gone = new Promise<null>((resolve) => void (timer = setTimeout(resolve, patience, null)));
    const client = await Promise.race([coming, gone]).finally(() => clearTimeout(timer));
    if (client) return client;
    coming.then(
      (late) => late.release(),
      () => {},
    );
    throw new DatabaseBusyError();
  }

  async function run<T>(
    patience: number,
    scope: Scope | null,
    fn: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    const client = await take(patience);
    const state = { open: true };
    let broken = false;
    try {
      const opening = scope ? `; ${scopeStatement(scope)}` : '';
      await client.query(`begin; set local time zone 'UTC'${opening}`);
      const result = await current.run(state, () => fn(txOver(client, state, kind)));
      state.open = false;
      const { command } = await client.query('commit');
      if (command === 'ROLLBACK') throw new AbortedTransactionError();
      return result;
    } catch (error) {
      state.open = false;
      await client.query('rollback').catch((failure: unknown) => {
        broken = true;
        log.error({ err: failure }, 'rollback failed');
      });
      throw error;
    } finally {
      // A server's connection that cannot roll back is thrown away; the embedded one is all there is.
      client.release(broken && kind === 'postgres');
    }
  }

  const within = (patience: number): DatabaseAccess => ({
    kind,
    transaction: (fn) => run(patience, null, fn),
    scoped: (scope, fn) => run(patience, scope, fn),
    async lookup<Row>(sql: string, params: readonly unknown[]) {
      const client = await take(patience);
      try {
        const { rows } = await client.query(prepared(sql, params, kind));
        return rows as Row[];
      } finally {
        client.release();
      }
    },
  });
  return { ...within(Infinity), within, close };
}

/** Texts that have a name; there are as many as statements in the code. */
const names = new Map<string, string>();
const MOST_NAMES = 1000;

/**
 * Planned once a connection and text: under row policies planning costs more than the reading.
 * Not what works on sets, whose plan depends on their size, nor on the embedded database, which
 * has no statistics and chose plans for all values that took twenty times as long.
 */
function prepared(
  text: string,
  params: readonly unknown[],
  kind: Database['kind'],
): pg.QueryConfig {
  const values = [...params];
  if (kind === 'embedded' || values.some(Array.isArray)) return { text, values };
  let name = names.get(text);
  if (name === undefined) {
    if (names.size >= MOST_NAMES) return { text, values };
    name = `s${names.size}`;
    names.set(text, name);
  }
  return { name, text, values };
}

function txOver(
  client: pg.PoolClient,
  state: { readonly open: boolean },
  kind: Database['kind'],
): Tx {
  async function run(sql: string, params?: readonly unknown[]): Promise<pg.QueryResult> {
    if (!state.open) throw new EndedTransactionError();
    // pg answers several statements with a list of results, which its types do not mention.
    const result: pg.QueryResult | pg.QueryResult[] = await (params === undefined
      ? client.query(sql)
      : client.query(prepared(sql, params, kind)));
    const last = Array.isArray(result) ? result.at(-1) : result;
    if (last === undefined) throw new Error('an empty statement was sent');
    return last;
  }
  return {
    query: async <Row>(sql: string, params?: readonly unknown[]) => {
      const { rows } = await run(sql, params);
      return rows as Row[];
    },
    kysely: <Tables>() => kyselyOver<Tables>(run),
  };
}
