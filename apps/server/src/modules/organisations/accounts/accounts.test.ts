import type {
  AccountList,
  AppointmentList,
  PostDetail,
  PostList,
  SecurityLog,
} from '@ludao/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../../../demo/words.ts';
import { readWholeSheet } from '../../../platform/excel/index.ts';
import {
  FIRST_MOMENT,
  describeOnDemonstration,
  openTestApp,
  type Client,
  type TestApp,
} from '../../../testing-app.ts';
import { trimSecurityLog } from '../security-log/service.ts';

const REASON = '本人申请，电话核实';

describeOnDemonstration('the accounts of the platform', (database) => {
  let test: TestApp;
  let system: Client;
  let security: Client;
  let audit: Client;
  beforeAll(async () => {
    test = await openTestApp(database());
    system = await test.as('SYSTEM_OFFICER');
    security = await test.as('SECURITY_OFFICER');
    audit = await test.as('AUDIT_OFFICER');
  });
  afterAll(() => test.close());

  const accountOf = async (name: string) =>
    (await system.get(`/api/accounts?q=${name}`)).json<AccountList>().rows[0]!;
  const lock = (by: Client, id: string, act: string) =>
    by.post(`/api/accounts/${id}/lock`, { act, reason: REASON });
  const change = (id: string, act: string) =>
    system.post(`/api/accounts/${id}`, { act, reason: REASON });
  let town = '';

  it('leave as Excel, as their lists show them, and so do houses, people, links and the log', async () => {
    const owner = await test.as('ENTERPRISE_OWNER');
    const manager = await test.as('PARK_MANAGER');
    const lists = [
      [system, '/api/organisations', '机构名称', '?kind=TOWN'],
      [system, '/api/accounts', '用户名', '?q=yanshi'],
      [security, '/api/appointments', '岗位名称', ''],
      [audit, '/api/security-log', '事项', '?kind=SIGNED_IN'],
      [manager, '/api/posts', '岗位名称', ''],
      [manager, '/api/people', '姓名', '?sort=-name'],
      [owner, '/api/delegations', '受托机构', ''],
      [security, '/api/personal-data/requests', '申请事项', '?state=OPEN'],
    ] as const;
    for (const [client, url, heading, query] of lists) {
      const list = (await client.get(`${url}${query}`)).json<Record<string, unknown[]>>();
      const exported = (await client.get(`${url}/export${query}`)).rawPayload;
      const sheet = await readWholeSheet(exported, { columns: [{ key: 'cell', zh: heading }] });
      if (!sheet.ok) throw new Error(`${url}: no workbook`);
      expect(sheet.rows, url).toHaveLength((list['rows'] ?? list['requests'])!.length);
    }
    const officer = await test.as('APPROVAL_OFFICER');
    for (const [, url] of lists) {
      expect((await officer.get(`${url}/export`)).statusCode, url).toBe(403);
    }
  });

  it('begin with an organisation, as its kind asks', async () => {
    const enter = (form: object) =>
      system.post('/api/organisations', { name: '演示孙端街道', districtCode: '330602', ...form });
    const refusals = [
      [{ kind: 'ENTERPRISE' }, 'ENTERPRISE_ELSEWHERE'],
      [{ kind: 'COUNTY_EEB' }, 'TERRITORY_MISSING'],
      [{ kind: 'TOWN', territory: ['330602'] }, 'TERRITORY_NOT_HERE'],
      [{ kind: 'TOWN', districtCode: '110101' }, 'DISTRICT_UNKNOWN'],
      [{ kind: 'THIRD_PARTY_ORG' }, 'CREDIT_CODE_MISSING'],
      [{ kind: 'LANDLORD', creditCode: '91330602MA0000000X' }, 'CREDIT_CODE_CHECK_DIGIT'],
    ] as const;
    for (const [form, code] of refusals) {
      expect((await enter(form)).json(), code).toMatchObject({ code, status: 422 });
    }
    town = (await enter({ kind: 'TOWN' })).json<{ id: string }>().id;
    const found = await system.get(`/api/organisations?kind=TOWN&district=330602&sort=-people`);
    expect(found.json()).toMatchObject({
      total: 2,
      rows: expect.arrayContaining([expect.objectContaining({ id: town, people: 0, version: 1 })]),
    });
    const renamed = { name: '演示孙端镇', districtCode: '330602', version: 1 };
    expect((await system.post(`/api/organisations/${town}`, renamed)).statusCode).toBe(200);
    expect((await system.post(`/api/organisations/${town}`, renamed)).json()).toMatchObject({
      code: 'ORGANISATION_CHANGED',
    });
    for (const other of [security, audit, await test.as('BUREAU_HEAD')]) {
      expect((await other.get('/api/organisations')).statusCode).toBe(403);
    }
  });

  it('come with an initial password that opens nothing but its own change', async () => {
    const form = { organisationId: town, name: '演示街道新人', signInName: 'xinren' };
    const made = await system.post('/api/accounts', { ...form, phone: '13900000001' });
    const { id, password } = made.json<{ id: string; password: string }>();
    expect(password).toMatch(/^(\w{4}-){3}\w{4}$/);
    expect((await system.post('/api/accounts', form)).json()).toMatchObject({
      code: 'SIGN_IN_NAME_TAKEN',
    });
    const twice = { ...form, signInName: 'xinren2', phone: '13900000001' };
    expect((await system.post('/api/accounts', twice)).json()).toMatchObject({
      code: 'PHONE_TAKEN',
    });
    expect((await system.get('/api/accounts?q=xinren')).body).not.toContain(password);

    const client = test.visitor();
    expect((await client.signIn('13900000001', password)).json()).toMatchObject({
      passwordDue: true,
    });
    expect((await client.get('/api/absences')).json()).toMatchObject({ code: 'PASSWORD_DUE' });
    const next = (words: string, now = password) =>
      client.post('/api/session/password', { password: now, next: words });
    const refused = [
      ['Kurz-1', 'PASSWORD_SHORT'],
      ['langgenugaber', 'PASSWORD_SIMPLE'],
      ['xinren-2026-X', 'PASSWORD_OF_NAME'],
      [password, 'PASSWORD_SAME'],
    ] as const;
    for (const [words, code] of refused) {
      expect((await next(words)).json(), words).toMatchObject({ code });
    }
    expect((await next('Lan-ting-2026', 'wrong')).json()).toMatchObject({ code: 'PASSWORD_WRONG' });
    const second = test.visitor();
    await second.signIn('xinren', password);
    expect((await next('Lan-ting-2026')).statusCode).toBe(200);
    expect((await second.get('/api/session')).statusCode).toBe(401);
    expect((await client.get('/api/absences')).statusCode).toBe(200);
    expect(await accountOf('xinren')).toMatchObject({ id, state: 'ACTIVE', posts: [] });
  });

  it('get a right only when the security officer confirmed what the system officer put forward', async () => {
    const { id: personId } = await accountOf('xinren');
    const { parks } = (await system.get(`/api/posts/choices?org=${town}`)).json<{
      parks: { id: string }[];
    }>();
    const post = { organisationId: town, role: 'PARK_CHIEF', title: '演示园区长' };
    const made = await system.post('/api/posts', { ...post, parkId: parks[0]!.id });
    const { id } = made.json<{ id: string }>();
    const appoint = () =>
      system.post(`/api/posts/${id}/holdings`, {
        version: 1,
        part: 'A',
        personId,
        from: '2026-11-25',
      });
    expect((await appoint()).json()).toEqual({ outcome: 'waiting' });
    const chief = test.visitor();
    await chief.signIn('xinren', 'Lan-ting-2026');
    expect((await chief.get('/api/parks')).statusCode).toBe(403);
    expect((await system.get(`/api/posts/${id}`)).json()).toMatchObject({
      state: 'VACANT',
      waiting: [{ person: { name: '演示街道新人' } }],
      may: { confirmed: true },
    });
    const waiting = (await security.get('/api/appointments?state=WAITING')).json<AppointmentList>();
    expect(waiting.rows).toMatchObject([
      { post: '演示园区长', person: '演示街道新人', may: { decide: true } },
    ]);
    const decide = (by: Client) =>
      by.post(`/api/appointments/${waiting.rows[0]!.id}/decision`, { decision: 'confirm' });
    expect((await decide(system)).statusCode).toBe(403);
    // It was put forward yesterday: it counts from today.
    test.setTime('2026-11-26T09:00:00+08:00');
    security = await signInAgain('SECURITY_OFFICER');
    expect((await decide(security)).statusCode).toBe(200);
    expect((await decide(security)).json()).toMatchObject({ code: 'APPOINTMENT_DECIDED' });
    await chief.signIn('xinren', 'Lan-ting-2026');
    expect((await chief.get('/api/parks')).json()).toMatchObject({ total: 1 });
    system = await signInAgain('SYSTEM_OFFICER');
    expect((await system.get(`/api/posts/${id}`)).json<PostDetail>().holdings).toMatchObject([
      { from: '2026-11-26', person: { id: personId } },
    ]);
  });

  it('let nobody be two of the three officers, on the screen or past it', async () => {
    const { rows } = (await system.get('/api/posts?role=AUDIT_OFFICER')).json<PostList>();
    const { id, version } = (await system.get(`/api/posts/${rows[0]!.id}`)).json<PostDetail>();
    const { id: personId } = await accountOf('anquan');
    const wish = { version, part: 'B', personId, from: '2026-11-26' };
    expect((await system.post(`/api/posts/${id}/holdings`, wish)).json()).toMatchObject({
      code: 'TWO_OFFICERS',
    });
    await expect(
      database().transaction((tx) =>
        tx.query(
          `insert into post_holding (id, owner_org, district_code, post_id, person_id, part, valid_from)
           select gen_random_uuid(), owner_org, district_code, id, $2, 'B', '2026-11-26'
           from post where id = $1`,
          [id, personId],
        ),
      ),
    ).rejects.toThrow('two of the three');
  });

  it('end at once when disabled, and come back only by the system officer', async () => {
    const officer = await signInAgain('INSPECTOR');
    expect((await officer.get('/api/session')).statusCode).toBe(200);
    const { id } = await accountOf('zhifa');
    expect((await lock(system, id, 'disable')).statusCode).toBe(200);
    expect((await officer.get('/api/session')).statusCode).toBe(401);
    expect((await officer.signIn('zhifa', DEMO_PASSWORD)).json()).toMatchObject({
      code: 'SIGN_IN_FAILED',
    });
    expect((await lock(security, id, 'disable')).json()).toMatchObject({
      code: 'ACCOUNT_STATE',
      params: { state: 'DISABLED' },
    });
    expect((await lock(security, id, 'enable')).statusCode).toBe(400);
    expect((await change(id, 'enable')).statusCode).toBe(200);
    const reset = (await change(id, 'reset_password')).json<{ password: string }>();
    expect((await officer.signIn('zhifa', reset.password)).json()).toMatchObject({
      passwordDue: true,
    });
    for (let attempt = 0; attempt < 5; attempt++) await officer.signIn('zhifa', 'wrong');
    expect((await accountOf('zhifa')).state).toBe('LOCKED');
    expect((await lock(security, id, 'unlock')).statusCode).toBe(200);
    expect((await officer.signIn('zhifa', reset.password)).statusCode).toBe(200);
  });

  it('of the three officers are out of each other’s hands', async () => {
    const ids: Record<string, string> = {};
    for (const name of ['xitong', 'anquan', 'shenji']) ids[name] = (await accountOf(name)).id;
    for (const name of ['xitong', 'anquan', 'shenji']) {
      expect((await change(ids[name]!, 'reset_password')).json()).toMatchObject({
        code: 'OFFICERS_ACCOUNT',
      });
      expect((await lock(system, ids[name]!, 'disable')).statusCode).toBe(403);
    }
    expect((await lock(security, ids['anquan']!, 'disable')).statusCode).toBe(403);
    audit = await signInAgain('AUDIT_OFFICER');
    expect((await lock(audit, ids['xitong']!, 'disable')).statusCode).toBe(403);
  });

  it('leave traces in the security log, which security and audit read and nobody takes home', async () => {
    const read = async (query: string, by = audit) =>
      (await by.get(`/api/security-log?${query}`)).json<SecurityLog>();
    expect((await read('kind=ACCOUNT_DISABLED')).rows).toMatchObject([
      { person: '演示系统管理员', subject: '演示执法人员', detail: REASON },
    ]);
    const confirmed = await read('kind=APPOINTMENT_CONFIRMED', security);
    expect(confirmed.rows).toMatchObject([
      { person: '演示安全管理员', subject: '演示街道新人', detail: '演示园区长' },
    ]);
    const ofDay = await read('from=2026-11-26&to=2026-11-26&q=xinren&sort=at');
    expect(ofDay.total).toBe(3);
    expect((await read('to=2026-11-24')).total).toBe(0);
    expect((await system.get('/api/security-log')).statusCode).toBe(403);
    const all = (await read('')).total;
    expect(await trimSecurityLog(database(), 6, new Date('2027-05-25T09:00:00+08:00'))).toBe(0);
    expect(await trimSecurityLog(database(), 6, new Date('2028-01-01T09:00:00+08:00'))).toBe(all);
    test.setTime('2026-11-26T09:00:00+08:00');
    expect((await read('')).rows).toMatchObject([{ kind: 'LOG_TRIMMED', detail: String(all) }]);
  });

  async function signInAgain(role: Parameters<TestApp['as']>[0]): Promise<Client> {
    await database().transaction((tx) =>
      tx.query(`update auth.account set second_factor = null, second_factor_confirmed_at = null`),
    );
    return test.as(role);
  }
});

