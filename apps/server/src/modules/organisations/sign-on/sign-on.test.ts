import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../../../demo/words.ts';
import {
  FIRST_MOMENT,
  describeOnDemonstration,
  openTestApp,
  type Client,
  type TestApp,
} from '../../../testing-app.ts';
import { codeAt } from '../second-factor.ts';
import { goThrough, openTestProvider, TEST_CLIENT, type TestProvider } from './testing.ts';

const PUBLIC = 'http://127.0.0.1:3999';

describeOnDemonstration("an office's own sign-on", (database) => {
  let provider: TestProvider;
  let test: TestApp;
  let officer: Client;
  const folder = mkdtempSync(join(tmpdir(), 'ludao-oidc-'));
  const settings = (more: Record<string, string> = {}) => ({
    LUDAO_URL: PUBLIC,
    LUDAO_OIDC_ISSUER: provider.issuer,
    LUDAO_OIDC_CLIENT: TEST_CLIENT.id,
    LUDAO_OIDC_SECRET_FILE: join(folder, 'secret'),
    LUDAO_OIDC_LINK_BY: 'number',
    LUDAO_OIDC_SECOND_FACTOR: 'mfa, otp',
    LUDAO_OIDC_TITLE: '演示政务通',
    ...more,
  });
  beforeAll(async () => {
    writeFileSync(join(folder, 'secret'), `${TEST_CLIENT.secret}\n`);
    provider = await openTestProvider(PUBLIC);
    test = await openTestApp(database(), settings());
    officer = await test.as('SYSTEM_OFFICER');
  });
  afterAll(async () => {
    await test.close();
    await provider.shut();
    rmSync(folder, { recursive: true });
  });

  /** From the button to the address at which the browser comes back. */
  async function away(client: Client, change: (url: URL) => void = () => {}): Promise<string> {
    const started = await client.get('/api/sign-on/start?to=/parks');
    expect(started.statusCode).toBe(303);
    const url = new URL(String(started.headers.location));
    change(url);
    return (await goThrough(url.href, PUBLIC)).slice(PUBLIC.length);
  }
  const landing = async (client: Client, back: string) =>
    String((await client.get(back)).headers.location);
  const signOn = async (client: Client) => landing(client, await away(client));
  const codeOf = (location: string) => new URL(location, PUBLIC).searchParams.get('problem');
  const kinds = async () =>
    (
      await database().transaction((tx) =>
        tx.query<{ said: string }>(
          `select kind || ' ' || detail as said from auth.security_event order by id`,
        ),
      )
    ).map(({ said }) => said.trim());

  async function prepareNumber(name: string, staffNumber: string): Promise<void> {
    const { rows } = (await officer.get(`/api/sign-on/accounts?q=${name}`)).json<{
      rows: { id: string; signInName: string }[];
    }>();
    const { id } = rows.find(({ signInName }) => signInName === name)!;
    const answer = await officer.post(`/api/sign-on/accounts/${id}/staff-number`, { staffNumber });
    expect(answer.statusCode).toBe(200);
  }

  it('is offered by the name that the office gave it', async () => {
    expect((await test.visitor().get('/api/sign-on')).json()).toEqual({
      title: { zh: '演示政务通', en: 'Unified sign-on' },
      passwords: 'everyone',
    });
  });

  it('asks with PKCE, state and nonce, and keeps none of them where another could read them', async () => {
    const client = test.visitor();
    const started = await client.get('/api/sign-on/start');
    const { searchParams } = new URL(String(started.headers.location));
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${PUBLIC}/api/sign-on/callback`,
    });
    expect(started.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    const rows = await database().transaction((tx) =>
      tx.query('select *, secret_hash::text as hash from auth.sign_on_attempt'),
    );
    const kept = JSON.stringify(rows, (_, value: unknown) => String(value)) + JSON.stringify(rows);
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(kept).not.toContain(searchParams.get(name));
    }
  });

  it('shows somebody without an account whom to ask, and makes none', async () => {
    provider.next({ subject: 'stranger', claims: { employee_number: 'Z-1' } });
    const client = test.visitor();
    expect(codeOf(await signOn(client))).toBe('SIGN_ON_UNKNOWN');
    expect((await client.get('/api/session')).statusCode).toBe(401);
    expect(await kinds()).toContain('SIGN_ON_REFUSED unknown');
  });

  it('finds an account by the number that the system officer entered, and from then on by its subject', async () => {
    await prepareNumber('shenpi', 'KQ-007');
    provider.next({ subject: 'subject-7', claims: { employee_number: 'KQ-007' } });
    const client = test.visitor();
    expect(await signOn(client)).toBe('/desk/parks');
    expect((await client.get('/api/session')).json()).toMatchObject({
      posts: [{ role: 'APPROVAL_OFFICER' }],
      signOn: 'used',
    });
    // The number is given to somebody else one day: it opens nothing of hers.
    provider.next({ subject: 'successor', claims: { employee_number: 'KQ-007' } });
    expect(codeOf(await signOn(test.visitor()))).toBe('SIGN_ON_UNKNOWN');
    provider.next({ subject: 'subject-7', claims: {} });
    expect(await signOn(test.visitor())).toBe('/desk/parks');
  });

  it('is not spoilt by a page elsewhere that sends the browser here with an answer of its own', async () => {
    provider.next({ subject: 'subject-7' });
    const client = test.visitor();
    const back = await away(client);
    const cookie = client.cookie('ludao_sign_on');
    const forged = '/api/sign-on/callback?code=x&state=y';
    expect(codeOf(await landing(client, forged))).toBe('SIGN_ON_EXPIRED');
    expect(client.cookie('ludao_sign_on')).toBe(cookie);
    expect(await landing(client, back)).toBe('/desk/parks');
  });

  it.each([
    ['used twice', (back: string) => back, 'SIGN_ON_EXPIRED', true],
    [
      'of another issuer',
      (back: string) => back.replace(/iss=[^&]*/, 'iss=https%3A%2F%2Felsewhere.example'),
      'SIGN_ON_FAILED',
      false,
    ],
    [
      'with another code',
      (back: string) => back.replace(/code=[^&]*/, 'code=invented'),
      'SIGN_ON_FAILED',
      false,
    ],
  ])('refuses an answer %s', async (_, alter, code, useFirst) => {
    provider.next({ subject: 'subject-7' });
    const client = test.visitor();
    const back = await away(client);
    const cookie = client.cookie('ludao_sign_on');
    if (useFirst) expect(await landing(client, back)).toBe('/desk/parks');
    const thief = test.visitor();
    thief.bring('ludao_sign_on', cookie);
    expect(codeOf(await landing(thief, alter(back)))).toBe(code);
    expect((await thief.get('/api/session')).statusCode).toBe(401);
  });

  it('refuses an answer in a browser that did not ask for it', async () => {
    provider.next({ subject: 'subject-7' });
    const back = await away(test.visitor());
    expect(codeOf(await landing(test.visitor(), back))).toBe('SIGN_ON_EXPIRED');
  });

  it('refuses a token with another nonce than it asked for', async () => {
    provider.next({ subject: 'subject-7' });
    const client = test.visitor();
    const back = await away(client, (url) => url.searchParams.set('nonce', 'of-another-attempt'));
    expect(codeOf(await landing(client, back))).toBe('SIGN_ON_FAILED');
  });

  it('refuses an answer that took longer than ten minutes', async () => {
    provider.next({ subject: 'subject-7' });
    const client = test.visitor();
    const back = await away(client);
    test.setTime('2026-11-25T09:10:01+08:00');
    expect(codeOf(await landing(client, back))).toBe('SIGN_ON_EXPIRED');
    test.setTime(FIRST_MOMENT);
  });

  it('says so when the person cancels there', async () => {
    provider.next(null);
    expect(codeOf(await signOn(test.visitor()))).toBe('SIGN_ON_CANCELLED');
  });

  it('says so when the provider is down, before and after going there, and works when it is back', async () => {
    provider.next({ subject: 'subject-7' });
    const client = test.visitor();
    const back = await away(client);
    await provider.shut();
    expect(codeOf(await landing(client, back))).toBe('SIGN_ON_UNREACHABLE');
    await test.restart();
    const started = await client.get('/api/sign-on/start');
    expect(codeOf(String(started.headers.location))).toBe('SIGN_ON_UNREACHABLE');
    await provider.open();
    expect(await signOn(client)).toBe('/desk/parks');
  });

  it('refuses a disabled account and a locked one, and says which', async () => {
    provider.next({ subject: 'subject-7' });
    const setAccount = (sql: string) =>
      database().transaction((tx) =>
        tx.query(`update auth.account set ${sql} where sign_in_name = 'shenpi'`),
      );
    await setAccount('disabled_at = now()');
    expect(codeOf(await signOn(test.visitor()))).toBe('SIGN_ON_DISABLED');
    await setAccount(`disabled_at = null, locked_until = '2026-11-25T09:05:00+08:00'`);
    expect(codeOf(await signOn(test.visitor()))).toBe('LOCKED');
    await setAccount('locked_until = null');
    expect(await signOn(test.visitor())).toBe('/desk/parks');
  });

  it('asks for the own second factor, unless the provider says that it asked for one', async () => {
    const { client: auditor, secret } = await test.enrolled('AUDIT_OFFICER');
    const { id } = (await auditor.get('/api/session')).json<{ user: { id: string } }>().user;
    await database().transaction((tx) =>
      tx.query(
        `insert into auth.sign_on_link (issuer, subject, person_id, linked_by, linked_at)
         values ($1, 'auditor', $2, 'OWN', now())`,
        [provider.issuer, id],
      ),
    );
    provider.next({ subject: 'auditor', amr: ['pwd'] });
    const client = test.visitor();
    expect(await signOn(client)).toBe('/desk/sign-in?step=code&to=%2Fparks');
    expect((await client.get('/api/session')).statusCode).toBe(401);
    const confirm = (code: string) => client.post('/api/sign-on/code', { code });
    expect((await confirm('000000')).json()).toMatchObject({ code: 'CODE_WRONG' });
    test.setTime('2026-11-25T09:02:00+08:00');
    const code = codeAt(secret, test.now());
    expect((await confirm(code)).json()).toMatchObject({ secondFactor: 'done', signOn: 'used' });
    // The way in is used up, and so is the code.
    expect((await confirm(code)).json()).toMatchObject({ code: 'SIGN_ON_EXPIRED' });
    test.setTime(FIRST_MOMENT);

    provider.next({ subject: 'auditor', amr: ['pwd', 'otp'] });
    const trusted = test.visitor();
    expect(await signOn(trusted)).toBe('/desk/parks');
    expect((await trusted.get('/api/session')).json()).toMatchObject({ secondFactor: 'done' });
  });

  it('is linked once by the signed-in person, with the password, and to nobody else', async () => {
    const link = async (client: Client, password = DEMO_PASSWORD) => {
      const answer = await client.post('/api/sign-on/own', { password });
      if (answer.statusCode !== 200) return answer.json<{ code: string }>().code;
      const { url } = answer.json<{ url: string }>();
      return landing(client, (await goThrough(url, PUBLIC)).slice(PUBLIC.length));
    };
    const inspector = await test.as('INSPECTOR');
    provider.next({ subject: 'inspector' });
    expect(await link(inspector, 'wrong')).toBe('PASSWORD_WRONG');
    expect(await link(inspector)).toBe('/desk/sign-on?done=linked');
    expect((await inspector.get('/api/sign-on/own')).json()).toEqual({
      linkedAt: '2026-11-25T01:00:00.000Z',
    });
    const other = await test.as('REVIEWER');
    expect(await link(other)).toBe('/desk/sign-on?problem=SIGN_ON_TAKEN');
    provider.next({ subject: 'inspector-again' });
    expect(await link(inspector)).toBe('/desk/sign-on?problem=SIGN_ON_LINKED_ALREADY');
    const visitor = test.visitor();
    provider.next({ subject: 'inspector' });
    expect(await signOn(visitor)).toBe('/desk/parks');
    expect((await visitor.get('/api/session')).json()).toMatchObject({
      posts: [{ role: 'INSPECTOR' }],
    });
  });

  it('does not link for somebody who signed out meanwhile', async () => {
    const client = await test.as('ECON_OFFICER');
    const { url } = (await client.post('/api/sign-on/own', { password: DEMO_PASSWORD })).json<{
      url: string;
    }>();
    await client.del('/api/session');
    provider.next({ subject: 'late' });
    const back = (await goThrough(url, PUBLIC)).slice(PUBLIC.length);
    expect(await landing(client, back)).toBe('/desk/sign-on?problem=SIGN_ON_EXPIRED');
  });

  it('ends at once for an account that the system officer unlinks; a password session goes on', async () => {
    provider.next({ subject: 'inspector' });
    const signedOn = test.visitor();
    await signOn(signedOn);
    const byPassword = await test.as('INSPECTOR');
    const { rows } = (await officer.get('/api/sign-on/accounts?state=linked')).json<{
      rows: { id: string; signInName: string; linkedBy: string }[];
    }>();
    expect(rows.map(({ signInName }) => signInName).sort()).toEqual(['shenji', 'shenpi', 'zhifa']);
    const { id } = rows.find(({ signInName }) => signInName === 'zhifa')!;
    expect((await officer.del(`/api/sign-on/accounts/${id}`)).statusCode).toBe(200);
    expect((await officer.del(`/api/sign-on/accounts/${id}`)).statusCode).toBe(404);
    expect((await signedOn.get('/api/session')).statusCode).toBe(401);
    expect((await byPassword.get('/api/session')).statusCode).toBe(200);
    expect(codeOf(await signOn(test.visitor()))).toBe('SIGN_ON_UNKNOWN');
  });

  it('gives a staff number to one account only', async () => {
    const { rows } = (await officer.get('/api/sign-on/accounts?q=jingxin')).json<{
      rows: { id: string }[];
    }>();
    const taken = await officer.post(`/api/sign-on/accounts/${rows[0]!.id}/staff-number`, {
      staffNumber: 'KQ-007',
    });
    expect(taken.json()).toMatchObject({ code: 'STAFF_NUMBER_TAKEN' });
    expect((await (await test.as('BUREAU_HEAD')).get('/api/sign-on/accounts')).statusCode).toBe(
      403,
    );
  });

  it('offers the way out at the provider as well', async () => {
    const answer = await test.visitor().get('/api/sign-on/end');
    const url = new URL(String(answer.headers.location));
    expect(url.origin).toBe(provider.issuer);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: TEST_CLIENT.id,
      post_logout_redirect_uri: `${PUBLIC}/desk/sign-in`,
    });
  });

  it('finds an account by a phone, however it is written, unless the provider does not vouch for it', async () => {
    await test.restart(settings({ LUDAO_OIDC_LINK_BY: 'phone' }));
    await database().transaction((tx) =>
      tx.query(`update auth.account set phone = '13900000018' where sign_in_name = 'zhengfu'`),
    );
    const phone_number = '+86 139-0000-0018';
    provider.next({ subject: 'mayor', claims: { phone_number, phone_number_verified: false } });
    expect(codeOf(await signOn(test.visitor()))).toBe('SIGN_ON_UNKNOWN');
    provider.next({ subject: 'mayor', claims: { phone_number, phone_number_verified: true } });
    expect(await signOn(test.visitor())).toBe('/desk/parks');
  });

  it('may leave passwords to the three officers, who get in when the provider is down', async () => {
    await test.restart(settings({ LUDAO_OIDC_PASSWORDS: 'officers' }));
    const refused = await test.visitor().signIn('jingxin', DEMO_PASSWORD);
    expect(refused.json()).toMatchObject({ code: 'PASSWORD_FOR_OFFICERS' });
    expect((await test.visitor().signIn('anquan', DEMO_PASSWORD)).statusCode).toBe(200);
  });

  it('writes all of it into the security log, without a name or a number', async () => {
    const said = await kinds();
    for (const one of [
      'SIGNED_IN sign-on',
      'SIGN_ON_LINKED',
      'SIGN_ON_REFUSED SIGN_ON_CANCELLED',
      'SIGN_ON_REFUSED SIGN_ON_FAILED',
      'SIGN_ON_REFUSED SIGN_ON_UNREACHABLE',
      'SIGN_ON_REFUSED disabled',
      'SIGN_ON_REFUSED expired',
      'SIGN_ON_REFUSED locked',
      'SIGN_ON_REFUSED taken',
      'PASSWORD_REFUSED',
    ]) {
      expect(said).toContain(one);
    }
    expect(said.join('\n')).not.toMatch(/KQ-007|subject-7/);
  });
});
