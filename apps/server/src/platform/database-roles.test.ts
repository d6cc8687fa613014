import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { completeCreditCode } from '@ludao/contracts';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIRST_MOMENT, openTestApp, type TestApp } from '../testing-app.ts';
import { fixedClock } from './clock.ts';
import { readConfig } from './config.ts';
import { checkLogin, mayMakeTables } from './database-roles.ts';
import { openDatabase, type Database } from './db.ts';
import {
  exportPublicKey,
  loadCheckpointKey,
  readPublicKeys,
  takeCheckpoint,
  verifyDatabase,
} from './event-log/index.ts';
import { openJobsOnServer } from './jobs-on-server.ts';
import { getReady } from './lifecycle.ts';
import { createLog } from './log.ts';
import { silentLog } from './testing.ts';

const SCRIPT = new URL('../../../../deploy/database-roles.sql', import.meta.url);
const server = process.env['LUDAO_TEST_DATABASE_URL'];
const clock = fixedClock(FIRST_MOMENT);

/** Names of this run only: roles belong to the whole server, and others test on it. */
const mark = randomBytes(4).toString('hex');
const names = {
  owner: `ludao_test_owner_${mark}`,
  migrator: `ludao_test_migrator_${mark}`,
  program: `ludao_test_program_${mark}`,
  database: `ludao_test_roles_${mark}`,
};
const password = `p${mark}`;

