import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Database } from './db.ts';
import { registerHealth } from './health.ts';
import { createHttpServer } from './http.ts';
import { silentLog } from './testing.ts';

const base = mkdtempSync(join(tmpdir(), 'ludao-http-'));
let app: FastifyInstance;

beforeEach(async () => {
  app = await createHttpServer({ log: silentLog, webDist: aWebApp() });
  app.post(
    '/api/parks',
    {
      schema: {
        body: z.strictObject({
          name: z.string().min(2),
          area: z.object({ grams: z.bigint().min(5n) }),
        }),
        response: { 200: z.object({ name: z.string() }) },
      },
    },
    (request) => Promise.resolve({ name: (request.body as { name: string }).name }),
  );
  app.get('/api/parks', { schema: { querystring: z.object({ page: z.coerce.number() }) } }, () =>
    Promise.resolve([]),
  );
  app.get('/api/broken', () => Promise.reject(new Error('secret path /srv/x')));
  app.get('/api/wrong', { schema: { response: { 200: z.object({ a: z.string() }) } } }, () =>
    Promise.resolve({ b: 'secret' }),
  );
});
afterEach(() => app.close());
afterAll(() => rmSync(base, { recursive: true }));

/** A built web app: a page and one asset. */
function aWebApp(): string {
  const dist = mkdtempSync(join(base, 'dist-'));
  mkdirSync(join(dist, 'assets'));
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Ludao</title>');
  writeFileSync(join(dist, 'assets', 'app-1a2b3c.js'), 'run()');
  writeFileSync(join(dist, 'assets', 'app-1a2b3c.js.br'), 'packed');
  writeFileSync(join(dist, '.built-from'), 'hash');
  mkdirSync(join(dist, 'desk', 'assets'), { recursive: true });
  writeFileSync(join(dist, 'desk', 'index.html'), '<!doctype html><title>Desk</title>');
  writeFileSync(join(dist, 'desk', 'assets', 'desk-1a2b3c.js'), 'run()');
  return dist;
}

