import type { SecurityEventKind } from '@ludao/contracts';
import type { Database } from '../../../platform/db.ts';
import { COUNT_GIVEN_UP } from '../../notifications/index.ts';
import type { TaskSource } from '../../tasks/index.ts';
import {
  COUNT_SECURITY_EVENTS,
  COUNT_WAITING_APPOINTMENTS,
  countEndingDelegations,
} from './store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const ENDING_DAYS = 30;
const READ_LOG = { action: 'read', resource: 'security_log' } as const;

/** @param database what belongs to the platform is out of reach of every scope: the program counts */
export function organisationsTasks(database: Pick<Database, 'lookup'>): readonly TaskSource[] {
  const count = async (sql: string, params: readonly unknown[]) => {
    const [row] = await database.lookup<{ count: number }>(sql, params);
    return row?.count ?? 0;
  };
  const logged = (
    kind: SecurityEventKind,
    title: TaskSource['title'],
    hint: TaskSource['hint'],
  ): TaskSource => ({
    key: `security.${kind.toLowerCase()}`,
    title,
    hint,
    tone: 'info',
    right: READ_LOG,
    to: (today) => `/security-log?kind=${kind}&from=${today}`,
    count: ({ today }) => count(COUNT_SECURITY_EVENTS, [kind, today]),
  });
  return [
    {
      key: 'organisations.appointments',
      title: { zh: '等您复核的任命', en: 'Appointments that wait for you' },
      hint: {
        zh: '系统管理员提交的任命，复核后才生效。',
        en: 'Put forward by the system officer; they count once you confirm them.',
      },
      tone: 'due',
      right: { action: 'approve', resource: 'appointment' },
      to: '/appointments?state=WAITING',
      count: ({ session }) => count(COUNT_WAITING_APPOINTMENTS, [session.personId]),
    },
    {
      key: 'organisations.delegations',
      title: { zh: '30 天内到期的委托', en: 'Delegations that end within 30 days' },
      hint: {
        zh: '到期后即不能再代办；需要继续的，请企业重新委托。',
        en: 'Afterwards nothing can be done for the enterprise; it may delegate again.',
      },
      tone: 'due',
      right: { action: 'read', resource: 'delegation' },
      to: '/delegations',
      count: ({ session, now, scoped }) => {
        const until = new Date(now.getTime() + ENDING_DAYS * DAY_MS);
        return scoped((tx) => countEndingDelegations(tx, session.orgs, now, until));
      },
    },
    {
      key: 'notifications.given_up',
      title: { zh: '没有送达的消息', en: 'Messages that could not be sent' },
      hint: {
        zh: '多次重试仍失败或被拒收；请联系本人，或重新发送。',
        en: 'Refused, or tried in vain: reach the person otherwise, or send again.',
      },
      tone: 'due',
      right: { action: 'update', resource: 'notification_delivery' },
      to: '/message-deliveries',
      count: () => count(COUNT_GIVEN_UP, []),
    },
    logged(
      'LOCKED',
      { zh: '今天被锁定的账号', en: 'Accounts locked today' },
      { zh: '多次输错密码或动态码，自动锁定。', en: 'Wrong passwords or codes in a row.' },
    ),
    logged(
      'SIGN_IN_FAILED',
      { zh: '今天失败的登录', en: 'Failed sign-ins today' },
      { zh: '次数异常时请核查来源。', en: 'Look into where they come from when there are many.' },
    ),
    logged(
      'SIGNED_IN',
      { zh: '今天的登录', en: 'Sign-ins today' },
      { zh: '每次登录都记入安全日志。', en: 'Each is in the security log.' },
    ),
  ];
}
