import { readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Env, Problem } from '../setting.ts';
import { StartupError } from '../startup-error.ts';
import type { S3Place } from './s3-store.ts';

/** Where the bytes of files stand. */
export type FilePlace =
  | { readonly kind: 'disk'; readonly folder: string }
  | (Omit<S3Place, 'secret'> & {
      readonly kind: 's3';
      /** Never print it. Null where a file holds it. */
      readonly secret: string | null;
      readonly secretFile: string | null;
    });

/** How ClamAV's daemon is reached. */
export type ClamdAddress =
  | { readonly host: string; readonly port: number }
  | { readonly path: string };

export interface FilesConfig {
  readonly place: FilePlace;
  /** The most that one file may have. */
  readonly fileBytes: number;
  /** The most that one person may send in a day of China. */
  readonly dayBytes: number;
  readonly virusScan: ClamdAddress | null;
}

const MEGABYTE = 1024 * 1024;

/** @param dataDir absolute; the files stand in it unless another place is named */
export function readFiles(env: Env, dataDir: string, problems: Problem[]): FilesConfig {
  const fileBytes = readMegabytes('LUDAO_FILE_MEGABYTES', 20, [1, 200], env, problems) * MEGABYTE;
  const dayBytes =
    readMegabytes('LUDAO_FILE_DAY_MEGABYTES', 500, [1, 100_000], env, problems) * MEGABYTE;
  return {
    place: readPlace(env, dataDir, problems),
    fileBytes,
    dayBytes,
    virusScan: readClamd(env['LUDAO_VIRUS_SCAN'] || '', problems),
  };
}

/** @throws StartupError where the file that holds it cannot be read */
export function s3Secret({ secret, secretFile }: FilePlace & { readonly kind: 's3' }): string {
  if (secret !== null) return secret;
  try {
    const kept = readFileSync(secretFile ?? '', 'utf8').trim();
    if (kept !== '') return kept;
  } catch {
    // Told below, as an empty file is.
  }
  throw new StartupError(
    `无法从文件 ${secretFile} 读取对象存储的密钥；请检查 LUDAO_FILES_SECRET_FILE。`,
    `The secret of the object store cannot be read from ${secretFile}. Check LUDAO_FILES_SECRET_FILE.`,
  );
}

function readPlace(env: Env, dataDir: string, problems: Problem[]): FilePlace {
  const text = env['LUDAO_FILES'] || 'file:';
  if (text === 'file:') return { kind: 'disk', folder: join(dataDir, 'files') };
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'file:' && url.host === '') {
    return { kind: 'disk', folder: fileURLToPath(url) };
  }
  if (url?.protocol === 's3:') return readS3(url, env, problems);
  problems.push(WRONG_PLACE);
  return { kind: 'disk', folder: resolve(dataDir) };
}

/** s3://ACCESS-KEY@host:port/bucket?region=…&tls=off */
function readS3(url: URL, env: Env, problems: Problem[]): FilePlace {
  const secret = env['LUDAO_FILES_SECRET'] || null;
  const secretFile = env['LUDAO_FILES_SECRET_FILE'] || null;
  const bucket = url.pathname.slice(1);
  const { searchParams: also } = url;
  const isKnown = [...also.keys()].every((name) => ['region', 'tls'].includes(name));
  const tls = also.get('tls') ?? 'on';
  const isWhole =
    url.host !== '' &&
    url.username !== '' &&
    url.password === '' &&
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket) &&
    isKnown &&
    ['on', 'off'].includes(tls);
  if (!isWhole) problems.push(WRONG_PLACE);
  else if ((secret === null) === (secretFile === null)) problems.push(ONE_SECRET);
  return {
    kind: 's3',
    endpoint: `${tls === 'off' ? 'http' : 'https'}://${url.host}`,
    bucket,
    region: also.get('region') || 'us-east-1',
    accessKey: decodeURIComponent(url.username),
    secret,
    secretFile,
  };
}

/** Nothing of what was given is shown: it may hold a secret in the wrong place. */
const WRONG_PLACE: Problem = {
  zh: 'LUDAO_FILES 应为 file:、file:///目录 或 s3://访问密钥编号@主机/存储桶?region=区域（内网不加密的另加 &tls=off）；密钥本身写在 LUDAO_FILES_SECRET 或 LUDAO_FILES_SECRET_FILE 里',
  en: 'LUDAO_FILES must be file:, file:///folder or s3://ACCESS-KEY@host/bucket?region=… (with &tls=off where there is no TLS); the secret itself goes into LUDAO_FILES_SECRET or LUDAO_FILES_SECRET_FILE',
};

const ONE_SECRET: Problem = {
  zh: 'LUDAO_FILES 用对象存储时，LUDAO_FILES_SECRET 和 LUDAO_FILES_SECRET_FILE 须设置其中一个',
  en: 'with an object store in LUDAO_FILES, one of LUDAO_FILES_SECRET and LUDAO_FILES_SECRET_FILE must be set',
};

function readClamd(text: string, problems: Problem[]): ClamdAddress | null {
  if (text === '') return null;
  const path = /^unix:(.+)$/.exec(text)?.[1];
  if (path !== undefined && isAbsolute(path)) return { path };
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'tcp:' && url.hostname !== '' && url.port !== '') {
    return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) };
  }
  problems.push({
    zh: `LUDAO_VIRUS_SCAN=${text} 应为 tcp://主机:端口 或 unix:/套接字路径`,
    en: `LUDAO_VIRUS_SCAN=${text} must be tcp://host:port or unix:/path/of/the/socket`,
  });
  return null;
}

function readMegabytes(
  name: string,
  otherwise: number,
  [least, most]: readonly [number, number],
  env: Env,
  problems: Problem[],
): number {
  const text = env[name] || String(otherwise);
  const count = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (count >= least && count <= most) return count;
  problems.push({
    zh: `${name}=${text} 应为 ${least} 到 ${most} 的整数`,
    en: `${name}=${text} must be a whole number from ${least} to ${most}`,
  });
  return otherwise;
}
