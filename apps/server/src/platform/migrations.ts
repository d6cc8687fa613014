import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database, Tx } from './db.ts';
import type { Log } from './log.ts';
import { StartupError } from './startup-error.ts';

interface Migration {
  /** The file's name, for example '0001_create_calendar_day.sql'. */
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/** Any number of our own; every process that migrates this database asks for the same one. */
const ADVISORY_LOCK = 7_100_001;

/**
 * Applies, in order, the files that the database has not seen, each in a transaction of its own.
 * Several processes may call this together: one applies a file, the others find it applied.
 * @param folder holds NNNN_verb_object.sql, numbered from 0001 without gaps
 * @returns the names applied by this call
 * @throws StartupError when an applied file was changed or is missing, or the numbering is broken
 */
export async function migrate(database: Database, folder: string, log: Log): Promise<string[]> {
  const migrations = readMigrations(folder);
  const applied: string[] = [];
  for (;;) {
    const name = await database.transaction((tx) => applyNext(tx, migrations));
    if (name === undefined) return applied;
    log.info({ migration: name }, 'migration applied');
    applied.push(name);
  }
}

/**
 * For a login that may not migrate.
 * @throws StartupError when the database does not stand where this program needs it
 */
export async function expectMigrated(database: Database, folder: string): Promise<void> {
  const migrations = readMigrations(folder);
  const done = await database.transaction(async (tx) => {
    const [found] = await tx.query<{ there: boolean }>(
      `select coalesce(has_table_privilege(to_regclass('schema_migration'), 'select'), false) as there`,
    );
    return found?.there ? await readDone(tx) : [];
  });
  const next = nextOf(migrations, done);
  if (next === undefined) return;
  throw new StartupError(
    `数据库还没有执行迁移 ${next.name}，而 DATABASE_URL 的登录角色不能改表；请设置 LUDAO_MIGRATE_URL 启动一次。`,
    `The database has not had the migration ${next.name}, and the login of DATABASE_URL may not change tables. Start once with LUDAO_MIGRATE_URL.`,
  );
}

/** Reads the list without touching a database. @throws StartupError when the numbering is broken */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
  return names.map((name, index) => {
    const number = String(index + 1).padStart(4, '0');
    if (!/^\d{4}_[a-z0-9]+(_[a-z0-9]+)+\.sql$/.test(name)) {
      throw new StartupError(
        `迁移文件 ${name} 的名称应为 NNNN_verb_object.sql。`,
        `The migration ${name} is not named NNNN_verb_object.sql.`,
      );
    }
    if (!name.startsWith(`${number}_`)) {
      throw new StartupError(
        `迁移文件编号有重复或缺失：第 ${index + 1} 个应以 ${number}_ 开头，实际为 ${name}。`,
        `A migration number is missing or used twice: number ${index + 1} must begin with ${number}_, but is ${name}.`,
      );
    }
    // Git may write CRLF on Windows; that is no change.
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}

/** The lock ends with the transaction, so a killed process leaves none behind. */
async function applyNext(tx: Tx, migrations: readonly Migration[]): Promise<string | undefined> {
  await tx.query('select pg_advisory_xact_lock($1)', [ADVISORY_LOCK]);
  await tx.query(`
    create table if not exists schema_migration (
      name text constraint schema_migration_pk primary key,
      sha256 text not null,
      applied_at timestamptz not null default now()
    )`);
  const next = nextOf(migrations, await readDone(tx));
  if (next === undefined) return undefined;
  await tx.query(next.sql).catch((error: unknown) => {
    throw new Error(`migration ${next.name} failed`, { cause: error });
  });
  await tx.query('insert into schema_migration (name, sha256) values ($1, $2)', [
    next.name,
    next.sha256,
  ]);
  return next.name;
}

interface Done {
  readonly name: string;
  readonly sha256: string;
}

function readDone(tx: Tx): Promise<Done[]> {
  return tx.query<Done>('select name, sha256 from schema_migration order by name');
}

/** The first file that was not applied. @throws StartupError when those that were are others */
function nextOf(migrations: readonly Migration[], done: readonly Done[]): Migration | undefined {
  for (const [index, { name, sha256 }] of done.entries()) {
    const file = migrations[index];
    if (file?.name !== name) throw unknownToThisProgram(name);
    if (file.sha256 !== sha256) throw editedLater(name);
  }
  return migrations[done.length];
}

function unknownToThisProgram(name: string): StartupError {
  return new StartupError(
    `数据库已执行过本程序没有的迁移 ${name}：数据库属于更新的版本，请使用该版本的程序。`,
    `The database has had the migration ${name}, which this program does not have: it belongs to a newer version. Run that version.`,
  );
}

function editedLater(name: string): StartupError {
  return new StartupError(
    `迁移文件 ${name} 在执行之后被修改过；请恢复原文件，改动另写新的迁移。`,
    `The migration ${name} was edited after it had been applied. Restore it and put the change into a new file.`,
  );
}
