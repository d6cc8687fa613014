import type { ColleagueDetail, PostDetail, PostList } from '@ludao/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readWholeSheet } from '../../../platform/excel/index.ts';
import { anAdoption } from '../../rulebook/testing.ts';
import {
  FIRST_MOMENT,
  describeOnDemonstration,
  openTestApp,
  type Client,
  type TestApp,
} from '../../../testing-app.ts';

const TODAY = '2026-11-25';

describeOnDemonstration('the posts of an office', (database) => {
  let test: TestApp;
  let head: Client;
  const people: Record<string, string> = {};
  beforeAll(async () => {
    test = await openTestApp(database());
    head = await test.as('BUREAU_HEAD');
    const { rows } = (await head.get('/api/people')).json<{
      rows: { id: string; name: string }[];
    }>();
    for (const { id, name } of rows) people[name.replace('演示', '')] = id;
  });
  afterAll(() => test.close());

  const listOf = async (client: Client, query = '') =>
    (await client.get(`/api/posts?${query}`)).json<PostList>();
  const postOf = async (title: string) => {
    const { rows } = await listOf(head, `q=${encodeURIComponent(title)}`);
    return (await head.get(`/api/posts/${rows[0]!.id}`)).json<PostDetail>();
  };
  const appoint = async (title: string, body: object) => {
    const { id, version } = await postOf(title);
    return head.post(`/api/posts/${id}/holdings`, { version, from: TODAY, ...body });
  };
  const organisation = async () => (await postOf('分局负责人')).organisation.id;

  it('of a town are assigned by its own head, at once, and by nobody of another house', async () => {
    const town = await test.as('HOUSE_HEAD');
    const { rows } = await listOf(town);
    const { organisation: house } = rows.find(({ role }) => role === 'HOUSE_HEAD')!;
    const park = (await (await test.as('PARK_CHIEF')).get('/api/parks')).json<{
      rows: { id: string }[];
    }>().rows[0]!;
    const form = { organisationId: house.id, role: 'SQUAD_MEMBER', title: '巡查岗' };
    const made = await town.post('/api/posts', { ...form, parkId: park.id });
    const { id } = made.json<{ id: string }>();
    const staff = (await town.get('/api/people')).json<{ rows: { id: string; name: string }[] }>();
    const person = staff.rows.find(({ name }) => name === '演示园区（片区）长')!;
    const wish = { version: 1, part: 'A', personId: person.id, from: TODAY };
    const appointed = await town.post(`/api/posts/${id}/holdings`, wish);
    expect(appointed.json()).toEqual({ outcome: 'in_force' });
    const elsewhere = await town.post('/api/posts', {
      organisationId: await organisation(),
      role: 'INSPECTOR',
      title: '执法岗',
    });
    expect(elsewhere.statusCode).toBe(404);
    expect((await town.get('/api/parks')).statusCode).toBe(403);
    expect((await town.get('/api/posts/export')).statusCode).toBe(403);
  });

  it('are those of the own house, with who is in them today, also as a workbook', async () => {
    const { rows, total } = await listOf(head);
    expect(total).toBe(5);
    expect(rows.map(({ title, state, holder }) => [title, state, holder?.name])).toEqual([
      ['分局负责人', 'PRESENT', '演示分局负责人'],
      ['审批人员', 'PRESENT', '演示审批人员'],
      ['执法人员', 'PRESENT', '演示执法人员'],
      ['文书档案人员', 'PRESENT', '演示文书档案人员'],
      ['科室负责人', 'PRESENT', '演示科室负责人'],
    ]);
    expect((await listOf(head, 'page=9')).total).toBe(5);
    const sheet = await readWholeSheet((await head.get('/api/posts/export')).rawPayload, {
      columns: [{ key: 'holder', zh: '任职人（A 角）' }],
    });
    expect(sheet.ok && sheet.rows.length).toBe(5);
    expect((await (await test.as('INSPECTOR')).get('/api/posts')).statusCode).toBe(403);
    const owner = await test.as('ENTERPRISE_OWNER');
    expect((await owner.get('/api/posts/export')).statusCode).toBe(403);
    expect((await owner.get(`/api/posts/${rows[0]!.id}`)).statusCode).toBe(404);
  });

  it('are made only with a role that such a house may have, and a park where it needs one', async () => {
    const make = async (form: object) =>
      head.post('/api/posts', { organisationId: await organisation(), title: '二科审批', ...form });
    expect((await make({ role: 'PARK_MANAGER' })).json()).toMatchObject({ code: 'ROLE_NOT_HERE' });
    expect((await make({ role: 'SQUAD_MEMBER' })).json()).toMatchObject({
      code: 'POST_NEEDS_PARK',
    });
    const { parks } = (await head.get('/api/posts/choices')).json<{ parks: { id: string }[] }>();
    expect(parks).toHaveLength(3);
    expect((await make({ role: 'SQUAD_MEMBER', parkId: parks[0]!.id })).statusCode).toBe(200);
    expect((await make({ role: 'APPROVAL_OFFICER', title: '<b>' })).statusCode).toBe(400);
    const made = await make({ role: 'APPROVAL_OFFICER', title: '三科审批' });
    expect((await head.get(`/api/posts/${made.json<{ id: string }>().id}`)).json()).toMatchObject({
      state: 'VACANT',
      holdings: [],
      may: { update: true, confirmed: false },
    });
  });

  it('take a holder from a day on; whoever was there leaves the day before', async () => {
    const inspector = people['执法人员']!;
    expect((await appoint('三科审批', { part: 'A', personId: inspector })).json()).toEqual({
      outcome: 'in_force',
    });
    const again = await appoint('三科审批', { part: 'A', personId: inspector });
    expect(again.json()).toMatchObject({ code: 'HOLDS_ALREADY' });
    const both = await appoint('三科审批', { part: 'B', personId: inspector });
    expect(both.json()).toMatchObject({ code: 'BOTH_PARTS' });
    const past = await appoint('三科审批', {
      part: 'B',
      personId: people['审批人员'],
      from: '2026-11-24',
    });
    expect(past.json()).toMatchObject({
      code: 'BEFORE_TODAY',
      params: { value: '2026-11-24', limit: TODAY },
    });
    const later = { part: 'A', personId: people['审批人员'], from: '2026-12-01' };
    expect((await appoint('三科审批', later)).statusCode).toBe(200);
    expect((await postOf('三科审批')).holdings).toMatchObject([
      { person: { name: '演示审批人员' }, from: '2026-12-01', to: null },
      { person: { name: '演示执法人员' }, from: TODAY, to: '2026-11-30' },
    ]);
    const timeline = await head.get(`/api/posts/${(await postOf('三科审批')).id}/timeline`);
    expect(timeline.json()).toMatchObject({
      entries: [
        { type: 'post.appointed', body: { person: '演示审批人员', from: '演示执法人员' } },
        { type: 'post.appointed', actor: '演示分局负责人' },
        { type: 'post.created' },
      ],
    });
  });

  it('tell the second of two who change one at once, and lose nothing', async () => {
    const { id, version } = await postOf('审批人员');
    const wish = { version, part: 'B', from: TODAY };
    const [one, two] = await Promise.all(
      [people['执法人员'], people['分局负责人']].map((personId) =>
        head.post(`/api/posts/${id}/holdings`, { ...wish, personId }),
      ),
    );
    expect(new Set([one!.statusCode, two!.statusCode])).toEqual(new Set([200, 409]));
    const refused = [one!, two!].find(({ statusCode }) => statusCode === 409)!;
    expect(refused.json()).toMatchObject({
      code: 'POST_CHANGED',
      params: { by: '演示分局负责人' },
    });
    if ((await postOf('审批人员')).standIn?.name !== '演示执法人员') {
      await appoint('审批人员', { part: 'B', personId: people['执法人员'] });
    }
  });

  it('are the stand-in’s while the holder is absent, whoever recorded it, and not a day longer', async () => {
    const officer = await test.as('APPROVAL_OFFICER');
    const standIn = await test.as('INSPECTOR');
    const standsIn = async () => {
      const { posts } = (await standIn.get('/api/session')).json<{ posts: { title: string }[] }>();
      return posts.some(({ title }) => title === '审批人员');
    };
    expect(await standsIn()).toBe(false);
    const own = { personId: people['审批人员'], firstDay: TODAY, lastDay: '2026-11-26' };
    const other = await standIn.post('/api/absences', own);
    expect(other.statusCode).toBe(404);
    const recorded = await officer.post('/api/absences', own);
    expect(recorded.statusCode).toBe(200);
    expect((await officer.post('/api/absences', own)).json()).toMatchObject({
      code: 'ABSENT_ALREADY',
    });
    expect((await officer.get('/api/absences')).json()).toMatchObject({
      absences: [{ firstDay: TODAY, lastDay: '2026-11-26' }],
      posts: [{ title: '审批人员', standIn: '演示执法人员' }],
    });
    expect(await standsIn()).toBe(true);
    expect((await postOf('审批人员')).state).toBe('STOOD_IN');
    const { id } = recorded.json<{ id: string }>();
    const back = (lastDay: string) => head.post(`/api/absences/${id}/end`, { lastDay });
    expect((await back('2026-11-24')).statusCode).toBe(200);
    expect(await standsIn()).toBe(false);
    expect((await back('2026-11-27')).statusCode).toBe(404);
    expect((await postOf('审批人员')).state).toBe('PRESENT');
    const alone = await head.post('/api/absences', {
      ...own,
      personId: people['分局负责人'],
    });
    expect(alone.statusCode).toBe(200);
    expect((await postOf('分局负责人')).state).toBe('ABSENT');
  });

  it('are handed over in one act: all of them or none, each to somebody or to nobody said', async () => {
    const leaving = people['审批人员']!;
    const { holdings } = (await head.get(`/api/people/${leaving}`)).json<ColleagueDetail>();
    expect(holdings.map(({ title, from }) => [title, from])).toEqual([
      ['三科审批', '2026-12-01'],
      ['审批人员', TODAY],
    ]);
    const [toCome, running] = holdings.map(({ holdingId }) => holdingId);
    const give = (lines: object[]) =>
      head.post(`/api/people/${leaving}/hand-over`, { lastDay: TODAY, lines });
    const line = (holdingId: string | undefined, to: string | null | undefined) => ({
      holdingId,
      to,
    });
    const inspector = people['执法人员'];
    expect((await give([line(running, inspector)])).json()).toMatchObject({
      code: 'HAND_OVER_INCOMPLETE',
      params: { value: '三科审批' },
    });
    expect((await give([line(running, leaving), line(toCome, null)])).json()).toMatchObject({
      code: 'HAND_OVER_TO_SELF',
    });
    const before = await countEvents();
    const done = await give([line(running, inspector), line(toCome, null)]);
    expect(done.json()).toEqual({ posts: 2, left: 1 });
    expect((await countEvents()) - before).toBe(2);
    const { holder, standIn, holdings: after } = await postOf('审批人员');
    expect([holder?.name, standIn?.name]).toEqual(['演示审批人员', '演示执法人员']);
    // The stand-in rises: his part as B ends with the day before he is A.
    expect(after).toMatchObject([
      { part: 'A', from: '2026-11-26', to: null, person: { id: inspector } },
      { part: 'A', from: TODAY, to: TODAY, person: { id: leaving } },
      { part: 'B', from: TODAY, to: TODAY },
    ]);
    const officer = await test.as('APPROVAL_OFFICER');
    test.setTime('2026-11-26T00:00:01+08:00');
    await officer.signIn('shenpi', 'yanshi-2026');
    expect((await officer.get('/api/session')).json()).toMatchObject({ posts: [] });
    const successor = test.visitor();
    await successor.signIn('zhifa', 'yanshi-2026');
    const { posts } = (await successor.get('/api/session')).json<{ posts: { role: string }[] }>();
    expect(posts.map(({ role }) => role)).toContain('APPROVAL_OFFICER');
    test.setTime(FIRST_MOMENT);
  });

  it('let nobody review what is his own, also not through whoever stands in for him', async () => {
    const [author, standIn] = [people['审批人员']!, people['执法人员']!];
    const officer = await test.as('APPROVAL_OFFICER');
    const submitted = await officer.post('/api/rulebook/entries', anAdoption());
    expect(submitted.statusCode).toBe(200);
    const { id } = submitted.json<{ id: string }>();
    const deputy = { organisationId: await organisation(), role: 'BUREAU_HEAD', title: '副局长' };
    await head.post('/api/posts', deputy);
    await appoint('副局长', { part: 'A', personId: author });
    await appoint('副局长', { part: 'B', personId: standIn });
    const deputised = await test.as('INSPECTOR');
    const decide = () =>
      deputised.post(`/api/rulebook/entries/${id}/decision`, { decision: 'approve' });
    const away = { personId: author, firstDay: TODAY, lastDay: TODAY };
    const absence = (await officer.post('/api/absences', away)).json<{ id: string }>();
    expect((await decide()).json()).toMatchObject({ code: 'OWN_WORK' });
    await officer.post(`/api/absences/${absence.id}/end`, { lastDay: '2026-11-24' });

    // Handed over for good, the post is the other’s own: now it is a second person.
    const { version, standIn: second } = await postOf('副局长');
    const { holdings, id: post } = await postOf('副局长');
    const holdingId = holdings.find(({ person }) => person.id === second?.id)!.id;
    await head.post(`/api/posts/${post}/holdings/end`, { version, holdingId, on: '2026-11-24' });
    expect((await appoint('副局长', { part: 'A', personId: standIn })).statusCode).toBe(200);
    expect((await decide()).json()).toMatchObject({ state: 'APPROVED' });
  });

  it('end with everybody in them', async () => {
    const { id, version } = await postOf('二科审批');
    const ended = await head.post(`/api/posts/${id}/end`, { version, on: TODAY });
    expect(ended.statusCode).toBe(200);
    test.setTime('2026-11-26T09:00:00+08:00');
    head = await test.as('BUREAU_HEAD');
    const { rows } = await listOf(head, 'state=ENDED');
    expect(rows.map(({ title }) => title)).toEqual(['二科审批']);
    const late = await head.post(`/api/posts/${id}/holdings`, {
      version: (await head.get(`/api/posts/${id}`)).json<PostDetail>().version,
      part: 'A',
      personId: people['执法人员'],
      from: '2026-11-26',
    });
    expect(late.json()).toMatchObject({ code: 'POST_ENDED' });
  });

  async function countEvents(): Promise<number> {
    const [row] = await database().transaction((tx) =>
      tx.query<{ events: number }>(`select count(*)::integer as events from event`),
    );
    return row!.events;
  }
});
