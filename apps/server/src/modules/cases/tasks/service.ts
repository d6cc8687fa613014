import { AFTER_CHECK_DAYS } from '@ludao/contracts';
import type { TaskSource } from '../../tasks/index.ts';
import { countCases } from './store.ts';

const APPLICANTS = ['ENTERPRISE_OWNER', 'STEWARD'] as const;
const DAY = 24 * 60 * 60 * 1000;

/** So many days before a day, as 'YYYY-MM-DD'. */
function daysBefore(today: string, days: number): string {
  return new Date(Date.parse(today) - days * DAY).toISOString().slice(0, 10);
}

export const casesTasks: readonly TaskSource[] = [
  {
    key: 'cases.drafts',
    title: { zh: '没有办完的环评手续', en: 'EIA procedures not finished' },
    hint: { zh: '接着填写，填完提交。', en: 'Go on filling in, then submit.' },
    tone: 'due',
    right: { action: 'update', resource: 'eia_case' },
    roles: APPLICANTS,
    to: '/cases?state=DRAFT',
    count: ({ scoped }) => scoped((tx) => countCases(tx, ['DRAFT'])),
  },
  {
    key: 'cases.incomplete',
    title: { zh: '需要补正的环评申请', en: 'Applications to be completed' },
    hint: { zh: '按一次性告知补齐材料。', en: 'Hand in what the notice names.' },
    tone: 'due',
    right: { action: 'update', resource: 'eia_case' },
    roles: APPLICANTS,
    to: '/cases?state=INCOMPLETE',
    count: ({ scoped }) => scoped((tx) => countCases(tx, ['INCOMPLETE'])),
  },
  {
    key: 'cases.prepared',
    title: { zh: '还没有官方备案号的登记表', en: 'Forms without an official number yet' },
    hint: {
      zh: '到官方系统填报，再回来登记备案号；没有官方备案号，备案没有完成。',
      en: 'File in the official system and enter its number; without it nothing is filed.',
    },
    tone: 'due',
    right: { action: 'update', resource: 'eia_case' },
    roles: APPLICANTS,
    to: '/cases?state=PREPARED',
    count: ({ scoped }) => scoped((tx) => countCases(tx, ['PREPARED'])),
  },
  {
    key: 'cases.prepared_seen',
    title: { zh: '待官方系统备案的登记表', en: 'Forms to be filed in the official system' },
    hint: {
      zh: '企业已在官方系统备案的，登记备案号。',
      en: 'Enter the number where it was filed.',
    },
    tone: 'info',
    right: { action: 'review', resource: 'eia_case' },
    to: '/cases?state=PREPARED',
    count: ({ scoped }) => scoped((tx) => countCases(tx, ['PREPARED'])),
  },
  {
    key: 'cases.after_checks',
    title: { zh: '近期备案的项目', en: 'Projects filed lately' },
    hint: { zh: '备案后抽查从这里选。', en: 'Checks after filing begin here.' },
    tone: 'info',
    right: { action: 'review', resource: 'eia_case' },
    to: (today) => `/cases?filedFrom=${daysBefore(today, AFTER_CHECK_DAYS)}`,
    count: ({ today, scoped }) =>
      scoped((tx) => countCases(tx, ['FILED', 'EXEMPT'], daysBefore(today, AFTER_CHECK_DAYS))),
  },
];
