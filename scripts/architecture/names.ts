import { isTest, type SourceFile, type Violation } from './source.ts';

const MAX_LINES = 300;

/** A name that says nothing collects everything. */
export function findEmptyNames(files: readonly SourceFile[]): Violation[] {
  return files.flatMap(({ path }) => {
    const names = path.split('/').map((part) => part.split('.')[0] ?? '');
    const empty = names.find((name) => /^(utils?|helpers?|common|misc)$/i.test(name));
    const message = `has "${empty}" in its name; name it after what it does`;
    return empty === undefined ? [] : [{ rule: 'telling names', path, message }];
  });
}

export function findForeignLetters(files: readonly SourceFile[]): Violation[] {
  return files
    .filter(({ path }) => /[^\x20-\x7e]/.test(path))
    .map(({ path }) => ({
      rule: 'ASCII file names',
      path,
      message: 'has letters beyond ASCII in its name; some file systems and archives lose them',
    }));
}

export function findLongFiles(files: readonly SourceFile[]): Violation[] {
  return files
    .filter(({ path }) => /\.(tsx?|mjs|css)$/.test(path) && !isTest(path))
    .flatMap(({ path, text }) => {
      const lines = text.split('\n').length - 1;
      const message = `has ${lines} lines, more than ${MAX_LINES}; split it by sub-capability`;
      return lines <= MAX_LINES ? [] : [{ rule: 'short files', path, message }];
    });
}

/** Folders that exist on one developer's machine only; a URL's path is none. */
const MACHINE_PATH = /(?:^|[\s"'`(=,>[])(?:file:\/\/)?\/(?:work|root|home\/[a-z]\w*|Users\/\w+)\//m;

export function findMachinePaths(files: readonly SourceFile[]): Violation[] {
  return files.flatMap(({ path, text }) => {
    const match = MACHINE_PATH.exec(text);
    if (match === null || text.includes('\0')) return [];
    const line = text.slice(0, match.index + 1).split('\n').length;
    const message = `names a folder of one machine in line ${line}; write it relative to the repository`;
    return [{ rule: 'no machine paths', path, message }];
  });
}
