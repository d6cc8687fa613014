import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type {
  ApprovalView,
  CaseView,
  EnterpriseList,
  Inbox,
  NotificationList,
  ParkList,
  PublicNotices,
  Role,
} from '@ludao/contracts';
import { Screener } from '@ludao/rules';
import { ACCOUNT_NAMES, DEMO_PASSWORD } from '../../../demo/words.ts';
import { seedCalendar } from '../../../platform/calendar-store.ts';
import { aPdf } from '../../../platform/files/testing.ts';
import { describeOnDatabase } from '../../../platform/testing.ts';
import { openTestApp, type Client, type TestApp } from '../../../testing-app.ts';
import { enterPosts, hashPassword } from '../../organisations/index.ts';
import { theRulebook } from '../../rulebook/testing.ts';
import type { ParkRestriction } from '../../parks/index.ts';
import { A_CONTACT, A_FORM, A_LEAD, A_REPORT, anApplication } from './testing.ts';

const RESTRICTED: ParkRestriction = {
  id: '00000000-0000-4000-8000-00000000000a',
  documentNo: '演示限批〔2026〕1号',
  since: '2026-01-01',
  reason: { zh: '演示：未完成整改', en: 'Demo: not put right' },
};

describeOnDatabase('the approval of a report form or report book', (database) => {
  let test: TestApp;
  let enterprise: string;
  let reviewBody: string;
  let restriction: ParkRestriction | null = null;

  beforeAll(async () => {
    // Read before the first case asks for it: that takes seconds.
    theRulebook().demoScreener();
    test = await openTestApp(database(), {}, database(), {
      restrictions: () => Promise.resolve(restriction),
    });
    const owner = await test.as('ENTERPRISE_OWNER');
    enterprise = (await owner.get('/api/enterprises')).json<EnterpriseList>().rows[0]!.id;
    await database().transaction(async (tx) => {
      await seedCalendar(tx);
      // Everybody was at the post before the year began.
      await tx.query(`update post_holding set valid_from = '2025-12-01'`);
      const [body] = await tx.query<{ id: string }>('select id from review_bodies_public limit 1');
      reviewBody = body!.id;
      const [city] = await tx.query<{ id: string }>(
        `select id from organisation where kind = 'MUNICIPAL_EEB'`,
      );
      const passwordHash = await hashPassword(DEMO_PASSWORD);
      const roles = ['APPROVAL_OFFICER', 'BUREAU_HEAD'] as const;
      const posts = roles.map((role, at) => ({
        id: `00000000-0000-4000-8000-0000000000b${at}`,
        organisation: city!.id,
        districtCode: '330600',
        role,
        title: `市局${role}`,
        postPark: null,
        createdOn: '2025-12-01',
        holder: {
          personId: `00000000-0000-4000-8000-0000000000c${at}`,
          name: `演示市局人员${at}`,
          phone: null,
          signInName: `shiju-${role.toLowerCase().replace('_', '-')}`,
          passwordHash,
        },
      }));
      await enterPosts(tx, posts);
    });
  });
  afterAll(() => test.close());

  const clients = new Map<string, Client>();
  /** Signed in once: the sessions of this test outlast the years that it moves through. */
  const as = async (role: Role) => {
    const client = clients.get(role) ?? (await test.as(role));
    clients.set(role, client);
    return client;
  };
  const city = async (role: 'APPROVAL_OFFICER' | 'BUREAU_HEAD') => {
    const name = `shiju-${role.toLowerCase().replace('_', '-')}`;
    const client = clients.get(name) ?? test.visitor();
    if (!clients.has(name)) await client.signIn(name, DEMO_PASSWORD);
    clients.set(name, client);
    return client;
  };
  const on = async (day: string) => {
    test.setTime(`${day}T16:00:00+08:00`);
    await as('ENTERPRISE_OWNER');
    await database().transaction((tx) =>
      tx.query(`update auth.session set seen_at = '2100-01-01', expires_at = '2100-01-01'`),
    );
  };
  const caseOf = async (client: Client, id: string) =>
    (await client.get(`/api/cases/${id}`)).json<CaseView>();
  const approvalOf = async (client: Client, id: string) =>
    (await client.get(`/api/cases/${id}/approval`)).json<ApprovalView>();
  const step = async (client: Client, id: string, name: string, body: object = {}) => {
    const { version } = await caseOf(client, id);
    return client.post(`/api/cases/${id}/approval/steps`, { step: name, version, ...body });
  };
  /** The step is done, or the test says why not. */
  const done = async (client: Client, id: string, name: string, body: object = {}) => {
    const answer = await step(client, id, name, body);
    expect(`${name}: ${answer.statusCode} ${answer.statusCode === 200 ? '' : answer.body}`).toBe(
      `${name}: 200 `,
    );
    return answer.json<CaseView>();
  };
  const dueOf = (view: ApprovalView, code: string) =>
    view.clocks.findLast(({ clock }) => clock === code)!.dueOn!;

  const filledIn = async (project: object, changed: object = {}, files = true) => {
    const owner = await as('ENTERPRISE_OWNER');
    const opened = await owner.post('/api/cases', {
      enterpriseId: enterprise,
      name: '演示生产线项目',
      address: '演示工业大道100号',
      project,
    });
    expect(opened.statusCode).toBe(200);
    const { id, version } = opened.json<CaseView>();
    const sent = async (name: string) => {
      const file = await owner.upload(
        `/api/files?name=${name}.pdf&purpose=eia-document`,
        aPdf(name),
      );
      return file.json<{ id: string }>().id;
    };
    const attached = files
      ? {
          document: await sent('document'),
          publicVersion: await sent('public'),
          participation: await sent('participation'),
        }
      : {};
    const change = {
      version,
      file: anApplication(changed),
      contact: A_CONTACT,
      lead: A_LEAD,
      attached,
    };
    expect((await owner.post(`/api/cases/${id}/approval`, change)).statusCode).toBe(200);
    return id;
  };
  const submitted = async (day: string, project: object = A_FORM) => {
    await on(day);
    const id = await filledIn(project);
    await done(await as('ENTERPRISE_OWNER'), id, 'submit', { truth: true });
    return id;
  };
  /** Of the bureau that handles it: report books lie with the city. */
  const officerOf = (project: object) =>
    project === A_REPORT ? city('APPROVAL_OFFICER') : as('APPROVAL_OFFICER');
  const accepted = async (day: string, project: object = A_FORM) => {
    const id = await submitted(day, project);
    await done(await officerOf(project), id, 'accept');
    return id;
  };
  const addDay = (day: string) =>
    new Date(Date.parse(day) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  /** To the publicity of intent, with no survey. */
  const intended = async (day: string, project: object = A_FORM, outcome = 'APPROVE') => {
    const id = await accepted(day, project);
    await on(addDay(dueOf(await approvalOf(await officerOf(project), id), 'C07')));
    const officer = await officerOf(project);
    await done(officer, id, 'noteSurvey', { needed: false, on: null, words: '同类项目已看过' });
    await done(officer, id, 'publishIntent', { outcome });
    return id;
  };
  const proposed = async (day: string, project: object = A_FORM) => {
    const id = await intended(day, project);
    const view = await approvalOf(await officerOf(project), id);
    const over = [dueOf(view, 'C08'), dueOf(view, 'C09')].toSorted().at(-1)!;
    await on(addDay(over));
    await done(await officerOf(project), id, 'propose', {
      outcome: 'APPROVE',
      grounds: [],
      words: '同意，按报告落实措施',
    });
    return id;
  };

  it.each([
    ['FORM', A_FORM, '2026-01-21', false],
    ['REPORT', A_REPORT, '2026-08-20', true],
  ] as const)(
    'of a %s, done on the last lawful day at every step, meets every clock',
    async (_, project, first, isCity) => {
      const officer = () => (isCity ? city('APPROVAL_OFFICER') : as('APPROVAL_OFFICER'));
      const head = () => (isCity ? city('BUREAU_HEAD') : as('BUREAU_HEAD'));
      const seen = async (id: string) => approvalOf(await officer(), id);
      const id = await submitted(first, project);
      await on(dueOf(await seen(id), 'C05'));
      const items = [{ what: '缺少噪声预测', basis: '编制监督管理办法第二十条' }];
      await done(await officer(), id, 'askMissing', { items });
      await done(await as('ENTERPRISE_OWNER'), id, 'submit', { truth: true });
      await on(dueOf(await seen(id), 'C05'));
      await done(await officer(), id, 'accept');
      // The evaluation falls into the publicity and outlasts it.
      const publicity = dueOf(await seen(id), 'C07');
      await on(publicity);
      const survey = { needed: true, on: publicity, words: '现场与文件一致' };
      await done(await officer(), id, 'noteSurvey', survey);
      await done(await officer(), id, 'startReview', { kind: 'TECHNICAL', body: reviewBody });
      await on(addDay(addDay(addDay(publicity))));
      const opinions = await seen(id);
      const reviewer = await as('REVIEWER');
      const opinion = { result: 'FEASIBLE', words: '总体可行' };
      const given = await reviewer.post(
        `/api/case-reviews/${opinions.reviews[0]!.id}/opinion`,
        opinion,
      );
      expect(given.statusCode).toBe(200);
      await on(dueOf(await seen(id), 'C04'));
      await done(await officer(), id, 'publishIntent', { outcome: 'APPROVE' });
      await on(dueOf(await seen(id), 'C04'));
      await done(await officer(), id, 'propose', {
        outcome: 'APPROVE',
        grounds: [],
        words: '同意',
      });
      const decided = await done(await head(), id, 'decide');
      expect(decided.state).toBe('APPROVED');
      await on(dueOf(await seen(id), 'C10'));
      await done(await officer(), id, 'recordDecision', {
        number: `浙环审${id.slice(0, 8)}`,
        on: dueOf(await seen(id), 'C10'),
      });
      await on(dueOf(await seen(id), 'C11'));
      await database().transaction((tx) =>
        tx.query(`update post_holding set valid_to = null where valid_to is not null`),
      );
      const last = dueOf(await seen(id), 'C11');
      await done(await as('ENTERPRISE_OWNER'), id, 'startWorks', { on: last });
      const { clocks } = await seen(id);
      const ends = clocks.map(({ clock, state, inTime }) => `${clock} ${state} ${inTime}`);
      expect(
        ends.filter((end) => !end.endsWith('MET true') && end !== 'C09 CANCELLED null'),
      ).toEqual([]);
      expect(new Set(clocks.map(({ clock }) => clock))).toEqual(
        new Set(['C04', 'C05', 'C06', 'C07', 'C08', 'C09', 'C10', 'C11', isCity ? 'C02' : 'C03']),
      );
    },
  );

  it('is refused before everything is filled in, and with a preparer on the list', async () => {
    await on('2026-03-02');
    const bare = await filledIn(A_REPORT, {}, false);
    const owner = await as('ENTERPRISE_OWNER');
    expect((await step(owner, bare, 'submit', { truth: true })).json()).toMatchObject({
      code: 'FILE_LACKS',
      params: { field: 'document', count: 3 },
    });
    await on('2026-07-01');
    const barred = await filledIn(A_FORM, { leadNumber: 'BH000404' });
    const again = await as('ENTERPRISE_OWNER');
    expect((await step(again, barred, 'submit', { truth: true })).json()).toMatchObject({
      code: 'PREPARER_BARRED',
      params: { value: 'BH000404', list: 'rectification' },
    });
    expect((await approvalOf(again, barred)).preparer).toBe('BARRED');
  });

  it('counts as accepted from its receipt where no notice came in time, and a late one is refused', async () => {
    const id = await submitted('2026-03-03');
    await on('2026-03-11');
    const officer = await as('APPROVAL_OFFICER');
    expect((await approvalOf(officer, id)).deemedAccepted).toBe(true);
    const items = [{ what: '缺少附图', basis: '编制格式' }];
    expect((await step(officer, id, 'askMissing', { items })).json()).toMatchObject({
      code: 'DEEMED_ACCEPTED',
      params: { value: '2026-03-03', limit: '2026-03-10' },
    });
    restriction = RESTRICTED;
    expect((await step(officer, id, 'accept')).json()).toMatchObject({ code: 'PARK_RESTRICTED' });
    restriction = null;
    await done(officer, id, 'accept');
    const view = await approvalOf(officer, id);
    expect(view).toMatchObject({ deemedAccepted: true, acceptedOn: '2026-03-03' });
    expect(view.clocks.find(({ clock }) => clock === 'C03')).toMatchObject({
      startedOn: '2026-03-03',
      dueOn: '2026-04-02',
    });
    // The publicity is not shortened for it.
    expect(dueOf(view, 'C07')).toBe('2026-03-18');
  });

  it('tells what is missing once, and no publicity ends early', async () => {
    const id = await submitted('2026-04-07');
    const officer = await as('APPROVAL_OFFICER');
    const items = [{ what: '缺少附图', basis: '编制格式' }];
    await done(officer, id, 'askMissing', { items });
    await done(await as('ENTERPRISE_OWNER'), id, 'submit', { truth: true });
    expect((await step(officer, id, 'askMissing', { items })).json()).toMatchObject({
      code: 'MISSING_TOLD_ONCE',
    });
    await done(officer, id, 'accept');
    const view = await approvalOf(officer, id);
    expect(view.obstacles).toContainEqual({
      step: 'publishIntent',
      code: 'PUBLICITY_NOT_OVER',
      params: { value: 'ACCEPTANCE', limit: dueOf(view, 'C07') },
    });
    await on(dueOf(view, 'C07'));
    const then = await as('APPROVAL_OFFICER');
    await done(then, id, 'noteSurvey', { needed: false, on: null, words: '不需要' });
    expect((await step(then, id, 'publishIntent', { outcome: 'APPROVE' })).json()).toMatchObject({
      code: 'PUBLICITY_NOT_OVER',
    });
  });

  it('waits for the answer to a hearing that the public asked for, and its time does not count', async () => {
    const id = await intended('2026-05-11');
    const visitor = test.visitor();
    const { rows } = (
      await visitor.get('/api/public/eia-notices?kind=INTENT')
    ).json<PublicNotices>();
    const notice = rows.find(({ open }) => open)!;
    const comment = {
      kind: 'HEARING',
      name: '演示邻居',
      phone: '13700000002',
      words: '担心夜间噪声，申请听证。',
    };
    const left = await visitor.post(`/api/public/eia-notices/${notice.id}/comments`, comment);
    expect(left.statusCode).toBe(200);
    const officer = await as('APPROVAL_OFFICER');
    const view = await approvalOf(officer, id);
    expect(view.comments).toMatchObject([{ kind: 'HEARING', name: '演***', phone: '137****0002' }]);
    const waiting = (await officer.get('/api/inbox?kind=cases.hearing')).json<Inbox>();
    expect(waiting.rows.map(({ to }) => to)).toContain(`/cases/${id}`);
    const owner = await as('ENTERPRISE_OWNER');
    expect((await approvalOf(owner, id)).comments).toEqual([]);
    const before = dueOf(view, 'C04');
    const early = { hold: false, on: null, words: '不予听证' };
    expect((await step(officer, id, 'answerHearing', early)).json()).toMatchObject({
      code: 'HEARING_PERIOD_NOT_OVER',
    });
    await on(addDay([dueOf(view, 'C08'), dueOf(view, 'C09')].toSorted().at(-1)!));
    const then = await as('APPROVAL_OFFICER');
    const proposal = { outcome: 'APPROVE', grounds: [], words: '同意建设' };
    expect((await step(then, id, 'propose', proposal)).json()).toMatchObject({
      code: 'HEARING_NOT_ANSWERED',
    });
    const heard = { hold: true, on: '2026-06-10', words: '定于六月十日听证' };
    await done(then, id, 'answerHearing', heard);
    expect((await step(then, id, 'propose', proposal)).json()).toMatchObject({
      code: 'HEARING_NOT_HELD',
    });
    await on('2026-06-10');
    const later = await as('APPROVAL_OFFICER');
    await done(later, id, 'endHearing', { words: '调整夜间作业时间' });
    expect(dueOf(await approvalOf(later, id), 'C04') > before).toBe(true);
    await done(later, id, 'propose', proposal);
    expect((await approvalOf(later, id)).clocks.find(({ clock }) => clock === 'C09')).toMatchObject(
      { state: 'MET', inTime: true },
    );
    const reveal = { reason: 'CASE', words: '通知听证' };
    const shown = await later.post(`/api/case-comments/${view.comments[0]!.id}/reveal`, reveal);
    expect(shown.json()).toMatchObject({ name: '演示邻居', phone: '13700000002' });
    const closed = await visitor.post(`/api/public/eia-notices/${notice.id}/comments`, comment);
    expect(closed.json()).toMatchObject({ code: 'NOTICE_NOT_OPEN' });
  });

  it('is decided by a head who did not propose it, on the law of that day', async () => {
    const id = await proposed('2026-06-15');
    const head = await as('BUREAU_HEAD');
    const proposal = { outcome: 'APPROVE', grounds: [], words: '同意建设' };
    await done(head, id, 'sendBack', { reason: '请补充理由' });
    await holdsOfficersPost('BUREAU_HEAD');
    await done(head, id, 'propose', proposal);
    expect((await step(head, id, 'decide')).json()).toMatchObject({ code: 'OWN_WORK' });
    await done(head, id, 'sendBack', { reason: '由经办人提出' });
    await holdsOfficersPost('APPROVAL_OFFICER');
    const officer = await as('APPROVAL_OFFICER');
    await done(officer, id, 'propose', proposal);
    // A new edition of the catalogue comes into force, which leads to the same document.
    const { value: lawOfToday } = Object.getOwnPropertyDescriptor(Screener.prototype, 'screen') as {
      readonly value: Screener['screen'];
    };
    const screening = vi.spyOn(Screener.prototype, 'screen').mockImplementation(function (
      this: Screener,
      ...asked
    ) {
      const answer = lawOfToday.apply(this, asked);
      return 'problems' in answer
        ? answer
        : { ...answer, law: { ...answer.law, pack: 'eia-catalogue/2027' } };
    });
    try {
      expect((await step(head, id, 'decide')).json()).toMatchObject({
        code: 'CASE_LAW_CHANGED',
        params: { value: 'eia-catalogue/2027' },
      });
      await done(head, id, 'sendBack', { reason: '目录已换版' });
      await done(officer, id, 'renewBasis');
      await done(officer, id, 'propose', proposal);
      expect((await done(head, id, 'decide')).state).toBe('APPROVED');
    } finally {
      screening.mockRestore();
    }
  });

  /** Gives the approval officer's post of the branch to whoever holds the post of that role there. */
  const holdsOfficersPost = (role: Role) =>
    database().transaction((tx) =>
      tx.query(
        `update post_holding set person_id = (select p.id from person p
           join auth.account a on a.person_id = p.id where a.sign_in_name = $1)
         where post_id = (select id from post where role = 'APPROVAL_OFFICER' and title <> '市局APPROVAL_OFFICER'
           limit 1)`,
        [ACCOUNT_NAMES[role]],
      ),
    );

  it('of a report book lies with the city: no step of it is taken at the branch, which is told so', async () => {
    const submittedOne = await submitted('2026-08-31', A_REPORT);
    const officer = await as('APPROVAL_OFFICER');
    const refused = { code: 'CASE_OF_OTHER_OFFICE', params: { value: '演示市生态环境局' } };
    expect((await step(officer, submittedOne, 'accept')).json()).toMatchObject(refused);
    const { obstacles } = await approvalOf(officer, submittedOne);
    expect(obstacles).toContainEqual({ step: 'accept', ...refused });
    const id = await proposed('2026-09-01', A_REPORT);
    const paper = { kind: 'eia_acceptance_notice' };
    expect((await officer.post(`/api/cases/${id}/papers`, paper)).json()).toMatchObject(refused);
    expect((await step(await as('BUREAU_HEAD'), id, 'decide')).json()).toMatchObject(refused);
    expect((await done(await city('BUREAU_HEAD'), id, 'decide')).state).toBe('APPROVED');
  });

  it('of what a park builds itself is told to its manager, who has the work of it', async () => {
    await on('2026-10-08');
    const manager = await as('PARK_MANAGER');
    const park = (await manager.get('/api/parks')).json<ParkList>().rows[0]!.id;
    const asked = { name: '演示园区治理设施项目', address: '演示工业大道1号', project: A_FORM };
    const opened = await manager.post('/api/cases', { parkId: park, ...asked });
    const { id, version } = opened.json<CaseView>();
    const sent = await manager.upload('/api/files?name=a.pdf&purpose=eia-document', aPdf('park'));
    const file = sent.json<{ id: string }>().id;
    const change = {
      version,
      file: anApplication(),
      contact: A_CONTACT,
      lead: A_LEAD,
      attached: { document: file, publicVersion: file },
    };
    expect((await manager.post(`/api/cases/${id}/approval`, change)).statusCode).toBe(200);
    await done(manager, id, 'submit', { truth: true });
    const items = [{ what: '缺少附图', basis: '编制格式' }];
    await done(await as('APPROVAL_OFFICER'), id, 'askMissing', { items });
    const waiting = (await manager.get('/api/inbox?kind=cases.complete')).json<Inbox>();
    expect(waiting.rows.map(({ to }) => to)).toEqual([`/cases/${id}`]);
    const { rows } = (await manager.get('/api/notifications')).json<NotificationList>();
    expect(rows.filter(({ link }) => link === `/cases/${id}`)).toMatchObject([
      { kind: 'APPROVAL_MOVED', params: { state: 'INCOMPLETE' } },
    ]);
  });

  it('is not accepted in a park under restriction, nor approved in one', async () => {
    const id = await submitted('2026-10-12');
    const officer = await as('APPROVAL_OFFICER');
    restriction = RESTRICTED;
    expect((await step(officer, id, 'accept')).json()).toMatchObject({
      code: 'PARK_RESTRICTED',
      params: { value: '演示限批〔2026〕1号' },
    });
    restriction = null;
    const other = await proposed('2026-10-13');
    restriction = RESTRICTED;
    const head = await as('BUREAU_HEAD');
    expect((await step(head, other, 'decide')).json()).toMatchObject({ code: 'PARK_RESTRICTED' });
    restriction = null;
    await done(head, other, 'decide');
    const then = await as('APPROVAL_OFFICER');
    const view = await approvalOf(then, other);
    expect(view.record).toMatchObject({ mode: 'FRONT' });
    expect(view.mayDraft).toEqual(['eia_acceptance_notice', 'eia_approval']);
    const drafted = await then.post(`/api/cases/${other}/papers`, { kind: 'eia_approval' });
    expect(drafted.statusCode).toBe(200);
    const paper = await then.get(`/api/documents/${drafted.json<{ id: string }>().id}`);
    expect(paper.json()).toMatchObject({ title: '关于演示生产线项目环境影响报告表的批复' });
    const next = await then.post(`/api/cases/${other}/papers`, { kind: 'eia_acceptance_notice' });
    expect(next.statusCode).toBe(200);
  });

  it('shows its notices to everybody, with the public version and nothing else', async () => {
    const visitor = test.visitor();
    const { rows } = (await visitor.get('/api/public/eia-notices?size=200')).json<PublicNotices>();
    expect(rows.length).toBeGreaterThan(5);
    const { id } = rows[0]!;
    const file = await visitor.get(`/api/public/eia-notices/${id}/file`);
    expect(file.rawPayload.toString()).toContain('% public');
    expect(JSON.stringify(rows)).not.toContain(A_CONTACT.name);
    const roles: readonly Role[] = ['GOV_OFFICER', 'PARK_MANAGER'];
    for (const role of roles) {
      const client = await as(role);
      const { clocks, comments, proposal } = await approvalOf(client, await aCommentedCase());
      expect([clocks.length > 0, comments, proposal === null]).toEqual([true, [], true]);
    }
  });

  /** Proposed after a hearing that somebody asked for: there is something to keep back. */
  const aCommentedCase = async () => {
    const [row] = await database().transaction((tx) =>
      tx.query<{ id: string }>(
        `select c.id from eia_case c join case_comment m on m.case_id = c.id
         where c.state = 'PROPOSED' limit 1`,
      ),
    );
    return row!.id;
  };
});