async function ask(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The script as psql would send it, with its variables filled in. */
function script(): string[] {
  const values: Record<string, string> = {
    ...names,
    migrator_password: password,
    program_password: password,
  };
  const filled = readFileSync(fileURLToPath(SCRIPT), 'utf8')
    .replaceAll(/^--.*$/gm, '')
    .replaceAll(/:"(\w+)"/g, (_, name: string) => `"${values[name]}"`)
    .replaceAll(/:'(\w+)'/g, (_, name: string) => `'${values[name]}'`);
  // A database is made outside of any transaction, so each statement goes alone.
  const statements = filled.match(/(?:\$\$[\s\S]*?\$\$|[^;])+/g) ?? [];
  return statements.filter((one) => one.trim() !== '');
}

function urlFor(login: string): string {
  const url = new URL(server!);
  url.username = login;
  url.password = password;
  url.pathname = `/${names.database}`;
  return url.href;
}

describe.skipIf(!server)('logins of their own on a server', () => {
  const config = () =>
    readConfig({
      DATABASE_URL: urlFor(names.program),
      LUDAO_MIGRATE_URL: urlFor(names.migrator),
      LUDAO_DEMO: 'off',
    });
  const deps = (database: Database) => ({ config: config(), database, clock, log: silentLog });
  const prepare = () => Promise.resolve();
  let database: Database;

  beforeAll(async () => {
    await ask(server!, ...script());
    database = await openDatabase(config(), silentLog);
  });
  afterAll(async () => {
    await database?.close();
    await ask(
      server!,
      `drop database if exists ${names.database} with (force)`,
      `drop role if exists ${names.program}`,
      `drop role if exists ${names.migrator}`,
      `drop role if exists ${names.owner}`,
    );
  });

  it('say what is missing before the owner has migrated', async () => {
    const { migrateUrl: _, ...alone } = config();
    await expect(getReady({ ...deps(database), config: alone }, prepare)).rejects.toThrow(
      'Start once with LUDAO_MIGRATE_URL',
    );
    await getReady(deps(database), prepare);
    // From now on other servers start without the owner's password.
    await ask(server!, `alter role ${names.owner} nocreaterole`);
    await getReady({ ...deps(database), config: alone }, prepare);
    await checkLogin(database, silentLog);
    expect(await mayMakeTables(database)).toBe(false);
  });

  it('let the program do all its work', async () => {
    const owner = await openDatabase(
      { ...config(), databaseUrl: urlFor(names.migrator) },
      silentLog,
    );
    const folder = mkdtempSync(join(tmpdir(), 'ludao-roles-'));
    let test: TestApp | undefined;
    try {
      test = await openTestApp(owner, {}, database);
      expect((await test.visitor().signIn('shenpi', 'wrong')).statusCode).toBe(422);
      const officer = await test.as('APPROVAL_OFFICER');
      expect((await officer.get('/api/parks')).json()).toMatchObject({ total: 3 });
      const registered = await officer.post('/api/enterprises', {
        name: '演示登记有限公司',
        creditCode: completeCreditCode('91330603RXL000001'),
        industries: ['2926'],
        districtCode: '330603',
      });
      const { id } = registered.json<{ id: string }>();
      expect((await officer.get(`/api/enterprises/${id}/timeline`)).statusCode).toBe(200);
      const auditor = await test.as('AUDIT_OFFICER');
      expect((await auditor.get('/api/session')).json()).toMatchObject({ secondFactor: 'done' });
      const system = await test.as('SYSTEM_OFFICER');
      const house = { kind: 'TOWN', name: '演示街道', districtCode: '330603' };
      const town = (await system.post('/api/organisations', house)).json<{ id: string }>().id;
      const person = { organisationId: town, name: '演示新人', signInName: 'xinren' };
      const account = (await system.post('/api/accounts', person)).json<{ id: string }>();
      const renamed = { name: '演示镇', districtCode: '330602', version: 1 };
      expect((await system.post(`/api/organisations/${town}`, renamed)).statusCode).toBe(200);
      const post = { organisationId: town, role: 'PARK_CHIEF', title: '演示园区长' };
      const { parks } = (await system.get(`/api/posts/choices?org=${town}`)).json<{
        parks: { id: string }[];
      }>();
      const made = await system.post('/api/posts', { ...post, parkId: parks[0]!.id });
      const wish = { version: 1, part: 'A', personId: account.id, from: '2026-11-25' };
      const holdings = `/api/posts/${made.json<{ id: string }>().id}/holdings`;
      expect((await system.post(holdings, wish)).json()).toEqual({ outcome: 'waiting' });
      const security = await test.as('SECURITY_OFFICER');
      const { rows } = (await security.get('/api/appointments')).json<{ rows: { id: string }[] }>();
      const decision = `/api/appointments/${rows[0]!.id}/decision`;
      expect((await security.post(decision, { decision: 'confirm' })).statusCode).toBe(200);
      const lock = { act: 'disable', reason: '演示' };
      const locked = await security.post(`/api/accounts/${account.id}/lock`, lock);
      expect(locked.statusCode).toBe(200);
      const head = await test.as('BUREAU_HEAD');
      expect((await head.get('/api/posts')).json()).toMatchObject({ total: 5 });
      const contacts = `/api/enterprises/${id}/contacts`;
      const entry = { kind: 'CONTACT', name: '张三', phone: '13812345678' };
      const contact = (await officer.post(contacts, entry)).json<{ id: string }>();
      const why = { reason: 'CASE', words: '办理登记' };
      const shown = await officer.post(`/api/contacts/${contact.id}/reveal`, why);
      expect(shown.json()).toMatchObject({ name: '张三' });
      // Somebody who left, and ends the own account.
      const landlord = await test.as('LANDLORD');
      await owner.transaction((tx) =>
        tx.query(
          `update post_holding set valid_from = '2026-11-01', valid_to = '2026-11-02'
           where person_id = (select person_id from auth.account where sign_in_name = 'chuzu')`,
        ),
      );
      const erased = await landlord.post('/api/me/personal-data/erasure', {
        password: 'yanshi-2026',
      });
      expect(erased.statusCode).toBe(200);
      expect((await officer.del('/api/session')).statusCode).toBe(200);
      // What runs beside the requests: the checkpoint of the log, and its verification.
      const key = loadCheckpointKey(folder);
      await takeCheckpoint(database, { folder: join(folder, 'log'), now: clock.now(), key });
      const keys = readPublicKeys(exportPublicKey(key));
      const report = await verifyDatabase(database, { folder: join(folder, 'log'), keys });
      expect(report).toMatchObject({ findingsTotal: 0, unprotected: 0 });
    } finally {
      await test?.close();
      await owner.close();
      rmSync(folder, { recursive: true });
    }
    const jobs = openJobsOnServer({
      databaseUrl: urlFor(names.program),
      database,
      clock,
      log: silentLog,
    });
    const done = new Promise<void>((resolve) => {
      jobs.recurring({ name: 'test-task', seconds: 60, run: async () => resolve() });
    });
    await jobs.start();
    await done;
    await jobs.stop();
  });

  it.each([
    ['make a table', 'create table mine (id integer)'],
    ['change a table', 'alter table enterprise add column mine text'],
    ['drop a table', 'drop table enterprise'],
    ['make a schema', 'create schema mine'],
    ['make a temporary table', 'create temporary table mine (id integer)'],
    ['change the log', `update event set type = 'other'`],
    ['delete from the log', 'delete from event'],
    ['write the log past its door', `insert into event_stream (stream, seq) values ('a/b', 0)`],
    ['switch off the guards of the log', 'alter table event disable trigger all'],
    ['write enterprises as itself', `update enterprise set name = '无主'`],
    ['change the security log', `update auth.security_event set kind = 'NONE'`],
    ['delete an account', 'delete from auth.account'],
    ['become the owner', `set role ${names.owner}`],
  ])('do not let the program %s', async (_, sql) => {
    await expect(
      database.transaction(async (tx) => {
        await tx.query(sql);
        // A policy hides what may not be changed instead of refusing it.
        const [row] = await tx.query<{ changed: boolean }>(
          `select exists (select from enterprise where name = '无主') as changed`,
        );
        if (row?.changed === false) throw new Error('permission denied: nothing was changed');
      }),
    ).rejects.toThrow(/permission denied|must be (owner|able)|append-only/);
  });

  it('keep the accounts from a request, and the young security log from the program', async () => {
    const scope = { actor: 'public', orgs: [], districts: [], parks: [] };
    await expect(
      database.scoped(scope, (tx) => tx.query('select * from auth.account')),
    ).rejects.toThrow('permission denied');
    const count = () =>
      database.lookup<{ rows: bigint }>('select count(*) as rows from auth.security_event', []);
    const before = await count();
    expect(before[0]!.rows).toBeGreaterThan(0n);
    await database.transaction((tx) => tx.query('delete from auth.security_event'));
    // Those of the test are older than half a year only in its own clock.
    expect(await count()).toEqual(before);
  });

  it('are spoken of at the start: as the owner the program warns, without its rights it does not start', async () => {
    const said: string[] = [];
    const log = Object.assign(Object.create(createLog('silent')) as typeof silentLog, {
      warn: (_: object, text: string) => void said.push(text),
    });
    const owner = await openDatabase(
      { ...config(), databaseUrl: urlFor(names.migrator) },
      silentLog,
    );
    await checkLogin(owner, log);
    await owner.close();
    expect(said.join('')).toContain('runs as the owner');
    await ask(server!, `revoke ludao_system from ${names.program}`);
    await expect(checkLogin(database, silentLog)).rejects.toThrow('no member of');
  });
});