describe('problems', () => {
  const post = (payload: string, contentType = 'application/json') =>
    app.inject({
      method: 'POST',
      url: '/api/parks',
      headers: { 'content-type': contentType },
      payload,
    });

  test('bad input is a 400 with a pointer, a code and the limit for each field', async () => {
    const response = await post(JSON.stringify({ name: 'x', area: { grams: 'many' }, colour: 1 }));
    expect(response.statusCode).toBe(400);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({
      type: 'urn:ludao:problem:invalid-input',
      status: 400,
      code: 'INVALID_INPUT',
      instance: expect.stringMatching(/^urn:ludao:request:./),
      errors: [
        { in: 'body', pointer: '/name', code: 'too_small', minimum: 2 },
        { in: 'body', pointer: '/area/grams', code: 'invalid_type', expected: 'bigint' },
        { in: 'body', pointer: '', code: 'unrecognized_keys', keys: ['colour'] },
      ],
    });
  });

  test('bad input in the address says that it is there', async () => {
    const response = await app.inject('/api/parks?page=two');
    expect(response.json().errors).toMatchObject([{ in: 'querystring', pointer: '/page' }]);
  });

  test.each([
    ['{"name":', 'application/json', 400, 'MALFORMED_JSON'],
    ['', 'application/json', 400, 'MALFORMED_JSON'],
    ['{"__proto__":{"a":1}}', 'application/json', 400, 'MALFORMED_JSON'],
    ['name=x', 'text/csv', 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [`{"name":"${'x'.repeat(1024 * 1024)}"}`, 'application/json', 413, 'BODY_TOO_LARGE'],
  ])('a body that cannot be read is refused: %.20s', async (payload, type, status, code) => {
    const response = await post(payload, type);
    expect(response.statusCode).toBe(status);
    expect(response.json()).toMatchObject({ status, code });
  });

  test.each(['/api/broken', '/api/wrong'])(
    'a bug is a 500 that tells nothing about our insides: %s',
    async (url) => {
      const response = await app.inject(url);
      expect(response.statusCode).toBe(500);
      expect(response.json().code).toBe('INTERNAL_ERROR');
      expect(response.body).not.toContain('secret');
      expect(response.json().instance).toBe(
        `urn:ludao:request:${String(response.headers['x-request-id'])}`,
      );
    },
  );

  test.each(['GET', 'POST', 'DELETE'] as const)(
    '%s of an unknown address under /api is a 404 problem',
    async (method) => {
      const response = await app.inject({ method, url: '/api/nothing' });
      expect(response.statusCode).toBe(404);
      expect(response.json().code).toBe('NOT_FOUND');
    },
  );
});

describe('every answer', () => {
  test('forbids evaluated, foreign and framed content', async () => {
    const policy = String((await app.inject('/')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|http:|https:|\*/);
    // A page served without TLS on the office network must keep working.
    expect(policy).not.toContain('upgrade-insecure-requests');
  });

  test('carries the id of its request: a harmless one that was given, a new one otherwise', async () => {
    const idFor = async (id: string) =>
      (await app.inject({ url: '/', headers: { 'x-request-id': id } })).headers['x-request-id'];
    expect(await idFor('proxy-12345678')).toBe('proxy-12345678');
    expect(await idFor('x"},{"level":60')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await idFor('a'.repeat(65))).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('the web app', () => {
  test.each(['/', '/screening/answer?a=1', '/parks/330604'])('is the answer to %s', async (url) => {
    const response = await app.inject(url);
    expect(response.statusCode).toBe(200);
    expect(response.body).toContain('<title>Ludao');
    expect(response.headers['cache-control']).toBe('no-cache');
  });

  test.each(['/desk', '/desk/', '/desk/parks?q=a', '/desk/enterprises/1/edit'])(
    'has a page of its own for %s',
    async (url) => {
      const response = await app.inject(url);
      expect(response.statusCode).toBe(200);
      expect(response.body).toContain('<title>Desk');
      expect(response.headers['cache-control']).toBe('no-cache');
    },
  );

  test('the named assets of the desks may be kept as well', async () => {
    const { headers, body } = await app.inject('/desk/assets/desk-1a2b3c.js');
    expect(headers['cache-control']).toContain('immutable');
    expect(body).toBe('run()');
  });

  test('its named assets may be kept for a year, compressed when the browser can', async () => {
    const url = '/assets/app-1a2b3c.js';
    expect((await app.inject(url)).headers['cache-control']).toContain('immutable');
    const packed = await app.inject({ url, headers: { 'accept-encoding': 'br' } });
    expect(packed.headers['content-encoding']).toBe('br');
    expect(packed.body).toBe('packed');
  });

  test('a missing asset is not answered with the page', async () => {
    expect((await app.inject('/assets/old-4d5e6f.js')).statusCode).toBe(404);
    expect((await app.inject('/desk/assets/old-4d5e6f.js')).statusCode).toBe(404);
  });

  test('files beside it stay hidden', async () => {
    expect((await app.inject('/.built-from')).body).not.toContain('hash');
    expect((await app.inject('/..%2f..%2fpackage.json')).body).not.toContain('dependencies');
  });

  test('answers of the API are never kept', async () => {
    expect((await app.inject('/api/parks?page=1')).headers['cache-control']).toBe('no-store');
  });
});

describe('health', () => {
  const database = { kind: 'embedded' } as unknown as Database;
  const checkpoint = {
    name: 'log-checkpoint',
    lastDone: new Date('2026-11-25T01:00:00Z'),
    failures: 2,
    late: true,
  };
  const states = () => Promise.resolve([checkpoint]);

  async function health({ webDist, tasks = states }: { webDist: string; tasks?: typeof states }) {
    const server = await createHttpServer({ log: silentLog, webDist });
    registerHealth(server, { database, jobs: { states: tasks }, webDist, version: '1.2.3' });
    const response = await server.inject('/api/health');
    await server.close();
    return { status: response.statusCode, body: response.json() };
  }

  test('is good when page and database are there, and tells which task is late', async () => {
    expect(await health({ webDist: aWebApp() })).toEqual({
      status: 200,
      body: {
        status: 'ok',
        database: 'embedded',
        version: '1.2.3',
        tasks: [{ ...checkpoint, lastDone: '2026-11-25T01:00:00.000Z' }],
      },
    });
  });

  test('is bad without the web app', async () => {
    const { status, body } = await health({ webDist: mkdtempSync(join(base, 'empty-')) });
    expect([status, body.code]).toEqual([503, 'WEB_APP_MISSING']);
  });

  test('is bad without the database', async () => {
    const { status, body } = await health({
      webDist: aWebApp(),
      tasks: () => Promise.reject(new Error('gone')),
    });
    expect([status, body.code]).toEqual([503, 'DATABASE_UNREACHABLE']);
  });
});
