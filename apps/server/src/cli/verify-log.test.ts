import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../platform/db.ts';
import {
  checkpointFolder,
  loadCheckpointKey,
  verifyDatabase,
} from '../platform/event-log/index.ts';
import { makeLog } from '../platform/event-log/tampering-log.ts';
import { migrate } from '../platform/migrations.ts';
import { MIGRATIONS } from '../platform/paths.ts';
import { silentLog } from '../platform/testing.ts';
import { runLudao } from './testing.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'ludao-verify-log-'));
const copy = `${dataDir}-copy`;
const folder = checkpointFolder(dataDir);
afterAll(() => {
  for (const made of [dataDir, copy]) rmSync(made, { recursive: true, force: true });
});

function verifyLog(args: string[] = [], env: Record<string, string> = {}) {
  return runLudao(['verify-log', ...args], { DATABASE_URL: '', LUDAO_DATA: dataDir, ...env });
}

async function withDatabase(fn: (database: Database) => Promise<unknown>): Promise<void> {
  const database = await openDatabase({ dataDir }, silentLog);
  try {
    await fn(database);
  } finally {
    await database.close();
  }
}

describe('ludao verify-log', () => {
  beforeAll(async () => {
    let draws = 0;
    const random = () => ((draws++ * 7) % 31) / 31;
    await withDatabase(async (database) => {
      await migrate(database, MIGRATIONS, silentLog);
      const place = { folder, key: loadCheckpointKey(dataDir) };
      await makeLog(database, place, { streams: 5, events: 40, checkpoints: 3, random });
      const empty = await verifyDatabase(database, { folder: copy, keys: [] });
      expect(empty.findings).toHaveLength(3);
    });
    cpSync(folder, copy, { recursive: true });
  });

  it('says that an untouched log is whole, and how much is not yet protected', async () => {
    const { status, out } = await verifyLog();
    expect(out).toContain('未发现改动、缺失或补入');
    expect(out).toContain('尚未受检查点保护的事件：10 个');
    expect(status).toBe(0);
  });

  it('answers in English, and as JSON with a copy kept elsewhere', async () => {
    expect((await verifyLog(['--lang', 'en'])).out).toContain(
      'Not yet protected by a checkpoint: 10 events',
    );
    const key = join(dataDir, 'checkpoint-key.pem');
    const { status, out } = await verifyLog(['--json', '--checkpoints', copy, '--public-key', key]);
    expect(JSON.parse(out)).toMatchObject({ events: 40, unprotected: 10, findings: [] });
    expect(status).toBe(0);
  });

  it('names what was forged and ends with 1', async () => {
    rmSync(join(folder, 'checkpoint-00000002.json'));
    await withDatabase((database) =>
      database.transaction((tx) =>
        tx.query(`alter table event disable trigger user;
          alter table event drop constraint event_hash_true;
          update event set actor = 'x' where seq = 2;
          alter table event enable always trigger event_append_only`),
      ),
    );
    const { status, out } = await verifyLog();
    expect(out).toMatch(/ALTERED +enterprise\/made-\d 第 2 个事件被改动/);
    expect(out).toMatch(/CHECKPOINT_BROKEN 第 2 号检查点：文件缺失/);
    expect(status).toBe(1);
  });

  it.each([
    ['a folder that is not there', ['--checkpoints', '/nowhere'], {}, '/nowhere'],
    ['a key that is not there', ['--public-key', '/nowhere'], {}, '/nowhere'],
    ['a file that is no key', ['--public-key', import.meta.filename], {}, 'verify-log.test.ts'],
    ['a word too many', ['now'], {}, 'now'],
    ['a misspelt flag', ['--jsn'], {}, 'jsn'],
    ['a data folder without a database', [], { LUDAO_DATA: '/nowhere' }, '/nowhere'],
    ['an address that is none', [], { DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
  ])('refuses %s with a message and 2', async (_, args, env, word) => {
    const ran = await verifyLog(args, env);
    expect(ran.err).toContain(word);
    expect(ran.err).not.toContain('    at ');
    expect(ran.status).toBe(2);
  });
});
