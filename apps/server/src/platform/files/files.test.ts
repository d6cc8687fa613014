import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { FileView } from '@ludao/contracts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import {
  describeOnDemonstration,
  openTestApp,
  type Client,
  type TestApp,
} from '../../testing-app.ts';
import { fixedClock } from '../clock.ts';
import type { Tx } from '../db.ts';
import { silentLog } from '../testing.ts';
import { openDiskStore } from './disk-store.ts';
import type { InfectedFile } from './model.ts';
import type { ScanAnswer } from './scanner.ts';
import { openFiles } from './service.ts';
import { aPdf, EICAR, sha256Of, startClamd, startS3 } from './testing.ts';
import { scanLater, sweepOrphans } from './upkeep.ts';

const MEGABYTE = 1024 * 1024;
const NOW = '2026-11-25T09:00:00+08:00';
const NEXT_DAY = '2026-11-26T09:00:01+08:00';
const at = (name: string) => `/api/files?purpose=test&name=${encodeURIComponent(name)}`;

describeOnDemonstration('files', (database) => {
  const base = mkdtempSync(join(tmpdir(), 'ludao-files-'));
  const folder = join(base, 'store');
  const env = { LUDAO_FILES: `file://${folder}` };
  let test: TestApp;
  let manager: Client;
  let owner: Client;
  let officer: Client;
  beforeAll(async () => {
    test = await openTestApp(database(), env);
    manager = await test.as('PARK_MANAGER');
    owner = await test.as('ENTERPRISE_OWNER');
    officer = await test.as('APPROVAL_OFFICER');
  });
  afterAll(async () => {
    await test.close();
    rmSync(base, { recursive: true });
  });

  async function send(client: Client, name: string, bytes: Buffer) {
    const answer = await client.upload(at(name), bytes);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<FileView>();
  }
  const query = <Row>(sql: string, params: unknown[] = []) =>
    database().transaction((tx) => tx.query<Row>(sql, params));
  const placeOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  const count = async () =>
    (await query<{ n: number }>('select count(*)::integer as n from file'))[0]!.n;
  const stored = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      .length;

  it('are what their content says, belong to the house of whoever sent them, and to nobody else', async () => {
    const pdf = aPdf('告知书');
    const file = await send(manager, '扫描\\告知书.html', pdf);
    expect(file).toEqual({
      id: expect.any(String) as string,
      name: '告知书.html.pdf',
      mediaType: 'application/pdf',
      bytes: pdf.length,
      sha256: sha256Of(pdf),
      scan: 'UNSCANNED',
    });
    const shown = await manager.get(`/api/files/${file.id}`);
    expect(shown.rawPayload).toEqual(pdf);
    expect(shown.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="___.html.pdf"; filename*=UTF-8''%E5%91%8A%E7%9F%A5%E4%B9%A6.html.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      'content-security-policy': expect.stringContaining("default-src 'none'") as string,
      etag: `"${file.sha256}"`,
    });
    for (const other of [owner, officer]) {
      expect((await other.get(`/api/files/${file.id}`)).statusCode).toBe(404);
    }
    expect((await test.visitor().get(`/api/files/${file.id}`)).statusCode).toBe(401);
  });

  it('that a browser could run are saved, and never of a type that it runs', async () => {
    const file = await send(manager, '数据.csv', Buffer.from('a,<b>1</b>\n'));
    const { headers } = await manager.get(`/api/files/${file.id}`);
    expect(headers['content-disposition']).toMatch(/^attachment; /);
    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
  });

  it('that the browser has already are not sent again', async () => {
    const file = await send(manager, 'a.pdf', aPdf('once'));
    const again = await test.app.inject({
      url: `/api/files/${file.id}`,
      headers: {
        cookie: `ludao_session=${manager.cookie('ludao_session')}`,
        'if-none-match': `"${file.sha256}"`,
      },
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it.each([
    ['FILE_EMPTY', 'leer.xlsx', Buffer.alloc(0)],
    ['FILE_EMPTY', 'leer.zip', Buffer.alloc(0)],
    ['FILE_IS_WEB_PAGE', 'bild.png', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['FILE_IS_DRAWING', 'bild.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ])('are refused by name of the fault, and leave nothing: %s', async (code, name, bytes) => {
    const [rows, before] = [await count(), stored()];
    const answer = await manager.upload(at(name), bytes);
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code });
    expect([await count(), stored()]).toEqual([rows, before]);
  });

  it('may be called by ten thousand characters', async () => {
    const file = await send(manager, 'n'.repeat(10_000), aPdf());
    expect(file.name).toBe(`${'n'.repeat(196)}.pdf`);
  });

  it('of the same bytes sent twice at once are two rows over one content', async () => {
    const before = stored();
    const pdf = aPdf(randomBytes(20).toString('hex'));
    const [one, two] = await Promise.all([send(manager, 'a.pdf', pdf), send(owner, 'b.pdf', pdf)]);
    expect(one.id).not.toBe(two.id);
    expect(stored()).toBe(before + 1);
    expect((await owner.get(`/api/files/${two.id}`)).rawPayload).toEqual(pdf);
  });

  it('that break off midway leave nothing', async () => {
    const [rows, before] = [await count(), stored()];
    const [{ n: noted } = { n: 0 }] = await query<{ n: bigint }>(
      'select count(*) as n from file_intake',
    );
    await test.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = test.app.server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `POST ${at('half.pdf')} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-length: 100000\r\n` +
        `content-type: application/octet-stream\r\ncookie: ludao_session=${manager.cookie('ludao_session')}\r\n\r\n%PDF-1.7 half`,
    );
    await delay(200);
    socket.destroy();
    await delay(200);
    expect([await count(), stored()]).toEqual([rows, before]);
    expect(await query('select count(*) as n from file_intake')).toEqual([{ n: noted }]);
    await test.restart({ ...env });
  });

  it('that were damaged in the store are told so and shown to nobody', async () => {
    const file = await send(manager, 'a.pdf', aPdf('whole'));
    writeFileSync(placeOf(file.sha256), aPdf('wHole'));
    const answer = await manager.get(`/api/files/${file.id}`);
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toMatchObject({ code: 'FILE_DAMAGED' });
    expect(answer.headers).not.toHaveProperty('etag');
  });

  it('are never changed nor removed on record', async () => {
    await expect(query(`update file set name = 'other.pdf'`)).rejects.toMatchObject({
      code: '42501',
    });
    await expect(query('delete from file')).rejects.toMatchObject({ code: '42501' });
  });

  it('have a limit each, and one for each person and day', async () => {
    await test.restart({ ...env, LUDAO_FILE_MEGABYTES: '1', LUDAO_FILE_DAY_MEGABYTES: '2' });
    expect((await manager.get('/api/file-rules')).json()).toEqual({
      fileBytes: MEGABYTE,
      dayBytes: 2 * MEGABYTE,
      isScanned: false,
    });
    const large = (bytes: number) =>
      Buffer.concat([aPdf(), Buffer.alloc(bytes - aPdf().length, 32)]);
    const tooLarge = await manager.upload(at('a.pdf'), large(MEGABYTE + 1));
    expect(tooLarge.json()).toMatchObject({ code: 'FILE_TOO_LARGE', params: { limit: 1 } });
    const clerk = await test.as('INSPECTOR');
    await send(clerk, 'a.pdf', large(MEGABYTE));
    // Two at once: one of them is within the limit, the other is not.
    const both = await Promise.all([1, 2].map(() => clerk.upload(at('a.pdf'), large(MEGABYTE))));
    expect(new Set(both.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 429]));
    const over = both.find(({ statusCode }) => statusCode === 429)!;
    expect(over.json()).toMatchObject({ code: 'FILE_DAY_LIMIT', params: { sent: 2, limit: 2 } });
    test.setTime(NEXT_DAY);
    const tomorrow = await test.as('INSPECTOR');
    await send(tomorrow, 'a.pdf', large(MEGABYTE));
    test.setTime(NOW);
    await test.restart(env);
  });

  it('with a virus are refused, and the security log says who sent them', async () => {
    const clamd = await startClamd();
    await test.restart({ ...env, LUDAO_VIRUS_SCAN: `tcp://127.0.0.1:${clamd.port}` });
    expect(await send(manager, 'a.pdf', aPdf('clean'))).toMatchObject({ scan: 'CLEAN' });
    const [rows, before] = [await count(), stored()];
    const answer = await manager.upload(at('a.txt'), EICAR);
    expect(answer.json()).toMatchObject({ code: 'FILE_INFECTED', status: 422 });
    expect([await count(), stored()]).toEqual([rows, before]);
    const told = await query(
      `select detail from auth.security_event where kind = 'FILE_INFECTED' and person_id is not null`,
    );
    expect(told).toEqual([{ detail: `Eicar-Test-Signature ${sha256Of(EICAR)}` }]);
    await clamd.stop();
    expect(await send(manager, 'a.pdf', aPdf('unseen'))).toMatchObject({ scan: 'UNSCANNED' });
    await test.restart(env);
  });

  it('stand in S3 by one setting, and are told as away while it is', async () => {
    const s3 = await startS3(join(base, 's3'));
    const url = new URL(s3.place.endpoint);
    const LUDAO_FILES = `s3://S3RVER@${url.host}/${s3.place.bucket}?tls=off`;
    await test.restart({ LUDAO_FILES, LUDAO_FILES_SECRET: 'S3RVER' });
    const before = stored();
    const file = await send(manager, 'a.pdf', aPdf('in s3'));
    // This server answers before it has written, unlike those in use.
    await vi.waitFor(async () =>
      expect((await manager.get(`/api/files/${file.id}`)).rawPayload).toEqual(aPdf('in s3')),
    );
    expect(stored()).toBe(before);
    await s3.stop();
    const rows = await count();
    const away = { code: 'FILE_STORE_AWAY', status: 503 };
    expect((await manager.upload(at('a.pdf'), aPdf('away'))).json()).toMatchObject(away);
    expect((await manager.get(`/api/files/${file.id}`)).json()).toMatchObject(away);
    expect(await count()).toBe(rows);
    await test.restart(env);
  });

  /** Files over the same database, with a scanner that answers as it is told. */
  function openOwn(answers: () => ScanAnswer) {
    const told: InfectedFile[] = [];
    const clock = {
      now: () => fixedClock(test.now().toISOString()).now(),
      today: () => '2026-11-25',
    };
    const scanner = { isThere: true, scan: () => Promise.resolve(answers()) };
    const tellInfected = (_: Tx, file: InfectedFile) => Promise.resolve(void told.push(file));
    const store = openDiskStore(folder);
    const deps = { database: database(), store, scanner, clock, log: silentLog, tellInfected };
    const limits = { fileBytes: MEGABYTE, dayBytes: MEGABYTE };
    return { files: openFiles({ ...deps, limits }), deps, told };
  }

  it('that could not be scanned are scanned later, and locked away where there is a virus', async () => {
    const file = await send(manager, 'later.pdf', aPdf('later'));
    let answer: ScanAnswer = { result: 'unavailable', why: 'test' };
    const { deps, told } = openOwn(() => answer);
    expect(await scanLater(deps)).toBe(0);
    answer = { result: 'infected', virus: 'Test' };
    expect(await scanLater(deps)).toBeGreaterThan(0);
    expect(told).toContainEqual(expect.objectContaining({ detail: `Test ${file.sha256}` }));
    expect((await manager.get(`/api/files/${file.id}`)).json()).toMatchObject({
      code: 'FILE_INFECTED',
      status: 409,
    });
    const events = await query<{ type: string }>(
      'select type from event where stream = $1 order by seq',
      [`file/${file.id}`],
    );
    expect(events.map(({ type }) => type)).toEqual(['file.recorded', 'file.scanned']);
    expect(await scanLater(deps)).toBe(0);
  });

  it('that were taken and never put on record are removed a day later; others stay', async () => {
    const { files, deps } = openOwn(() => ({ result: 'clean' }));
    const named = await send(manager, 'named.pdf', aPdf('named'));
    const orphan = aPdf('orphan');
    const { personId } = (
      await query<{ personId: string }>('select id as "personId" from person')
    )[0]!;
    const sender = { personId, address: '', now: test.now() };
    await files.take(Readable.from([orphan]), 'orphan.pdf', sender);
    const there = () =>
      [placeOf(named.sha256), placeOf(sha256Of(orphan))].map((path) =>
        Boolean(statSync(path, { throwIfNoEntry: false })),
      );
    expect(await sweepOrphans(deps)).toBe(0);
    expect(there()).toEqual([true, true]);
    test.setTime(NEXT_DAY);
    // With the one that S3 was away for.
    expect(await sweepOrphans(deps)).toBe(2);
    expect(there()).toEqual([true, false]);
    const both = [named.sha256, sha256Of(orphan)];
    expect(await query('select 1 from file_intake where sha256 = any ($1)', [both])).toEqual([]);
    test.setTime(NOW);
  });

  it('that are being removed are not counted on, whoever sends the same bytes at that moment', async () => {
    const { files } = openOwn(() => ({ result: 'clean' }));
    const bytes = aPdf('removed');
    await query('insert into file_intake (sha256, noted_at, removing) values ($1, $2, true)', [
      sha256Of(bytes),
      new Date(0),
    ]);
    const sender = { personId: '', address: '', now: test.now() };
    expect(await files.take(Readable.from([bytes]), 'a.pdf', sender)).toMatchObject({
      refused: 'FILE_STORE_AWAY',
      status: 503,
    });
  });

  it('are given on to others as a row of their own over the same bytes', async () => {
    const { files } = openOwn(() => ({ result: 'clean' }));
    const file = await send(manager, 'shared.pdf', aPdf('shared'));
    const [row] = await query<{ owner: string; person: string; county: string }>(
      `select f.owner_org as owner, f.created_by as person, o.district_code as county
       from file f join organisation o on o.id = f.owner_org where f.id = $1`,
      [file.id],
    );
    const { owner: ownerOrg, person, county } = row!;
    const scope = { actor: person, orgs: [ownerOrg], districts: [], parks: [] };
    const entry = {
      ownerOrg,
      districtCode: county,
      parkId: null,
      purpose: 'case',
      by: { actor: person, actingFor: ownerOrg, office: null, now: test.now() },
      today: '2026-11-25',
    };
    const linked = await database().scoped(scope, (tx) => files.link(tx, file.id, entry));
    if ('refused' in linked) throw new Error(linked.refused);
    expect((await officer.get(`/api/files/${file.id}`)).statusCode).toBe(404);
    expect((await officer.get(`/api/files/${linked.id}`)).rawPayload).toEqual(aPdf('shared'));
    const stranger = { ...scope, orgs: [] };
    expect(await database().scoped(stranger, (tx) => files.link(tx, file.id, entry))).toMatchObject(
      {
        refused: 'NOT_FOUND',
      },
    );
  });
});
