import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { entryText } from '@ludao/contracts/entry-texts';
import type { Language } from '@ludao/contracts/texts';
import { openOrganisations } from '../modules/organisations/index.ts';
import {
  exportBundle,
  importBundle,
  openLiveLaw,
  shippedLaw,
  type Imported,
} from '../modules/rulebook/index.ts';
import { systemClock } from '../platform/clock.ts';
import { readConfig, type Config } from '../platform/config.ts';
import { openDatabase, type Database } from '../platform/db.ts';
import { createLog } from '../platform/log.ts';
import { isRefusal } from '../platform/refusal.ts';
import { loadOrCreateSecret } from '../platform/secrets.ts';
import { hashOf } from '../platform/session.ts';
import { chooseLanguage, readFlags, UsageError } from './usage.ts';

/** `ludao packs export DIR`: 0 when written, 2 where it cannot be. */
export async function runPacksExport(args: string[]): Promise<number> {
  const { values, positionals } = readFlags(args, {
    on: { type: 'string' },
    json: { type: 'boolean' },
  });
  const [given] = positionals;
  if (given === undefined || positionals.length > 1) throw new UsageError('ludao packs export DIR');
  const day = values.on ?? systemClock.today();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new UsageError(`--on ${day}: YYYY-MM-DD`);
  const folder = resolve(given);
  const told = await withDatabase((database) =>
    exportBundle(database, shippedLaw(), { folder, day, now: systemClock.now() }),
  );
  if (told === null) throw new UsageError(`${given}: 目录不是空的 | the folder is not empty`);
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ day, ...told }, null, 2)}\n`
      : `${day} · ${told.entries} entries\nsha256 ${told.digest}\n`,
  );
  return 0;
}

/** `ludao packs import DIR --by NAME`: 0 when every entry waits or is there, 1 when one is refused. */
export async function runPacksImport(args: string[]): Promise<number> {
  const { values, positionals } = readFlags(args, {
    by: { type: 'string' },
    code: { type: 'string' },
    json: { type: 'boolean' },
    lang: { type: 'string' },
  });
  const language = chooseLanguage(values.lang);
  const [given] = positionals;
  if (given === undefined || values.by === undefined || positionals.length > 1) {
    throw new UsageError('ludao packs import DIR --by NAME');
  }
  const password = process.env['LUDAO_PASSWORD'] ?? (await askPassword());
  const attempt = { name: values.by, password, code: values.code };
  const imported = await withDatabase((database, config) =>
    importAs(database, config, resolve(given), attempt),
  );
  if (imported === 'demo') {
    throw new UsageError(
      `${given}: 演示数据与正式数据不能混用 | invented and real entries do not mix`,
    );
  }
  const text = values.json ? JSON.stringify(imported, null, 2) : describe(imported, language);
  process.stdout.write(`${text}\n`);
  return imported.results.some(({ outcome }) => isRefusal(outcome)) ? 1 : 0;
}

/** Who imports signs in as at the desk: the entries are his, and another person approves them. */
async function importAs(
  database: Database,
  config: Config,
  folder: string,
  attempt: { readonly name: string; readonly password: string; readonly code: string | undefined },
): Promise<Imported | 'demo'> {
  const key = loadOrCreateSecret(config.dataDir, 'second-factor-key');
  const organisations = await openOrganisations(database, key);
  const [now, today] = [systemClock.now(), systemClock.today()];
  const origin = { address: 'command line', agent: 'ludao packs import' };
  const signed = await organisations.signIn({ ...attempt, ...origin }, now, today);
  if (isRefusal(signed)) throw new UsageError(`--by ${attempt.name}: ${signed.refused}`);
  const session = await organisations.findSession(hashOf(signed.token), now, today);
  if (!session) throw new UsageError(`--by ${attempt.name}: SIGN_IN_FAILED`);
  try {
    const law = await openLiveLaw(shippedLaw().screener, database);
    const by = { session, now, causeId: 'ludao packs import' };
    return await importBundle(database, law.current(), folder, by);
  } finally {
    await organisations.signOut(session, origin, systemClock.now());
  }
}

function describe({ manifest, results }: Imported, language: Language): string {
  const zh = language === 'zh';
  const words = {
    submitted: zh ? '已提交，等待另一人审核' : 'waits for another person to approve it',
    same: zh ? '本地已有相同的现行版本' : 'in force here already',
  };
  const lines = results.map(({ title, outcome }) => {
    if (!isRefusal(outcome)) return `${title} · ${words[outcome]}`;
    const { refused, params } = outcome;
    const why =
      refused === 'ENTRY_INVALID' ? entryText(String(params['reason']), params, language) : '';
    return `${title} · ${refused} ${why || JSON.stringify(params)}`;
  });
  return [`${manifest.day} · sha256 ${manifest.digest}`, ...lines].join('\n');
}

async function askPassword(): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question('密码 | Password: ');
  } finally {
    lines.close();
  }
}

async function withDatabase<T>(
  work: (database: Database, config: Config) => Promise<T>,
): Promise<T> {
  const config = readConfig(process.env);
  // Opening would make an empty database, which has no entries and nobody who could import any.
  if (config.databaseUrl === undefined && !existsSync(join(config.dataDir, 'database'))) {
    throw new UsageError(
      `${config.dataDir} 中没有数据库；请设置 LUDAO_DATA 或 DATABASE_URL。 | There is no database in ${config.dataDir}; set LUDAO_DATA or DATABASE_URL.`,
    );
  }
  const database = await openDatabase(config, createLog('silent'));
  try {
    return await work(database, config);
  } finally {
    await database.close();
  }
}
