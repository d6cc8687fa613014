import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError, codeOf } from './startup-error.ts';

/**
 * Opens the embedded database's folder inside the data folder, making it at the first start. A first
 * start that was interrupted leaves half a database without data in it; a note beside the folder
 * says so, and the next start begins anew. A folder without that note is never removed.
 * @param open opens, or makes, the database in the folder it is handed
 * @throws StartupError when an existing database cannot be opened
 */
export async function inDatabaseFolder<T>(
  dataDir: string,
  open: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = join(dataDir, 'database');
  const unfinished = join(dataDir, 'database.unfinished');
  if (existsSync(unfinished)) rmSync(folder, { recursive: true, force: true });
  if (existsSync(folder)) return openExisting(folder, open);
  writeFileSync(unfinished, '');
  mkdirSync(folder);
  const opened = await open(folder);
  rmSync(unfinished);
  return opened;
}

async function openExisting<T>(folder: string, open: (folder: string) => Promise<T>): Promise<T> {
  try {
    return await open(folder);
  } catch (error) {
    // What the file system refused is explained by the caller; PGlite itself only aborts.
    if (codeOf(error) !== undefined) throw error;
    throw new StartupError(
      `${folder} 中的数据库无法打开，可能已损坏；请从备份恢复该目录，或将其移走后重新开始。`,
      `The database in ${folder} cannot be opened; it may be damaged. Put the folder back from a backup, or move it away to begin anew.`,
      { cause: error },
    );
  }
}
