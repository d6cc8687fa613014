import { CASE_NOTIFICATIONS } from './cases/notifications.ts';
import { PARK_EIA_NOTIFICATIONS } from './park-eia/notifications.ts';
import type { Bilingual } from './people/bilingual.ts';
import { PERMIT_NOTIFICATIONS } from './permits/notifications.ts';
import { ENTRY_TOPICS } from './rulebook-fields.ts';

/** Ways by which a message reaches somebody outside of the platform. */
export const CHANNELS = {
  EMAIL: { zh: '电子邮件', en: 'E-mail' },
  SMS: { zh: '短信', en: 'Text message' },
  WECHAT: { zh: '微信', en: 'WeChat' },
} as const satisfies Record<string, Bilingual>;
export type Channel = keyof typeof CHANNELS;
export const CHANNEL_NAMES = Object.keys(CHANNELS) as [Channel, ...Channel[]];

/** The same, and the list of messages in the platform itself. */
export const PLACES = {
  IN_APP: { zh: '平台内', en: 'In the platform' },
  ...CHANNELS,
} as const satisfies Record<string, Bilingual>;
export type Place = keyof typeof PLACES;
export const PLACE_NAMES = Object.keys(PLACES) as [Place, ...Place[]];

/**
 * What a blank of a text is filled with: an id is only for finding the thing and is never shown; a
 * code is a number or reference of ours, documentNo a 文号; a list of names shows the name of the code.
 */
export type ParamKind =
  | 'id'
  | 'code'
  | 'documentNo'
  | 'date'
  | 'count'
  | Readonly<Record<string, Bilingual>>;

export interface KindRow {
  /** What the settings call it. */
  readonly name: Bilingual;
  /** On the screen of whoever is signed in; blanks are the params. */
  readonly text: Bilingual;
  /**
   * What leaves the house: that something waits and where to look, and nothing of what it is. No
   * blanks, so nothing can slip in.
   */
  readonly sent: Bilingual;
  readonly params: Readonly<Record<string, ParamKind>>;
  /** security: always shown in the platform, and sent by night as well. */
  readonly importance: 'normal' | 'urgent' | 'security';
  /** By which channels it may leave the house, where the person chose so. */
  readonly channels: readonly Channel[];
}

const EVERYWHERE = CHANNEL_NAMES;

