import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ApprovalView, Batch, BatchBoard, Inbox, NotificationList } from '@ludao/contracts';
import { seedCalendar } from '../../../platform/calendar-store.ts';
import { describeOnDatabase } from '../../../platform/testing.ts';
import { openTestApp, type Client, type TestApp } from '../../../testing-app.ts';
import { theRulebook } from '../../rulebook/testing.ts';
import { screen } from '../../screening/index.ts';
import { A_CONTACT, A_FORM, anApplication } from '../approval/testing.ts';
import { enterAcceptedCases } from '../index.ts';

describeOnDatabase('survey days and review meetings', (database) => {
  let test: TestApp;
  let officer: Client;
  let enterprise: { id: string; name: string; districtCode: string; parkId: string };
  let reviewBody: string;
  beforeAll(async () => {
    test = await openTestApp(database());
    await database().transaction(async (tx) => {
      await seedCalendar(tx);
      const [own] = await tx.query<typeof enterprise>(
        `select e.id, e.name, e.district_code as "districtCode", e.park_id as "parkId"
         from enterprise e join post p on p.owner_org = e.id where p.role = 'ENTERPRISE_OWNER'`,
      );
      enterprise = own!;
      const [body] = await tx.query<{ id: string }>(
        `select id from review_bodies_public where district_code = $1`,
        [enterprise.districtCode],
      );
      reviewBody = body!.id;
      await enter(tx, 12);
    });
    officer = await test.as('APPROVAL_OFFICER');
  });
  afterAll(() => test.close());

  const enter = (tx: Parameters<typeof enterAcceptedCases>[0], count: number) => {
    const screener = theRulebook().demoScreener();
    const screeners = { screener, demoScreener: () => screener };
    const law = {
      ruleSet: screener.ruleSet,
      askTheLaw: (project: object, { on, jurisdiction }: { on: string; jurisdiction: string }) =>
        screen(screeners, { ...A_FORM, ...project, on, jurisdiction } as never, on),
    };
    const cases = Array.from({ length: count }, (_, at) => ({
      enterprise,
      name: `演示项目${at + 1}号`,
      address: '演示工业大道100号',
      project: { ...A_FORM, industries: [...A_FORM.industries], works: [], facts: {}, place: {} },
      file: anApplication(),
      contact: A_CONTACT,
      lead: '演示主持人',
    }));
    return enterAcceptedCases(tx, law, cases, { now: test.now(), today: '2026-11-25' });
  };
  const board = async () => (await officer.get('/api/batches')).json<BatchBoard>();
  const step = async (client: Client, id: string, name: string, body: object = {}) => {
    const { version } = (await officer.get(`/api/batches/${id}`)).json<Batch>();
    return client.post(`/api/batches/${id}/steps`, { step: name, version, ...body });
  };
  const toldTo = async (client: Client, kind: string) =>
    (await client.get('/api/notifications'))
      .json<NotificationList>()
      .rows.filter((row) => row.kind === kind);

  it('of twelve projects are one day and one meeting, proposed in time for every clock', async () => {
    const { waiting, proposals, days } = await board();
    expect(waiting).toHaveLength(12);
    expect(proposals.map(({ kind, caseIds, late }) => [kind, caseIds.length, late])).toEqual([
      ['SURVEY', 12, false],
      ['MEETING', 12, false],
    ]);
    // C07 ends on 2 December; seven days of the promise follow, two are kept free.
    expect(waiting[0]).toMatchObject({ dueOn: '2026-12-09', latestOn: '2026-12-07' });
    for (const { day } of proposals) expect(days).toContain(day);
  });

  it('are refused on a day that would miss a clock, and announced to everyone by one click', async () => {
    const { waiting } = await board();
    const caseIds = waiting.map(({ id }) => id);
    const survey = { kind: 'SURVEY', caseIds, place: '园区东门集合' };
    expect(
      (await officer.post('/api/batches', { ...survey, day: '2026-12-08' })).json(),
    ).toMatchObject({
      code: 'BATCH_MISSES_CLOCK',
      params: { value: '2026-12-08', limit: '2026-12-07' },
    });
    expect(
      (await officer.post('/api/batches', { ...survey, day: '2026-11-28' })).json(),
    ).toMatchObject({ code: 'BATCH_DAY_NO_WORK' });
    const planned = await officer.post('/api/batches', { ...survey, day: '2026-12-01' });
    expect(planned.statusCode).toBe(200);
    const { id } = planned.json<Batch>();
    const again = await officer.post('/api/batches', { ...survey, day: '2026-12-01' });
    expect(again.json()).toMatchObject({ code: 'CASE_IN_BATCH' });
    const manager = await test.as('PARK_MANAGER');
    expect((await manager.get(`/api/batches/${id}`)).statusCode).toBe(404);
    expect((await step(officer, id, 'announce')).json()).toMatchObject({ state: 'ANNOUNCED' });
    const owner = await test.as('ENTERPRISE_OWNER');
    for (const client of [owner, manager]) {
      expect(await toldTo(client, 'BATCH_ANNOUNCED')).toMatchObject([
        { params: { kind: 'SURVEY', on: '2026-12-01', count: 12 } },
      ]);
      const { rows } = (await client.get('/api/inbox?kind=batches.attend')).json<Inbox>();
      expect(rows).toMatchObject([{ dueOn: '2026-12-01' }]);
    }
    expect((await manager.get(`/api/batches/${id}`)).json<Batch>().cases).toHaveLength(12);
    const moved = await step(officer, id, 'reschedule', { day: '2026-12-02', place: '园区西门' });
    expect(moved.json()).toMatchObject({ day: '2026-12-02' });
    expect(await toldTo(owner, 'BATCH_MOVED')).toHaveLength(1);
    const view = (await owner.get(`/api/cases/${caseIds[0]}/approval`)).json<ApprovalView>();
    expect(view.visits).toMatchObject([{ kind: 'SURVEY', day: '2026-12-02', state: 'ANNOUNCED' }]);
  });

  it('let the invited body read the cases, and no other body', async () => {
    const { waiting } = await board();
    const caseIds = waiting.map(({ id }) => id);
    const reviewer = await test.as('REVIEWER');
    const meeting = {
      kind: 'MEETING',
      day: '2026-12-03',
      place: '一楼会议室',
      caseIds,
      body: reviewBody,
    };
    const { id } = (await officer.post('/api/batches', meeting)).json<Batch>();
    expect((await reviewer.get(`/api/cases/${caseIds[0]}/approval`)).statusCode).toBe(404);
    await step(officer, id, 'announce');
    expect((await reviewer.get(`/api/cases/${caseIds[0]}/approval`)).statusCode).toBe(200);
    const seen = (await reviewer.get(`/api/batches/${id}`)).json<Batch>();
    expect(seen.cases).toHaveLength(12);
    expect(seen.steps).toEqual([]);
    expect(await toldTo(reviewer, 'BATCH_ANNOUNCED')).toHaveLength(1);
  });

  it('feed the case with the minutes of each project; whoever was absent waits again', async () => {
    const [survey, meeting] = (await board()).batches;
    const minutes = survey!.cases.map(({ id: caseId }, at) => ({
      caseId,
      outcome: at === 0 ? 'ABSENT' : 'DONE',
      words: at === 0 ? '' : '现场与文件一致',
    }));
    expect((await step(officer, survey!.id, 'hold', { minutes })).json()).toMatchObject({
      code: 'BATCH_NOT_YET',
      params: { limit: '2026-12-02' },
    });
    test.setTime('2026-12-03T17:00:00+08:00');
    officer = await test.as('APPROVAL_OFFICER');
    const held = await step(officer, survey!.id, 'hold', { minutes });
    expect(held.json()).toMatchObject({ state: 'HELD' });
    const { waiting } = await board();
    expect(waiting.map(({ id, kinds }) => [id, kinds])).toEqual([[minutes[0]!.caseId, ['SURVEY']]]);
    const results = meeting!.cases.map(({ id: caseId }) => ({
      caseId,
      outcome: 'DONE',
      result: 'AFTER_CHANGES',
      words: '补充废气收集效率',
    }));
    expect((await step(officer, meeting!.id, 'hold', { minutes: results })).statusCode).toBe(200);
    const fed = (
      await officer.get(`/api/cases/${minutes[1]!.caseId}/approval`)
    ).json<ApprovalView>();
    expect(fed.survey).toEqual({ needed: true, on: '2026-12-02', words: '现场与文件一致' });
    expect(fed.reviews).toMatchObject([{ kind: 'EXPERTS', result: 'AFTER_CHANGES' }]);
    const open = (await officer.get('/api/inbox?kind=batches.minutes')).json<Inbox>();
    expect(open.rows).toEqual([]);
  });
});
