import { PERMIT_RESULTS } from './words.ts';

const EVERYWHERE = ['EMAIL', 'SMS', 'WECHAT'] as const;

/** What the applicant is told of an application; part of the list of all kinds of message. */
export const PERMIT_NOTIFICATIONS = {
  PERMIT_INCOMPLETE: {
    name: { zh: '排污许可申请需要补正', en: 'A permit application is incomplete' },
    text: {
      zh: '您的排污许可申请有 {{count}} 项材料需要补正，请打开查看。',
      en: 'Your permit application lacks {{count}} item(s); please open it.',
    },
    sent: {
      zh: '您的一项申请需要补正材料。请登录小微园区环保服务平台，点“消息”查看。',
      en: 'An application of yours is incomplete. Sign in and open “Messages”.',
    },
    params: { permit: 'id', count: 'count' },
    importance: 'urgent',
    channels: EVERYWHERE,
  },
  PERMIT_ACCEPTED: {
    name: { zh: '排污许可申请已受理', en: 'A permit application was accepted' },
    text: {
      zh: '您的排污许可申请已于 {{on}} 受理。',
      en: 'Your permit application was accepted on {{on}}.',
    },
    sent: {
      zh: '您的一项申请已受理。请登录小微园区环保服务平台，点“消息”查看。',
      en: 'An application of yours was accepted. Sign in and open “Messages”.',
    },
    params: { permit: 'id', on: 'date' },
    importance: 'normal',
    channels: EVERYWHERE,
  },
  PERMIT_DECIDED: {
    name: { zh: '排污许可申请有结果', en: 'A permit application was decided' },
    text: {
      zh: '您的排污许可申请有结果：{{outcome}}，请打开查看。',
      en: 'Your permit application has a result: {{outcome}}; please open it.',
    },
    sent: {
      zh: '您的一项申请有结果。请登录小微园区环保服务平台，点“消息”查看。',
      en: 'An application of yours has a result. Sign in and open “Messages”.',
    },
    params: { permit: 'id', outcome: PERMIT_RESULTS },
    importance: 'urgent',
    channels: EVERYWHERE,
  },
  PERMIT_IN_FORCE: {
    name: { zh: '排污许可证（登记）已生效', en: 'A permit or registration is in force' },
    text: {
      zh: '您的排污许可证（登记）自 {{from}} 起生效，有效期至 {{to}}。',
      en: 'Your permit (registration) is in force from {{from}}, valid to {{to}}.',
    },
    sent: {
      zh: '您的一项申请已办结。请登录小微园区环保服务平台，点“消息”查看。',
      en: 'An application of yours is done. Sign in and open “Messages”.',
    },
    params: { permit: 'id', from: 'date', to: 'date' },
    importance: 'normal',
    channels: EVERYWHERE,
  },
} as const;
