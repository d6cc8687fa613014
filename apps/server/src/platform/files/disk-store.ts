import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import * as nodeFs from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf, explainFolderFailure } from '../startup-error.ts';
import { FileStoreError } from './store-error.ts';
import type { FileStore } from './store.ts';

/** The part of the file system that is written with; a test hands in one that is full. */
export type Disk = Pick<typeof nodeFs, 'open' | 'rename' | 'mkdir' | 'rm'>;

const INCOMING = 'incoming';
const ABANDONED_MS = 24 * 60 * 60 * 1000;
const FULL = new Set(['ENOSPC', 'EDQUOT']);

/**
 * Files in a folder: `ab/cd/abcd…`. Each is written aside, flushed and renamed into place, so that a
 * process that dies leaves it whole or not at all.
 * @throws StartupError where the folder cannot be made or written
 */
export function openDiskStore(folder: string, disk: Disk = nodeFs): FileStore {
  const incoming = join(folder, INCOMING);
  try {
    mkdirSync(incoming, { recursive: true, mode: 0o700 });
    removeAbandoned(incoming);
  } catch (error) {
    throw explainFolderFailure(error, folder);
  }
  const placeOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

  return {
    async put(sha256, bytes) {
      const aside = join(incoming, `${sha256}.${randomUUID()}`);
      const place = placeOf(sha256);
      try {
        const file = await disk.open(aside, 'wx', 0o600);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await disk.mkdir(dirname(place), { recursive: true, mode: 0o700 });
        await disk.rename(aside, place);
        await flushFolder(disk, dirname(place));
      } catch (error) {
        await disk.rm(aside, { force: true }).catch(() => {});
        throw explain(error);
      }
    },
    async get(sha256) {
      try {
        const file = await nodeFs.open(placeOf(sha256));
        return file.createReadStream();
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined;
        throw explain(error);
      }
    },
    async has(sha256) {
      try {
        await nodeFs.access(placeOf(sha256));
        return true;
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return false;
        throw explain(error);
      }
    },
    async remove(sha256) {
      try {
        await disk.rm(placeOf(sha256), { force: true });
      } catch (error) {
        throw explain(error);
      }
    },
  };
}

/** The name is safe only once the folder that holds it is. */
async function flushFolder(disk: Disk, folder: string): Promise<void> {
  const opened = await disk.open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

/** What processes that died were writing; another one may be writing at this moment. */
function removeAbandoned(incoming: string): void {
  for (const name of readdirSync(incoming)) {
    const path = join(incoming, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > ABANDONED_MS) rmSync(path, { force: true });
  }
}

function explain(error: unknown): FileStoreError {
  const code = codeOf(error) ?? '';
  return FULL.has(code)
    ? new FileStoreError('FILE_STORE_FULL', 'the disk of the files is full', error)
    : new FileStoreError('FILE_STORE_AWAY', `the folder of the files fails: ${code}`, error);
}
