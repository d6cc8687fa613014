import { CASE_PERSONS } from './cases/personal-data.ts';
import type { Bilingual } from './people/bilingual.ts';

export { NOT_PERSONAL } from './not-personal.ts';

/** The edition of the notice. Whoever has seen an older one is shown the new one. */
export const NOTICE_VERSION = '2026-12-01';

/** 《中华人民共和国个人信息保护法》, in force since 2021-11-01. */
export const LEGAL_BASES = {
  DUTY: {
    zh: '《个人信息保护法》第十三条第一款第（三）项、第三十四条：履行法定职责或者法定义务所必需',
    en: 'Personal Information Protection Law, art. 13 (1) no. 3 and art. 34: needed for a statutory duty',
  },
  LOGS: {
    zh: '《个人信息保护法》第十三条第一款第（三）项、第五十一条；《网络安全法》关于网络日志留存不少于六个月的规定',
    en: 'Personal Information Protection Law, art. 13 (1) no. 3 and art. 51; the Cybersecurity Law on keeping network logs for six months at least',
  },
  RIGHTS: {
    zh: '《个人信息保护法》第五十条：受理并答复个人行使权利的申请',
    en: 'Personal Information Protection Law, art. 50: receiving and answering requests of persons',
  },
} as const satisfies Record<string, Bilingual>;

/** From when a term runs. */
export const TERM_STARTS = {
  WITH_SESSION: { zh: '登录结束即删除', en: 'deleted when the session has ended' },
  WITH_ACCOUNT: { zh: '账号注销即清除', en: 'blanked when the account is closed' },
  LAST_POST_ENDED: {
    zh: '离开最后一个岗位后 {{months}} 个月',
    en: '{{months}} months after the last post ended',
  },
  CONTACT_ENDED: {
    zh: '不再担任联系人后 {{months}} 个月',
    en: '{{months}} months after ceasing to be a contact',
  },
  LOGGED: {
    zh: '自记录之日起不少于 {{months}} 个月',
    en: 'at least {{months}} months from the record',
  },
  WITH_VOLUME: { zh: '随案卷的保管期限', en: 'as long as its volume is kept' },
  ANSWERED: { zh: '办结后 {{months}} 个月', en: '{{months}} months after the answer' },
} as const satisfies Record<string, Bilingual>;
export type TermStart = keyof typeof TERM_STARTS;

/** Months of the terms that end by themselves: choices of our own, as short as the duties allow (art. 19). */
export const TERM_MONTHS = {
  LAST_POST_ENDED: 36,
  CONTACT_ENDED: 24,
  LOGGED: 6,
  ANSWERED: 36,
} as const;

export type MaskRule = 'name' | 'phone' | 'hidden' | 'none';

export interface PersonalField {
  /** Columns that hold it, as schema-less `table.column`; tables of schema auth begin with `auth.`. */
  readonly columns: readonly string[];
  readonly name: Bilingual;
  readonly of: 'account' | 'contact' | 'document' | 'log' | 'request';
  readonly purpose: Bilingual;
  readonly basis: keyof typeof LEGAL_BASES;
  readonly term: TermStart;
  /** How others see it; `hidden` is shown to nobody but the person. */
  readonly mask: MaskRule;
  /** Whose rights decide who may see it whole, with a reason that is recorded; null where nobody may. */
  readonly revealedBy: 'contact' | 'person' | null;
}

/**
 * Every field that names or describes a person. Screens, the notice, a person's own page and the
 * test that walks the columns of the database read this list; there is no other.
 */
