import type { Language } from '@ludao/contracts/texts';
import { enterFirstOfficer, renewOfficer, type HandedOut } from '../modules/organisations/index.ts';
import { systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { mayMakeTables } from '../platform/database-roles.ts';
import { openDatabase } from '../platform/db.ts';
import { createLog } from '../platform/log.ts';
import { migrate } from '../platform/migrations.ts';
import { MIGRATIONS } from '../platform/paths.ts';
import { isRefusal, type Refusal } from '../platform/refusal.ts';
import { chooseLanguage, readFlags, UsageError } from './usage.ts';

const WORDS = {
  system: 'SYSTEM_OFFICER',
  security: 'SECURITY_OFFICER',
  audit: 'AUDIT_OFFICER',
} as const;

/** `ludao first-account`: 0 with an account, 1 refused, 2 when the call was wrong. */
export async function runFirstAccount(args: string[]): Promise<number> {
  const { values, positionals } = readFlags(args, {
    role: { type: 'string', default: 'system' },
    name: { type: 'string' },
    'sign-in': { type: 'string' },
    organisation: { type: 'string' },
    district: { type: 'string' },
    renew: { type: 'string' },
    lang: { type: 'string' },
  });
  const language = chooseLanguage(values.lang);
  if (positionals.length > 0) throw new UsageError(`first-account: ${positionals.join(' ')}?`);
  const order = values.renew === undefined ? readOfficer(values) : null;
  const config = readConfig(process.env);
  // On a server with logins of their own, what is made once is made as the owner.
  const { migrateUrl } = config;
  const database = await openDatabase(
    migrateUrl === undefined ? config : { ...config, databaseUrl: migrateUrl },
    createLog('silent'),
  );
  try {
    if (database.kind === 'postgres' && !(await mayMakeTables(database))) {
      throw new UsageError(
        'DATABASE_URL 的登录名不是表的所有者，请设置 LUDAO_MIGRATE_URL。 | The login of DATABASE_URL does not own the tables; set LUDAO_MIGRATE_URL.',
      );
    }
    await migrate(database, MIGRATIONS, createLog('silent'));
    const at = { now: systemClock.now(), today: systemClock.today() };
    const done = order
      ? await enterFirstOfficer(database, order, at)
      : await renewOfficer(database, values.renew ?? '', at);
    if (isRefusal(done)) {
      process.stderr.write(`${refusalText(done, language)}\n`);
      return 1;
    }
    process.stdout.write(`${accountText(done, language)}\n`);
    return 0;
  } finally {
    await database.close();
  }
}

type Flags = Readonly<Record<string, string | undefined>>;

function readOfficer(flags: Flags) {
  const { role = '', name, 'sign-in': signInName, organisation, district } = flags;
  if (!Object.hasOwn(WORDS, role)) {
    throw new UsageError(`--role ${role}: system | security | audit`);
  }
  if (name === undefined || signInName === undefined) {
    throw new UsageError(
      'first-account: 请给出 --name 姓名 和 --sign-in 用户名 | --name and --sign-in are needed',
    );
  }
  if ((organisation === undefined) !== (district === undefined)) {
    throw new UsageError(
      '--organisation 和 --district 要一起给出 | --organisation and --district go together',
    );
  }
  return {
    role: WORDS[role as keyof typeof WORDS],
    name,
    signInName: signInName.toLowerCase(),
    organisation:
      organisation === undefined || district === undefined
        ? null
        : { name: organisation.trim(), districtCode: district },
  };
}

function accountText(
  { person, signInName, organisation, password }: HandedOut,
  language: Language,
) {
  return language === 'zh'
    ? `账号已就绪：${person}（用户名 ${signInName}，${organisation}）
初始密码，只显示这一次：${password}
请当面交给本人。首次登录须先改密码，再设置二次验证。`
    : `The account is ready: ${person} (user name ${signInName}, ${organisation})
Initial password, shown this once: ${password}
Hand it to the person. The first sign-in begins with changing it and setting up the second factor.`;
}

/** By code: what went wrong and what to do. */
const REFUSALS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  DEMO_DATABASE: {
    zh: '这是演示数据库，不能开设正式账号。请换一个数据目录（LUDAO_DATA）或数据库。',
    en: 'This database holds a demonstration, which gets no accounts in earnest. Use another data folder (LUDAO_DATA) or database.',
  },
  OFFICER_THERE: {
    zh: '已经有过“{value}”，本命令只开设第一个。请由系统管理员登录后在网页上办理；登录不了的，用 --renew 用户名。',
    en: 'There is or was a {value} already; this command makes the first one only. Let the system officer do it on the screen, or use --renew NAME for one who cannot sign in.',
  },
  SIGN_IN_NAME_TAKEN: {
    zh: '用户名“{value}”已经有人用了。',
    en: 'The user name “{value}” is taken.',
  },
  SIGN_IN_NAME_WRONG: {
    zh: '用户名“{value}”不符合要求：3 到 40 位小写字母、数字、点、连字符或下划线，以字母开头。',
    en: 'The user name “{value}” will not do: 3 to 40 small letters, digits, dots, hyphens or underscores, beginning with a letter.',
  },
  NAME_WRONG: {
    zh: '名称“{value}”太短或太长。',
    en: 'The name “{value}” is too short or too long.',
  },
  ORGANISATION_MISSING: {
    zh: '还没有平台运行单位，请加上 --organisation 单位名称 --district 330600。',
    en: 'There is no operator of the platform yet: add --organisation NAME --district 330600.',
  },
  DISTRICT_UNKNOWN: {
    zh: '--district {value}：不是绍兴市或其区、县（市）的代码，例如 330600。',
    en: '--district {value}: no code of Shaoxing or one of its counties, such as 330600.',
  },
  NO_SUCH_OFFICER: {
    zh: '“{value}”今天不是三员（系统、安全、审计管理员）之一。其他人的账号由系统管理员在网页上重置。',
    en: '“{value}” is none of the three officers today. Other accounts are reset by the system officer on the screen.',
  },
};

function refusalText({ refused, params }: Refusal, language: Language): string {
  const text = REFUSALS[refused]?.[language] ?? refused;
  return text.replaceAll('{value}', String(params['value'] ?? ''));
}
