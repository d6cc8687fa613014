import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type {
  FailedDeliveries,
  MyData,
  NotificationList,
  NotificationSettings,
  TaskList,
} from '@ludao/contracts';
import { readConfig } from '../../platform/config.ts';
import type { Database } from '../../platform/db.ts';
import {
  describeOnDemonstration,
  openTestApp,
  type Client,
  type TestApp,
} from '../../testing-app.ts';
import { tellEndingDelegations } from '../organisations/index.ts';
import { anAdoption } from '../rulebook/testing.ts';
import { sendDue } from './delivery/service.ts';
import { notify } from './service.ts';
import { openMail } from './transport/mail.ts';
import { openTransports } from './transport/service.ts';

interface Mail {
  readonly to: string;
  readonly text: string;
}

/** A mail server on this computer, which takes what it is sent unless the address begins with gone. */
async function openMailServer(port = 0, disabledCommands = ['STARTTLS', 'AUTH']) {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    disabledCommands,
    onRcptTo({ address }, _, done) {
      const refusal = Object.assign(new Error('no such mailbox'), { responseCode: 550 });
      done(address.startsWith('gone') ? refusal : null);
    },
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const [head = '', body = ''] = Buffer.concat(parts).toString('utf8').split('\r\n\r\n', 2);
        const text = /base64/i.test(head) ? Buffer.from(body, 'base64').toString('utf8') : body;
        const to = envelope.rcptTo.map(({ address }) => address).join();
        mails.push({ to, text: `${head}\n${text}` });
        done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
  return {
    mails,
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

describeOnDemonstration('messages', (database) => {
  let test: TestApp;
  let mailServer: Awaited<ReturnType<typeof openMailServer>>;
  let folder: string;
  let owner: Client;
  let env: Record<string, string>;
  beforeAll(async () => {
    mailServer = await openMailServer();
    folder = mkdtempSync(join(tmpdir(), 'ludao-messages-'));
    env = {
      LUDAO_SMTP_URL: `smtp://127.0.0.1:${mailServer.port}`,
      LUDAO_MAIL_FROM: '小微园区环保服务平台 <ludao@example.org>',
      LUDAO_MESSAGE_FOLDER: folder,
    };
    test = await openTestApp(database(), env);
    owner = await test.as('ENTERPRISE_OWNER');
  });
  afterAll(async () => {
    await test.close();
    await mailServer.close();
    rmSync(folder, { recursive: true });
  });

  const messages = async (client: Client, query = '') =>
    (await client.get(`/api/notifications${query}`)).json<NotificationList>();
  const settings = async (client: Client) =>
    (await client.get('/api/notification-settings')).json<NotificationSettings>();
  const choose = (client: Client, kind: string, place: string, on = true) =>
    client.post('/api/notification-settings', { choices: [{ kind, place, on }] });
  const idOf = async (client: Client) =>
    (await client.get('/api/session')).json<{ user: { id: string } }>().user.id;
  const when = () => ({ now: test.now(), today: '2026-11-25' });
  const sql = <Row>(text: string) => database().transaction((tx) => tx.query<Row>(text));
  /** One message more for somebody; each key once. */
  const tell = async (client: Client, dedupeKey: string) => {
    const toPersons = [await idOf(client)];
    const params = { task: dedupeKey, dueOn: '2026-12-01' };
    const notice = { kind: 'TASK_CAME', toPersons, params, link: '/', dedupeKey } as const;
    return database().transaction((tx) => notify(tx, notice, when()));
  };
  const send = (also: Database = database()) => {
    const config = readConfig(env).messages;
    const clock = { now: () => test.now(), today: () => '2026-11-25' };
    return sendDue({ database: also, clock, transports: openTransports(config), config });
  };
  const statesOf = (key: string) =>
    sql<{ state: string; attempts: number; last_fault: string | null }>(
      `select d.state, d.attempts, d.last_fault from auth.notification_delivery d
       join notification n on n.id = d.notification_id where n.dedupe_key = '${key}'`,
    );
  const confirm = async (client: Client, email: string) => {
    await client.post('/api/notification-settings/email', { email });
    const code = /验证码是 (\d{6})/.exec(mailServer.mails.at(-1)!.text)![1];
    return client.post('/api/notification-settings/email/confirmation', { code });
  };

  it('come once to both sides of a delegation that ends soon, and to nobody else', async () => {
    await sql(`update delegation set ends_at = '2026-12-05T00:00+08:00'
      where owner_org = (select p.owner_org from person p join auth.account a on a.person_id = p.id
        where a.sign_in_name = 'qiye')`);
    await tellEndingDelegations(database(), when());
    await tellEndingDelegations(database(), when());
    for (const client of [owner, await test.as('STEWARD')]) {
      const { unread, rows } = await messages(client);
      expect(unread).toBe(1);
      expect(rows).toMatchObject([
        { kind: 'DELEGATION_ENDS', params: { endsOn: '2026-12-05' }, link: '/delegations' },
      ]);
    }
    const manager = await test.as('PARK_MANAGER');
    expect(await messages(manager)).toEqual({ unread: 0, rows: [], next: null });
    expect((await test.visitor().get('/api/notifications')).statusCode).toBe(401);
  });

  it('tell whoever entered an entry of its decision; read ones follow unread ones, page by page', async () => {
    const officer = await test.as('APPROVAL_OFFICER');
    const head = await test.as('BUREAU_HEAD');
    const { id } = (await officer.post('/api/rulebook/entries', anAdoption({ id: 'told' }))).json<{
      id: string;
    }>();
    const decision = { decision: 'reject', reason: '文号不对' };
    await head.post(`/api/rulebook/entries/${id}/decision`, decision);
    const [told] = (await messages(officer)).rows;
    expect(told).toMatchObject({ kind: 'ENTRY_SENT_BACK', link: `/rulebook/${id}`, readAt: null });
    expect(JSON.stringify(told)).not.toContain('文号不对');
    await head.post('/api/notifications/read', { ids: [told!.id] });
    expect((await messages(officer)).unread).toBe(1);
    await officer.post('/api/notifications/read', { ids: [told!.id] });
    expect((await messages(officer)).unread).toBe(0);
    await tell(officer, 'second');
    await tell(officer, 'third');
    const keys: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: NotificationList = await messages(officer, `?size=1${next && `&after=${next}`}`);
      keys.push(...page.rows.map(({ params, kind }) => String(params['task'] ?? kind)));
      next = page.next;
    }
    expect(keys.slice(0, 2).sort()).toEqual(['second', 'third']);
    expect(keys.slice(2)).toEqual(['ENTRY_SENT_BACK']);
  });

  it('are counted by the page itself without keeping an empty chair signed in', async () => {
    const client = await test.as('LANDLORD');
    const start = test.now().getTime();
    for (const minutes of [10, 20, 29]) {
      test.setTime(new Date(start + minutes * 60_000).toISOString());
      expect((await client.get('/api/notifications/unread')).json()).toEqual({ unread: 0 });
    }
    test.setTime(new Date(start + 31 * 60_000).toISOString());
    expect((await client.get('/api/notifications/unread')).statusCode).toBe(401);
    test.setTime(new Date(start).toISOString());
  });

  it('go outside only as chosen, to an address that was confirmed by its code', async () => {
    const before = await settings(owner);
    expect(before.ready).toEqual({
      IN_APP: 'ready',
      EMAIL: 'no_address',
      SMS: 'ready',
      WECHAT: 'ready',
    });
    expect(before.choices.every(({ place, on }) => on === (place === 'IN_APP'))).toBe(true);
    expect((await choose(owner, 'PASSWORD_CHANGED', 'IN_APP', false)).json()).toMatchObject({
      code: 'NOTIFICATION_FIXED',
    });
    await choose(owner, 'TASK_CAME', 'EMAIL');
    const url = '/api/notification-settings/email';
    expect((await owner.post(url, { email: 'a@b' })).json()).toMatchObject({ code: 'EMAIL_FORM' });
    expect((await owner.post(url, { email: 'gone@example.org' })).json()).toMatchObject({
      code: 'EMAIL_REFUSED',
    });
    expect((await owner.post(url, { email: 'shop@example.org' })).json()).toMatchObject({
      code: 'EMAIL_CODE_SOON',
    });
    test.setTime('2026-11-25T09:02:00+08:00');
    await owner.post(url, { email: 'shop@example.org' });
    expect(await settings(owner)).toMatchObject({ email: null, pendingEmail: 'shop@example.org' });
    await tell(owner, 'unconfirmed');
    expect(await statesOf('unconfirmed')).toEqual([]);
    const right = /验证码是 (\d{6})/.exec(mailServer.mails.at(-1)!.text)![1]!;
    const wrong = right === '000000' ? '000001' : '000000';
    const guess = (code: string) => owner.post(`${url}/confirmation`, { code });
    for (let time = 0; time < 5; time++) {
      expect((await guess(wrong)).json()).toMatchObject({ code: 'EMAIL_CODE_WRONG' });
    }
    expect((await guess(right)).json()).toMatchObject({ code: 'EMAIL_CODE_EXPIRED' });
    test.setTime('2026-11-25T09:04:00+08:00');
    expect((await confirm(owner, 'shop@example.org')).json()).toMatchObject({
      email: 'shop@example.org',
      pendingEmail: null,
    });
  });

  it('are sent once also by two servers, and say nothing of what happened', async () => {
    mailServer.mails.length = 0;
    for (const key of ['once-1', 'once-2', 'once-3']) await tell(owner, key);
    await Promise.all([send(), send()]);
    expect(mailServer.mails.map(({ to }) => to)).toEqual(Array(3).fill('shop@example.org'));
    for (const { text } of mailServer.mails) {
      expect(text).toContain('您有一项新的待办');
      expect(text).not.toContain('once-');
    }
    expect(await statesOf('once-1')).toEqual([{ state: 'SENT', attempts: 1, last_fault: null }]);
  });

  it('wait for a mail server that is away, and come under one message id', async () => {
    await mailServer.close();
    await tell(owner, 'away');
    await send();
    const failed = { state: 'FAILED', attempts: 1, last_fault: 'UNREACHABLE' };
    expect(await statesOf('away')).toEqual([failed]);
    await send();
    expect(await statesOf('away')).toEqual([failed]);
    mailServer = await openMailServer(mailServer.port);
    test.setTime('2026-11-25T09:06:00+08:00');
    await send();
    expect(await statesOf('away')).toMatchObject([{ state: 'SENT', attempts: 2 }]);
    const [{ id } = { id: '' }] = await sql<{ id: string }>(
      `select d.id from auth.notification_delivery d join notification n on n.id = d.notification_id
       where n.dedupe_key = 'away'`,
    );
    expect(mailServer.mails[0]!.text).toContain(`Message-ID: <${id}@example.org>`);
  });

  it('that are refused for good wait on the system officer’s desk, without what they say', async () => {
    await sql(`update auth.message_address set email = 'gone@example.org'`);
    await tell(owner, 'refused');
    await send();
    const system = await test.as('SYSTEM_OFFICER');
    const { tasks } = (await system.get('/api/tasks')).json<TaskList>();
    expect(tasks).toContainEqual(
      expect.objectContaining({
        key: 'notifications.given_up',
        count: 1,
        to: '/message-deliveries',
      }),
    );
    const list = async () =>
      (await system.get('/api/notification-deliveries')).json<FailedDeliveries>().rows;
    const [row] = await list();
    expect(row).toMatchObject({ signInName: 'qiye', fault: 'REFUSED', channel: 'EMAIL' });
    expect(JSON.stringify(row)).not.toMatch(/gone@|refused/);
    const settle = (decision: string) =>
      system.post('/api/notification-deliveries/settlement', { ids: [row!.id], decision });
    await settle('send_again');
    expect(await list()).toEqual([]);
    await send();
    expect(await list()).toHaveLength(1);
    await settle('close');
    expect(await list()).toEqual([]);
    expect((await owner.get('/api/notification-deliveries')).statusCode).toBe(403);
  });

  it('by SMS wait for the morning, and lie whole in the folder for the gateway', async () => {
    await choose(owner, 'TASK_CAME', 'EMAIL', false);
    await choose(owner, 'TASK_CAME', 'SMS');
    test.setTime('2026-11-25T22:00:00+08:00');
    owner = await test.as('ENTERPRISE_OWNER');
    await tell(owner, 'by-sms');
    await send();
    expect(readdirSync(folder)).toEqual([]);
    test.setTime('2026-11-26T08:00:00+08:00');
    await send();
    const [name] = readdirSync(folder);
    expect(name).toMatch(/^sms-[0-9a-f-]{36}\.json$/);
    const lines = readFileSync(join(folder, name!), 'utf8').trimEnd().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      { channel: 'SMS', to: expect.stringMatching(/^154\d{8}$/) as string },
    ]);
  });

  it('refuse a mail server whose certificate nobody vouches for', async () => {
    const untrusted = await openMailServer(0, ['AUTH']);
    const server = { ...readConfig(env).messages.mail!, port: untrusted.port, isLocal: false };
    const mail = openMail(server);
    const message = {
      messageId: 'x',
      to: 'a@example.org',
      subject: 'x',
      text: 'x',
      at: test.now(),
    };
    expect(await mail.send(message)).toEqual({ outcome: 'away', fault: 'CERTIFICATE' });
    expect(untrusted.mails).toEqual([]);
    await untrusted.close();
  });

  it('stand in the person’s own copy, and go with the account', async () => {
    owner = await test.as('ENTERPRISE_OWNER');
    const mine = (await owner.get('/api/me/personal-data')).json<MyData>();
    expect(mine.messages).toMatchObject({ email: 'gone@example.org' });
    expect(mine.messages.received.length).toBeGreaterThan(5);
    expect((await owner.get('/api/me/personal-data/excel')).statusCode).toBe(200);
    const forgotten = await owner.del('/api/notification-settings/email');
    expect(forgotten.json()).toMatchObject({ email: null });
  });
});
