import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../../demo/words.ts';
import {
  FIRST_MOMENT,
  describeOnDemonstration,
  openTestApp,
  type TestApp,
} from '../../testing-app.ts';
import { codeAt } from './second-factor.ts';

describeOnDemonstration('signing in', (database) => {
  let test: TestApp;
  beforeAll(async () => void (test = await openTestApp(database())));
  afterAll(() => test.close());

  it('opens a desk with the post that is held', async () => {
    const client = test.visitor();
    const answer = await client.signIn('shenpi', DEMO_PASSWORD);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      posts: [{ role: 'APPROVAL_OFFICER', standIn: false }],
      districts: ['330603'],
      secondFactor: 'not_required',
    });
    const [cookie] = answer.cookies;
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/api' });
    expect((await client.get('/api/session')).statusCode).toBe(200);
  });

  it('takes capitals and full-width letters of a name for small ones', async () => {
    expect((await test.visitor().signIn('ＳhenPi', DEMO_PASSWORD)).statusCode).toBe(200);
  });

  it('does not tell a wrong password from an unknown name', async () => {
    const wrong = await test.visitor().signIn('zhifa', 'wrong');
    const unknown = await test.visitor().signIn('nobody-here', 'wrong');
    expect(wrong.statusCode).toBe(422);
    const told = (answer: typeof wrong) => ({ ...answer.json<object>(), instance: '' });
    expect(told(wrong)).toEqual(told(unknown));
  });

  it('locks after five wrong passwords, says until when, and opens again after that', async () => {
    const client = test.visitor();
    for (let attempt = 1; attempt < 5; attempt++) {
      expect((await client.signIn('jingxin', `wrong ${attempt}`)).statusCode).toBe(422);
    }
    const locked = await client.signIn('jingxin', 'wrong 5');
    expect(locked.statusCode).toBe(423);
    expect(locked.json()).toMatchObject({
      code: 'LOCKED',
      params: { until: '2026-11-25T01:15:00.000Z' },
    });
    expect((await client.signIn('jingxin', DEMO_PASSWORD)).statusCode).toBe(423);
    test.setTime('2026-11-25T09:15:01+08:00');
    expect((await client.signIn('jingxin', DEMO_PASSWORD)).statusCode).toBe(200);
    test.setTime(FIRST_MOMENT);
  });

  it('ends at once when signed out, even for a copy of the cookie', async () => {
    const client = test.visitor();
    const { cookies } = await client.signIn('zhengfu', DEMO_PASSWORD);
    await client.del('/api/session');
    const copied = await test.app.inject({
      url: '/api/session',
      headers: { cookie: `ludao_session=${cookies[0]!.value}` },
    });
    expect(copied.statusCode).toBe(401);
    expect(copied.json()).toMatchObject({ code: 'SIGN_IN_NEEDED' });
  });

  it('ends after half an hour without a request, and after twelve hours in any case', async () => {
    const client = await test.as('INSPECTOR');
    test.setTime('2026-11-25T09:29:00+08:00');
    expect((await client.get('/api/session')).statusCode).toBe(200);
    test.setTime('2026-11-25T09:58:00+08:00');
    expect((await client.get('/api/session')).statusCode).toBe(200);
    test.setTime('2026-11-25T10:28:01+08:00');
    expect((await client.get('/api/session')).statusCode).toBe(401);
    test.setTime(FIRST_MOMENT);
    const busy = await test.as('INSPECTOR');
    for (let hour = 0; hour < 24; hour++) {
      const at = new Date(Date.parse(FIRST_MOMENT) + hour * 29 * 60_000).toISOString();
      test.setTime(at);
      await busy.get('/api/session');
    }
    test.setTime('2026-11-25T21:00:01+08:00');
    expect((await busy.get('/api/session')).statusCode).toBe(401);
    test.setTime(FIRST_MOMENT);
  });

  it('gives the three officers nothing before their second factor is set up', async () => {
    const client = test.visitor();
    const first = await client.signIn('shenji', DEMO_PASSWORD);
    expect(first.json()).toMatchObject({ secondFactor: 'to_enrol' });
    expect((await client.get('/api/parks')).json()).toMatchObject({
      code: 'SECOND_FACTOR_MISSING',
    });
    expect(
      (await client.post('/api/session/second-factor', { password: 'x' })).json(),
    ).toMatchObject({ code: 'PASSWORD_WRONG' });
    const started = await client.post('/api/session/second-factor', { password: DEMO_PASSWORD });
    const { secret, uri } = started.json<{ secret: string; uri: string }>();
    expect(uri).toContain(secret);
    const confirm = (code: string) =>
      client.post('/api/session/second-factor/confirmation', { code });
    expect((await confirm('000000')).json()).toMatchObject({ code: 'CODE_WRONG' });
    const code = codeAt(secret, test.now());
    expect((await confirm(code)).statusCode).toBe(200);
    expect((await client.get('/api/session')).json()).toMatchObject({ secondFactor: 'done' });

    const again = test.visitor();
    expect((await again.signIn('shenji', DEMO_PASSWORD)).json()).toMatchObject({
      code: 'SECOND_FACTOR_NEEDED',
    });
    // A code works once, also within its half minute.
    expect((await again.signIn('shenji', DEMO_PASSWORD, code)).statusCode).toBe(422);
    test.setTime('2026-11-25T09:01:00+08:00');
    const later = codeAt(secret, test.now());
    expect((await again.signIn('shenji', DEMO_PASSWORD, later)).statusCode).toBe(200);
    test.setTime(FIRST_MOMENT);
  });

  it('refuses a change that a page of another site sent', async () => {
    const answer = await test.app.inject({
      method: 'DELETE',
      url: '/api/session',
      headers: { origin: 'https://elsewhere.example', host: 'localhost' },
    });
    expect(answer.json()).toMatchObject({ code: 'FOREIGN_ORIGIN' });
  });

  it('lets a steward act for an enterprise until the very second its delegation ends', async () => {
    const client = await test.as('STEWARD');
    const before = (await client.get('/api/enterprises')).json<{ total: number }>();
    expect(before.total).toBe(5);
    await database().transaction((tx) =>
      tx.query('update delegation set ends_at = $1', [new Date(test.now().getTime() + 1000)]),
    );
    expect((await client.get('/api/enterprises')).json()).toMatchObject({ total: 5 });
    test.setTime('2026-11-25T09:00:01+08:00');
    expect((await client.get('/api/enterprises')).json()).toMatchObject({ total: 0 });
    test.setTime(FIRST_MOMENT);
  });

  it('lets a stand-in in while the holder is absent, and not on other days', async () => {
    await database().transaction((tx) =>
      tx.query(
        `with held as (
           select h.* from post_holding h join post p on p.id = h.post_id
           where p.role = 'APPROVAL_OFFICER'
         ), stand_in as (
           insert into post_holding
             (id, owner_org, district_code, post_id, person_id, part, valid_from)
           select gen_random_uuid(), held.owner_org, held.district_code, post_id,
             (select person_id from auth.account where sign_in_name = 'pinggu'), 'B', valid_from
           from held
         )
         insert into absence (id, owner_org, district_code, person_id, first_day, last_day)
         select gen_random_uuid(), owner_org, district_code, person_id, '2026-11-26', '2026-11-27'
         from held`,
      ),
    );
    const client = await test.as('REVIEWER');
    expect((await client.get('/api/parks')).statusCode).toBe(403);
    test.setTime('2026-11-26T00:00:00+08:00');
    await client.signIn('pinggu', DEMO_PASSWORD);
    expect((await client.get('/api/session')).json()).toMatchObject({
      posts: [{ role: 'REVIEWER' }, { role: 'APPROVAL_OFFICER', standIn: true }],
    });
    expect((await client.get('/api/parks')).json()).toMatchObject({ total: 3 });
    test.setTime('2026-11-28T00:00:00+08:00');
    await client.signIn('pinggu', DEMO_PASSWORD);
    expect((await client.get('/api/parks')).statusCode).toBe(403);
    test.setTime(FIRST_MOMENT);
  });

  it('keeps a security log that names nobody who mistyped', async () => {
    const rows = await database().transaction((tx) =>
      tx.query<{ kind: string }>('select distinct kind from auth.security_event order by kind'),
    );
    expect(rows.map(({ kind }) => kind)).toEqual([
      'LOCKED',
      'SECOND_FACTOR_SET',
      'SIGNED_IN',
      'SIGNED_OUT',
      'SIGN_IN_FAILED',
    ]);
  });
});
