import type { KindRow } from '../notification-kinds.ts';

/** What parks, tenants and offices are told of a park-wide EIA and of direct entry. */
export const PARK_EIA_NOTIFICATIONS = {
  PARK_EIA_APPROVED: {
    name: { zh: '园区整体环评已批准', en: 'A park-wide EIA was approved' },
    text: {
      zh: '园区整体环评已批准，打开查看批复和份额台账。',
      en: 'The park-wide EIA was approved; open it for the approval and the allowance.',
    },
    sent: {
      zh: '园区整体环评有了结果。请登录小微园区环保服务平台，点“消息”查看。',
      en: 'A park-wide EIA was decided. Sign in to the platform and open “Messages”.',
    },
    params: { eia: 'id' },
    importance: 'normal',
    channels: ['EMAIL', 'SMS', 'WECHAT'],
  },
  PARK_EIA_REFUSED: {
    name: { zh: '园区整体环评不予批准', en: 'A park-wide EIA was refused' },
    text: {
      zh: '园区整体环评不予批准，打开查看理由。',
      en: 'The park-wide EIA was refused; open it for the reason.',
    },
    sent: {
      zh: '园区整体环评有了结果。请登录小微园区环保服务平台，点“消息”查看。',
      en: 'A park-wide EIA was decided. Sign in to the platform and open “Messages”.',
    },
    params: { eia: 'id' },
    importance: 'normal',
    channels: ['EMAIL', 'SMS', 'WECHAT'],
  },
  TENANT_ADMITTED: {
    name: { zh: '企业直接入驻', en: 'A tenant entered directly' },
    text: {
      zh: '有一家企业按园区整体环评直接入驻，份额已扣减，打开查看。',
      en: 'A tenant entered under the park-wide EIA; its share is drawn. Open it.',
    },
    sent: {
      zh: '有一家企业直接入驻园区。请登录小微园区环保服务平台，点“消息”查看。',
      en: 'A tenant entered a park directly. Sign in to the platform and open “Messages”.',
    },
    params: { admission: 'id' },
    importance: 'normal',
    channels: ['EMAIL', 'SMS', 'WECHAT'],
  },
  PARK_EIA_STOPPED: {
    name: { zh: '园区整体环评停止引用', en: 'A park-wide EIA may not be cited any more' },
    text: {
      zh: '您所在园区 {{on}} 起被认定发生重大变动，整体环评和共享数据停止引用，直接入驻暂停。正在办理的项目请不要再用此前的引用包；园区重新报批后可以再次引用。',
      en: 'Since {{on}} a major change of your park stops citing its EIA and shared data, and direct entry. Do not use earlier bundles for projects under way; citing is possible again after a new approval.',
    },
    sent: {
      zh: '您所在园区的整体环评有变化，影响正在办理的项目。请登录小微园区环保服务平台，点“消息”查看。',
      en: 'The park-wide EIA of your park has changed, which concerns projects under way. Sign in and open “Messages”.',
    },
    params: { park: 'id', on: 'date' },
    importance: 'urgent',
    channels: ['EMAIL', 'SMS', 'WECHAT'],
  },
} as const satisfies Record<string, KindRow>;
