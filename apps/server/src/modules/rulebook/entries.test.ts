import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  describeOnDemonstration,
  openTestApp,
  type Client,
  type TestApp,
} from '../../testing-app.ts';
import { anAdoption } from './testing.ts';

describeOnDemonstration('entries of the rulebook', (database) => {
  let test: TestApp;
  let officer: Client;
  let head: Client;
  beforeAll(async () => {
    test = await openTestApp(database());
    officer = await test.as('APPROVAL_OFFICER');
    head = await test.as('BUREAU_HEAD');
  });
  afterAll(() => test.close());

  const screenOn = async (on: string) => {
    const facts = {
      nature: 'retrofit',
      'site.in_park': true,
      'retrofit.public_env_infra': true,
      'retrofit.no_new_land': true,
      'retrofit.no_added_pollutant': true,
    };
    const answer = await test.visitor().post('/api/screenings', {
      works: ['waste_gas'],
      unstated: 'no',
      facts,
      on,
      jurisdiction: '330603',
    });
    return answer.json<{ digest: string; level: string; statutoryLevel: string }>();
  };
  const rules = () => test.visitor().get('/api/rules');

  it('are checked by the loader of the files, and refused with the place', async () => {
    const answer = await officer.post('/api/rulebook/entries', anAdoption({ from: '1. 12. 2026' }));
    expect(answer.json()).toMatchObject({
      status: 422,
      code: 'ENTRY_INVALID',
      params: { at: '0.from', reason: 'schema.invalid_format', value: '1. 12. 2026' },
    });
  });

  it.each([
    ['entry.unknown_relief', anAdoption({ reliefs: ['free_lunch'] })],
    ['entry.other_district', anAdoption({ jurisdiction: '330604' })],
    ['entry.unknown_object', anAdoption({ objects: ['no-such-park'] })],
    ['list.period', anAdoption({ to: '2026-11-30' })],
    ['ENTRY_ENDS_BEFORE_START', { ...anAdoption(), effectiveTo: '2026-11-30' }],
    ['DISTRICT_OUT_OF_REACH', { ...anAdoption(), district: '330604' }],
  ])('are refused with %s where that is so', async (code, entry) => {
    const refused = (await officer.post('/api/rulebook/entries', entry)).json<{
      code: string;
      params: { reason?: string };
    }>();
    expect(refused.params.reason ?? refused.code).toBe(code);
  });

  it('count only once another person approved them, and at once for every visitor', async () => {
    const before = await rules();
    const { statutoryLevel } = await screenOn('2026-12-01');
    expect(await screenOn('2026-12-01')).toMatchObject({ level: statutoryLevel });
    const submitted = await officer.post('/api/rulebook/entries', anAdoption());
    expect(submitted.statusCode).toBe(200);
    const { id } = submitted.json<{ id: string }>();
    expect((await rules()).headers.etag).toBe(before.headers.etag);
    expect((await officer.post('/api/rulebook/entries', anAdoption())).json()).toMatchObject({
      code: 'ENTRY_WAITING',
    });

    const decision = `/api/rulebook/entries/${id}/decision`;
    expect((await officer.post(decision, { decision: 'approve' })).statusCode).toBe(403);
    const approved = await head.post(decision, { decision: 'approve' });
    expect(approved.json()).toMatchObject({ state: 'APPROVED', version: 1 });
    expect((await head.post(decision, { decision: 'approve' })).json()).toMatchObject({
      code: 'ENTRY_DECIDED',
    });

    const after = await rules();
    expect(after.headers.etag).not.toBe(before.headers.etag);
    const { digest, lists } = after.json<{
      digest: string;
      lists: { id: string; demo: boolean }[];
    }>();
    expect(lists.at(-1)).toMatchObject({ id: 'entered/adoptions/keqiao-2026-8/1', demo: true });
    expect(await screenOn('2026-11-30')).toMatchObject({ level: statutoryLevel, digest });
    expect(await screenOn('2026-12-01')).toMatchObject({ level: 'EXEMPT', statutoryLevel, digest });
    expect(await screenOn('2028-12-01')).toMatchObject({ level: statutoryLevel });
  });

  it('are superseded by a new version and never edited', async () => {
    const entries = async () =>
      (await head.get('/api/rulebook/entries')).json<{
        rows: { id: string; version: number; countsUntil: string | null; state: string }[];
      }>().rows;
    expect((await officer.post('/api/rulebook/entries', anAdoption())).json()).toMatchObject({
      code: 'ENTRY_KEY_TAKEN',
    });
    const [first] = await entries();
    const next = await officer.post('/api/rulebook/entries', {
      ...anAdoption(),
      effectiveFrom: '2027-01-01',
      supersedes: first!.id,
    });
    await head.post(`/api/rulebook/entries/${next.json<{ id: string }>().id}/decision`, {
      decision: 'approve',
    });
    expect(await entries()).toMatchObject([
      { version: 2, state: 'APPROVED', countsUntil: null },
      { version: 1, state: 'APPROVED', countsUntil: '2026-12-31' },
    ]);
    await expect(
      database().transaction((tx) =>
        tx.query(`update rulebook_entry set body = '{}' where id = $1`, [first!.id]),
      ),
    ).rejects.toThrow('superseded, never edited');
  });

  it('that one person entered and holds the deciding post for are decided by another', async () => {
    const own = await head.post('/api/rulebook/entries', anAdoption({ id: 'of-the-head' }));
    const { id } = own.json<{ id: string }>();
    expect(
      (await head.post(`/api/rulebook/entries/${id}/decision`, { decision: 'approve' })).json(),
    ).toMatchObject({ code: 'OWN_WORK' });
    const city = await test.as('CITY_OFFICER');
    const back = await city.post(`/api/rulebook/entries/${id}/decision`, {
      decision: 'reject',
      reason: '文号有误',
    });
    expect(back.json()).toMatchObject({ state: 'REJECTED', reason: '文号有误' });
  });

  it('are still law after a restart', async () => {
    const { digest } = (await rules()).json<{ digest: string }>();
    const again = await officer.get('/api/rulebook/entries');
    expect(again.json()).toMatchObject({ digest });
  });

  it('are refused under a key that another county has, and under one entered twice at once', async () => {
    const elsewhere = {
      ...anAdoption({ id: 'race-1' }),
      district: '330602',
    };
    const city = await test.as('CITY_OFFICER');
    expect((await city.post('/api/rulebook/entries', elsewhere)).statusCode).toBe(200);
    expect(
      (await officer.post('/api/rulebook/entries', anAdoption({ id: 'race-1' }))).json(),
    ).toMatchObject({
      code: 'ENTRY_KEY_TAKEN',
    });
    const twice = await Promise.all(
      [officer, head].map((one) => one.post('/api/rulebook/entries', anAdoption({ id: 'race-2' }))),
    );
    expect(twice.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([200, 409]);
  });
});
