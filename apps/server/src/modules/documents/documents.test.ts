import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type {
  DocumentList,
  DocumentView,
  EnterpriseList,
  IssuingOffices,
  OpenVolumes,
} from '@ludao/contracts';
import type { Database } from '../../platform/db.ts';
import { append } from '../../platform/event-log/index.ts';
import { describeOnEachDatabase } from '../../platform/testing.ts';
import { openTestApp, type Client, type TestApp } from '../../testing-app.ts';

/** As many documents more that stand where the first one stands. */
function copiesOf(database: Database, model: string, count: number): Promise<string[]> {
  return database.transaction(async (tx) => {
    const ids = Array.from({ length: count }, () => randomUUID());
    for (const table of ['document', 'document_act']) {
      const key = table === 'document' ? 'id' : 'document_id';
      await tx.query(
        `insert into ${table} select (jsonb_populate_record(d, jsonb_build_object('${key}', copy))).*
         from ${table} d, unnest($2::uuid[]) as copy where d.${key} = $1`,
        [model, ids],
      );
    }
    const events = ids.map((id) => ({
      stream: `document/${id}`,
      type: 'document.drafted',
      typeVersion: 1,
      body: {},
      ownerOrg: null,
      districtCode: null,
    }));
    await append(
      tx,
      { actor: 'system:test', actingFor: null, office: null, now: new Date(0) },
      events,
    );
    return ids;
  });
}

