import { afterAll, beforeAll, expect, it } from 'vitest';
import { completeCreditCode, type Contact, type ContactList } from '@ludao/contracts';
import { readWholeSheet } from '../../platform/excel/index.ts';
import {
  describeOnDemonstration,
  openTestApp,
  type Client,
  type TestApp,
} from '../../testing-app.ts';

const NAME = '欧阳测试';
const PHONE = '13812345678';
const FORM = { kind: 'EMERGENCY', name: NAME, phone: '138 1234-5678', jobTitle: '厂长' };
const LOOK = { reason: 'INSPECTION', words: '约定现场检查时间' };

describeOnDemonstration('contacts', (database) => {
  let test: TestApp;
  let officer: Client;
  let owner: Client;
  let manager: Client;
  /** An enterprise in the manager's park; its owner has an account. */
  let url: string;
  let enterprise: string;
  beforeAll(async () => {
    test = await openTestApp(database());
    officer = await test.as('APPROVAL_OFFICER');
    owner = await test.as('ENTERPRISE_OWNER');
    manager = await test.as('PARK_MANAGER');
    enterprise = (await owner.get('/api/enterprises')).json<{ rows: { id: string }[] }>().rows[0]!
      .id;
    url = `/api/enterprises/${enterprise}/contacts`;
  });
  afterAll(() => test.close());

  const sql = <Row>(text: string, params: readonly unknown[] = []) =>
    database().transaction((tx) => tx.query<Row>(text, params));
  const enter = async (client = officer, changes: object = {}) =>
    (await client.post(url, { ...FORM, ...changes })).json<Contact>();
  const listed = async (client = officer) => (await client.get(url)).json<ContactList>();

  it('are masked for everybody, and no answer but a reveal holds the whole of it', async () => {
    const entered = await officer.post(url, FORM);
    const { id, ...contact } = entered.json<Contact>();
    expect(contact).toMatchObject({ name: '欧阳**', phone: '138****5678', jobTitle: '厂长' });
    for (const client of [officer, owner, manager, await test.as('GOV_OFFICER')]) {
      const answer = await client.get(url);
      expect(answer.json<ContactList>().contacts.map((one) => one.id)).toContain(id);
      expect(answer.body).not.toMatch(new RegExp(`${NAME}|${PHONE}`));
    }
    const timeline = await officer.get(`/api/enterprises/${enterprise}/timeline`);
    expect(timeline.body).toContain('contact.entered');
    expect(timeline.body).not.toMatch(new RegExp(`${NAME}|${PHONE}`));
  });

  it('are shown whole for a reason, which the security log keeps with who and whom', async () => {
    const { id } = await enter();
    const shown = await officer.post(`/api/contacts/${id}/reveal`, LOOK);
    expect(shown.json()).toMatchObject({ name: NAME, phone: PHONE });
    const [line] = await sql<{ kind: string; name: string; detail: string; title: string }>(
      `select e.kind, p.name, e.detail, o.title from auth.security_event e
         join person p on p.id = e.person_id join post o on o.id = e.office
       where e.subject = $1`,
      [id],
    );
    expect(line).toMatchObject({ kind: 'REVEALED', name: '演示审批人员', title: '审批人员' });
    expect(JSON.parse(line!.detail)).toEqual({ as: 'contact', ...LOOK });
  });

  it('stay masked without a reason in words, without the right, and out of reach', async () => {
    const { id } = await enter();
    const look = `/api/contacts/${id}/reveal`;
    expect((await officer.post(look, { reason: 'CASE', words: ' ' })).statusCode).toBe(400);
    expect((await (await test.as('GOV_OFFICER')).post(look, LOOK)).statusCode).toBe(403);
    const [foreign] = await sql<{ id: string }>(
      `select id from contact where district_code = '330602' limit 1`,
    );
    const elsewhere = await officer.post(`/api/contacts/${foreign!.id}/reveal`, LOOK);
    expect(elsewhere.json()).toMatchObject({ code: 'NOT_FOUND' });
    const lines = await sql(`select from auth.security_event where subject = any ($1::uuid[])`, [
      [id, foreign!.id],
    ]);
    expect(lines).toHaveLength(0);
  });

  it('are not shown whole more often in an hour than is allowed, also by many calls at once', async () => {
    const { id } = await enter();
    const inspector = await test.as('INSPECTOR');
    const look = () => inspector.post(`/api/contacts/${id}/reveal`, LOOK);
    await Promise.all(Array.from({ length: 28 }, look));
    const last = await Promise.all(Array.from({ length: 4 }, look));
    expect(last.filter(({ statusCode }) => statusCode === 200)).toHaveLength(2);
    expect((await look()).json()).toMatchObject({ code: 'REVEAL_LIMIT', params: { limit: 30 } });
    const beyond = await sql(
      `select from auth.security_event where subject = $1 and kind = 'REVEAL_LIMIT'`,
      [id],
    );
    expect(beyond).toHaveLength(3);
    test.setTime('2026-11-25T10:01:00+08:00');
    await inspector.signIn('zhifa', 'yanshi-2026');
    expect((await look()).statusCode).toBe(200);
  });

  it('are changed field by field without anybody having to see the rest, never twice at once', async () => {
    test.setTime('2026-11-25T09:00:00+08:00');
    const { id } = await enter();
    const change = (client: Client, body: object) => client.post(`/api/contacts/${id}`, body);
    const first = await change(owner, { version: 1, phone: '0575-85123456' });
    expect(first.json()).toMatchObject({ name: '欧阳**', phone: '0575-****3456', version: 2 });
    const second = await change(officer, { version: 1, phone: '13900000000' });
    expect(second.json()).toMatchObject({ status: 409, code: 'CONTACT_CHANGED' });
    const [stored] = await sql('select name, phone from contact where id = $1', [id]);
    expect(stored).toEqual({ name: NAME, phone: '0575-85123456' });
    const [event] = await sql<{ body: string }>(
      `select body from event where type = 'contact.changed' order by position desc limit 1`,
    );
    expect(JSON.parse(event!.body)).toEqual({ contact: id, kind: 'EMERGENCY', fields: ['phone'] });
  });

  it.each([
    ['PHONE_FORM', { phone: '85123456' }],
    ['CONTACT_MASKED', { phone: '138****5678' }],
    ['CONTACT_MASKED', { name: '张*' }],
    ['CONTACT_NAME_MARKUP', { name: '<b>张三</b>' }],
    ['CONTACT_TITLE_MARKUP', { jobTitle: '<i>' }],
  ])('refuse with %s what is no contact: %o', async (code, changes) => {
    const answer = await officer.post(url, { ...FORM, ...changes });
    expect(answer.json()).toMatchObject({ status: 422, code });
  });

  it('end, and are blanked on request with the reason, while the log stays whole', async () => {
    const ended = await enter(owner);
    expect((await owner.post(`/api/contacts/${ended.id}/end`, { version: 1 })).statusCode).toBe(
      200,
    );
    const again = await owner.post(`/api/contacts/${ended.id}`, { version: 2, name: '李四' });
    expect(again.json()).toMatchObject({ code: 'CONTACT_ENDED' });
    const erased = await enter(manager);
    const reason = '本人来函要求删除';
    await manager.post(`/api/contacts/${erased.id}/erasure`, { version: 1, reason });
    const rest = (await listed()).contacts.map(({ id }) => id);
    expect(rest).not.toContain(ended.id);
    expect(rest).not.toContain(erased.id);
    const [row] = await sql('select name, phone, job_title from contact where id = $1', [
      erased.id,
    ]);
    expect(row).toEqual({ name: '', phone: null, job_title: '' });
    const [line] = await sql<{ detail: string }>(
      `select detail from auth.security_event where subject = $1 and kind = 'ERASED'`,
      [erased.id],
    );
    expect(JSON.parse(line!.detail)).toEqual({ as: 'contact', words: reason });
  });

  it('move with the enterprise: the park it has left sees them no longer', async () => {
    const form = {
      name: '演示搬迁有限公司',
      creditCode: completeCreditCode('91330603CNT000001'),
      industries: ['2926'],
    };
    const [park] = (await manager.get('/api/parks')).json<{ rows: { id: string }[] }>().rows;
    const place = { districtCode: '330603', parkId: park!.id };
    const made = await officer.post('/api/enterprises', { ...form, ...place });
    const { id } = made.json<{ id: string }>();
    const contacts = `/api/enterprises/${id}/contacts`;
    const contact = (await officer.post(contacts, FORM)).json<Contact>();
    expect((await manager.get(contacts)).json<ContactList>().contacts).toHaveLength(1);
    const left = { ...form, districtCode: '330603', parkId: null, version: 1 };
    expect((await officer.post(`/api/enterprises/${id}`, left)).statusCode).toBe(200);
    expect((await manager.get(contacts)).statusCode).toBe(404);
    expect((await manager.post(`/api/contacts/${contact.id}/reveal`, LOOK)).statusCode).toBe(404);
    expect((await officer.post(`/api/contacts/${contact.id}/reveal`, LOOK)).statusCode).toBe(200);
  });

  it('of a park are kept by its manager and the bureau', async () => {
    const [park] = (await manager.get('/api/parks')).json<{ rows: { id: string }[] }>().rows;
    const contacts = `/api/parks/${park!.id}/contacts`;
    expect((await manager.post(contacts, FORM)).statusCode).toBe(200);
    const list = (await (await test.as('PARK_CHIEF')).get(contacts)).json<ContactList>();
    expect(list.may).toEqual({ update: false, reveal: true });
    expect(list.contacts.length).toBeGreaterThan(1);
    expect((await owner.get(contacts)).statusCode).toBe(404);
  });

  it('leave in an Excel list masked only', async () => {
    await sql(
      `update contact set name = '王测试', phone = '13799998888' where enterprise_id = $1 and kind = 'ENVIRONMENT_LEAD'`,
      [enterprise],
    );
    const answer = await officer.get('/api/enterprises/export');
    const sheet = await readWholeSheet(answer.rawPayload, {
      columns: [
        { key: 'contact', zh: '联系人（已脱敏）' },
        { key: 'phone', zh: '联系电话（已脱敏）' },
      ],
    });
    if (!sheet.ok) throw new Error('the export is no workbook');
    const rows = sheet.rows.map(({ values }) => values);
    expect(rows).toContainEqual({ contact: '王**（环保负责人）', phone: '137****8888' });
    expect(JSON.stringify(rows)).not.toContain('13799998888');
  });
});
