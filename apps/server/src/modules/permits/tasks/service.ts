import { RENEWAL_DAYS, RENEWAL_NOTICE_DAYS } from '@ludao/contracts';
import type { TaskSource } from '../../tasks/index.ts';
import { countToRenew } from './store.ts';

const DAYS = RENEWAL_DAYS + RENEWAL_NOTICE_DAYS;
const TO = `/permits?ends=${DAYS}`;

/** From 30 days before the last day to apply for it, the renewal stands on both desks. */
export const permitsTasks: readonly TaskSource[] = [
  {
    key: 'permits.to_renew',
    title: { zh: '排污许可证快到期，要申请延续', en: 'Permits to be renewed' },
    hint: {
      zh: '最迟在有效期届满 60 日前提出申请；到期没有延续的，许可证失效。',
      en: 'Apply at least 60 days before the end; a permit that is not renewed lapses.',
    },
    tone: 'due',
    right: { action: 'update', resource: 'permit' },
    to: TO,
    count: ({ today, scoped }) => scoped((tx) => countToRenew(tx, today, DAYS)),
  },
  {
    key: 'permits.ending',
    title: { zh: '辖区内即将到期的排污许可证', en: 'Permits in the territory that end soon' },
    hint: { zh: '提醒还没有申请延续的单位。', en: 'Remind those who have not applied yet.' },
    tone: 'info',
    right: { action: 'review', resource: 'permit' },
    to: TO,
    count: ({ today, scoped }) => scoped((tx) => countToRenew(tx, today, DAYS)),
  },
];
