import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { loadOrCreateSecret } from './secrets.ts';

const base = mkdtempSync(join(tmpdir(), 'ludao-secrets-'));
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(base, 'data-'));
});
afterAll(() => rmSync(base, { recursive: true }));

test('a secret is made at the first start and is the same at the next', () => {
  const first = loadOrCreateSecret(dataDir, 'session-key');
  expect(first).toHaveLength(32);
  expect(loadOrCreateSecret(dataDir, 'session-key')).toEqual(first);
  expect(loadOrCreateSecret(dataDir, 'signing-key')).not.toEqual(first);
});

test('two installations never share a secret', () => {
  const elsewhere = mkdtempSync(join(base, 'data-'));
  expect(loadOrCreateSecret(dataDir, 'key')).not.toEqual(loadOrCreateSecret(elsewhere, 'key'));
});

test.skipIf(process.platform === 'win32')('only the owner can read it', () => {
  loadOrCreateSecret(dataDir, 'key');
  expect(statSync(join(dataDir, 'secrets')).mode & 0o777).toBe(0o700);
  expect(statSync(join(dataDir, 'secrets', 'key')).mode & 0o777).toBe(0o600);
});

test.skipIf(process.platform === 'win32')('a mode that was loosened is tightened again', () => {
  loadOrCreateSecret(dataDir, 'key');
  chmodSync(join(dataDir, 'secrets', 'key'), 0o644);
  loadOrCreateSecret(dataDir, 'key');
  expect(statSync(join(dataDir, 'secrets', 'key')).mode & 0o777).toBe(0o600);
});

test('making a secret leaves nothing else behind', () => {
  loadOrCreateSecret(dataDir, 'key');
  expect(readdirSync(join(dataDir, 'secrets'))).toEqual(['key']);
});

test('a damaged secret is reported, not replaced: what it protects would be lost', () => {
  loadOrCreateSecret(dataDir, 'key');
  writeFileSync(join(dataDir, 'secrets', 'key'), 'short');
  expect(() => loadOrCreateSecret(dataDir, 'key')).toThrow('damaged');
});

test('a name cannot lead out of the folder', () => {
  expect(() => loadOrCreateSecret(dataDir, '../key')).toThrow('not a secret');
});
