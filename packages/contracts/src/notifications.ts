import { z } from 'zod';
import { CHANNEL_NAMES, NOTIFICATION_KIND_NAMES, PLACE_NAMES } from './notification-kinds.ts';
import type { Bilingual } from './people/bilingual.ts';

const kinds = z.enum(NOTIFICATION_KIND_NAMES);
const places = z.enum(PLACE_NAMES);
const channels = z.enum(CHANNEL_NAMES);

export const NotificationRow = z.object({
  id: z.uuid(),
  kind: kinds,
  params: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .meta({ description: 'Ids, codes, dates and counts that the text of the kind needs.' }),
  link: z.string().meta({ description: 'The address of the desk that it leads to.' }),
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});
export type NotificationRow = z.infer<typeof NotificationRow>;

export const NotificationQuery = z.object({
  size: z.coerce.number().int().min(1).max(100).default(30),
  after: z
    .string()
    .regex(/^[ur]\.\d{1,15}\.[0-9a-f-]{36}$/)
    .optional()
    .meta({ description: '`next` of the page before.' }),
});
export type NotificationQuery = z.infer<typeof NotificationQuery>;

export const NotificationList = z.object({
  unread: z.int(),
  rows: z.array(NotificationRow).meta({ description: 'Unread ones first, the latest on top.' }),
  next: z.string().nullable().meta({ description: 'Where the next page begins; null for none.' }),
});
export type NotificationList = z.infer<typeof NotificationList>;

export const UnreadCount = z.object({ unread: z.int() });
export type UnreadCount = z.infer<typeof UnreadCount>;

export const NotificationsRead = z.object({
  ids: z.union([z.literal('all'), z.array(z.uuid()).min(1).max(200)]),
});
export type NotificationsRead = z.infer<typeof NotificationsRead>;

/** One kind by one way, on or off. */
export const NotificationChoice = z.object({ kind: kinds, place: places, on: z.boolean() });
export type NotificationChoice = z.infer<typeof NotificationChoice>;

export const NotificationSettings = z.object({
  choices: z.array(NotificationChoice.extend({ fixed: z.boolean() })).meta({
    description: 'Every kind by every way that is open to it; fixed ones stay as they are.',
  }),
  ready: z
    .record(places, z.enum(['ready', 'not_set_up', 'no_address']))
    .meta({ description: 'Whether the platform can send by it, and knows where to.' }),
  email: z.string().nullable().meta({ description: 'The confirmed address.' }),
  pendingEmail: z.string().nullable().meta({ description: 'Waits for the code that was sent.' }),
  phone: z.string().nullable().meta({ description: 'Masked.' }),
});
export type NotificationSettings = z.infer<typeof NotificationSettings>;

export const NotificationChoices = z.object({ choices: z.array(NotificationChoice).max(100) });
export type NotificationChoices = z.infer<typeof NotificationChoices>;

export const EmailForm = z.object({ email: z.string().trim().max(200) });
export type EmailForm = z.infer<typeof EmailForm>;
export const EmailCode = z.object({ code: z.string().regex(/^\d{6}$/) });
export type EmailCode = z.infer<typeof EmailCode>;

/** Why a message was given up, by the code of the delivery. */
export const DELIVERY_FAULTS = {
  NOT_SET_UP: { zh: '平台没有接入这个渠道', en: 'The platform is not connected to this channel' },
  NO_ADDRESS: { zh: '没有可用的地址或号码', en: 'There is no address or number to use' },
  REFUSED: { zh: '对方拒收（地址不存在或被拒）', en: 'Refused by the receiving side' },
  LOGIN: { zh: '邮件服务器的账号或密码不对', en: 'The mail server did not take our login' },
  CERTIFICATE: {
    zh: '邮件服务器的证书不可信',
    en: 'The certificate of the mail server is not trusted',
  },
  UNREACHABLE: { zh: '连接不上', en: 'Not reachable' },
  BUSY: { zh: '对方暂时不收', en: 'The receiving side does not accept it now' },
  FOLDER: { zh: '交换目录写不进去', en: 'The folder for the gateway cannot be written' },
} as const satisfies Record<string, Bilingual>;
export type DeliveryFault = keyof typeof DELIVERY_FAULTS;
const faults = z.enum(Object.keys(DELIVERY_FAULTS) as [DeliveryFault, ...DeliveryFault[]]);

export const FailedDeliveries = z.object({
  rows: z.array(
    z.object({
      id: z.uuid(),
      channel: channels,
      kind: kinds,
      signInName: z.string().meta({ description: 'Whose message it is; never the address.' }),
      fault: faults,
      attempts: z.int(),
      createdAt: z.iso.datetime(),
    }),
  ),
});
export type FailedDeliveries = z.infer<typeof FailedDeliveries>;

export const DeliverySettlement = z.object({
  ids: z.array(z.uuid()).min(1).max(200),
  decision: z
    .enum(['send_again', 'close'])
    .meta({ description: 'close: the person was told otherwise, or need not be.' }),
});
export type DeliverySettlement = z.infer<typeof DeliverySettlement>;
