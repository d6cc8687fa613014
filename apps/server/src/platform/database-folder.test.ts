import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { inDatabaseFolder } from './database-folder.ts';

const base = mkdtempSync(join(tmpdir(), 'ludao-folder-'));
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(base, 'data-'));
});
afterAll(() => rmSync(base, { recursive: true }));

/** Stands for PGlite: leaves a file, and says whether there was one already. */
async function open(folder: string): Promise<'new' | 'there'> {
  const file = join(folder, 'file');
  const found = existsSync(file) ? 'there' : 'new';
  writeFileSync(file, '');
  return found;
}

async function interrupted(folder: string): Promise<never> {
  await open(folder);
  throw new Error('power failure');
}

test('a database is made once and found again', async () => {
  expect(await inDatabaseFolder(dataDir, open)).toBe('new');
  expect(await inDatabaseFolder(dataDir, open)).toBe('there');
});

test('a first start that was interrupted is begun anew', async () => {
  await expect(inDatabaseFolder(dataDir, interrupted)).rejects.toThrow();
  expect(await inDatabaseFolder(dataDir, open)).toBe('new');
  expect(await inDatabaseFolder(dataDir, open)).toBe('there');
});

test('a database that cannot be opened is left as it is, and the folder is named', async () => {
  mkdirSync(join(dataDir, 'database'));
  await expect(inDatabaseFolder(dataDir, interrupted)).rejects.toThrow(
    `The database in ${join(dataDir, 'database')} cannot be opened`,
  );
  expect(await inDatabaseFolder(dataDir, open)).toBe('there');
});
