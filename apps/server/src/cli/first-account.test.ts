import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { prepareInstallation } from '../demo/installation.ts';
import { fixedClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { openDatabase, type Database } from '../platform/db.ts';
import { silentLog } from '../platform/testing.ts';
import { ludao } from './ludao.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'ludao-first-account-'));
beforeAll(() => {
  vi.stubEnv('LUDAO_DATA', dataDir);
  vi.stubEnv('DATABASE_URL', '');
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(dataDir, { recursive: true });
});

async function run(...args: string[]) {
  const said: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0),
  );
  const status = await ludao(['first-account', ...args, '--lang', 'zh']);
  for (const spy of spies) spy.mockRestore();
  return { status, said: said.join('') };
}

async function withDatabase<T>(fn: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ dataDir }, silentLog);
  try {
    return await fn(database);
  } finally {
    await database.close();
  }
}

const HOUSE = ['--organisation', '某市平台运行中心', '--district', '330600'];

describe('ludao first-account', () => {
  it('makes the first of each of the three officers, each once, and says what else to do', async () => {
    const named = (name: string, ...more: string[]) =>
      run('--name', '张三', '--sign-in', name, ...more);
    expect(await named('zhang')).toMatchObject({ status: 1 });
    expect((await named('zhang')).said).toContain('--organisation');
    expect((await named('Z', ...HOUSE)).said).toContain('3 到 40 位');
    expect((await named('zhang', '--organisation', '某市', '--district', '1')).said).toContain(
      '330600',
    );
    expect((await run('--role', 'boss')).status).toBe(2);
    const first = await named('Zhang', ...HOUSE);
    expect(first.status).toBe(0);
    expect(first.said).toMatch(/用户名 zhang，某市平台运行中心[^]*(\w{4}-){3}\w{4}/);
    expect((await named('zhang2')).said).toContain('已经有过“系统管理员”');
    expect((await named('zhang', '--role', 'audit')).said).toContain('已经有人用了');
    expect((await named('li', '--role', 'audit')).status).toBe(1);
    expect((await named('lisi', '--role', 'audit')).status).toBe(0);
    expect((await run('--renew', 'nobody')).said).toContain('不是三员');
    expect((await run('--renew', 'zhang')).said).toContain('初始密码，只显示这一次');
    const kept = await withDatabase((database) =>
      database.transaction((tx) =>
        tx.query(`select (select count(*)::integer from auth.account where password_due) as accounts,
          (select count(*)::integer from organisation) as organisations,
          (select count(*)::integer from event) as events,
          (select demo from installation) as demo`),
      ),
    );
    expect(kept).toEqual([{ accounts: 2, organisations: 1, events: 8, demo: false }]);
  });

  it('refuses a database with invented data', async () => {
    const mark = (demo: boolean) =>
      withDatabase((database) =>
        database.transaction((tx) => tx.query('update installation set demo = $1', [demo])),
      );
    await mark(true);
    const refused = await run('--name', '王五', '--sign-in', 'wangwu', '--role', 'security');
    expect(refused).toMatchObject({ status: 1, said: expect.stringContaining('演示数据库') });
    await mark(false);
    const clock = fixedClock('2026-11-25T09:00:00+08:00');
    await withDatabase((database) =>
      prepareInstallation(database, readConfig({ LUDAO_DATA: dataDir }), clock, silentLog),
    );
  });
});