/** Every kind of message. Screens, settings, e-mail and text messages read this list. */
export const NOTIFICATION_KINDS = {
  TASK_CAME: {
    name: { zh: '新的待办', en: 'A new task' },
    text: {
      zh: '您有一项新的待办（{{task}}），请在 {{dueOn}} 前办理。',
      en: 'A new task ({{task}}) waits for you, due on {{dueOn}}.',
    },
    sent: {
      zh: '您有一项新的待办。请登录小微园区环保服务平台，点“消息”查看。',
      en: 'A new task waits for you. Sign in to the platform and open “Messages”.',
    },
    params: { task: 'code', dueOn: 'date' },
    importance: 'normal',
    channels: EVERYWHERE,
  },
  CLOCK_AMBER: {
    name: { zh: '办理期限将到（黄灯）', en: 'A deadline comes near (amber)' },
    text: {
      zh: '{{task}} 的办理期限将到，最晚 {{dueOn}}。',
      en: 'The deadline of {{task}} comes near: {{dueOn}} at the latest.',
    },
    sent: {
      zh: '您有一件事的办理期限快到了。请登录小微园区环保服务平台，点“消息”查看。',
      en: 'A deadline of yours comes near. Sign in to the platform and open “Messages”.',
    },
    params: { task: 'code', dueOn: 'date' },
    importance: 'urgent',
    channels: EVERYWHERE,
  },
  CLOCK_RED: {
    name: { zh: '办理已超期（红灯）', en: 'A deadline has passed (red)' },
    text: {
      zh: '{{task}} 已超过办理期限 {{dueOn}}，请立即办理。',
      en: '{{task}} is past its deadline of {{dueOn}}; it has to be done at once.',
    },
    sent: {
      zh: '您有一件事已经超过办理期限。请尽快登录小微园区环保服务平台，点“消息”查看。',
      en: 'A deadline of yours has passed. Sign in to the platform and open “Messages”.',
    },
    params: { task: 'code', dueOn: 'date' },
    importance: 'urgent',
    channels: EVERYWHERE,
  },
  DOCUMENT_SERVED: {
    name: { zh: '文书送达', en: 'A document was served' },
    text: {
      zh: '有一份文书（{{document}}）送达给您，请打开查看。',
      en: 'A document ({{document}}) was served on you; please open it.',
    },
    sent: {
      zh: '有一份文书送达给您。请登录小微园区环保服务平台，点“消息”查看。',
      en: 'A document was served on you. Sign in to the platform and open “Messages”.',
    },
    params: { document: 'documentNo' },
    importance: 'urgent',
    channels: EVERYWHERE,
  },
  DOCUMENT_CORRECTED: {
    name: { zh: '与您有关的文书已更正', en: 'A document that concerns you was corrected' },
    text: {
      zh: '与您有关的文书（{{document}}）已更正，请以更正后的为准。',
      en: 'A document that concerns you ({{document}}) was corrected; the corrected one counts.',
    },
    sent: {
      zh: '一份与您有关的文书已更正。请登录小微园区环保服务平台，点“消息”查看。',
      en: 'A document that concerns you was corrected. Sign in and open “Messages”.',
    },
    params: { document: 'documentNo' },
    importance: 'urgent',
    channels: EVERYWHERE,
  },
  ...PERMIT_NOTIFICATIONS,
  DELEGATION_ENDS: {
    name: { zh: '委托代办即将到期', en: 'A delegation ends soon' },
    text: {
      zh: '一项委托代办将在 {{endsOn}} 到期；需要继续的，请企业重新委托。',
      en: 'A delegation ends on {{endsOn}}; to go on, the enterprise delegates again.',
    },
    sent: {
      zh: '您的一项委托代办即将到期。请登录小微园区环保服务平台，点“消息”查看。',
      en: 'A delegation of yours ends soon. Sign in to the platform and open “Messages”.',
    },
    params: { delegation: 'id', endsOn: 'date' },
    importance: 'normal',
    channels: EVERYWHERE,
  },
  ENTRY_APPROVED: {
    name: { zh: '您录入的规则条目已通过', en: 'A rulebook entry of yours was approved' },
    text: {
      zh: '您录入的“{{topic}}”条目（第 {{version}} 版）已审核通过。',
      en: 'Your entry “{{topic}}”, version {{version}}, was approved.',
    },
    sent: {
      zh: '您提交的内容已审核通过。请登录小微园区环保服务平台，点“消息”查看。',
      en: 'What you submitted was approved. Sign in to the platform and open “Messages”.',
    },
    params: { entry: 'id', topic: ENTRY_TOPICS, version: 'count' },
    importance: 'normal',
    channels: EVERYWHERE,
  },
  ENTRY_SENT_BACK: {
    name: { zh: '您录入的规则条目被退回', en: 'A rulebook entry of yours was sent back' },
    text: {
      zh: '您录入的“{{topic}}”条目（第 {{version}} 版）被退回，请查看理由。',
      en: 'Your entry “{{topic}}”, version {{version}}, was sent back; see the reason.',
    },
    sent: {
      zh: '您提交的内容被退回。请登录小微园区环保服务平台，点“消息”查看理由。',
      en: 'What you submitted was sent back. Sign in to the platform and open “Messages”.',
    },
    params: { entry: 'id', topic: ENTRY_TOPICS, version: 'count' },
    importance: 'normal',
    channels: EVERYWHERE,
  },
  ABSENCE_HANDED_OVER: {
    name: { zh: '缺勤期间由您代理', en: 'You stand in for an absence' },
    text: {
      zh: '{{firstDay}} 至 {{lastDay}}，有一个岗位由您代理（B 角）。',
      en: 'From {{firstDay}} to {{lastDay}} you stand in at a post.',
    },
    sent: {
      zh: '近期有一个岗位由您代理。请登录小微园区环保服务平台，点“消息”查看。',
      en: 'You are to stand in at a post. Sign in to the platform and open “Messages”.',
    },
    params: { post: 'id', firstDay: 'date', lastDay: 'date' },
    importance: 'normal',
    channels: EVERYWHERE,
  },
  ...CASE_NOTIFICATIONS,
  ...PARK_EIA_NOTIFICATIONS,
  PASSWORD_CHANGED: {
    name: { zh: '账号初始密码已修改', en: 'The initial password was changed' },
    text: {
      zh: '您账号的初始密码已在 {{on}} 修改。不是您本人修改的，请立即联系安全管理员。',
      en: 'The initial password of your account was changed on {{on}}. If that was not you, tell the security officer at once.',
    },
    sent: {
      zh: '您的账号密码已修改。不是您本人操作的，请立即联系安全管理员。',
      en: 'The password of your account was changed. If that was not you, tell the security officer.',
    },
    params: { on: 'date' },
    importance: 'security',
    channels: EVERYWHERE,
  },
} as const satisfies Record<string, KindRow>;

