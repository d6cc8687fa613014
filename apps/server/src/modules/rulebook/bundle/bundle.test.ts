import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNT_NAMES, DEMO_PASSWORD } from '../../../demo/words.ts';
import { migrate } from '../../../platform/migrations.ts';
import { MIGRATIONS } from '../../../platform/paths.ts';
import { hashOf, type Session } from '../../../platform/session.ts';
import { openOnPglite, silentLog, type OwnDatabase } from '../../../platform/testing-databases.ts';
import { openTestApp, type Client, type TestApp } from '../../../testing-app.ts';
import { openOrganisations } from '../../organisations/index.ts';
import { openLiveLaw, openRulebook, shippedLaw } from '../index.ts';
import { exportBundle, importBundle, type Imported } from './service.ts';

const DAY = '2026-12-15';
const DOCUMENT = {
  district: '330603',
  sourceTitle: '演示：柯桥区名单',
  sourceNo: '演示〔2026〕3号',
  issuer: '演示机关',
  layer: 'MUNICIPAL_NORMATIVE',
  confidence: 'verified',
  effectiveFrom: '2026-12-01',
};
const PARK = { id: 'park-1', name: '演示园区', datasets: [] };
const FACILITY = {
  id: 'dye-1',
  name: '演示染整中心',
  park: 'park-1',
  operator: '演示运营公司',
  state: 'operating',
  capacity: '',
  does: ['process.dyeing'],
};
const DAYS = [{ date: '2027-01-01', kind: 'HOLIDAY', name: '元旦' }];

interface Place {
  readonly own: OwnDatabase;
  readonly test: TestApp;
  readonly officer: Client;
  readonly head: Client;
}

async function openPlace(): Promise<Place> {
  const own = await openOnPglite();
  await migrate(own.database, MIGRATIONS, silentLog);
  const test = await openTestApp(own.database);
  const [officer, head] = [await test.as('APPROVAL_OFFICER'), await test.as('BUREAU_HEAD')];
  return { own, test, officer, head };
}

describe('a bundle of the law in force', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ludao-bundle-'));
  const bundle = join(folder, 'bundle');
  let home: Place;
  let away: Place;
  beforeAll(async () => {
    home = await openPlace();
    away = await openPlace();
  });
  afterAll(async () => {
    for (const { own, test } of [home, away]) {
      await test.close();
      await own.remove();
    }
    rmSync(folder, { recursive: true });
  });

  const enter = async ({ officer, head }: Place, form: object) => {
    const answer = await officer.post('/api/rulebook/entries', { ...DOCUMENT, ...form });
    expect(answer.statusCode, answer.body).toBe(200);
    const { id } = answer.json<{ id: string }>();
    await approve(head, id);
    return id;
  };
  const approve = async (head: Client, id: string) => {
    const decided = await head.post(`/api/rulebook/entries/${id}/decision`, {
      decision: 'approve',
    });
    expect(decided.statusCode, decided.body).toBe(200);
  };
  const digestAt = async ({ test }: Place) =>
    (await test.visitor().get('/api/rules')).json<{ digest: string }>().digest;
  const importAs = async ({ own, test }: Place, session: Session): Promise<Imported | 'demo'> => {
    const law = await openLiveLaw(shippedLaw().screener, own.database);
    const by = { session, now: test.now(), causeId: 'test' };
    return importBundle(own.database, law.current(), bundle, by);
  };
  const sessionAt = async ({ own, test }: Place) => {
    const organisations = await openOrganisations(own.database, Buffer.alloc(32));
    const [now, today] = [test.now(), '2026-11-25'];
    const attempt = { name: ACCOUNT_NAMES.APPROVAL_OFFICER, password: DEMO_PASSWORD };
    const origin = { code: undefined, address: 'test', agent: 'test' };
    const signed = await organisations.signIn({ ...attempt, ...origin }, now, today);
    if (!('token' in signed)) throw new Error('no session');
    return (await organisations.findSession(hashOf(signed.token), now, today))!;
  };

  it('leaves with digests, loads as a folder of packs, and is law elsewhere once it is approved there', async () => {
    await enter(home, { topic: 'parks', entries: [PARK] });
    const first = await enter(home, { topic: 'facilities', entries: [FACILITY] });
    const next = { ...FACILITY, capacity: '日处理 10 万米' };
    const from = { effectiveFrom: '2026-12-10', supersedes: first };
    await enter(home, { topic: 'facilities', entries: [next], ...from });
    await enter(home, { topic: 'calendar', entries: DAYS });
    const asked = { folder: bundle, day: DAY, now: home.test.now() };
    const told = (await exportBundle(home.own.database, shippedLaw(), asked))!;
    expect(told.entries).toBe(3);
    expect(await exportBundle(home.own.database, shippedLaw(), asked)).toBeNull();
    const { lists } = openRulebook(bundle).rulebook.ruleSet;
    expect(lists.filter(({ demo }) => demo).map(({ topic }) => topic)).toEqual([
      'facilities',
      'parks',
    ]);

    const before = await digestAt(away);
    const session = await sessionAt(away);
    const imported = (await importAs(away, session)) as Imported;
    expect(imported.results.map(({ outcome }) => outcome)).toEqual(Array(3).fill('submitted'));
    expect(await digestAt(away)).toBe(before);
    const { rows } = (await away.head.get('/api/rulebook/entries?sort=title')).json<{
      rows: { id: string; topic: string; provenance: string }[];
    }>();
    expect(rows.every(({ provenance }) => provenance.includes(told.digest))).toBe(true);
    const idOf = (topic: string) => rows.find((row) => row.topic === topic)!.id;
    const own = await away.officer.post(`/api/rulebook/entries/${idOf('parks')}/decision`, {
      decision: 'approve',
    });
    expect(own.statusCode).toBe(403);
    for (const topic of ['parks', 'facilities', 'calendar']) await approve(away.head, idOf(topic));
    expect(await digestAt(away)).toBe(told.digest);
    const again = (await importAs(away, session)) as Imported;
    expect(again.results.map(({ outcome }) => outcome)).toEqual(Array(3).fill('same'));
  });

  it('is refused with the file where it was altered, and where invented would meet real', async () => {
    const session = await sessionAt(away);
    await away.own.database.transaction((tx) => tx.query('update installation set demo = false'));
    expect(await importAs(away, session)).toBe('demo');
    appendFileSync(join(bundle, 'entered/parks/0003/entry.yaml'), '\n');
    await expect(importAs(away, session)).rejects.toThrow('entered/parks/0003/entry.yaml');
  });
});
