import { expect, test } from 'vitest';
import { StartupError, codeOf, explainFolderFailure } from './startup-error.ts';

test.each([
  ['Node', Object.assign(new Error('write failed'), { code: 'ENOSPC' })],
  ['PostgreSQL', Object.assign(new Error('could not extend file'), { code: '53100' })],
  ['PGlite’s file system', { name: 'ErrnoError', errno: 51 }],
  ['PGlite in words', new Error('could not write to file: No space left on device')],
])('a full disk is recognised when reported by %s', (_, error) => {
  const explained = explainFolderFailure(error, '/srv/ludao');
  expect(explained).toBeInstanceOf(StartupError);
  expect(String(explained)).toContain('The disk is full');
  expect(String(explained)).toContain('/srv/ludao');
});

test('what nobody at the terminal can put right stays as it is', () => {
  const bug = new TypeError('undefined is not a function');
  expect(explainFolderFailure(bug, '/srv/ludao')).toBe(bug);
});

test('of a host with several addresses the first failure counts', () => {
  const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
  expect(codeOf(new AggregateError([refused, new Error('other')]))).toBe('ECONNREFUSED');
  expect(codeOf(undefined)).toBeUndefined();
});
