/**
 * Something the person who starts the program can put right: shown as it is, without a stack.
 * The message is one line, Chinese first, then English, with what to do.
 */
export class StartupError extends Error {
  override name = 'StartupError';

  constructor(zh: string, en: string, options?: ErrorOptions) {
    super(`${zh} | ${en}`, options);
  }
}

/**
 * The code that Node or PostgreSQL gave an error, for example ENOSPC or 28P01. Connecting to a name
 * with several addresses fails with one error holding several; the first one's code is taken.
 */
export function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  const isFromPglite = 'name' in error && error.name === 'ErrnoError' && 'errno' in error;
  return isFromPglite ? WASI_CODES.get(Number(error.errno)) : undefined;
}

/** PGlite's file system throws bare numbers of its own (WASI's). */
const WASI_CODES = new Map([
  [2, 'EACCES'],
  [19, 'EDQUOT'],
  [51, 'ENOSPC'],
  [63, 'EPERM'],
  [69, 'EROFS'],
]);

/**
 * Turns a failure of the file system while a folder is being prepared or opened into plain words.
 * @returns the same error when it is none that the person at the terminal can put right
 */
export function explainFolderFailure(error: unknown, folder: string): unknown {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100' || saysDiskIsFull(error)) {
    return new StartupError(
      `磁盘已满，无法写入数据目录 ${folder}；请腾出空间，或用 LUDAO_DATA 指定其他目录。`,
      `The disk is full: cannot write to the data folder ${folder}. Free some space or set LUDAO_DATA to another folder.`,
      { cause: error },
    );
  }
  // Node says ENOENT when it cannot make a folder on a file system that is read-only.
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOENT') {
    return new StartupError(
      `数据目录 ${folder} 不可写；请修改其权限，或用 LUDAO_DATA 指定其他目录。`,
      `The data folder ${folder} is not writable. Change its permissions or set LUDAO_DATA to another folder.`,
      { cause: error },
    );
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new StartupError(
      `数据目录 ${folder} 的路径上有一个同名文件；请用 LUDAO_DATA 指定其他目录。`,
      `There is a file where the data folder ${folder} should be. Set LUDAO_DATA to another folder.`,
      { cause: error },
    );
  }
  return error;
}

/** PGlite reports what its file system said only in words. */
function saysDiskIsFull(error: unknown): boolean {
  return error instanceof Error && /no space left on device|ENOSPC/i.test(error.message);
}
