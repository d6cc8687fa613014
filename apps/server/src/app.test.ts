import type { FastifyInstance } from 'fastify';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from './app.ts';
import { theRulebook } from './modules/rulebook/testing.ts';
import { screen } from './modules/screening/index.ts';
import { fixedClock } from './platform/clock.ts';
import { readConfig } from './platform/config.ts';
import type { Database } from './platform/db.ts';
import { openJobsInProcess } from './platform/jobs-in-process.ts';
import { silentLog } from './platform/testing.ts';

const TODAY = '2026-11-23';
/** These routes never ask the database; one that did would find none. */
const noDatabase: Database = {
  kind: 'embedded',
  transaction: () => Promise.reject(new Error('no database in this test')),
  scoped: () => Promise.reject(new Error('no database in this test')),
  // Nothing was entered into the rulebook.
  lookup: () => Promise.resolve([]),
  within: () => noDatabase,
  close: () => Promise.resolve(),
};
const folder = mkdtempSync(join(tmpdir(), 'ludao-app-'));
let app: FastifyInstance;
beforeAll(async () => {
  const clock = fixedClock(`${TODAY}T01:00:00Z`);
  const deps = { database: noDatabase, clock, log: silentLog };
  app = await buildApp({
    ...deps,
    config: readConfig({ LUDAO_DATA: folder }),
    jobs: openJobsInProcess({ ...deps, recurring: false }),
  });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

async function post(body: unknown) {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/screenings',
    headers: { 'content-type': 'application/json' },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: answer.statusCode, body: answer.json() as Record<string, never> };
}

describe('POST /api/screenings', () => {
  it('gives the level, the clause and the law of the day', async () => {
    const { status, body } = await post({
      industries: ['2926'],
      facts: { 'feature.recycled_plastic': true },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'decided',
      statutoryLevel: 'REPORT',
      level: 'REPORT',
      on: TODAY,
      jurisdiction: '330600',
      law: { edition: '2021', effectiveFrom: '2021-01-01', confidence: 'verified' },
      items: expect.arrayContaining([
        expect.objectContaining({
          item: 53,
          decides: true,
          citation: expect.objectContaining({ quote: '以再生塑料为原料生产的', level: 'REPORT' }),
        }),
      ]),
    });
  });

  it('adds the ordered trace only when asked', async () => {
    const project = { industries: ['2926'], facts: {} };
    expect((await post(project)).body).not.toHaveProperty('trace');
    expect((await post({ ...project, explain: true })).body).toHaveProperty('trace');
  });

  it('gives every project of the cases the answer that the engine gives', async () => {
    const law = theRulebook();
    const { rulebook } = law;
    for (const { projects } of Object.values(rulebook.cases)) {
      for (const { project } of projects) {
        const { body } = await post(project);
        expect(body).toEqual(JSON.parse(JSON.stringify(screen(law, project as never, TODAY))));
      }
    }
  });

  it.each([
    [
      'an unknown industry',
      { industries: ['9999'] },
      422,
      { errors: [{ pointer: '/industries/0', code: 'industry.unknown', value: '9999' }] },
    ],
    [
      'a misspelt fact',
      { industries: ['2926'], facts: { 'paint.solvent_t': 1 } },
      422,
      { errors: [{ code: 'fact.unknown_near', near: 'paint.solvent_t_a' }] },
    ],
    [
      'a wrong unit',
      { industries: ['2926'], facts: { 'paint.solvent_t_a': '3 litres' } },
      422,
      { errors: [{ code: 'quantity.unknown_unit', unit: 'litres' }] },
    ],
    [
      'a negative amount',
      { industries: ['2926'], facts: { 'paint.solvent_t_a': -3 } },
      422,
      { errors: [{ code: 'quantity.negative' }] },
    ],
    [
      'an absurd amount',
      { industries: ['2926'], facts: { 'paint.solvent_t_a': 1e15 } },
      422,
      { errors: [{ code: 'quantity.absurd' }] },
    ],
    [
      'a day before any edition',
      { industries: ['2926'], on: '2019-05-01' },
      422,
      { errors: [{ code: 'date.before_any_edition', first: '2021-01-01' }] },
    ],
    [
      'contradictory facts',
      {
        industries: ['3311'],
        facts: { extent: 'only_cut_weld_assemble', 'process.electroplating': true },
      },
      422,
      { errors: [{ code: 'facts.contradict' }] },
    ],
    [
      'a day that does not exist',
      { industries: ['2926'], on: '2026-02-30' },
      400,
      { code: 'INVALID_INPUT', errors: [{ pointer: '/on' }] },
    ],
    [
      'a field that does not exist',
      { industry: '2926' },
      400,
      { code: 'INVALID_INPUT', errors: [{ pointer: '', code: 'unrecognized_keys' }] },
    ],
    ['a list instead of a project', [], 400, { code: 'INVALID_INPUT' }],
    ['half a JSON', '{"industries":', 400, { code: 'MALFORMED_JSON' }],
    ['ten megabytes', `"${'x'.repeat(10_000_000)}"`, 413, { code: 'BODY_TOO_LARGE' }],
  ])('refuses %s, naming the place', async (_, project, status, expected) => {
    const answer = await post(project);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject(expected);
  });

  it('keeps no word of a project in its log line or its problem', async () => {
    const { body } = await post({ industries: ['2926'], name: '绝密项目', facts: { nature: 'x' } });
    expect(JSON.stringify(body)).not.toContain('绝密项目');
  });
});

describe('the law to read', () => {
  it('lists the facts with labels in both languages and their units', async () => {
    const { facts } = (await app.inject('/api/facts')).json<{
      facts: { key: string; label: object }[];
    }>();
    expect(facts.find(({ key }) => key === 'paint.solvent_t_a')).toMatchObject({
      unit: 't/a',
      label: { zh: expect.stringContaining('溶剂型'), en: expect.stringContaining('Solvent') },
    });
  });

  it('finds an industry by pinyin', async () => {
    const { industries } = (await app.inject('/api/industries?q=zhusu')).json<{
      industries: { code: string }[];
    }>();
    expect(industries[0]).toMatchObject({ code: '2929', alias: '注塑' });
  });

  it.each(['limit=0', 'limit=51', 'limit=x', `q=${'x'.repeat(61)}`])(
    'refuses a search with %s',
    async (query) => {
      expect((await app.inject(`/api/industries?${query}`)).statusCode).toBe(400);
    },
  );

  it('lists the packs with what was tested just now', async () => {
    const { packs } = (await app.inject('/api/rulepacks')).json<{ packs: object[] }>();
    expect(packs).toMatchObject([
      { edition: '2021', itemsPrinted: 173, itemsExecutable: 173, casesFailed: 0 },
      { edition: '2019', itemsPrinted: 112, itemsExecutable: 112, casesFailed: 0 },
    ]);
  });

  it('is sent to browsers once per edition, and zipped', async () => {
    const first = await app.inject({ url: '/api/rules', headers: { 'accept-encoding': 'gzip' } });
    expect(first.headers['content-encoding']).toBe('gzip');
    expect(first.rawPayload.length).toBeLessThan(200_000);
    const etag = String(first.headers['etag']);
    const again = await app.inject({ url: '/api/rules', headers: { 'if-none-match': etag } });
    expect(again.statusCode).toBe(304);
  });

  it('comes with the everyday words that a browser reads a description with', async () => {
    const first = await app.inject('/api/words');
    expect(first.json()).toMatchObject({ aliases: { 2927: expect.any(Array) }, words: {} });
    const etag = String(first.headers['etag']);
    const again = await app.inject({ url: '/api/words', headers: { 'if-none-match': etag } });
    expect(again.statusCode).toBe(304);
  });
});

describe('the API description', () => {
  it('is OpenAPI 3.1 and equals the one kept in the repository', async () => {
    const file = fileURLToPath(new URL('../openapi.json', import.meta.url));
    const made = (await app.inject('/api/docs/json')).json<object>();
    if (process.env['LUDAO_WRITE_OPENAPI']) writeFileSync(file, JSON.stringify(made, null, 2));
    expect(made).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) });
    expect(made).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });

  it('can be read as a page', async () => {
    expect((await app.inject('/api/docs/')).statusCode).toBe(200);
  });
});
