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
    files: {
      place: { kind: 'disk', folder: resolve('data/files') },
      fileBytes: 20 * 1024 * 1024,
      dayBytes: 500 * 1024 * 1024,
      virusScan: null,
    },
    sealFolder: null,
    messages: {
      mail: null,
      folder: null,
      publicUrl: null,
      keepDays: 180,
      quiet: { from: 21, until: 8 },
    },
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
      LUDAO_FILES: 'file:///srv/files',
      LUDAO_FILE_MEGABYTES: '5',
      LUDAO_FILE_DAY_MEGABYTES: '50',
      LUDAO_VIRUS_SCAN: 'unix:/run/clamav/clamd.ctl',
    }),
  ).toMatchObject({
    port: 0,
    host: '::1',
    dataDir: '/srv/ludao',
    databaseUrl: url,
    logLevel: 'debug',
    demo: 'public',
    demoSize: 'city',
    revealsPerHour: 5,
    securityLogMonths: 6,
    files: {
      place: { kind: 'disk', folder: '/srv/files' },
      fileBytes: 5 * 1024 * 1024,
      dayBytes: 50 * 1024 * 1024,
      virusScan: { path: '/run/clamav/clamd.ctl' },
    },
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

test('files stand in an object store by one setting; its secret is a setting or a file of its own', () => {
  const LUDAO_FILES = 's3://ludao-key@oss.example.gov.cn:9000/park-files?region=cn-hangzhou';
  expect(readConfig({ LUDAO_FILES, LUDAO_FILES_SECRET: 'hunter2' }).files.place).toEqual({
    kind: 's3',
    endpoint: 'https://oss.example.gov.cn:9000',
    bucket: 'park-files',
    region: 'cn-hangzhou',
    accessKey: 'ludao-key',
    secret: 'hunter2',
    secretFile: null,
  });
  const inside = {
    LUDAO_FILES: 's3://k@10.0.0.9:9000/files?tls=off',
    LUDAO_FILES_SECRET_FILE: '/s',
  };
  expect(readConfig(inside).files.place).toMatchObject({
    endpoint: 'http://10.0.0.9:9000',
    secret: null,
    secretFile: '/s',
  });
});

test.each([
  's3://key:hunter2@host/bucket',
  's3://hunter2/bucket?secret=hunter2',
  's3://key@host/Bucket_of/hunter2',
  'https://hunter2@host/bucket',
  'hunter2',
])('a refused LUDAO_FILES is not shown, for a secret may stand in it: %s', (LUDAO_FILES) => {
  const message = messageOf(() => readConfig({ LUDAO_FILES, LUDAO_FILES_SECRET: 'hunter2' }));
  expect(message).toContain('LUDAO_FILES must be');
  expect(message).not.toContain('hunter2');
});

test('an object store without its secret, a scanner without an address and odd sizes are refused', () => {
  const message = messageOf(() =>
    readConfig({
      LUDAO_FILES: 's3://key@host/bucket',
      LUDAO_VIRUS_SCAN: 'clamd',
      LUDAO_FILE_MEGABYTES: '0',
    }),
  );
  for (const part of ['one of LUDAO_FILES_SECRET', 'LUDAO_VIRUS_SCAN=clamd', 'from 1 to 200']) {
    expect(message).toContain(part);
  }
});
test('a mail server is named by its address; TLS is demanded but on this computer', () => {
  const mail = (LUDAO_SMTP_URL: string) =>
    readConfig({ LUDAO_SMTP_URL, LUDAO_MAIL_FROM: '平台 <no-reply@example.gov.cn>' }).messages.mail;
  expect(mail('smtps://ludao:p%40ss@mail.example')).toMatchObject({
    host: 'mail.example',
    port: 465,
    secure: true,
    isLocal: false,
    user: 'ludao',
    password: 'p@ss',
  });
  expect(mail('smtp://mail.example')).toMatchObject({ port: 587, secure: false, isLocal: false });
  expect(mail('smtp://127.0.0.1:2525')).toMatchObject({ port: 2525, isLocal: true, user: null });
});

test.each(['smtp:hunter2', 'http://u:hunter2@mail', 'smtp://u:%hunter2@mail', 'hunter2'])(
  'a refused LUDAO_SMTP_URL does not show its password: %s',
  (LUDAO_SMTP_URL) => {
    const message = messageOf(() => readConfig({ LUDAO_SMTP_URL, LUDAO_SMS_QUIET: '25' }));
    expect(message).not.toContain('hunter2');
    for (const part of ['LUDAO_SMTP_URL=', 'LUDAO_MAIL_FROM=', 'LUDAO_SMS_QUIET=25']) {
      expect(message).toContain(part);
    }
  },
);

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error('nothing was thrown');
}
