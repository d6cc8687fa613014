import { resolve } from 'node:path';
import { isLoopback, readAddress, type Env, type Problem } from './setting.ts';

/** A mail server. Holds a password: never print it. */
export interface MailConfig {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (smtps:); otherwise STARTTLS is demanded. */
  readonly secure: boolean;
  /** On this very computer, where it may go without TLS. */
  readonly isLocal: boolean;
  readonly user: string | null;
  readonly password: string;
  readonly passwordFile: string | null;
  /** As it stands in the header: `name <address>` or an address. */
  readonly from: string;
}

/** How messages leave the house, and how long they are kept. */
export interface MessageConfig {
  readonly mail: MailConfig | null;
  /** Where SMS and WeChat are put for a gateway; null for none. Absolute. */
  readonly folder: string | null;
  /** The address at which people open the platform, for e-mails; null where it is not said. */
  readonly publicUrl: string | null;
  /** Days that a message is kept once it was read. */
  readonly keepDays: number;
  /** Hours of China in which no SMS is sent but for security: from the first, until the second. */
  readonly quiet: { readonly from: number; readonly until: number };
}

/** @param signOnUrl LUDAO_URL where the sign-on has read it already */
export function readMessages(
  env: Env,
  problems: Problem[],
  signOnUrl: string | undefined,
): MessageConfig {
  const folder = env['LUDAO_MESSAGE_FOLDER'];
  const url = env['LUDAO_URL'];
  return {
    mail: readMail(env, problems),
    folder: folder ? resolve(folder) : null,
    publicUrl: signOnUrl ?? (url ? readAddress('LUDAO_URL', url, problems) : null),
    keepDays: readDays(env['LUDAO_MESSAGE_DAYS'] || '180', problems),
    quiet: readQuiet(env['LUDAO_SMS_QUIET'] || '21-8', problems),
  };
}

const FROM =
  /^(?:[^<>"\p{Cc}]{1,60} <)?[^\s<>@"]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?>?$/iu;

function readMail(env: Env, problems: Problem[]): MailConfig | null {
  const text = env['LUDAO_SMTP_URL'];
  if (!text) return null;
  const from = env['LUDAO_MAIL_FROM'] ?? '';
  if (!FROM.test(from) || from.includes('<') !== from.endsWith('>')) {
    problems.push({
      zh: `设置了 LUDAO_SMTP_URL，LUDAO_MAIL_FROM=${from} 应为“名称 <邮箱>”或邮箱`,
      en: `LUDAO_SMTP_URL is set, so LUDAO_MAIL_FROM=${from} must be “name <address>” or an address`,
    });
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const secure = url?.protocol === 'smtps:';
  const isKnown = url && (secure || url.protocol === 'smtp:') && url.hostname !== '';
  const decoded = url && decode(url);
  if (!isKnown || !decoded || !/^\/?$/.test(url.pathname) || url.search !== '') {
    // Only the part before the first colon is shown: what follows may hold a password.
    const shown = /^[a-z][a-z0-9+.-]*:/i.exec(text)?.[0] ?? '';
    problems.push({
      zh: `LUDAO_SMTP_URL=${shown}… 应为 smtps://用户@主机:465 或 smtp://用户@主机:587（特殊字符须用 % 编码）`,
      en: `LUDAO_SMTP_URL=${shown}… must be smtps://user@host:465 or smtp://user@host:587 (special characters %-encoded)`,
    });
    return null;
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    isLocal: isLoopback(url),
    user: decoded.user || null,
    password: decoded.password,
    passwordFile: env['LUDAO_SMTP_PASSWORD_FILE'] || null,
    from,
  };
}

function decode({ username, password }: URL): { user: string; password: string } | undefined {
  try {
    return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    return undefined;
  }
}

const LONGEST_DAYS = 3650;

function readDays(text: string, problems: Problem[]): number {
  const days = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (days >= 1 && days <= LONGEST_DAYS) return days;
  problems.push({
    zh: `LUDAO_MESSAGE_DAYS=${text} 应为 1 到 ${LONGEST_DAYS} 的整数`,
    en: `LUDAO_MESSAGE_DAYS=${text} must be a whole number from 1 to ${LONGEST_DAYS}`,
  });
  return LONGEST_DAYS;
}

function readQuiet(text: string, problems: Problem[]): MessageConfig['quiet'] {
  const [, from, until] = /^(\d{1,2})-(\d{1,2})$/.exec(text)?.map(Number) ?? [];
  if (from !== undefined && until !== undefined && from < 24 && until < 24) return { from, until };
  problems.push({
    zh: `LUDAO_SMS_QUIET=${text} 应为两个钟点，例：21-8`,
    en: `LUDAO_SMS_QUIET=${text} must be two hours, for example 21-8`,
  });
  return { from: 21, until: 8 };
}
