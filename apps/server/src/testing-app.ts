import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Role } from '@ludao/contracts';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { Secret, TOTP } from 'otpauth';
import { seedDemo, type DemoSize } from './demo/seed.ts';
import { ACCOUNT_NAMES, DEMO_PASSWORD } from './demo/words.ts';
import { buildApp, type AppDeps } from './app.ts';
import { shippedLaw } from './modules/rulebook/index.ts';
import { fixedClock, type Clock } from './platform/clock.ts';
import { readConfig } from './platform/config.ts';
import type { Database } from './platform/db.ts';
import { openJobsInProcess } from './platform/jobs-in-process.ts';
import { describeOnDatabase, silentLog } from './platform/testing.ts';
import { digestOf } from './platform/testing-databases.ts';

/** The first county has three parks, the second is its neighbour. */
const TWO_COUNTIES: DemoSize = [
  { parks: 3, enterprises: 12 },
  { parks: 2, enterprises: 6 },
];

/** The whole server over a demonstration of two counties, with a clock that tests move. */
export interface TestApp {
  /** The server of this moment; `restart` puts another in its place. */
  readonly app: FastifyInstance;
  readonly database: Database;
  setTime(instant: string): void;
  now(): Date;
  /** A browser without a session. */
  visitor(): Client;
  /** Signed in as the demonstration's holder of the role, with a second factor where it must be. */
  as(role: Role): Promise<Client>;
  /** The same for a role with a second factor, and the secret of its authenticator app. */
  enrolled(role: Role): Promise<{ readonly client: Client; readonly secret: string }>;
  /** Ends the server and opens another over the same database, as after a restart. */
  restart(env?: Readonly<Record<string, string>>): Promise<void>;
  close(): Promise<void>;
}

export interface Client {
  get(url: string): Promise<LightMyRequestResponse>;
  post(url: string, body: unknown): Promise<LightMyRequestResponse>;
  upload(url: string, file: Uint8Array): Promise<LightMyRequestResponse>;
  del(url: string): Promise<LightMyRequestResponse>;
  signIn(name: string, password: string, code?: string): Promise<LightMyRequestResponse>;
  /** The value of a cookie that this browser holds; '' for none. */
  cookie(name: string): string;
  /** Puts a cookie of another browser into this one. */
  bring(name: string, value: string): void;
}

export const FIRST_MOMENT = '2026-11-25T09:00:00+08:00';

/** Where the demonstration is written and by what it is entered; a change anywhere makes it anew. */
const ENTERED_BY = ['demo', 'modules', 'platform/event-log', '../../../packages/contracts/src'];
let digest: string | undefined;

/** A suite on databases that hold the demonstration from the start, at the first moment. */
export function describeOnDemonstration(
  title: string,
  suite: (database: () => Database) => void,
): void {
  digest ??= digestOf(ENTERED_BY.map((path) => fileURLToPath(new URL(path, import.meta.url))));
  describeOnDatabase(title, suite, {
    migrated: true,
    filling: { digest, enter: enterDemonstration },
  });
}

async function enterDemonstration(database: Database): Promise<void> {
  const clock = fixedClock(FIRST_MOMENT);
  await database.transaction(async (tx) => {
    if ((await tx.query('select from installation')).length > 0) return;
    await tx.query('insert into installation (demo, seeded_at) values (true, $1)', [clock.now()]);
    await seedDemo(tx, TWO_COUNTIES, { now: clock.now(), today: clock.today() });
  });
}

/**
 * @param seeding is filled with the demonstration where it does not hold it yet, as the owner of
 *   its tables
 * @param env settings besides the data folder, as environment variables
 * @param database the same database as the login that the server is to have
 * @param also what the server is built with besides, as with the sections of another capability
 */
export async function openTestApp(
  seeding: Database,
  env: Readonly<Record<string, string>> = {},
  database = seeding,
  also: Pick<
    AppDeps,
    'dossiers' | 'work' | 'aroundFiles' | 'permitInForce' | 'restrictions' | 'permitOf'
  > = {},
): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'ludao-test-app-'));
  let clock = fixedClock(FIRST_MOMENT);
  const moving: Clock = { now: () => clock.now(), today: () => clock.today() };
  await enterDemonstration(seeding);
  let config = readConfig({ ...env, LUDAO_DATA: folder });
  const rulebook = shippedLaw();
  const open = () => {
    const deps = { database, clock: moving, log: silentLog };
    const jobs = openJobsInProcess({ ...deps, recurring: false });
    return buildApp({ ...deps, config, rulebook, jobs, ...also });
  };
  let app = await open();
  return {
    get app() {
      return app;
    },
    database,
    setTime: (instant) => void (clock = fixedClock(instant)),
    now: () => clock.now(),
    visitor: () => clientOf(() => app),
    async as(role) {
      const client = clientOf(() => app);
      await client.signIn(ACCOUNT_NAMES[role], DEMO_PASSWORD);
      const { secondFactor } = (await client.get('/api/session')).json<{ secondFactor: string }>();
      if (secondFactor === 'to_enrol') await enrol(client, clock.now());
      return client;
    },
    async enrolled(role) {
      const client = clientOf(() => app);
      await client.signIn(ACCOUNT_NAMES[role], DEMO_PASSWORD);
      return { client, secret: await enrol(client, clock.now()) };
    },
    async restart(other) {
      await app.close();
      if (other) config = readConfig({ ...other, LUDAO_DATA: folder });
      app = await open();
      await app.ready();
    },
    async close() {
      await app.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function enrol(client: Client, now: Date): Promise<string> {
  const started = await client.post('/api/session/second-factor', { password: DEMO_PASSWORD });
  const { secret } = started.json<{ secret: string }>();
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  const code = app.generate({ timestamp: now.getTime() });
  await client.post('/api/session/second-factor/confirmation', { code });
  return secret;
}

function clientOf(app: () => FastifyInstance): Client {
  const jar = new Map<string, string>();
  const send = async (method: 'GET' | 'POST' | 'DELETE', url: string, body?: unknown) => {
    const answer = await app().inject({
      method,
      url,
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body instanceof Uint8Array && { 'content-type': 'application/octet-stream' }),
      },
      ...(body !== undefined && {
        payload: body instanceof Uint8Array ? Buffer.from(body) : (body as object),
      }),
    });
    for (const { name, value } of answer.cookies) jar.set(name, value);
    return answer;
  };
  return {
    get: (url) => send('GET', url),
    post: (url, body) => send('POST', url, body),
    upload: (url, file) => send('POST', url, file),
    del: (url) => send('DELETE', url),
    signIn: (name, password, code) => send('POST', '/api/session', { name, password, code }),
    cookie: (name) => jar.get(name) ?? '',
    bring: (name, value) => void jar.set(name, value),
  };
}