export type NotificationKind = keyof typeof NOTIFICATION_KINDS;
export const NOTIFICATION_KIND_NAMES = Object.keys(NOTIFICATION_KINDS) as [
  NotificationKind,
  ...NotificationKind[],
];

/** What the texts of a kind need: ids, codes, dates and counts, each by its name. */
export type NotificationParams<K extends NotificationKind = NotificationKind> =
  K extends NotificationKind
    ? { readonly [P in keyof (typeof NOTIFICATION_KINDS)[K]['params']]: string | number }
    : never;

/** The row of a kind as every kind has it. */
export function kindOf(kind: NotificationKind): KindRow {
  return NOTIFICATION_KINDS[kind];
}

/**
 * The text of a message in one language.
 * @param showDay writes a date as that language does
 */
export function notificationText(
  {
    kind,
    params,
  }: {
    readonly kind: NotificationKind;
    readonly params: Readonly<Record<string, string | number>>;
  },
  language: keyof Bilingual,
  showDay: (day: string) => string,
): string {
  const { text, params: kinds } = kindOf(kind);
  return text[language].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = String(params[name] ?? '');
    const as = kinds[name];
    if (as === 'date') return showDay(value);
    return typeof as === 'object' ? (as[value]?.[language] ?? value) : value;
  });
}

/** What an SMS holds without being charged twice. */
export const SMS_LENGTH = 70;

/** An e-mail around what is sent; `{{said}}` stands for it, `{{url}}` for the platform's address. */
export const MAIL_TEXTS = {
  subject: { zh: '小微园区环保服务平台：您有新消息', en: 'You have a new message' },
  body: {
    zh: '您好：\n\n{{said}}\n\n{{url}}\n\n本邮件由平台自动发出，请勿回复。平台不会通过邮件索要密码或验证码。不想再收到，可在“消息设置”里关闭。',
    en: 'Hello,\n\n{{said}}\n\n{{url}}\n\nThis message was sent by the platform; please do not answer it. The platform never asks for a password or a code by e-mail. You can turn these messages off under “Message settings”.',
  },
  codeSubject: { zh: '确认您的邮箱', en: 'Confirm your e-mail address' },
  codeBody: {
    zh: '您好：\n\n确认邮箱的验证码是 {{code}}，{{minutes}} 分钟内有效。\n\n如果不是您本人在小微园区环保服务平台填写了这个邮箱，请不用理会本邮件。',
    en: 'Hello,\n\nThe code that confirms your e-mail address is {{code}}. It is good for {{minutes}} minutes.\n\nIf you did not enter this address on the platform, please ignore this message.',
  },
} as const satisfies Record<string, Bilingual>;