describeOnDemonstration('a delegation', (database) => {
  let test: TestApp;
  beforeAll(async () => void (test = await openTestApp(database())));
  afterAll(() => test.close());

  it('is given by the owner to an agency, and ends the very second the owner says so', async () => {
    const owner = await test.as('ENTERPRISE_OWNER');
    const steward = await test.as('STEWARD');
    const { agencies } = (await owner.get('/api/delegations/agencies')).json<{
      agencies: { id: string; name: string }[];
    }>();
    expect(agencies).toHaveLength(2);
    const list = async (by: Client) =>
      (await by.get('/api/delegations')).json<{
        rows: { id: string; to: { id: string; name: string }; state: string }[];
      }>().rows;
    const [running] = await list(owner);
    expect(running).toMatchObject({ state: 'RUNNING', may: { end: true } });
    const give = (to: string, endsAt: string) => owner.post('/api/delegations', { to, endsAt });
    const agency = running!.to.id;
    expect((await give(agency, '2027-01-01T00:00:00+08:00')).json()).toMatchObject({
      code: 'DELEGATION_RUNS',
    });
    expect(await list(steward)).toHaveLength(5);
    expect((await steward.post(`/api/delegations/${running!.id}/end`, {})).statusCode).toBe(403);

    const firms = async () =>
      (await steward.get('/api/enterprises')).json<{ total: number }>().total;
    expect(await firms()).toBe(5);
    test.setTime('2026-11-25T09:00:01+08:00');
    expect((await owner.post(`/api/delegations/${running!.id}/end`, {})).statusCode).toBe(200);
    expect(await firms()).toBe(5 - 1);
    expect(await list(steward)).toHaveLength(4);
    expect((await owner.post(`/api/delegations/${running!.id}/end`, {})).json()).toMatchObject({
      code: 'DELEGATION_ENDED',
    });

    const other = agencies.find(({ id }) => id !== agency)!;
    for (const [endsAt, code] of [
      ['2026-11-25T08:59:59+08:00', 'DELEGATION_PAST'],
      ['2028-01-01T00:00:00+08:00', 'DELEGATION_TOO_LONG'],
    ]) {
      expect((await give(other.id, endsAt!)).json()).toMatchObject({ code });
    }
    const foreign = (await owner.get('/api/session')).json<{
      posts: { organisation: { id: string } }[];
    }>();
    const notOne = await give(foreign.posts[0]!.organisation.id, '2027-01-01T00:00:00+08:00');
    expect(notOne.json()).toMatchObject({ code: 'AGENCY_UNKNOWN' });
    expect((await give(agency, '2026-11-25T09:00:03+08:00')).statusCode).toBe(200);
    expect(await firms()).toBe(5);
    test.setTime('2026-11-25T09:00:03+08:00');
    expect(await firms()).toBe(4);
    expect((await list(owner)).map(({ state }) => state)).toEqual(['ENDED', 'ENDED']);
    test.setTime(FIRST_MOMENT);
  });
});
