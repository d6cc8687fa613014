import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Language } from '@ludao/contracts/texts';

/** The call was wrong: said in one line, exit code 2. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Reads flags strictly: a misspelt one is an error, never ignored. */
export function readFlags<O extends Options>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** `--lang`, else the environment's language, else Chinese. */
export function chooseLanguage(flag: string | undefined): Language {
  if (flag === 'zh' || flag === 'en') return flag;
  if (flag !== undefined) throw new UsageError(`--lang ${flag}: zh | en`);
  const locale = process.env['LC_ALL'] || process.env['LANG'] || '';
  return locale.toLowerCase().startsWith('en') ? 'en' : 'zh';
}
