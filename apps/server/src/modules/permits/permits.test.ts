import type {
  ApplicationKind,
  DocumentView,
  EnterpriseList,
  Inbox,
  NotificationList,
  ParkList,
  PermitContent,
  PermitList,
  PermitView,
  TaskList,
} from '@ludao/contracts';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnDatabase } from '../../platform/testing.ts';
import { openTestApp, type Client, type TestApp } from '../../testing-app.ts';
import { enterHistoricalPermit, permitInForce, permitOfPark } from './index.ts';
import { aContent, anOutlet } from './testing.ts';

const ADOPTED = {
  district: '330603',
  sourceTitle: '演示：柯桥区启用平台办理排污许可',
  sourceNo: '演示柯环发〔2026〕9号',
  issuer: '演示柯桥分局',
  layer: 'MUNICIPAL_NORMATIVE',
  confidence: 'verified',
  effectiveFrom: '2026-12-01',
};

describeOnDatabase('a discharge permit', (database) => {
  let test: TestApp;
  let owner: Client;
  let steward: Client;
  let officer: Client;
  let head: Client;
  let firms: EnterpriseList['rows'];
  beforeAll(async () => {
    test = await openTestApp(database());
    owner = await test.as('ENTERPRISE_OWNER');
    await signIn();
    const own = (await owner.get('/api/enterprises')).json<EnterpriseList>().rows[0]!;
    const { rows } = (await steward.get('/api/enterprises')).json<EnterpriseList>();
    firms = [own, ...rows.filter(({ id }) => id !== own.id)];
  });
  afterAll(() => test.close());

  const signIn = async () => {
    steward = await test.as('STEWARD');
    officer = await test.as('APPROVAL_OFFICER');
    head = await test.as('BUREAU_HEAD');
  };
  /** Sessions have ended by then. */
  const moveTo = (instant: string) => {
    test.setTime(instant);
    return signIn();
  };
  const allowed = (answer: LightMyRequestResponse): LightMyRequestResponse => {
    expect(answer.statusCode, answer.body).toBe(200);
    return answer;
  };
  const codeOf = (answer: LightMyRequestResponse) => answer.json<{ code: string }>().code;
  const open = async (client: Client, kind: ApplicationKind, more: object = {}) =>
    allowed(
      await client.post('/api/permits', {
        holder: { kind: 'enterprise', id: firms[0]!.id },
        kind,
        category: 'KEY',
        content: aContent(),
        ...more,
      }),
    ).json<{ id: string; application: string }>();
  const view = async (client: Client, id: string, on = '') =>
    allowed(await client.get(`/api/permits/${id}${on && `?on=${on}`}`)).json<PermitView>();
  const last = async (client: Client, id: string) => (await view(client, id)).applications[0]!;
  const ask = async (client: Client, id: string, way: string, body: object) => {
    const { id: application, version } = await last(client, id);
    const url = `/api/permit-applications/${application}${way && `/${way}`}`;
    return client.post(url, { version, ...body });
  };
  const apply = (client: Client, id: string, step: string, more: object = {}) =>
    ask(client, id, '', { step, ...more });
  const handle = (id: string, step: string, more: object = {}) =>
    ask(officer, id, 'handling', { step, ...more });
  const decide = (id: string, outcome = 'GRANT') => {
    const said = { reasons: '符合条件', law: '排污许可管理条例第十一条' };
    return ask(head, id, 'decision', { step: 'decide', outcome, ...said });
  };
  const propose = (id: string, outcome = 'GRANT') =>
    handle(id, 'propose', { outcome, reasons: '符合条件', law: '排污许可管理条例第十一条' });
  const said = (content: PermitContent = aContent()) => ({ category: 'KEY', content });
  const inbox = async (client: Client) =>
    (await client.get('/api/inbox')).json<Inbox>().rows.map(({ kind, to }) => `${kind.code} ${to}`);
  const enter = async (entry: object) => {
    const answer = await officer.post('/api/rulebook/entries', { ...ADOPTED, ...entry });
    const { id } = allowed(answer).json<{ id: string }>();
    allowed(await head.post(`/api/rulebook/entries/${id}/decision`, { decision: 'approve' }));
  };
  const historical = (firm: number, validTo: string, kilograms = 1) =>
    database().transaction(async (tx) => {
      const entered = await enterHistoricalPermit(
        tx,
        {
          holder: { kind: 'enterprise', id: firms[firm]!.id },
          category: 'KEY',
          content: aContent({ amounts: [{ pollutant: 'VOCS', gramsPerYear: kilograms * 1000 }] }),
          number: `${firms[firm]!.creditCode}001P`,
          validFrom: '2022-01-01',
          validTo,
        },
        { actor: 'system:test', office: null, now: test.now(), causeId: 'test' },
      );
      if ('refused' in entered) throw new Error(entered.refused);
      return entered.id;
    });

  it('is applied for, asked about once, accepted, checked on site, decided by another, and in force with the official number', async () => {
    const { id } = await open(owner, 'NEW', { content: aContent({ ledger: [] }) });
    expect((await officer.get(`/api/permits/${id}`)).statusCode).toBe(404);
    expect((await apply(owner, id, 'submit')).json()).toMatchObject({
      code: 'PERMIT_FIELD_EMPTY',
      params: { field: 'ledger' },
    });
    allowed(await apply(owner, id, 'save', said()));
    const submitted = allowed(await apply(owner, id, 'submit')).json<PermitView>();
    expect(submitted).toMatchObject({ state: 'APPLIED', applications: [{ state: 'SUBMITTED' }] });
    expect(submitted.applications[0]!.proposal?.floor).toBeDefined();
    expect(await inbox(officer)).toContain(`permits.handle /permits/${id}`);

    const items = ['缺少自行监测方案', '缺少总量指标来源'];
    allowed(await handle(id, 'ask', { items }));
    expect(await last(owner, id)).toMatchObject({ state: 'INCOMPLETE', asked: { items } });
    expect(await inbox(owner)).toContain(`permits.supplement /permits/${id}`);
    const { rows } = (await owner.get('/api/notifications')).json<NotificationList>();
    expect(rows[0]).toMatchObject({ kind: 'PERMIT_INCOMPLETE', params: { count: 2 } });
    allowed(await apply(owner, id, 'supplement', said()));
    expect(codeOf(await handle(id, 'ask', { items }))).toBe('ASKED_ONCE');

    const accepted = allowed(await handle(id, 'accept')).json<PermitView>().applications[0]!;
    expect(accepted).toMatchObject({ acceptedOn: '2026-11-25', deemed: false });
    expect(accepted.clocks.at(-1)).toMatchObject({ clock: 'C16', dueOn: '2026-12-25' });
    const checked = allowed(
      await handle(id, 'checkSite', { on: '2026-11-25', words: '设施与申请一致' }),
    ).json<PermitView>().applications[0]!;
    expect(checked.clocks.at(-1)).toMatchObject({ dueOn: '2027-01-09', cancelled: false });

    allowed(await propose(id));
    expect((await last(owner, id)).proposed).toBeNull();
    expect(
      (await ask(officer, id, 'decision', { step: 'return', reasons: '再看' })).statusCode,
    ).toBe(403);
    expect(await inbox(head)).toContain(`permits.decide /permits/${id}`);
    allowed(await ask(head, id, 'decision', { step: 'return', reasons: '补充核查记录' }));
    expect(await last(officer, id)).toMatchObject({ state: 'ACCEPTED', returned: '补充核查记录' });
    allowed(await propose(id));
    const granted = allowed(await decide(id)).json<PermitView>().applications[0]!;
    expect(granted).toMatchObject({
      state: 'TO_RECORD',
      record: { mode: 'FRONT', system: '全国排污许可证管理信息平台', number: null },
    });
    expect((await view(owner, id)).state).toBe('APPLIED');
    const wrong = { number: `${firms[1]!.creditCode}001P`, on: '2026-11-25' };
    expect(codeOf(await handle(id, 'record', wrong))).toBe('PERMIT_NUMBER_OF_ANOTHER');
    const number = `${firms[0]!.creditCode}001P`;
    const done = allowed(
      await handle(id, 'record', { number, on: '2026-11-25' }),
    ).json<PermitView>();
    expect(done).toMatchObject({
      state: 'IN_FORCE',
      number,
      validFrom: '2026-11-25',
      validTo: '2031-11-24',
      renewal: { dueOn: '2031-09-25', clock: { clock: 'C18', dueOn: '2031-09-25' } },
    });
    const inForce = await database().transaction((tx) =>
      permitInForce(tx, { enterpriseId: firms[0]!.id }, '2026-11-25'),
    );
    expect(inForce?.gramsPerYear.get('VOCS')).toBe(1_250_000n);
    const { entries } = allowed(await owner.get(`/api/permits/${id}/timeline`)).json<{
      entries: { type: string }[];
    }>();
    expect(entries[0]?.type).toBe('permit.in_force');
    expect(JSON.stringify(entries)).not.toContain('缺少自行监测方案');
  });

  it('is drafted as a notice for the officer, with what is missing in its fields', async () => {
    const { id } = await open(steward, 'NEW', { holder: { kind: 'enterprise', id: firms[1]!.id } });
    allowed(await apply(steward, id, 'submit'));
    allowed(await handle(id, 'ask', { items: ['缺少甲', '缺少乙'] }));
    const { id: application } = await last(officer, id);
    const paper = allowed(
      await officer.post(`/api/permit-applications/${application}/papers`, {
        kind: 'permit_incomplete_notice',
      }),
    ).json<{ id: string }>();
    const drafted = allowed(await officer.get(`/api/documents/${paper.id}`)).json<DocumentView>();
    expect(drafted).toMatchObject({ state: 'DRAFT', fields: { missing: '缺少甲\n缺少乙' } });
    allowed(await apply(steward, id, 'withdraw'));
    expect(await last(officer, id)).toMatchObject({ state: 'WITHDRAWN' });
    expect((await inbox(officer)).join()).not.toContain(id);
  });

  it('counts as accepted from its receipt when nobody asked within three days', async () => {
    await moveTo('2026-11-25T10:00:00+08:00');
    const { id } = await open(steward, 'NEW', {
      holder: { kind: 'enterprise', id: firms[1]!.id },
      category: 'KEY',
    });
    allowed(await apply(steward, id, 'submit'));
    test.setTime('2026-11-28T23:00:00+08:00');
    officer = await test.as('APPROVAL_OFFICER');
    expect(await last(officer, id)).toMatchObject({ deemed: false, acceptedOn: null });
    await moveTo('2026-11-29T00:30:00+08:00');
    expect(await last(officer, id)).toMatchObject({ deemed: true, acceptedOn: '2026-11-25' });
    expect(codeOf(await handle(id, 'ask', { items: ['太迟'] }))).toBe('PERMIT_DEEMED_ACCEPTED');
    const { clocks } = allowed(await handle(id, 'accept')).json<PermitView>().applications[0]!;
    expect(clocks).toMatchObject([
      { clock: 'C17', inTime: false },
      { clock: 'C16', startedOn: '2026-11-25', dueOn: '2026-12-25' },
    ]);
    allowed(await propose(id, 'REFUSE'));
    allowed(await decide(id, 'REFUSE'));
    const refused = await view(steward, id);
    expect(refused.state).toBe('NOT_GRANTED');
    const [{ id: application, ...end }] = refused.applications as [PermitView['applications'][0]];
    expect(end).toMatchObject({ state: 'REFUSED', decided: { outcome: 'REFUSE' } });
    const url = `/api/permit-applications/${application}/papers`;
    const paper = allowed(await officer.post(url, { kind: 'permit_refusal' })).json<{
      id: string;
    }>();
    expect(
      allowed(await officer.get(`/api/documents/${paper.id}`)).json<DocumentView>().fields,
    ).toMatchObject({
      basis: '排污许可管理条例第十一条',
    });
  });

  it('is held by a park only where the pilot is adopted, and says so', async () => {
    const manager = await test.as('PARK_MANAGER');
    const { rows } = (await manager.get('/api/parks')).json<ParkList>();
    const holder = { kind: 'park', id: rows[0]!.id };
    const { id } = await open(manager, 'NEW', { holder });
    allowed(await apply(manager, id, 'submit'));
    allowed(await handle(id, 'accept'));
    allowed(await propose(id));
    expect(codeOf(await decide(id))).toBe('PILOT_NOT_ADOPTED');
    await enter({
      topic: 'adoptions',
      entries: [
        {
          id: 'keqiao-2026-9',
          reliefs: ['park_eia_direct_entry'],
          adoptedBy: '演示柯桥区人民政府',
          documentNo: '演示政办发〔2026〕9号',
          title: '演示：柯桥区支持小微企业园区环保服务举措',
        },
      ],
    });
    await enter({
      topic: 'record-modes',
      entries: [
        {
          id: 'keqiao-permit',
          act: 'permit',
          jurisdiction: '330603',
          mode: 'record',
          system: '小微园区环保服务平台',
          address: '',
          from: '2026-12-01',
          basis: '演示柯环发〔2026〕9号',
        },
      ],
    });
    await moveTo('2026-12-01T09:00:00+08:00');
    const granted = allowed(await decide(id)).json<PermitView>();
    expect(granted).toMatchObject({ state: 'IN_FORCE', pilotBasis: true, validTo: '2031-11-30' });
    expect(granted.number).toMatch(/^[0-9A-Z]{18}001P$/);
    const ofPark = () =>
      database().transaction((tx) => permitOfPark(tx, { parkId: holder.id }, '2026-12-01'));
    expect(await ofPark()).toMatchObject({ number: granted.number });
    // Registered only, it limits nobody by an amount, and lifts no limit either.
    await database().transaction((tx) =>
      tx.query(`update permit_version set category = 'REGISTRATION' where number = $1`, [
        granted.number,
      ]),
    );
    expect(await ofPark()).toBeNull();
  });

  it('is a registration that takes effect by being filed, and is changed within twenty days', async () => {
    const firm = firms[2]!;
    const form = {
      holder: { kind: 'enterprise', id: firm.id },
      category: 'REGISTRATION',
      content: aContent({ outlets: [], amounts: [] }),
    };
    const begun = await open(steward, 'REGISTRATION', form);
    const registered = allowed(await apply(steward, begun.id, 'submit')).json<PermitView>();
    expect(registered).toMatchObject({ state: 'IN_FORCE', category: 'REGISTRATION' });
    expect(registered.number).toBe(`${firm.creditCode}001W`);
    test.setTime('2026-12-01T10:00:00+08:00');
    steward = await test.as('STEWARD');
    await open(steward, 'REGISTRATION_CHANGE', { ...form, changedOn: '2026-11-10' });
    const late = allowed(await apply(steward, begun.id, 'submit')).json<PermitView>();
    expect(late.applications[0]).toMatchObject({
      state: 'IN_FORCE',
      late: { dueOn: '2026-11-30' },
    });
    test.setTime('2026-12-01T11:00:00+08:00');
    steward = await test.as('STEWARD');
    await open(steward, 'REGISTRATION_CHANGE', { ...form, changedOn: '2026-11-11' });
    const inTime = allowed(await apply(steward, begun.id, 'submit')).json<PermitView>();
    expect(inTime.applications[0]!.late).toBeNull();
    expect(inTime).toMatchObject({ versionNo: 3, validTo: registered.validTo });
  });

  it('is renewed on the last day without being late, and a day after with being told so; its past stays readable', async () => {
    await moveTo('2026-12-02T09:00:00+08:00');
    // Sixty days before 31 January is 2 December.
    const id = await historical(3, '2027-01-31');
    const before = await view(steward, id);
    expect(before).toMatchObject({
      state: 'IN_FORCE',
      historical: true,
      renewal: { dueOn: '2026-12-02' },
    });
    const tasks = async (client: Client) =>
      (await client.get('/api/tasks')).json<TaskList>().tasks.map(({ key }) => key);
    expect(await tasks(steward)).toContain('permits.to_renew');
    expect(await tasks(officer)).toContain('permits.ending');
    const form = {
      holder: before.holder && { kind: 'enterprise', id: before.holder.id },
      content: aContent({ outlets: [anOutlet(), anOutlet({ code: 'DA002' })] }),
    };
    await open(steward, 'RENEWAL', form);
    allowed(await apply(steward, id, 'submit'));
    expect((await last(steward, id)).late).toBeNull();
    expect(await tasks(steward)).not.toContain('permits.to_renew');
    allowed(await apply(steward, id, 'withdraw'));
    await moveTo('2026-12-03T09:00:00+08:00');
    await open(steward, 'RENEWAL', form);
    allowed(await apply(steward, id, 'submit'));
    expect((await last(officer, id)).late).toMatchObject({ dueOn: '2026-12-02' });
    const { clocks } = allowed(await handle(id, 'accept')).json<PermitView>().applications[0]!;
    expect(clocks).toContainEqual(expect.objectContaining({ clock: 'C16', dueOn: '2026-12-23' }));
    allowed(await propose(id));
    allowed(await decide(id));
    const renewed = await view(steward, id, '2027-02-01');
    expect(renewed).toMatchObject({ validFrom: '2027-02-01', validTo: '2032-01-31', versionNo: 2 });
    expect(renewed.content?.outlets).toHaveLength(2);
    const past = await view(steward, id, '2026-12-03');
    expect(past).toMatchObject({ versionNo: 1, validTo: '2027-01-31' });
    expect(past.content?.outlets).toHaveLength(1);
    expect((await view(steward, id, '2021-12-31')).content).toBeNull();
  });

  it('is listed by what ends soon and what waits, and leaves as a workbook', async () => {
    const ending = await historical(4, '2027-02-20');
    const list = async (query: string) =>
      allowed(await officer.get(`/api/permits?size=200&${query}`))
        .json<PermitList>()
        .rows.map(({ id }) => id);
    expect(await list('ends=90')).toContain(ending);
    expect(await list('ends=10')).not.toContain(ending);
    expect(await list('category=REGISTRATION')).not.toContain(ending);
    expect(await list(`q=${firms[4]!.creditCode}`)).toEqual([ending]);
    expect(await list('waiting=office')).not.toContain(ending);
    const file = await officer.get('/api/permits/export');
    expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');
    const section = allowed(await officer.get(`/api/enterprises/${firms[4]!.id}/file`)).json<{
      sections: { key: string }[];
    }>().sections;
    expect(section.map(({ key }) => key)).toContain('permits');
  });
});
