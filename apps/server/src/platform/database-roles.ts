import type { Database, Tx } from './db.ts';
import type { Log } from './log.ts';
import { StartupError } from './startup-error.ts';

interface Login {
  readonly name: string;
  /** May make tables, and so change and drop those that it made. */
  readonly isOwner: boolean;
  /** Has the rights of the program itself, and may take those of whoever asks it. */
  readonly isProgram: boolean;
}

async function readLogin(tx: Tx): Promise<Login> {
  const [row] = await tx.query<Login>(
    `select current_user::text as name,
       has_schema_privilege('public', 'create') as "isOwner",
       (select count(*) = 2 from pg_roles where pg_has_role(oid, 'usage')
          and rolname in ('ludao_app', 'ludao_system')) as "isProgram"`,
  );
  return row!;
}

/** Whether the login could make the tables. On the embedded database there is no other. */
export function mayMakeTables(database: Database): Promise<boolean> {
  return database.transaction(async (tx) => (await readLogin(tx)).isOwner);
}

/**
 * Says at the start with what power the program runs: with that of an owner a fault of ours, or
 * somebody who gets in, reaches every table and the log's own guards.
 * @throws StartupError when the login has neither that nor what the program needs
 */
export async function checkLogin(database: Database, log: Log): Promise<void> {
  if (database.kind === 'embedded') return;
  const { name, isOwner, isProgram } = await database.transaction(readLogin);
  if (isOwner) {
    log.warn(
      { login: name },
      '程序以数据库属主的身份运行，能改表和日志；正式运行请分开登录角色 | The program runs as the owner of its tables and could change them and the log; in earnest give it a login of its own: docs/guides/database-roles.md',
    );
    return;
  }
  if (isProgram) return;
  throw new StartupError(
    `数据库登录角色 ${name} 不属于 ludao_app 和 ludao_system，程序无法工作；请按 docs/guides/database-roles.md 授予。`,
    `The database login ${name} is no member of ludao_app and ludao_system, so the program cannot work. Grant them as docs/guides/database-roles.md says.`,
  );
}
