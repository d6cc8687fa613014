import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ClockDetail, ClockTable, Inbox, InboxItem } from '@ludao/contracts';
import {
  describeOnDemonstration,
  openTestApp,
  type Client,
  type TestApp,
} from '../../../testing-app.ts';
import { seedCalendar } from '../../../platform/calendar-store.ts';
import { readStream } from '../../../platform/event-log/index.ts';
import { isRefusal, type Refusal } from '../../../platform/refusal.ts';
import { shippedLaw } from '../../rulebook/index.ts';
import { anAdoption } from '../../rulebook/testing.ts';
import {
  meetClock,
  openWorkItem,
  recomputeClocks,
  resumeClock,
  settleWorkItem,
  startClock,
  suspendClock,
} from '../index.ts';
import { actingAt, anItem, aStart, SOME_WORK } from '../testing.ts';

const law = shippedLaw().rulebook.ruleSet;
const TODAY = '2026-11-25T09:00:00+08:00';

describeOnDemonstration('the inbox of each post', (database) => {
  let test: TestApp;
  let officer: Client;
  let head: Client;
  let office: { readonly id: string; readonly districtCode: string };
  beforeAll(async () => {
    await database().transaction((tx) => seedCalendar(tx));
    test = await openTestApp(database(), {}, database(), { work: [SOME_WORK] });
    [officer, head] = [await test.as('APPROVAL_OFFICER'), await test.as('BUREAU_HEAD')];
    const [found] = await database().transaction((tx) =>
      tx.query<{ id: string; districtCode: string }>(
        `select id, district_code as "districtCode" from organisation
         where kind = 'COUNTY_EEB' and district_code = '330603'`,
      ),
    );
    office = found!;
  });
  afterAll(() => test.close());

  const inbox = async (client: Client, query = '') =>
    (await client.get(`/api/inbox?${query}`)).json<Inbox>();
  const begin = (over: object = {}, acting = actingAt(TODAY)) =>
    database().transaction(async (tx) => {
      const subject = { kind: 'case', id: randomUUID() };
      const clock = await startClock(tx, law, aStart(office, { subject, ...over }), acting);
      const id = await openWorkItem(tx, anItem(office, { subject, clock: clock.id }), acting);
      return { subject, clock, id };
    });
  const personAt = async (client: Client) =>
    (await client.get('/api/session')).json<{ user: { id: string } }>().user.id;

  it('holds what waits for the role, with its clock, until it is done', async () => {
    const { subject, id, clock } = await begin({ startedAt: new Date('2026-11-01T09:00+08:00') });
    const row = (await inbox(officer)).rows.find((one) => one.id === id)!;
    expect(row).toMatchObject({
      dueOn: '2026-12-01',
      left: 6,
      unit: 'CALENDAR_DAY',
      colour: 'AMBER',
      kind: { code: 'test.work' },
      may: { claim: true, release: false, assign: false },
    });
    expect((await inbox(head)).rows.some((one) => one.id === id)).toBe(false);
    const sheet = await officer.get('/api/inbox/export');
    expect(sheet.rawPayload.subarray(0, 2).toString()).toBe('PK');
    await database().transaction(async (tx) => {
      const acting = actingAt('2026-11-26T10:00:00+08:00');
      expect(await meetClock(tx, clock.id, {}, acting)).toMatchObject({ inTime: true });
      expect(await settleWorkItem(tx, { subject }, acting)).toBe(1);
      expect(await settleWorkItem(tx, { subject }, acting)).toBe(0);
    });
    expect((await inbox(officer)).rows.some((one) => one.id === id)).toBe(false);
    const [done] = (await inbox(officer, 'state=done')).rows;
    expect(done).toMatchObject({ id, state: 'DONE', colour: 'MET', left: null });
  });

  it('is taken by one post, given back, and given out by the head', async () => {
    const { id } = await begin();
    const post = async (client: Client, what: string, body?: object) =>
      client.post(`/api/inbox/${id}/${what}`, body);
    expect((await post(officer, 'claim')).json<InboxItem>().may.release).toBe(true);
    expect((await post(officer, 'claim')).json()).toMatchObject({ code: 'WORK_TAKEN' });
    expect((await post(head, 'claim')).statusCode).toBe(404);
    expect((await post(officer, 'release')).json<InboxItem>().post).toBeNull();
    expect((await post(officer, 'assign', { post: randomUUID() })).statusCode).toBe(403);
    const whole = await inbox(head, 'of=office');
    expect(whole).toMatchObject({ mayAssign: true });
    expect(whole.rows.some((one) => one.id === id)).toBe(true);
    const { posts } = (await head.get(`/api/inbox/${id}/posts`)).json<{
      posts: { id: string }[];
    }>();
    const given = (await post(head, 'assign', { post: posts[0]!.id })).json<InboxItem>();
    expect(given.post!.id).toBe(posts[0]!.id);
    expect((await post(head, 'assign', { post: randomUUID() })).json()).toMatchObject({
      code: 'WORK_POST_UNFIT',
    });
  });

  it('shows nobody the own work', async () => {
    const person = await personAt(officer);
    const id = await database().transaction((tx) =>
      openWorkItem(
        tx,
        anItem(office, { subject: { kind: 'case', id: randomUUID() }, notPersons: [person] }),
        actingAt(TODAY),
      ),
    );
    expect((await inbox(officer, 'size=200')).rows.some((one) => one.id === id)).toBe(false);
    expect((await officer.post(`/api/inbox/${id}/claim`, {})).statusCode).toBe(404);
  });

  it('asks the same few statements of ten rows as of two hundred', async () => {
    for (let nth = 0; nth < 12; nth += 1) await begin();
    const counted = async (size: number) => {
      let statements = 0;
      const { listInbox } = await import('./service.ts');
      const session = { personId: await personAt(officer), posts: await postsOf(officer) } as never;
      await database().transaction((tx) => {
        const query = tx.query.bind(tx);
        const counting = {
          ...tx,
          query: (...given: Parameters<typeof query>) => {
            statements += 1;
            return query(...given);
          },
        };
        const asking = { session, now: test.now(), today: '2026-11-25', causeId: 'test' };
        const asked = { q: '', page: 1, size, state: 'open', of: 'mine', sort: 'due' } as const;
        return listInbox(counting as never, [], asked, asking);
      });
      return statements;
    };
    expect(await counted(2)).toBe(3);
    expect(await counted(200)).toBe(3);
  });

  const postsOf = async (client: Client) => {
    const { posts } = (await client.get('/api/session')).json<{
      posts: { id: string; role: string; organisation: { id: string; kind: string } }[];
    }>();
    return posts.map((post) => ({
      ...post,
      home: post.organisation.id,
      orgs: [post.organisation.id],
      districts: ['330603'],
      parks: [],
    }));
  };

  it('holds an entry that waits for approval, not for who entered it', async () => {
    await officer.post('/api/rulebook/entries', anAdoption({ id: 'inbox-one' }));
    const waiting = await inbox(head, 'kind=rulebook.approve');
    expect(waiting.rows).toHaveLength(1);
    const { to } = waiting.rows[0]!;
    await head.post(`/api${to.replace('/rulebook/', '/rulebook/entries/')}/decision`, {
      decision: 'reject',
      reason: '文号不对',
    });
    expect((await inbox(head, 'kind=rulebook.approve')).rows).toEqual([]);
  });

  it('knows the last day of a clock whose stop ends on a known day, and counts no day twice', async () => {
    const { clock } = await begin({ startedAt: new Date('2026-11-20T09:00+08:00') });
    const change = <T>(fn: (tx: never) => Promise<T>) =>
      database().transaction((tx) => fn(tx as never));
    const until = new Date('2026-12-05T00:00:00+08:00');
    const stop = { reason: 'REVIEW', until };
    const known = await change((tx) => suspendClock(tx, clock.id, stop, actingAt(TODAY)));
    expect(known).toMatchObject({ dueOn: '2026-12-30', state: 'RUNNING' });
    // Another stop begins meanwhile: it counts from the end of the first.
    const within = actingAt('2026-12-01T09:00:00+08:00');
    await change((tx) => suspendClock(tx, clock.id, { reason: 'HEARING' }, within));
    const early = actingAt('2026-12-03T09:00:00+08:00');
    const nothing = await change((tx) => resumeClock(tx, clock.id, {}, early));
    expect(nothing).toMatchObject({ dueOn: '2026-12-30', state: 'RUNNING' });
    await change((tx) => suspendClock(tx, clock.id, { reason: 'HEARING' }, early));
    const late = actingAt('2026-12-08T09:00:00+08:00');
    const resumed = await change((tx) => resumeClock(tx, clock.id, {}, late));
    expect(resumed).toMatchObject({ dueOn: '2027-01-02', state: 'RUNNING' });
  });

  it('shows a stopped clock with its reason, and a new day when it goes on', async () => {
    const { clock, id } = await begin({ startedAt: new Date('2026-11-20T09:00+08:00') });
    const change = <T>(fn: (tx: never) => Promise<T>) =>
      database().transaction((tx) => fn(tx as never));
    const refused = await change((tx) =>
      suspendClock(tx, clock.id, { reason: 'CORRECTION' }, actingAt(TODAY)),
    );
    expect((refused as Refusal).refused).toBe('CLOCK_REASON_UNKNOWN');
    await change((tx) => suspendClock(tx, clock.id, { reason: 'REVIEW' }, actingAt(TODAY)));
    const stopped = (await inbox(officer, 'colour=SUSPENDED')).rows.find((one) => one.id === id)!;
    expect(stopped).toMatchObject({
      dueOn: null,
      left: 25,
      suspendedFor: { zh: '专家评审、技术评估' },
    });
    test.setTime('2026-12-05T09:00:00+08:00');
    const on = actingAt('2026-12-05T09:00:00+08:00');
    const resumed = await change((tx) => resumeClock(tx, clock.id, {}, on));
    expect(isRefusal(resumed)).toBe(false);
    expect(resumed).toMatchObject({ dueOn: '2026-12-30', state: 'RUNNING' });
    const later = await test.as('APPROVAL_OFFICER');
    const shown = (await later.get(`/api/clocks/${clock.id}`)).json<ClockDetail>();
    expect(shown).toMatchObject({
      clock: 'C03',
      dueOn: '2026-12-30',
      left: 25,
      cite: '环评法第二十二条',
    });
    expect(shown.events.map(({ type }) => type)).toEqual([
      'clock.started',
      'clock.suspended',
      'clock.resumed',
    ]);
    test.setTime(TODAY);
  });

  it('flags a year without a published calendar, and computes again when there is one', async () => {
    const start = { clock: 'C33', startedAt: new Date('2026-12-21T09:00+08:00') };
    const { clock } = await begin({ ...start, length: undefined });
    expect(clock).toMatchObject({ provisional: true, years: [2027], dueOn: '2027-01-18' });
    expect(await recomputeClocks(database(), test.now())).toBe(0);
    await database().transaction((tx) =>
      tx.query(`insert into calendar_year (year, source, confidence) values (2027, 'test', 'LIBRARY');
        insert into calendar_day (date, is_working, kind, source)
        select day::date, extract(isodow from day) < 6 and day::date <> '2027-01-01',
          case when extract(isodow from day) > 5 then 'WEEKEND'
            when day::date = '2027-01-01' then 'HOLIDAY' else 'WORKDAY' end, 'test'
        from generate_series(timestamp '2027-01-01', '2027-12-31', interval '1 day') day`),
    );
    expect(await recomputeClocks(database(), test.now())).toBeGreaterThan(0);
    const shown = (await officer.get(`/api/clocks/${clock.id}`)).json<ClockDetail>();
    expect(shown).toMatchObject({ dueOn: '2027-01-19', openYears: [] });
    const events = await database().transaction((tx) => readStream(tx, `clock/${clock.id}`));
    expect(events.at(-1)).toMatchObject({ type: 'clock.recomputed', actor: 'system:clock' });
    expect(await recomputeClocks(database(), test.now())).toBe(0);
  });

  it('rests on a table of clocks that anybody may read, with what an office has set', async () => {
    const { clocks } = (await test.visitor().get('/api/clocks')).json<ClockTable>();
    expect(clocks).toHaveLength(41);
    expect(clocks.find(({ id }) => id === 'C16')!.tension).not.toBeNull();
  });
});
