import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  NOT_PERSONAL,
  PERSONAL_FIELDS,
  type ContactList,
  type DataRequest,
  type ErasedPersons,
  type ExpiredData,
  type MyData,
  type MyDataCopy,
} from '@ludao/contracts';
import {
  loadCheckpointKey,
  takeCheckpoint,
  verifyDatabase,
} from '../../../platform/event-log/index.ts';
import { readWholeSheet } from '../../../platform/excel/index.ts';
import {
  describeOnDemonstration,
  openTestApp,
  type Client,
  type TestApp,
} from '../../../testing-app.ts';

const PASSWORD = 'yanshi-2026';
const ME = '/api/me/personal-data';
const OFFICE = '/api/personal-data';
/** Names of columns under which somebody's data tend to stand. */
const SUSPECT =
  /(^|_)(name|phone|mobile|tel|email|mail|address|agent|person|contact|birth|identity|wechat|signature|staff|subject)(_|$)/;

describeOnDemonstration('personal data', (database) => {
  let test: TestApp;
  let owner: Client;
  let security: Client;
  beforeAll(async () => {
    test = await openTestApp(database());
    owner = await test.as('ENTERPRISE_OWNER');
    security = await test.as('SECURITY_OFFICER');
  });
  afterAll(() => test.close());

  const sql = <Row>(text: string, params: readonly unknown[] = []) =>
    database().transaction((tx) => tx.query<Row>(text, params));
  const mine = async (client: Client) => (await client.get(ME)).json<MyData>();
  const ask = (client: Client, kind: string, words: string) =>
    client.post(`${ME}/requests`, { kind, words });
  const openRequests = async () =>
    (await security.get(`${OFFICE}/requests?state=OPEN`)).json<{ requests: DataRequest[] }>()
      .requests;
  /** Somebody else holds the post too, so that it is not left alone. */
  const shareThePostOf = (signInName: string) =>
    sql(
      `insert into post_holding (id, owner_org, district_code, post_id, person_id, part, valid_from)
       select gen_random_uuid(), h.owner_org, h.district_code, h.post_id,
         (select person_id from auth.account where sign_in_name = 'pinggu'), 'A', h.valid_from
       from post_holding h join auth.account a on a.person_id = h.person_id
       where a.sign_in_name = $1`,
      [signInName],
    );

  it('stands on the list: every column of every table that could name a person, and no other', async () => {
    const columns = await sql<{ name: string; type: string }>(
      `select case when n.nspname = 'auth' then 'auth.' else '' end || c.relname || '.' || a.attname
         as name, format_type(a.atttypid, null) as type
       from pg_attribute a join pg_class c on c.oid = a.attrelid
         join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'auth') and c.relkind = 'r' and a.attnum > 0
         and not a.attisdropped and c.relname <> 'schema_migration'`,
    );
    const present = new Set(columns.map(({ name }) => name));
    const listed = [
      ...PERSONAL_FIELDS.flatMap((field) => field.columns),
      ...Object.keys(NOT_PERSONAL),
    ];
    // An id says nothing; what it leads to stands in a column of its own.
    const isSuspect = ({ name, type }: (typeof columns)[number]) =>
      type !== 'uuid' && SUSPECT.test(name.split('.').at(-1)!);
    const suspects = columns.filter(isSuspect).map(({ name }) => name);
    const forgotten = suspects.filter((name) => !listed.includes(name));
    expect(forgotten, 'add them to packages/contracts/src/personal-data.ts').toEqual([]);
    expect(
      listed.filter((name) => !present.has(name)),
      'there is no such column',
    ).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('is shown to the person whole, with who looked at it, by which post and why', async () => {
    const officer = await test.as('APPROVAL_OFFICER');
    const before = await mine(owner);
    expect(before).toMatchObject({ person: { name: '演示企业负责人' }, reveals: [] });
    const [{ id, of } = { id: '', of: '' }] = before.contacts;
    const why = { reason: 'NOTICE', words: '送达检查通知' };
    await officer.post(`/api/contacts/${id}/reveal`, why);
    const { reveals, person, sessions } = await mine(owner);
    expect(reveals).toEqual([
      {
        at: expect.any(String) as string,
        by: '演示柯桥生态环境分局 审批人员',
        as: `${of} 环保负责人`,
        ...why,
      },
    ]);
    expect(person.phone).toMatch(/^154\d{8}$/);
    expect(sessions).toHaveLength(1);
    expect((await mine(officer)).reveals).toEqual([]);
  });

  it('of a colleague is shown whole to who leads the office, and the colleague sees that too', async () => {
    const manager = await test.as('PARK_MANAGER');
    const { person } = await mine(manager);
    const url = `/api/persons/${person.id}/reveal`;
    const why = { reason: 'CHECK', words: '核对通讯录' };
    expect((await owner.post(url, why)).statusCode).toBe(404);
    expect((await (await test.as('INSPECTOR')).post(url, why)).statusCode).toBe(403);
    expect((await manager.post(url, why)).json()).toMatchObject({ phone: person.phone });
    expect((await mine(manager)).reveals).toMatchObject([
      { by: expect.stringMatching(/园区管理员$/) as string, ...why },
    ]);
  });

  it('is handed out as a copy that programs read, and as a workbook', async () => {
    const answer = await owner.get(`${ME}/copy`);
    expect(answer.headers['content-type']).toContain('application/json');
    const copy = answer.json<MyDataCopy>();
    expect(copy.data.account.signInName).toBe('qiye');
    expect(copy.fields).toHaveLength(PERSONAL_FIELDS.length);
    const sheet = await readWholeSheet((await owner.get(`${ME}/excel`)).rawPayload, {
      columns: [
        { key: 'what', zh: '项目' },
        { key: 'value', zh: '内容' },
      ],
    });
    if (!sheet.ok) throw new Error('the copy is no workbook');
    const rows = sheet.rows.map(({ values }) => values);
    expect(rows).toContainEqual({ what: '用户名', value: 'qiye' });
    expect(rows).toContainEqual({ what: '手机号', value: copy.data.person.phone });
  });

  it('is told about by a notice, once in each edition', async () => {
    const notice = (await owner.get('/api/me/notice')).json<{ version: string }>();
    expect(notice).toMatchObject({ shown: false });
    expect((await owner.post('/api/me/notice', { version: '2020-01-01' })).statusCode).toBe(409);
    await owner.post('/api/me/notice', { version: notice.version });
    expect((await owner.get('/api/me/notice')).json()).toMatchObject({ shown: true });
    expect((await mine(owner)).noticeShown).toMatchObject({ version: notice.version });
  });

  it('is corrected on request by an officer who sees no more of it than the request says', async () => {
    expect((await ask(owner, 'CORRECTION', '手机号换了，请改')).statusCode).toBe(200);
    expect((await ask(owner, 'CORRECTION', '再催一次')).json()).toMatchObject({
      code: 'DATA_REQUEST_OPEN',
    });
    const [request] = await openRequests();
    expect(request).toMatchObject({
      kind: 'CORRECTION',
      dueOn: '2026-12-25',
      person: { name: '演******', phone: expect.stringMatching(/^154\*{4}\d{4}$/) as string },
    });
    const url = `${OFFICE}/requests/${request!.id}`;
    const carryOut = { decision: 'carry_out', answer: '已更正' };
    expect((await security.post(url, carryOut)).json()).toMatchObject({
      code: 'NOTHING_CORRECTED',
    });
    const taken = await mine(await test.as('LANDLORD'));
    expect(
      (await security.post(url, { ...carryOut, phone: taken.person.phone })).json(),
    ).toMatchObject({
      code: 'PHONE_TAKEN',
    });
    expect((await security.post(url, { ...carryOut, phone: '15400009999' })).statusCode).toBe(200);
    expect((await security.post(url, carryOut)).json()).toMatchObject({
      code: 'DATA_REQUEST_ANSWERED',
    });
    const after = await mine(owner);
    expect(after.person.phone).toBe('15400009999');
    expect(after.requests).toMatchObject([{ state: 'DONE', answer: '已更正' }]);
    expect((await test.visitor().signIn('15400009999', PASSWORD)).statusCode).toBe(200);
  });

  it('is kept while nobody else holds the post, and while the person is somebody’s contact', async () => {
    const steward = await test.as('STEWARD');
    expect((await mine(steward)).erasureObstacles).toEqual([
      { code: 'POST_HELD_ALONE', of: '演示柯桥环保管家公司 环保管家' },
    ]);
    const refused = await steward.post(`${ME}/erasure`, { password: PASSWORD });
    expect(refused.json()).toMatchObject({ status: 409, code: 'ERASURE_POST_HELD_ALONE' });
    const collector = await test.as('COLLECTOR');
    await shareThePostOf('shouyun');
    const { person } = await mine(collector);
    const [first] = (await owner.get('/api/enterprises')).json<{ rows: { id: string }[] }>().rows;
    const contacts = `/api/enterprises/${first!.id}/contacts`;
    const entry = { kind: 'CONTACT', name: person.name, phone: person.phone };
    const { id } = (await owner.post(contacts, entry)).json<{ id: string }>();
    expect((await collector.post(`${ME}/erasure`, { password: PASSWORD })).json()).toMatchObject({
      code: 'ERASURE_STILL_CONTACT',
    });
    await owner.post(`/api/contacts/${id}/end`, { version: 1 });
    expect((await mine(collector)).erasureObstacles).toEqual([]);
  });

  it('is blanked by the person, with the ended entries elsewhere; sessions end and the log stays whole', async () => {
    await sql(
      `insert into auth.sign_on_link (issuer, subject, person_id, linked_by, linked_at)
       select 'https://id.example', '1001', person_id, 'OWN', now() from auth.account
       where sign_in_name = 'shouyun'`,
    );
    const collector = await test.as('COLLECTOR');
    expect((await mine(collector)).account.signOn).toEqual(['https://id.example 1001']);
    const elsewhere = await test.as('COLLECTOR');
    const { person } = await mine(collector);
    const wrong = await collector.post(`${ME}/erasure`, { password: 'not it' });
    expect(wrong.json()).toMatchObject({ code: 'PASSWORD_WRONG' });
    const folder = mkdtempSync(join(tmpdir(), 'ludao-erasure-'));
    const place = { folder: join(folder, 'checkpoints'), key: loadCheckpointKey(folder) };
    await takeCheckpoint(database(), { ...place, now: test.now() });
    expect((await collector.post(`${ME}/erasure`, { password: PASSWORD })).statusCode).toBe(200);
    for (const client of [collector, elsewhere]) {
      expect((await client.get('/api/session')).statusCode).toBe(401);
    }
    for (const name of ['shouyun', person.phone!]) {
      expect((await test.visitor().signIn(name, PASSWORD)).json()).toMatchObject({
        code: 'SIGN_IN_FAILED',
      });
    }
    // Nothing anywhere in the database names the person any more, but who looked and acted stays.
    const found = await sql(
      `select from person where name = $1 or phone = $2
       union all select from auth.account where sign_in_name = 'shouyun' or phone = $2
       union all select from auth.sign_on_link where subject = '1001'
       union all select from contact where name = $1 or phone = $2
       union all select from event where body like '%' || $1 || '%' or body like '%' || $2 || '%'`,
      [person.name, person.phone],
    );
    expect(found).toEqual([]);
    await takeCheckpoint(database(), { ...place, now: test.now() });
    const { findings, events } = await verifyDatabase(database(), {
      folder: place.folder,
      keys: [place.key],
    });
    expect(findings).toEqual([]);
    expect(events).toBeGreaterThan(0);
    rmSync(folder, { recursive: true });
    const { persons } = (await security.get(`${OFFICE}/erasures`)).json<ErasedPersons>();
    expect(persons).toMatchObject([
      { id: person.id, organisationKind: 'HW_COLLECTOR', posts: ['收运人员'], by: 'self' },
    ]);
  });

  it('is blanked by an officer on request with the reason, never the officer’s own', async () => {
    const landlord = await test.as('LANDLORD');
    await ask(landlord, 'ERASURE', '已离职，请注销');
    const [request] = await openRequests();
    const answer = { decision: 'carry_out', answer: '核实已离职' };
    const url = `${OFFICE}/requests/${request!.id}`;
    expect((await security.post(url, answer)).json()).toMatchObject({
      code: 'ERASURE_POST_HELD_ALONE',
    });
    await shareThePostOf('chuzu');
    expect((await security.post(url, answer)).statusCode).toBe(200);
    expect((await landlord.get('/api/session')).statusCode).toBe(401);
    const byName = (signInName: string) =>
      security.post(`${OFFICE}/erasures`, { signInName, reason: '来函要求注销' });
    expect((await byName('nobody')).json()).toMatchObject({ code: 'ACCOUNT_UNKNOWN' });
    expect((await byName('anquan')).json()).toMatchObject({ code: 'OWN_WORK' });
    await shareThePostOf('guanjia');
    expect((await byName('GuanJia')).statusCode).toBe(200);
    const { persons } = (await security.get(`${OFFICE}/erasures`)).json<ErasedPersons>();
    expect(persons.map(({ by, reason }) => `${by} ${reason}`)).toEqual(
      expect.arrayContaining(['officer 核实已离职', 'officer 来函要求注销']),
    );
    const done = (await security.get(`${OFFICE}/requests?state=DONE`)).json<{
      requests: DataRequest[];
    }>();
    expect(done.requests.find(({ id }) => id === request!.id)).toMatchObject({
      person: { name: '' },
      words: '',
    });
  });

  it('beyond its term is listed for the officer, masked, and blanked one by one', async () => {
    const [first] = (await owner.get('/api/enterprises')).json<{ rows: { id: string }[] }>().rows;
    const [{ id } = { id: '' }] = (await owner.get(`/api/enterprises/${first!.id}/contacts`))
      .json<ContactList>()
      .contacts.filter(({ kind }) => kind === 'LEGAL_REPRESENTATIVE');
    const endOn = (day: string) =>
      sql(`update contact set entered_on = '2020-01-01', ended_on = $2::date where id = $1`, [
        id,
        day,
      ]);
    const expired = async () =>
      (await security.get(`${OFFICE}/expired`))
        .json<ExpiredData>()
        .expired.filter((one) => one.id === id);
    await endOn('2024-11-25');
    expect(await expired()).toEqual([]);
    const clear = () => security.post(`${OFFICE}/expired`, { kind: 'contact', id });
    expect((await clear()).json()).toMatchObject({ code: 'NOT_EXPIRED' });
    await endOn('2024-11-24');
    expect(await expired()).toMatchObject([
      { kind: 'contact', name: expect.stringMatching(/^演\*+$/) as string, dueOn: '2026-11-24' },
    ]);
    expect((await clear()).statusCode).toBe(200);
    expect(await expired()).toEqual([]);
    await sql(
      `update auth.data_request set answered_at = '2023-11-24 08:00+08' where state = 'DONE'`,
    );
    const { expired: rest } = (await security.get(`${OFFICE}/expired`)).json<ExpiredData>();
    const words = rest.filter(
      ({ kind, organisationKind }) => kind === 'request' && organisationKind === 'ENTERPRISE',
    );
    expect(words).toMatchObject([{ organisationKind: 'ENTERPRISE', dueOn: '2026-11-24' }]);
    await security.post(`${OFFICE}/expired`, { kind: 'request', id: words[0]!.id });
    expect((await mine(owner)).requests).toMatchObject([{ state: 'DONE', words: '', answer: '' }]);
    const audit = await test.as('AUDIT_OFFICER');
    expect((await audit.get(`${OFFICE}/expired`)).statusCode).toBe(200);
    expect((await audit.post(`${OFFICE}/expired`, { kind: 'contact', id })).statusCode).toBe(403);
  });
});
