import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { readFiles, type FilesConfig } from './files/config.ts';
import { readMessages, type MessageConfig } from './message-config.ts';
import { wordOf, type Env, type Problem } from './setting.ts';
import { readSignOn, type SignOnConfig } from './sign-on-config.ts';
import { StartupError } from './startup-error.ts';

/** From quiet to talkative; the names of pino's levels. */
export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Config {
  /** 0 lets the system choose a free port. */
  readonly port: number;
  /** The address to listen on; loopback unless said otherwise. */
  readonly host: string;
  /** Absolute path of the folder that holds the embedded database and the secrets. */
  readonly dataDir: string;
  /** A PostgreSQL to use instead of the embedded database. Holds a password: never print it. */
  readonly databaseUrl?: string;
  /**
   * The same database as the login that owns its tables: migrates at the start, and is closed before
   * anything is served. Left out, `databaseUrl` does both. Holds a password as well.
   */
  readonly migrateUrl?: string;
  readonly logLevel: LogLevel;
  /**
   * Invented data: `local` and `public` were asked for, `off` was asked for, `auto` leaves it to the
   * mark of the database; a new embedded one on loopback becomes a demonstration.
   */
  readonly demo: 'auto' | 'off' | 'local' | 'public';
  /** How much a new demonstration shows. */
  readonly demoSize: 'county' | 'city';
  /** How long the security log is kept: six months at least, as the Cybersecurity Law asks. */
  readonly securityLogMonths: number;
  /** Absent where people sign in with names and passwords of this platform only. */
  readonly signOn?: SignOnConfig;
  /** Whole names and numbers of others that one person may look at within an hour. */
  readonly revealsPerHour: number;
  /** Where files stand, how large they may be, who scans them. Holds a secret: never print it. */
  readonly files: FilesConfig;
  readonly messages: MessageConfig;
  /** Where papers are exchanged with a seal system; null for none. Absolute. */
  readonly sealFolder: string | null;
}

/**
 * Reads the configuration from environment variables; an empty variable counts as not set.
 * @throws StartupError naming every bad value at once, so that nobody fixes them one start at a time
 */
export function readConfig(env: Env): Config {
  const problems: Problem[] = [];
  const port = readPort(env['PORT'] || '3000', problems);
  const host = readHost(env['HOST'] || '127.0.0.1', problems);
  const databaseUrl = readDatabaseUrl('DATABASE_URL', env, problems);
  const migrateUrl = readDatabaseUrl('LUDAO_MIGRATE_URL', env, problems);
  if (migrateUrl !== undefined && databaseUrl === undefined) problems.push(MIGRATE_ALONE);
  const logLevel = readLogLevel(env['LUDAO_LOG'] || 'info', problems);
  const demo = wordOf(env, 'LUDAO_DEMO', ['auto', 'off', 'local', 'public'], problems);
  const demoSize = wordOf(env, 'LUDAO_DEMO_SIZE', ['county', 'city'], problems);
  const signOn = readSignOn(env, problems);
  const revealsPerHour = readReveals(env['LUDAO_REVEALS_PER_HOUR'] || '30', problems);
  const dataDir = resolve(env['LUDAO_DATA'] || 'data');
  const files = readFiles(env, dataDir, problems);
  const securityLogMonths = readMonths(env['LUDAO_SECURITY_LOG_MONTHS'] || '12', problems);
  const messages = readMessages(env, problems, signOn?.publicUrl);
  if (problems.length > 0) {
    throw new StartupError(
      `配置有误：${problems.map((problem) => problem.zh).join('；')}。`,
      `Bad configuration: ${problems.map((problem) => problem.en).join('; ')}.`,
    );
  }
  return {
    port,
    host,
    dataDir,
    logLevel,
    demo,
    demoSize,
    revealsPerHour,
    securityLogMonths,
    files,
    messages,
    sealFolder: env['LUDAO_SEAL_FOLDER'] ? resolve(env['LUDAO_SEAL_FOLDER']) : null,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(migrateUrl === undefined ? {} : { migrateUrl }),
    ...(signOn && { signOn }),
  };
}

function readPort(text: string, problems: Problem[]): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= 65_535) return port;
  problems.push({
    zh: `PORT=${text} 应为 0 到 65535 的整数`,
    en: `PORT=${text} must be a whole number from 0 to 65535`,
  });
  return 0;
}

function readReveals(text: string, problems: Problem[]): number {
  const count = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (count >= 1 && count <= 1000) return count;
  problems.push({
    zh: `LUDAO_REVEALS_PER_HOUR=${text} 应为 1 到 1000 的整数`,
    en: `LUDAO_REVEALS_PER_HOUR=${text} must be a whole number from 1 to 1000`,
  });
  return 1;
}

function readHost(text: string, problems: Problem[]): string {
  if (isIP(text) !== 0 || /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i.test(text)) return text;
  problems.push({
    zh: `HOST=${text} 应为 IP 地址或主机名`,
    en: `HOST=${text} must be an IP address or a host name`,
  });
  return text;
}

const MIGRATE_ALONE: Problem = {
  zh: '设置了 LUDAO_MIGRATE_URL，还须设置 DATABASE_URL',
  en: 'LUDAO_MIGRATE_URL is set, so DATABASE_URL must be set too',
};

function readDatabaseUrl(name: string, env: Env, problems: Problem[]): string | undefined {
  const text = env[name];
  if (!text) return undefined;
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (protocol === 'postgres:' || protocol === 'postgresql:') return text;
  // Only the part before the first colon is shown: what follows may hold a password.
  const shown = /^[a-z][a-z0-9+.-]*:/i.exec(text)?.[0] ?? '';
  problems.push({
    zh: `${name}=${shown}… 应以 postgres:// 或 postgresql:// 开头（密码中的特殊字符须用 % 编码）`,
    en: `${name}=${shown}… must be a URL that begins with postgres:// or postgresql:// (special characters in the password %-encoded)`,
  });
  return undefined;
}

const SHORTEST_LOG_MONTHS = 6;
const LONGEST_LOG_MONTHS = 120;

function readMonths(text: string, problems: Problem[]): number {
  const months = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (months >= SHORTEST_LOG_MONTHS && months <= LONGEST_LOG_MONTHS) return months;
  problems.push({
    zh: `LUDAO_SECURITY_LOG_MONTHS=${text} 应为 ${SHORTEST_LOG_MONTHS} 到 ${LONGEST_LOG_MONTHS} 的整数：安全日志至少留存六个月`,
    en: `LUDAO_SECURITY_LOG_MONTHS=${text} must be a whole number from ${SHORTEST_LOG_MONTHS} to ${LONGEST_LOG_MONTHS}: the security log is kept for six months at least`,
  });
  return SHORTEST_LOG_MONTHS;
}

function readLogLevel(text: string, problems: Problem[]): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text);
  if (level !== undefined) return level;
  problems.push({
    zh: `LUDAO_LOG=${text} 应为 ${LOG_LEVELS.join('、')} 之一`,
    en: `LUDAO_LOG=${text} must be one of ${LOG_LEVELS.join(', ')}`,
  });
  return 'info';
}
