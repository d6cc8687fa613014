import { afterAll, beforeAll, expect, it } from 'vitest';
import type {
  AcceptableApprovals,
  CompletionList,
  CompletionView,
  FileView,
  Inbox,
  PublicCompletions,
} from '@ludao/contracts';
import { aPdf } from '../../../platform/files/testing.ts';
import { describeOnDatabase } from '../../../platform/testing.ts';
import { openTestApp, type Client, type TestApp } from '../../../testing-app.ts';
import { warnProponents } from './warnings/service.ts';
import { someBars } from './testing.ts';

const PERMIT = { needed: true, number: '演示许可0001' };

describeOnDatabase('a completion acceptance', (database) => {
  let test: TestApp;
  let owner: Client;
  let officer: Client;
  let approval: AcceptableApprovals['approvals'][number];
  let papers: Record<'monitoring' | 'opinion' | 'matters', string>;
  let stage = 0;
  beforeAll(async () => {
    test = await openTestApp(database(), {}, undefined, {
      permitOf: () => Promise.resolve({ number: '演示许可0001', amounts: [] }),
    });
    owner = await test.as('ENTERPRISE_OWNER');
    officer = await test.as('APPROVAL_OFFICER');
    await test.database.transaction((tx) =>
      tx.query(
        `update enterprise set eia_approvals = '[{"project": "演示扩建项目", "document": "FORM",
           "number": "演示环建〔2025〕9号", "approvedOn": "2025-03-18", "acceptedOn": null}]'
         where id = (select owner_org from person where name = '演示企业负责人')`,
      ),
    );
    const known = await owner.get('/api/acceptable-approvals');
    approval = known.json<AcceptableApprovals>().approvals[0]!;
    const send = async (name: string) =>
      (
        await owner.upload(`/api/files?name=${name}.pdf&purpose=completion`, aPdf(name))
      ).json<FileView>().id;
    papers = {
      monitoring: await send('monitoring'),
      opinion: await send('opinion'),
      matters: await send('matters'),
    };
  });
  afterAll(() => test.close());

  /** Whoever is signed in stays so, whatever the day. */
  const at = async (day: string) => {
    test.setTime(`${day}T09:00:00+08:00`);
    await test.database.transaction((tx) =>
      tx.query(
        `update auth.session set seen_at = $1::timestamptz, expires_at = $1::timestamptz + interval '1 hour'`,
        [test.now()],
      ),
    );
  };
  const open = async (completedOn: string, over: object = {}) => {
    stage += 1;
    const { enterpriseId, number } = approval;
    const about = { kind: 'historical', enterpriseId, number };
    const body = { about, stage: `第${stage}期`, completedOn, ...over };
    return owner.post('/api/completions', body);
  };
  const view = async (client: Client, id: string) =>
    (await client.get(`/api/completions/${id}`)).json<CompletionView>();
  const step = async (id: string, body: object, client = owner) => {
    const { version } = await view(client, id);
    return client.post(`/api/completions/${id}/steps`, { version, ...body });
  };
  const done = async (id: string, body: object) => {
    const answer = await step(id, body);
    expect(answer.json()).toMatchObject({ id });
    return answer.json<CompletionView>();
  };
  const report = (on: string, over: object = {}) => ({
    step: 'report',
    on,
    papers,
    bars: someBars(),
    permit: PERMIT,
    conclusion: 'QUALIFIED',
    ...over,
  });
  const clockOf = ({ clocks }: CompletionView, clock: string) =>
    clocks.findLast((one) => one.clock === clock)!;
  const publicRows = async () =>
    (await test.visitor().get('/api/public/completions?size=200')).json<PublicCompletions>().rows;

  /** Every step a number of days after the last on which it may be done. */
  async function walk(late: 0 | 1): Promise<CompletionView> {
    const after = (day: string) =>
      new Date(Date.parse(`${day}T00:00:00Z`) + late * 86_400_000).toISOString().slice(0, 10);
    // Three months end on 2026-11-30, a Monday; five working days before it is the 23rd.
    await at('2026-11-25');
    const { id } = (await open('2026-08-30')).json<CompletionView>();
    const reported = await done(id, report('2026-11-23'));
    expect([clockOf(reported, 'C12').dueOn, clockOf(reported, 'C15').dueOn]).toEqual([
      '2026-11-30',
      '2026-11-30',
    ]);
    const publishOn = after('2026-11-30');
    await at(publishOn);
    const published = await done(id, { step: 'publish', on: publishOn });
    const { until } = published.published!;
    expect(clockOf(published, 'C13').dueOn).toBe(until);
    const fileOn = after(clockOf(published, 'C14').dueOn!);
    await at(fileOn);
    return done(id, { step: 'file', on: fileOn, number: '演示平台2026001' });
  }

  it('meets every clock where each step is done on its last lawful day', async () => {
    const filed = await walk(0);
    expect(filed).toMatchObject({ state: 'FILED', isLate: false, isOverdue: false, steps: [] });
    expect(filed.clocks.map(({ clock, state, inTime }) => [clock, state, inTime])).toEqual([
      ['C15', 'MET', true],
      ['C12', 'MET', true],
      ['C13', 'MET', true],
      ['C14', 'MET', true],
    ]);
  });

  it('is recorded as late where each is done one day later', async () => {
    const filed = await walk(1);
    expect(filed).toMatchObject({ state: 'FILED', isLate: true });
    const inTime = Object.fromEntries(filed.clocks.map((one) => [one.clock, one.inTime]));
    expect(inTime).toEqual({ C12: false, C13: true, C14: false, C15: false });
    const late = await officer.get('/api/completions?due=late&size=200');
    expect(late.json<CompletionList>().rows.map(({ id }) => id)).toEqual([filed.id]);
  });

  it('shows everybody the report and its papers while it is public, and not before', async () => {
    await at('2026-11-25');
    const { id } = (await open('2026-10-20')).json<CompletionView>();
    await done(id, report('2026-11-25'));
    const paper = `/api/public/completions/${id}/paper?paper=opinion`;
    expect((await test.visitor().get(paper)).statusCode).toBe(404);
    expect((await publicRows()).map((row) => row.id)).not.toContain(id);
    await done(id, { step: 'publish', on: '2026-11-25' });
    const told = (await publicRows()).find((row) => row.id === id)!;
    expect(told).toMatchObject({ approvalNumber: approval.number, publishedOn: '2026-11-25' });
    expect((await test.visitor().get(paper)).body).toContain('opinion');
    const wrong = `/api/public/completions/${id}/paper?paper=bars`;
    expect((await test.visitor().get(wrong)).statusCode).toBe(400);
    await done(id, { step: 'reopen', reason: '公示期间发现数据有误' });
    expect((await test.visitor().get(paper)).statusCode).toBe(404);
    const again = await view(owner, id);
    expect(again).toMatchObject({ state: 'RECTIFYING', dueOn: '2027-10-20' });
  });

  it('keeps its three months in the inbox, and tells the proponent before and after they end', async () => {
    await at('2026-11-25');
    const { id } = (await open('2026-11-05')).json<CompletionView>();
    const item = (await owner.get('/api/inbox?kind=completion.finish&size=200'))
      .json<Inbox>()
      .rows.find(({ to }) => to === `/completions/${id}`)!;
    expect(item).toMatchObject({ dueOn: '2027-02-05', clockCode: 'C15' });
    const warn = async (day: string) => {
      await at(day);
      const when = { now: test.now(), today: day };
      for (const _ of [1, 2]) await warnProponents(test.database, when);
      const { rows } = (await owner.get('/api/notifications')).json<{
        rows: { kind: string; link: string }[];
      }>();
      return rows.filter(({ link }) => link === `/completions/${id}`).map(({ kind }) => kind);
    };
    expect(await warn('2026-11-26')).toEqual([]);
    expect(await warn('2027-02-05')).toEqual(['COMPLETION_DUE']);
    expect((await warn('2027-02-06')).toSorted()).toEqual(['COMPLETION_DUE', 'COMPLETION_OVERDUE']);
    const overdue = (
      await officer.get('/api/completions?due=overdue&size=200')
    ).json<CompletionList>();
    expect(overdue.rows.map((row) => row.id)).toContain(id);
    await done(id, { step: 'abandon', reason: '项目取消' });
    expect((await owner.get('/api/inbox?kind=completion.finish&size=200')).body).not.toContain(id);
  });

  it('has twelve months once it is commissioned, and is refused what its day does not allow', async () => {
    await at('2026-11-25');
    const { id } = (await open('2026-11-20')).json<CompletionView>();
    const commissioning = { from: '2026-11-26', to: '2027-01-31', permit: PERMIT };
    const begun = await done(id, { step: 'publishCommissioning', ...commissioning });
    expect(begun).toMatchObject({ state: 'COMMISSIONING', dueOn: '2027-11-20' });
    expect(begun.permitInForce).toBe('演示许可0001');
    const bars = someBars({ STANDARDS: { applies: true, words: '废水超标' } });
    const wrong = await step(id, report('2026-11-25', { bars }));
    expect(wrong.json()).toMatchObject({ code: 'COMPLETION_BARRED' });
    const failed = await done(id, report('2026-11-25', { bars, conclusion: 'NOT_QUALIFIED' }));
    expect(failed.state).toBe('RECTIFYING');
    expect((await step(id, report('2026-11-26'))).json()).toMatchObject({ code: 'DAY_OUTSIDE' });
    const unknown = { ...papers, opinion: '00000000-0000-4000-8000-00000000000f' };
    const lost = await step(id, report('2026-11-25', { papers: unknown }));
    expect(lost.json()).toMatchObject({ code: 'FILE_UNKNOWN' });
    await done(id, report('2026-11-25'));
    const short = { step: 'publish', on: '2026-11-25', until: '2026-12-22' };
    expect((await step(id, short)).json()).toMatchObject({ code: 'COMPLETION_PUBLICITY_SHORT' });
    const seen = await view(officer, id);
    expect(seen.steps).toEqual([]);
    expect((await step(id, { step: 'publish', on: '2026-11-25' }, officer)).statusCode).toBe(403);
    expect((await open('2026-11-20', { stage: seen.stage })).json()).toMatchObject({
      code: 'COMPLETION_OPEN_ALREADY',
    });
  });
});
