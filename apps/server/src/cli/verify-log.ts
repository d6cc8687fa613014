import type { KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readConfig, type Config } from '../platform/config.ts';
import { openDatabase, type Database } from '../platform/db.ts';
import {
  checkpointFolder,
  publicKeyFile,
  readPublicKeys,
  verifyDatabase,
  type LogReport,
} from '../platform/event-log/index.ts';
import { createLog } from '../platform/log.ts';
import { chooseLanguage, readFlags, UsageError } from './usage.ts';
import { writeLogReport } from './write-log-report.ts';

/** `ludao verify-log`: 0 when the log is whole, 1 with findings, 2 when it could not be checked. */
export async function runVerifyLog(args: string[]): Promise<number> {
  const { values, positionals } = readFlags(args, {
    checkpoints: { type: 'string' },
    'public-key': { type: 'string' },
    json: { type: 'boolean' },
    lang: { type: 'string' },
  });
  const language = chooseLanguage(values.lang);
  if (positionals.length > 0) throw new UsageError(`verify-log: ${positionals.join(' ')}?`);
  const config = readConfig(process.env);
  const folder = resolve(values.checkpoints ?? checkpointFolder(config.dataDir));
  if (values.checkpoints !== undefined && !existsSync(folder)) {
    throw new UsageError(`--checkpoints ${values.checkpoints}: 没有这个目录 | no such folder`);
  }
  const keys = readKeys(values['public-key'], config);
  const report = await withDatabase(config, (database) =>
    verifyDatabase(database, { folder, keys }),
  );
  process.stdout.write(
    values.json ? `${JSON.stringify(report, null, 2)}\n` : writeLogReport(report, language),
  );
  return report.findingsTotal > 0 ? 1 : 0;
}

/** Where no checkpoint was ever taken there is no key, and none is needed. */
function readKeys(flag: string | undefined, config: Config): KeyObject[] {
  const file = flag ?? publicKeyFile(config.dataDir);
  if (flag === undefined && !existsSync(file)) return [];
  try {
    return readPublicKeys(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`--public-key ${file}: ${error instanceof Error ? error.message : ''}`);
  }
}

async function withDatabase(
  config: Config,
  check: (database: Database) => Promise<LogReport>,
): Promise<LogReport> {
  // Opening would make an empty database, in which nothing could be missing.
  if (config.databaseUrl === undefined && !existsSync(join(config.dataDir, 'database'))) {
    throw new UsageError(
      `${config.dataDir} 中没有数据库；请设置 LUDAO_DATA 或 DATABASE_URL。 | There is no database in ${config.dataDir}; set LUDAO_DATA or DATABASE_URL.`,
    );
  }
  const database = await openDatabase(config, createLog('silent'));
  try {
    const [found] = await database.transaction((tx) =>
      tx.query<{ log: string | null }>(`select to_regclass('event_checkpoint')::text as log`),
    );
    if (found?.log) return await check(database);
    throw new UsageError('数据库中没有事件日志。 | This database has no event log.');
  } finally {
    await database.close();
  }
}