describeOnEachDatabase('a document of an office', (database) => {
  let test: TestApp;
  let drafter: Client;
  let reviewer: Client;
  let head: Client;
  let clerk: Client;
  let enterprise: string;
  let office: string;
  beforeAll(async () => {
    test = await openTestApp(database());
    drafter = await test.as('INSPECTOR');
    reviewer = await test.as('SECTION_CHIEF');
    head = await test.as('BUREAU_HEAD');
    clerk = await test.as('RECORDS_CLERK');
    const owner = await test.as('ENTERPRISE_OWNER');
    const { rows } = (await owner.get('/api/enterprises')).json<EnterpriseList>();
    enterprise = rows[0]!.id;
    const kinds = (await drafter.get('/api/document-kinds')).json<{ offices: { id: string }[] }>();
    office = kinds.offices[0]!.id;
  });
  afterAll(() => test.close());

  const fields = { matter: '演示设施检修', content: '一、请做好检修。\n二、请留存记录。' };
  const draft = async (more: object = {}) => {
    const body = {
      kind: 'notice',
      office,
      fields,
      volume: { title: '检修告知' },
      subject: { kind: 'enterprise', id: enterprise },
      ...more,
    };
    return (await drafter.post('/api/documents', body)).json<{ id: string }>().id;
  };
  const view = async (client: Client, id: string) =>
    (await client.get(`/api/documents/${id}`)).json<DocumentView>();
  const step = async (client: Client, id: string, way: string, body: object = {}) => {
    const { version } = await view(client, id);
    return client.post(`/api/documents/${id}${way && `/${way}`}`, { version, ...body });
  };
  const signedNotice = async () => {
    const id = await draft();
    await step(drafter, id, 'submission');
    await step(reviewer, id, 'review', { decision: 'approve' });
    expect((await step(head, id, 'signature', { decision: 'approve' })).statusCode).toBe(200);
    return id;
  };

  it('goes from desk to desk and takes its number when it is signed off', async () => {
    const id = await draft();
    expect((await view(drafter, id)).may.steps).toEqual(['change', 'submit', 'discard']);
    expect((await view(head, id)).may.steps).toEqual([]);
    expect((await step(head, id, 'signature', { decision: 'approve' })).json()).toMatchObject({
      code: 'DOCUMENT_NOT_THERE',
    });
    await step(drafter, id, 'submission');
    const back = await step(reviewer, id, 'review', { decision: 'return', reason: '缺少联系人' });
    expect(back.json()).toMatchObject({ state: 'DRAFT' });
    await step(drafter, id, '', { fields: { ...fields, content: '请做好检修。' } });
    await step(drafter, id, 'submission');
    await step(reviewer, id, 'review', { decision: 'approve' });
    const signed = (
      await step(head, id, 'signature', { decision: 'approve' })
    ).json<DocumentView>();
    expect(signed).toMatchObject({ state: 'NUMBERED', signedOn: '2026-11-25' });
    expect(signed.number).toMatch(/^演环柯桥告〔2026〕\d+号$/);
    expect(signed.paper.issuer).toBe('演示市生态环境局');
    expect(signed.acts.map(({ act }) => act)).toEqual([
      'DRAFTED',
      'SUBMITTED',
      'RETURNED',
      'CHANGED',
      'SUBMITTED',
      'REVIEWED',
      'SIGNED_OFF',
    ]);
    const pdf = await drafter.get(`/api/documents/${id}/pdf`);
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('shows a visitor number, date and status, and nothing else', async () => {
    const { verification, number } = await view(clerk, await signedNotice());
    const told = (await test.visitor().get(`/api/verification/${verification}`)).json();
    expect(told).toEqual({
      number,
      day: '2026-11-25',
      status: 'NOT_SERVED',
      outside: null,
    });
    const wrong = `0000${verification!.slice(4)}`;
    expect((await test.visitor().get(`/api/verification/${wrong}`)).statusCode).toBe(404);
  });

  it('is found among its drafter’s own, and its volume is offered for the next one', async () => {
    const id = await draft({ volume: { title: '自己的案卷' } });
    const { volume } = await view(drafter, id);
    const own = async (client: Client) =>
      (await client.get('/api/documents?mine=yes&size=200'))
        .json<DocumentList>()
        .rows.map((row) => row.id);
    expect(await own(drafter)).toContain(id);
    expect(await own(reviewer)).not.toContain(id);
    const open = `/api/open-document-volumes?office=${office}&subject=${enterprise}`;
    const { volumes } = (await drafter.get(open)).json<OpenVolumes>();
    expect(volumes).toContainEqual({ id: volume.id, name: '自己的案卷', openedOn: '2026-11-25' });
    const foreign = open.replace(office, enterprise);
    expect((await drafter.get(foreign)).json<OpenVolumes>().volumes).toEqual([]);
  });

  it('is refused where fields are empty, unknown or no day', async () => {
    const id = await draft({ fields: { matter: '检修' } });
    expect((await step(drafter, id, 'submission')).json()).toMatchObject({
      code: 'FIELDS_EMPTY',
      params: { field: 'content' },
    });
    const change = (given: object) => step(drafter, id, '', { fields: given });
    expect((await change({ answer_by: '2026-02-31' })).json()).toMatchObject({
      code: 'FIELD_NO_DAY',
    });
    expect((await change({ colour: '红' })).json()).toMatchObject({ code: 'FIELD_UNKNOWN' });
    const stale = await drafter.post(`/api/documents/${id}`, { version: 99, fields });
    expect(stale.json()).toMatchObject({ code: 'CHANGED_MEANWHILE' });
  });

  it('keeps numbers without gap or repeat under 32 sign-offs at once', async () => {
    const model = await draft();
    await step(drafter, model, 'submission');
    await step(reviewer, model, 'review', { decision: 'approve' });
    const ids = [model, ...(await copiesOf(database(), model, 31))];
    const answers = await Promise.all(
      ids.map((id) => step(head, id, 'signature', { decision: 'approve' })),
    );
    const serials = answers
      .map((answer) => Number(/〕(\d+)号/.exec(answer.json<DocumentView>().number!)![1]))
      .sort((one, other) => one - other);
    expect(serials).toEqual(serials.map((_, at) => serials[0]! + at));
  });

  it('has a number that was void for ever, and a start that follows what was used elsewhere', async () => {
    const numbers = async () => (await clerk.get('/api/issuing-offices')).json<IssuingOffices>();
    const before = (await numbers()).offices[0]!.series.find(({ code }) => code === 'notice')!;
    const voided = await clerk.post(`/api/issuing-offices/${office}/voided-numbers`, {
      code: 'notice',
      year: 2026,
      reason: '纸张损坏',
    });
    expect(voided.json()).toMatchObject({ serial: before.years[0]!.last + 1, state: 'VOID' });
    const used = { code: 'notice', pattern: before.pattern, year: 2026, last: 500 };
    const refused = await clerk.post(`/api/issuing-offices/${office}/series`, used);
    expect(refused.json()).toMatchObject({ code: 'SERIES_IN_USE' });
    const fresh = await clerk.post(`/api/issuing-offices/${office}/series`, {
      ...used,
      year: 2027,
    });
    expect(fresh.statusCode).toBe(200);
    const first = await clerk.post(`/api/issuing-offices/${office}/voided-numbers`, {
      code: 'notice',
      year: 2027,
      reason: '外部使用',
    });
    expect(first.json()).toMatchObject({ number: '演环柯桥告〔2027〕501号' });
  });

  const inboxOf = async (client: Client) =>
    (await client.get('/api/inbox?size=200'))
      .json<{ rows: { kind: { code: string } | string; to: string }[] }>()
      .rows.map((row) => `${typeof row.kind === 'string' ? row.kind : row.kind.code} ${row.to}`);
  const scanOf = async (client: Client, text: string) => {
    const pdf = Buffer.from(`%PDF-1.4\n%${text}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n`);
    const sent = await client.upload('/api/files?name=scan.pdf&purpose=document-seal', pdf);
    return sent.json<{ id: string; sha256: string }>();
  };

  it('is stamped, served and corrected, and waits at the desk whose turn it is', async () => {
    const id = await signedNotice();
    const page = `/documents/${id}`;
    expect(await inboxOf(clerk)).toContain(`documents.seal ${page}`);
    const scan = await scanOf(clerk, id);
    const seal = { way: 'SCAN', sealedOn: '2026-11-25', fileId: scan.id };
    expect((await step(head, id, 'seal', seal)).statusCode).toBe(403);
    const sealed = await step(clerk, id, 'seal', seal);
    expect(sealed.json()).toMatchObject({ state: 'SEALED', seal: { sha256: scan.sha256 } });
    const serve = {
      outcome: 'SERVED',
      way: 'ELECTRONIC',
      on: '2026-11-25',
      receiver: '演示收件人',
    };
    expect((await step(clerk, id, 'service', serve)).json()).toMatchObject({
      code: 'SERVICE_NEEDS_CONSENT',
    });
    const owner = await test.as('ENTERPRISE_OWNER');
    expect((await owner.get(`/api/received-documents/${id}/pdf`)).statusCode).toBe(404);
    const failed = { ...serve, outcome: 'FAILED', way: 'DIRECT', note: '无人在场' };
    expect((await step(clerk, id, 'service', failed)).json()).toMatchObject({ state: 'SEALED' });
    const served = await step(clerk, id, 'service', { ...serve, way: 'DIRECT' });
    expect(served.json()).toMatchObject({ state: 'SERVED', servedOn: '2026-11-25' });
    expect((await inboxOf(clerk)).filter((item) => item.endsWith(page))).toEqual([]);
    const paper = await owner.get(`/api/received-documents/${id}/pdf`);
    expect(paper.rawPayload.toString()).toContain(id);
    const told = (await owner.get('/api/notifications')).json<{ rows: { kind: string }[] }>();
    expect(told.rows.map(({ kind }) => kind)).toContain('DOCUMENT_SERVED');

    const body = { effect: 'CORRECT', fields: { reason: '笔误', wrong: '甲', right: '乙' } };
    const follow = (await drafter.post(`/api/documents/${id}/follow-up`, body)).json<{
      id: string;
    }>();
    expect((await drafter.post(`/api/documents/${id}/follow-up`, body)).json()).toMatchObject({
      code: 'FOLLOW_UP_RUNNING',
    });
    await step(drafter, follow.id, 'submission');
    await step(reviewer, follow.id, 'review', { decision: 'approve' });
    await step(head, follow.id, 'signature', { decision: 'approve' });
    const second = await scanOf(clerk, follow.id);
    await step(clerk, follow.id, 'seal', { ...seal, fileId: second.id });
    expect((await view(drafter, id)).effect).toBe(null);
    await step(clerk, follow.id, 'service', { ...serve, way: 'DIRECT' });
    const corrected = await view(drafter, id);
    expect(corrected).toMatchObject({ effect: 'CORRECT', state: 'SERVED' });
    const { verification, number } = corrected;
    expect((await test.visitor().get(`/api/verification/${verification}`)).json()).toEqual({
      number,
      day: '2026-11-25',
      status: 'CORRECT',
      outside: null,
    });
  });

  it('of an act that an official system records closes with the number of that system', async () => {
    const order = {
      kind: 'correction_order',
      fields: {
        inspected_on: '2026-11-20',
        violation: '演示事实',
        violated: '演示条款',
        order_basis: '演示依据',
        correction: '演示要求',
        correct_by: '2026-12-11',
      },
    };
    const id = await draft(order);
    await step(drafter, id, 'submission');
    await step(reviewer, id, 'review', { decision: 'approve' });
    const signed = (
      await step(head, id, 'signature', { decision: 'approve' })
    ).json<DocumentView>();
    expect(signed.record).toMatchObject({ mode: 'FRONT', number: null });
    expect(signed.paper.notes).toEqual(['预填/内部编号，非法定备案回执']);
    expect(signed.paper.remedies).toHaveLength(2);
    expect(await inboxOf(clerk)).toContain(`documents.enter_outside /documents/${id}`);
    const late = { number: '办案2026-001', on: '2026-12-01' };
    expect((await step(clerk, id, 'official-number', late)).json()).toMatchObject({
      code: 'OFFICIAL_DAY_OUTSIDE',
    });
    const closed = await step(clerk, id, 'official-number', { ...late, on: '2026-11-25' });
    expect(closed.json()).toMatchObject({
      record: { number: '办案2026-001' },
      paper: { notes: [] },
    });
    expect((await clerk.get('/api/documents?outside=waiting')).json()).toMatchObject({ total: 0 });
    expect((await inboxOf(clerk)).join()).not.toContain(`documents.enter_outside /documents/${id}`);
    const scan = await scanOf(clerk, id);
    await step(clerk, id, 'seal', { way: 'SCAN', sealedOn: '2026-11-25', fileId: scan.id });
    const serve = { outcome: 'SERVED', way: 'DIRECT', on: '2026-11-25', receiver: '演示收件人' };
    const { periods } = (await step(clerk, id, 'service', serve)).json<DocumentView>();
    // Sixty days end on a Sunday, six months on a Tuesday, of a year that nobody has published.
    expect(periods.map(({ dueOn, provisional }) => [dueOn, provisional])).toEqual([
      ['2027-01-25', true],
      ['2027-05-25', true],
    ]);
    const owner = await test.as('ENTERPRISE_OWNER');
    expect((await owner.get(`/api/clocks/${periods[0]!.clock}`)).statusCode).toBe(200);
  });
});
