import type { KindRow } from '../notification-kinds.ts';
import { BATCH_KINDS } from './batch-forms.ts';
import { CASE_STATES } from './states.ts';

/** What applicants, parks and review bodies are told of an approval. */
export const CASE_NOTIFICATIONS = {
  APPROVAL_MOVED: {
    name: { zh: '环评审批有新进展', en: 'Your EIA application has moved' },
    text: {
      zh: '您的环评审批申请：{{state}}（{{on}}）。',
      en: 'Your application for an EIA approval: {{state}} ({{on}}).',
    },
    sent: {
      zh: '您的环评审批申请有新进展。请登录小微园区环保服务平台，点“消息”查看。',
      en: 'Your EIA application has moved. Sign in to the platform and open “Messages”.',
    },
    params: { case: 'id', state: CASE_STATES, on: 'date' },
    importance: 'urgent',
    channels: ['EMAIL', 'SMS', 'WECHAT'],
  },
  BATCH_ANNOUNCED: {
    name: { zh: '踏勘、评估会的通知', en: 'A survey or meeting is announced' },
    text: {
      zh: '{{kind}}定于 {{on}} 举行，涉及项目 {{count}} 个，请做好准备。',
      en: '{{kind}} on {{on}}, {{count}} project(s) of yours; please prepare.',
    },
    sent: {
      zh: '您有一次踏勘或评估会的通知。请登录小微园区环保服务平台，点“消息”查看。',
      en: 'A survey or meeting is announced. Sign in and open “Messages”.',
    },
    params: { kind: BATCH_KINDS, on: 'date', count: 'count' },
    importance: 'urgent',
    channels: ['EMAIL', 'SMS', 'WECHAT'],
  },
  BATCH_MOVED: {
    name: { zh: '踏勘、评估会改期', en: 'A survey or meeting was moved' },
    text: {
      zh: '{{kind}}由 {{before}} 改到 {{on}}。',
      en: '{{kind}} moved from {{before}} to {{on}}.',
    },
    sent: {
      zh: '您参加的踏勘或评估会改期了。请登录小微园区环保服务平台，点“消息”查看。',
      en: 'A survey or meeting was moved. Sign in and open “Messages”.',
    },
    params: { kind: BATCH_KINDS, before: 'date', on: 'date' },
    importance: 'urgent',
    channels: ['EMAIL', 'SMS', 'WECHAT'],
  },
  BATCH_CANCELLED: {
    name: { zh: '踏勘、评估会取消', en: 'A survey or meeting was cancelled' },
    text: {
      zh: '原定 {{on}} 的{{kind}}取消，改期另行通知。',
      en: '{{kind}} of {{on}} was cancelled; another day will be told.',
    },
    sent: {
      zh: '您参加的踏勘或评估会取消了。请登录小微园区环保服务平台，点“消息”查看。',
      en: 'A survey or meeting was cancelled. Sign in and open “Messages”.',
    },
    params: { kind: BATCH_KINDS, on: 'date' },
    importance: 'urgent',
    channels: ['EMAIL', 'SMS', 'WECHAT'],
  },
} as const satisfies Record<string, KindRow>;