export const PERSONAL_FIELDS: readonly PersonalField[] = [
  {
    columns: ['person.name'],
    name: { zh: '姓名', en: 'Name' },
    of: 'account',
    purpose: {
      zh: '分清谁在哪个岗位、谁办的事',
      en: 'Telling who holds which post and who did what',
    },
    basis: 'DUTY',
    term: 'LAST_POST_ENDED',
    mask: 'name',
    revealedBy: 'person',
  },
  {
    columns: ['person.phone', 'auth.account.phone'],
    name: { zh: '手机号', en: 'Phone number' },
    of: 'account',
    purpose: { zh: '登录、工作联系', en: 'Signing in and contact at work' },
    basis: 'DUTY',
    term: 'LAST_POST_ENDED',
    mask: 'phone',
    revealedBy: 'person',
  },
  {
    columns: ['auth.account.sign_in_name'],
    name: { zh: '用户名', en: 'User name' },
    of: 'account',
    purpose: { zh: '登录', en: 'Signing in' },
    basis: 'DUTY',
    term: 'WITH_ACCOUNT',
    mask: 'none',
    revealedBy: null,
  },
  {
    columns: ['auth.account.password_hash', 'auth.account.second_factor'],
    name: {
      zh: '密码和二次验证密钥（不可逆或加密保存）',
      en: 'Password and second factor, hashed or sealed',
    },
    of: 'account',
    purpose: { zh: '确认登录的是本人', en: 'Making sure that it is the person who signs in' },
    basis: 'DUTY',
    term: 'WITH_ACCOUNT',
    mask: 'hidden',
    revealedBy: null,
  },
  {
    columns: ['auth.account.staff_number', 'auth.sign_on_link.issuer', 'auth.sign_on_link.subject'],
    name: { zh: '工号、统一身份认证的编号', en: 'Staff number, subject of the office’s sign-on' },
    of: 'account',
    purpose: { zh: '用本单位的统一身份认证登录', en: 'Signing in by the office’s own sign-on' },
    basis: 'DUTY',
    term: 'WITH_ACCOUNT',
    mask: 'none',
    revealedBy: null,
  },
  {
    columns: ['absence.first_day', 'absence.last_day'],
    name: { zh: '不在岗的起止日期', en: 'First and last day of an absence' },
    of: 'account',
    purpose: { zh: 'B 角何时代理', en: 'When a stand-in acts' },
    basis: 'DUTY',
    term: 'LAST_POST_ENDED',
    mask: 'none',
    revealedBy: null,
  },
  {
    columns: [
      'auth.message_address.email',
      'auth.message_address.pending_email',
      'auth.notification_choice.wanted',
    ],
    name: { zh: '邮箱、消息设置', en: 'E-mail address, message settings' },
    of: 'account',
    purpose: {
      zh: '按本人的选择，用邮件、短信或微信告知有事待办',
      en: 'Telling by e-mail, text message or WeChat that something waits, as the person chose',
    },
    basis: 'DUTY',
    term: 'WITH_ACCOUNT',
    mask: 'hidden',
    revealedBy: null,
  },
  {
    columns: ['notification.params', 'notification.read_at'],
    name: { zh: '收到的消息和阅读时间', en: 'Messages received, and when they were read' },
    of: 'account',
    purpose: { zh: '告知有什么事待办', en: 'Telling what waits' },
    basis: 'DUTY',
    term: 'WITH_ACCOUNT',
    mask: 'hidden',
    revealedBy: null,
  },
  {
    columns: ['contact.name'],
    name: { zh: '联系人姓名', en: 'Name of a contact' },
    of: 'contact',
    purpose: {
      zh: '监管、帮扶、应急时找到企业和园区的责任人',
      en: 'Reaching those responsible in enterprises and parks',
    },
    basis: 'DUTY',
    term: 'CONTACT_ENDED',
    mask: 'name',
    revealedBy: 'contact',
  },
  {
    columns: ['contact.phone'],
    name: { zh: '联系人电话', en: 'Phone number of a contact' },
    of: 'contact',
    purpose: {
      zh: '监管、帮扶、应急时联系',
      en: 'Calling them for supervision, help or an emergency',
    },
    basis: 'DUTY',
    term: 'CONTACT_ENDED',
    mask: 'phone',
    revealedBy: 'contact',
  },
  {
    columns: ['contact.kind', 'contact.job_title'],
    name: { zh: '联系人类别和职务', en: 'Kind and position of a contact' },
    of: 'contact',
    purpose: { zh: '知道该找谁', en: 'Knowing whom to ask' },
    basis: 'DUTY',
    term: 'CONTACT_ENDED',
    mask: 'none',
    revealedBy: null,
  },
  {
    columns: [
      'document_delivery.receiver',
      'document_delivery.witness',
      'document_delivery.note',
      'document.fields',
      'document_act.reason',
    ],
    name: {
      zh: '文书中写到的人：签收人、见证人，以及文书和退回理由的文字',
      en: 'People named in documents: who took it, who witnessed it, and what papers and returns say',
    },
    of: 'document',
    purpose: {
      zh: '证明文书送达、留存办理依据；公开本里删去',
      en: 'Proving service and keeping what was decided; left out of the public version',
    },
    basis: 'DUTY',
    term: 'WITH_VOLUME',
    mask: 'none',
    revealedBy: null,
  },
  ...CASE_PERSONS,
  {
    columns: ['case_comment_person.name', 'case_comment_person.phone'],
    name: {
      zh: '公示期间提出意见、申请听证的人的姓名、电话',
      en: 'Name and phone of whoever commented on a notice or asked for a hearing',
    },
    of: 'document',
    purpose: {
      zh: '核实意见、通知听证；与意见分开保存，不对外公开，也不告诉建设单位',
      en: 'Checking a comment, calling to a hearing; kept apart from it, never published nor told to the applicant',
    },
    basis: 'DUTY',
    term: 'WITH_VOLUME',
    mask: 'name',
    revealedBy: null,
  },
  {
    columns: ['auth.session.address', 'auth.session.agent'],
    name: { zh: '登录的网络地址和浏览器', en: 'Network address and browser of a session' },
    of: 'log',
    purpose: { zh: '发现盗用账号', en: 'Finding a stolen account' },
    basis: 'LOGS',
    term: 'WITH_SESSION',
    mask: 'hidden',
    revealedBy: null,
  },
  {
    columns: [
      'auth.security_event.address',
      'auth.security_event.detail',
      'auth.security_event.subject',
    ],
    name: {
      zh: '安全日志：登录、查看个人信息的时间、网络地址和理由',
      en: 'Security log: time, network address and reason of signing in and of revealing personal data',
    },
    of: 'log',
    purpose: { zh: '追查越权和泄露', en: 'Tracing misuse and leaks' },
    basis: 'LOGS',
    term: 'LOGGED',
    mask: 'hidden',
    revealedBy: null,
  },
  {
    columns: ['auth.data_request.words', 'auth.data_request.answer', 'auth.erasure.reason'],
    name: { zh: '更正、注销申请及答复', en: 'Requests for correction or erasure, and the answers' },
    of: 'request',
    purpose: { zh: '办理本人的申请', en: 'Handling the person’s own request' },
    basis: 'RIGHTS',
    term: 'ANSWERED',
    mask: 'hidden',
    revealedBy: null,
  },
  {
    columns: ['auth.notice_shown.version', 'auth.notice_shown.shown_at'],
    name: { zh: '何时看过哪一版本规则', en: 'When which edition of this notice was shown' },
    of: 'request',
    purpose: { zh: '证明已经告知', en: 'Proving that the person was told' },
    basis: 'RIGHTS',
    term: 'WITH_ACCOUNT',
    mask: 'hidden',
    revealedBy: null,
  },
];

/** The term of a field, in words. */
export function termText({ term }: PersonalField): Bilingual {
  const months = term in TERM_MONTHS ? String(TERM_MONTHS[term as keyof typeof TERM_MONTHS]) : '';
  const { zh, en } = TERM_STARTS[term];
  const filled = (text: string) => text.replace('{{months}}', months);
  return { zh: filled(zh), en: filled(en) };
}
