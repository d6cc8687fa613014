import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('without any variable the server listens on this computer only, port 3000, data in ./data', () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataDir: resolve('data'),
    logLevel: 'info',
    demo: 'auto',
    demoSize: 'county',
    revealsPerHour: 30,
    securityLogMonths: 12,
  });
});

test('an empty variable counts as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '', LUDAO_LOG: '' })).toEqual(readConfig({}));
});

test('every variable is taken over', () => {
  const url = 'postgres://ludao:pass%40word@db.example:5432/ludao';
  expect(
    readConfig({
      PORT: '0',
      HOST: '::1',
      LUDAO_DATA: '/srv/ludao',
      DATABASE_URL: url,
      LUDAO_LOG: 'debug',
      LUDAO_DEMO: 'public',
      LUDAO_DEMO_SIZE: 'city',
      LUDAO_REVEALS_PER_HOUR: '5',
      LUDAO_SECURITY_LOG_MONTHS: '6',
    }),
  ).toEqual({
    port: 0,
    host: '::1',
    dataDir: '/srv/ludao',
    databaseUrl: url,
    logLevel: 'debug',
    demo: 'public',
    demoSize: 'city',
    revealsPerHour: 5,
    securityLogMonths: 6,
  });
});

test.each(['-1', '65536', '3000.5', '1e3', ' 80', 'http'])('PORT=%s is refused', (PORT) => {
  expect(() => readConfig({ PORT })).toThrow('from 0 to 65535');
});

test.each(['0', '1001', '-1', '2.5', 'many'])('LUDAO_REVEALS_PER_HOUR=%s is refused', (count) => {
  expect(() => readConfig({ LUDAO_REVEALS_PER_HOUR: count })).toThrow('from 1 to 1000');
});

test('all bad values are named together, with value and limit, in both languages, on one line', () => {
  const bad = { PORT: '99999', HOST: 'not a host', DATABASE_URL: 'mysql://x', LUDAO_LOG: 'loud' };
  const message = messageOf(() => readConfig(bad));
  for (const part of ['PORT=99999', 'HOST=not a host', 'DATABASE_URL=mysql:', 'LUDAO_LOG=loud']) {
    expect(message.split(part)).toHaveLength(3);
  }
  expect(message).toContain('0 到 65535');
  expect(message).not.toContain('\n');
});

test.each(['mysql://root:hunter2@db/x', 'hunter2', 'postgres://u:hunter2@[bad'])(
  'a refused DATABASE_URL does not show its password: %s',
  (DATABASE_URL) => {
    expect(messageOf(() => readConfig({ DATABASE_URL }))).not.toContain('hunter2');
  },
);

const SIGN_ON = {
  LUDAO_URL: 'https://parks.example.gov.cn/',
  LUDAO_OIDC_ISSUER: 'https://login.example.gov.cn',
  LUDAO_OIDC_CLIENT: 'ludao',
};

test("an office's own sign-on needs issuer, client and the platform's own address; the rest has defaults", () => {
  expect(readConfig(SIGN_ON).signOn).toEqual({
    issuer: 'https://login.example.gov.cn',
    clientId: 'ludao',
    secretFile: null,
    scope: 'openid',
    publicUrl: 'https://parks.example.gov.cn',
    linkBy: 'none',
    linkClaim: '',
    secondFactor: [],
    title: { zh: '统一身份认证', en: 'Unified sign-on' },
    passwords: 'everyone',
  });
  expect(readConfig({ ...SIGN_ON, LUDAO_OIDC_LINK_BY: 'phone' }).signOn).toMatchObject({
    scope: 'openid phone',
    linkClaim: 'phone_number',
  });
});

test('a sign-on without TLS, or half set up, is refused with all that is missing', () => {
  const half = { LUDAO_OIDC_ISSUER: 'http://login.example', LUDAO_OIDC_PASSWORDS: 'nobody' };
  const message = messageOf(() => readConfig(half));
  for (const part of ['LUDAO_OIDC_ISSUER=http:', 'LUDAO_OIDC_CLIENT', 'LUDAO_URL', '=nobody']) {
    expect(message).toContain(part);
  }
});

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error('nothing was thrown');
}
