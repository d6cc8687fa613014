import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { seedCalendar } from './calendar-store.ts';
import { systemClock, type Clock } from './clock.ts';
import { readConfig, type Config } from './config.ts';
import { checkLogin, mayMakeTables } from './database-roles.ts';
import { openDatabase, type Database } from './db.ts';
import { createLog, type Log } from './log.ts';
import { installJobs } from './jobs-on-server.ts';
import { expectMigrated, migrate } from './migrations.ts';
import { MIGRATIONS } from './paths.ts';
import { StartupError, codeOf } from './startup-error.ts';

const CLOSE_PATIENCE_MS = 10_000;

interface Deps {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
}
type BuildApp = (deps: Deps) => Promise<FastifyInstance>;
/** What is to be done with a migrated database before anything is served from it. */
type Prepare = (deps: Deps) => Promise<void>;

/**
 * Runs the program until SIGTERM or SIGINT. What the person at the terminal can put right is said
 * in one line on stderr, with exit code 1; a bug keeps its stack.
 */
export async function start(
  env: Readonly<Record<string, string | undefined>>,
  buildApp: BuildApp,
  prepare: Prepare,
): Promise<void> {
  try {
    const config = readConfig(env);
    const log = createLog(config.logLevel);
    const database = await openDatabase(config, log);
    try {
      const deps = { config, database, clock: systemClock, log };
      await getReady(deps, prepare);
      await checkLogin(database, log);
      const app = await buildApp(deps);
      app.addHook('onClose', () => database.close());
      await listen(app, config);
      closeOnSignal(app, log);
    } catch (error) {
      await database.close();
      throw error;
    }
  } catch (error) {
    console.error(error instanceof StartupError ? error.message : error);
    process.exit(1);
  }
}

/**
 * Brings the database to where this program needs it: as the owner of the tables where that is
 * another login, whose connections are closed before anything is served.
 * @throws StartupError when the login may not migrate, and something is to be migrated
 */
export async function getReady(deps: Deps, prepare: Prepare): Promise<void> {
  const { config, database, log } = deps;
  const { migrateUrl } = config;
  if (migrateUrl !== undefined) {
    const owner = await openDatabase({ ...config, databaseUrl: migrateUrl }, log);
    try {
      await makeTables({ ...deps, database: owner }, migrateUrl, prepare);
    } finally {
      await owner.close();
    }
    return;
  }
  if (database.kind === 'embedded' || (await mayMakeTables(database))) {
    await makeTables(deps, config.databaseUrl, prepare);
    return;
  }
  // Another start migrated, or `LUDAO_MIGRATE_URL` is missing.
  await expectMigrated(database, MIGRATIONS);
  await prepare(deps);
}

async function makeTables(deps: Deps, url: string | undefined, prepare: Prepare): Promise<void> {
  const { database, log } = deps;
  await migrate(database, MIGRATIONS, log);
  await database.transaction(seedCalendar);
  if (url !== undefined) await installJobs(url, database);
  await prepare(deps);
}

async function listen(app: FastifyInstance, config: Config): Promise<void> {
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    throw explainListenFailure(error, config);
  }
  const { port } = app.server.address() as AddressInfo;
  // Nobody can open 0.0.0.0 in a browser; whoever set it knows the computer's name.
  const host = ['0.0.0.0', '::'].includes(config.host) ? '127.0.0.1' : config.host;
  const shown = host.includes(':') ? `[${host}]` : host;
  console.log(`Ludao 小微园区环保服务平台 → http://${shown}:${port}`);
}

function explainListenFailure(error: unknown, { host, port }: Config): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new StartupError(
        `端口 ${port} 已被占用；请停止占用它的程序，或换一个端口，例如 PORT=${otherPort(port)}。`,
        `Port ${port} is in use. Stop the program that uses it, or choose another one, for example PORT=${otherPort(port)}.`,
        { cause: error },
      );
    case 'EACCES':
      return new StartupError(
        `没有使用端口 ${port} 的权限；请选 1024 以上的端口，例如 PORT=3000。`,
        `No permission to use port ${port}. Choose one above 1024, for example PORT=3000.`,
        { cause: error },
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartupError(
        `HOST=${host} 不是本机的地址。`,
        `HOST=${host} is not an address of this computer.`,
        { cause: error },
      );
    default:
      return error;
  }
}

function otherPort(port: number): number {
  return port < 65_535 ? port + 1 : 3000;
}

/** Answers what is under way, then closes the database and lets go of the data folder. */
function closeOnSignal(app: FastifyInstance, log: Log): void {
  let closing = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // Ctrl-C arrives twice under npm: from the terminal, and passed on by the parent.
      if (closing) return;
      closing = true;
      log.info({ signal }, 'closing');
      setTimeout(() => {
        console.error('关闭超时，强制退出 | Closing took too long; giving up');
        process.exit(1);
      }, CLOSE_PATIENCE_MS).unref();
      void app.close().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}
