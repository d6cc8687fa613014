import { PassThrough } from 'node:stream';
import type { ScreeningRequest } from '@ludao/contracts';
import { fastify, type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { createHttpServer } from '../../platform/http.ts';
import { openPdfPress } from '../../platform/pdf.ts';
import { theRulebook } from '../rulebook/testing.ts';
import { registerScreening } from './index.ts';

/** Takes one document at a time and lets none wait, so that a second one finds it busy. */
const press = openPdfPress({ limit: 1 });
const written: string[] = [];
let app: FastifyInstance;
beforeAll(async () => {
  const stream = new PassThrough();
  stream.on('data', (data) => written.push(String(data)));
  const { log } = fastify({ logger: { level: 'trace', stream } });
  app = await createHttpServer({ log, webDist: import.meta.dirname });
  registerScreening(app, theRulebook(), fixedClock('2026-11-23T01:00:00Z'), press);
});
afterAll(async () => {
  await app.close();
  await press.close();
});

function ask(body: ScreeningRequest | string) {
  return app.inject({
    method: 'POST',
    url: '/api/screenings/pdf',
    headers: { 'content-type': 'application/json' },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

describe('POST /api/screenings/pdf', () => {
  it('sends the document as a file named after the day', async () => {
    const answer = await ask({ industries: ['2926'], name: '绝密项目', on: '2025-03-01' });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="eia-answer-2025-03-01\.pdf"; filename\*=UTF-8''%E7%8E%AF/,
      ),
    });
    expect(answer.rawPayload.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(Number(answer.headers['content-length'])).toBe(answer.rawPayload.length);
  });

  it('writes no word of the project to the log', async () => {
    await ask({ industries: ['2926'], name: '绝密项目' });
    expect(written.join('')).toContain('/api/screenings/pdf');
    expect(written.join('')).not.toMatch(/绝密|2926/);
  });

  it('refuses an impossible project in the way that the screening does', async () => {
    const answer = await ask({ industries: ['9999'] });
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({
      code: 'PROJECT_REFUSED',
      errors: [{ pointer: '/industries/0', code: 'industry.unknown' }],
    });
  });

  it('refuses what is no project at all, and what is far larger than one', async () => {
    expect((await ask('{"industry":"2926"}')).statusCode).toBe(400);
    expect((await ask(`"${'x'.repeat(300 * 1024)}"`)).statusCode).toBe(413);
  });

  it('says when to come back while too many documents wait, and still makes those it took', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => ask({ industries: ['2926'] })));
    const statuses = answers.map(({ statusCode }) => statusCode).sort((a, b) => a - b);
    expect(statuses).toEqual([200, 503, 503]);
    const busy = answers.find(({ statusCode }) => statusCode === 503)!;
    expect(Number(busy.headers['retry-after'])).toBeGreaterThan(0);
    expect(busy.json()).toMatchObject({ status: 503, code: 'BUSY' });
    expect((await ask({ industries: ['2926'] })).statusCode).toBe(200);
  });
});
