import { z } from 'zod';
import { ListQuery } from '../register.ts';

/** What the security log tells of. */
export const SECURITY_EVENTS = {
  SIGNED_IN: { zh: '登录', en: 'Signed in' },
  SIGN_IN_FAILED: { zh: '登录失败', en: 'Sign-in failed' },
  LOCKED: { zh: '多次输错，自动锁定', en: 'Locked after wrong attempts' },
  SIGNED_OUT: { zh: '退出', en: 'Signed out' },
  SECOND_FACTOR_SET: { zh: '设置二次验证', en: 'Second factor set up' },
  PASSWORD_CHANGED: { zh: '修改密码', en: 'Password changed' },
  ORGANISATION_ENTERED: { zh: '登记机构', en: 'Organisation entered' },
  ORGANISATION_CHANGED: { zh: '变更机构', en: 'Organisation changed' },
  ACCOUNT_CREATED: { zh: '开设账号', en: 'Account created' },
  ACCOUNT_DISABLED: { zh: '停用账号', en: 'Account disabled' },
  ACCOUNT_ENABLED: { zh: '恢复账号', en: 'Account enabled' },
  ACCOUNT_UNLOCKED: { zh: '解除锁定', en: 'Account unlocked' },
  PASSWORD_RESET: { zh: '重置密码', en: 'Password reset' },
  SECOND_FACTOR_RESET: { zh: '重置二次验证', en: 'Second factor reset' },
  APPOINTED: { zh: '任命', en: 'Appointed' },
  APPOINTMENT_PROPOSED: { zh: '提交任命', en: 'Appointment put forward' },
  APPOINTMENT_CONFIRMED: { zh: '复核通过任命', en: 'Appointment confirmed' },
  APPOINTMENT_REFUSED: { zh: '退回任命', en: 'Appointment sent back' },
  APPOINTMENT_ENDED: { zh: '免职', en: 'Appointment ended' },
  HANDED_OVER: { zh: '岗位移交', en: 'Posts handed over' },
  DELEGATION_GIVEN: { zh: '授予委托', en: 'Delegation given' },
  DELEGATION_ENDED: { zh: '终止委托', en: 'Delegation ended' },
  REVEALED: { zh: '查看个人信息全文', en: 'Personal data seen whole' },
  ERASED: { zh: '注销个人信息', en: 'Personal data erased' },
  SIGN_ON_LINKED: { zh: '关联单点登录', en: 'Sign-on linked' },
  SIGN_ON_UNLINKED: { zh: '解除单点登录关联', en: 'Sign-on unlinked' },
  SIGN_ON_REFUSED: { zh: '单点登录被拒绝', en: 'Sign-on refused' },
  STAFF_NUMBER_SET: { zh: '登记工号', en: 'Staff number entered' },
  PASSWORD_REFUSED: { zh: '密码登录被拒绝', en: 'Password not accepted here' },
  FILE_INFECTED: { zh: '上传的文件有病毒', en: 'Virus in an uploaded file' },
  EVENT_LOG_READ: { zh: '查看事件日志', en: 'Event log read' },
  LOG_TRIMMED: { zh: '清理到期日志', en: 'Old entries removed' },
} as const;
export type SecurityEventKind = keyof typeof SECURITY_EVENTS;
export const SECURITY_EVENT_KINDS = Object.keys(SECURITY_EVENTS) as [
  SecurityEventKind,
  ...SecurityEventKind[],
];

export const SecurityLogQuery = z.object({
  q: ListQuery.shape.q.meta({ description: 'Of a name or a sign-in name.' }),
  kind: z.enum(SECURITY_EVENT_KINDS).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  sort: z.enum(['at', '-at']).default('-at'),
  page: ListQuery.shape.page,
  size: ListQuery.shape.size,
});
export type SecurityLogQuery = z.infer<typeof SecurityLogQuery>;

export const SecurityLogRow = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  kind: z.enum(SECURITY_EVENT_KINDS),
  person: z.string().nullable().meta({ description: 'Who did it; null where nobody is known.' }),
  signInName: z.string().nullable(),
  subject: z.string().nullable().meta({ description: 'Whom it concerned, where another.' }),
  address: z.string(),
  detail: z.string(),
});
export type SecurityLogRow = z.infer<typeof SecurityLogRow>;
export const SecurityLog = z.object({
  rows: z.array(SecurityLogRow),
  total: z.int(),
  keptMonths: z.int(),
});
export type SecurityLog = z.infer<typeof SecurityLog>;
