import { expect, test } from 'vitest';
import { countReport } from './vitest.mjs';

const file = (...verdicts: string[]) => ({
  status: verdicts.includes('failed') ? 'failed' : 'passed',
  assertionResults: verdicts.map((status) => ({ status })),
});

test('tests are counted over all files, what did not run as skipped', () => {
  const files = [file('passed', 'passed', 'failed'), file('passed', 'pending', 'todo', 'skipped')];
  expect(countReport(files, 1)).toEqual({ passed: 3, failed: 1, skipped: 3 });
});

test('a file that fails before its first test counts as one failure', () => {
  const broken = { status: 'failed', assertionResults: [] };
  expect(countReport([file('passed'), broken], 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('a run that fails without a failed test counts as one failure', () => {
  expect(countReport([file('passed')], 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('a run in which nothing ran counts as one failure', () => {
  expect(countReport([], 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(countReport([file('skipped')], 0)).toEqual({ passed: 0, failed: 1, skipped: 1 });
});
