import type { Tx } from './db.ts';
import { StartupError, codeOf } from './startup-error.ts';

const OLDEST_MAJOR = 15;

/** @throws StartupError when the server is older than what our SQL is written for */
export async function refuseOldServer(tx: Pick<Tx, 'query'>): Promise<void> {
  const [row] = await tx.query<{ version: number }>(
    `select current_setting('server_version_num')::integer as version`,
  );
  const major = Math.floor((row?.version ?? 0) / 10_000);
  if (major >= OLDEST_MAJOR) return;
  throw new StartupError(
    `PostgreSQL 版本为 ${major}，需要 ${OLDEST_MAJOR} 或更高版本。`,
    `The PostgreSQL server is version ${major}; ${OLDEST_MAJOR} or newer is needed.`,
  );
}

/**
 * Says in plain words why a PostgreSQL server cannot be used. The address is named, never the password.
 * @returns the same error when it is of another kind
 */
export function explainConnectionFailure(error: unknown, databaseUrl: string): unknown {
  if (error instanceof StartupError) return error;
  const { host, pathname } = new URL(databaseUrl);
  const where = `${host || 'localhost'}${pathname}`;
  const reason = reasonFor(error);
  if (reason === undefined) return error;
  return new StartupError(
    `无法使用 PostgreSQL（${where}）：${reason.zh}。请检查 DATABASE_URL。`,
    `PostgreSQL at ${where} cannot be used: ${reason.en}. Check DATABASE_URL.`,
    { cause: error },
  );
}

function reasonFor(error: unknown): { zh: string; en: string } | undefined {
  const code = codeOf(error);
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
      return { zh: '没有服务在监听', en: 'nothing is listening there' };
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return { zh: '找不到该主机', en: 'the host name is not known' };
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ECONNRESET':
      return { zh: '主机没有应答', en: 'the host does not answer' };
    case '28P01':
    case '28000':
      return { zh: '用户名或密码不被接受', en: 'the user name or password is not accepted' };
    case '3D000':
      return { zh: '数据库不存在', en: 'there is no such database' };
    case '57P03':
      return { zh: '服务器正在启动或停止', en: 'the server is starting up or shutting down' };
    case '53300':
      return { zh: '连接数已满', en: 'it has no free connections' };
    default:
      break;
  }
  const text = error instanceof Error ? error.message : '';
  if (/timeout|terminated/i.test(text)) {
    return { zh: '主机没有应答', en: 'the host does not answer' };
  }
  if (/SSL|certificate/i.test(text)) {
    return { zh: `加密连接失败（${text}）`, en: `the encrypted connection failed (${text})` };
  }
  // pg complains in its own words when the server asks for a password and none was given.
  if (/password/i.test(text)) {
    return { zh: '缺少密码或密码不被接受', en: 'a password is missing or not accepted' };
  }
  return undefined;
}
