import type { KindRow } from '../notification-kinds.ts';
import { BATCH_KINDS } from './batch-forms.ts';
import { COMPLETION_CLOCKS } from '../completion/states.ts';
import { RETROFIT_CHECKS } from './retrofit-words.ts';
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
  CASE_FILED: {
    name: { zh: '备案完成', en: 'A filing is complete' },
    text: {
      zh: '您的登记表备案已在 {{on}} 完成，可以打开、打印回执。',
      en: 'Your registration form was filed on {{on}}. The receipt can be opened and printed.',
    },
    sent: {
      zh: '您有一项备案已完成。请登录小微园区环保服务平台，点“消息”查看。',
      en: 'A filing of yours is complete. Sign in to the platform and open “Messages”.',
    },
    params: { filing: 'id', on: 'date' },
    importance: 'normal',
    channels: ['EMAIL', 'SMS', 'WECHAT'],
  },
  CASE_VOIDED: {
    name: { zh: '备案被认定无效', en: 'A filing was declared void' },
    text: {
      zh: '您的登记表备案在 {{on}} 被认定无效，请打开查看理由，并按规定重新办理环评手续。',
      en: 'A filing of yours was declared void on {{on}}; see why, and go through the procedure that is due.',
    },
    sent: {
      zh: '您有一项备案被认定无效。请尽快登录小微园区环保服务平台，点“消息”查看。',
      en: 'A filing of yours was declared void. Sign in to the platform and open “Messages”.',
    },
    params: { filing: 'id', on: 'date' },
    importance: 'urgent',
    channels: ['EMAIL', 'SMS', 'WECHAT'],
  },
  COMPLETION_DUE: {
    name: { zh: '竣工验收期限将到', en: 'A deadline of an acceptance comes near' },
    text: {
      zh: '竣工环保验收：{{clock}}的期限将到，最晚 {{dueOn}}。',
      en: 'Completion acceptance: the deadline for {{clock}} comes near, {{dueOn}} at the latest.',
    },
    sent: {
      zh: '您有一件事的办理期限快到了。请登录小微园区环保服务平台，点“消息”查看。',
      en: 'A deadline of yours comes near. Sign in to the platform and open “Messages”.',
    },
    params: { clock: COMPLETION_CLOCKS, dueOn: 'date' },
    importance: 'urgent',
    channels: ['EMAIL', 'SMS', 'WECHAT'],
  },
  COMPLETION_OVERDUE: {
    name: { zh: '竣工验收已超期', en: 'A deadline of an acceptance has passed' },
    text: {
      zh: '竣工环保验收：{{clock}}已超过期限 {{dueOn}}，请立即办理。',
      en: 'Completion acceptance: {{clock}} is past its deadline of {{dueOn}}; do it at once.',
    },
    sent: {
      zh: '您有一件事已经超过办理期限。请尽快登录小微园区环保服务平台，点“消息”查看。',
      en: 'A deadline of yours has passed. Sign in to the platform and open “Messages”.',
    },
    params: { clock: COMPLETION_CLOCKS, dueOn: 'date' },
    importance: 'urgent',
    channels: ['EMAIL', 'SMS', 'WECHAT'],
  },
  RETROFIT_CHECKED: {
    name: { zh: '零土地技改事后核查结果', en: 'After-check of a retrofit' },
    text: {
      zh: '您在 {{on}} 申报的零土地技改已核查：{{result}}。',
      en: 'The retrofit that you declared on {{on}} was checked: {{result}}.',
    },
    sent: {
      zh: '您申报的事项有核查结果。请登录小微园区环保服务平台，点“消息”查看。',
      en: 'Something you declared was checked. Sign in to the platform and open “Messages”.',
    },
    params: { on: 'date', result: RETROFIT_CHECKS },
    importance: 'normal',
    channels: ['EMAIL', 'SMS', 'WECHAT'],
  },
  RETROFIT_VOID: {
    name: { zh: '零土地技改备案被认定无效', en: 'The record of a retrofit was declared void' },
    text: {
      zh: '您在 {{on}} 申报的零土地技改备案已被认定无效，不再免于环评手续，请查看理由。',
      en: 'The retrofit that you declared on {{on}} is void and no longer exempt. See the reason.',
    },
    sent: {
      zh: '您申报的事项有变化。请尽快登录小微园区环保服务平台，点“消息”查看。',
      en: 'Something you declared has changed. Sign in to the platform and open “Messages”.',
    },
    params: { on: 'date' },
    importance: 'urgent',
    channels: ['EMAIL', 'SMS', 'WECHAT'],
  },
} as const satisfies Record<string, KindRow>;
