import type { TaskSource } from '../../tasks/index.ts';
import { countPressing, countToNote } from '../follow-up/store.ts';
import { countChecksSince, countEmptyUnits, countEnding } from './store.ts';

/** Time enough to prepare a rating anew; a choice of our own. */
const ENDING_DAYS = 90;

function firstOfMonth(today: string): string {
  return `${today.slice(0, 8)}01`;
}

export const parksTasks: readonly TaskSource[] = [
  {
    key: 'parks.ending',
    title: { zh: '认定或星级将到期的园区', en: 'Parks whose designation ends soon' },
    hint: { zh: '90 天内到期，准备复评。', en: 'Ends within 90 days: prepare to renew it.' },
    tone: 'due',
    right: { action: 'read', resource: 'park' },
    roles: ['ECON_OFFICER', 'PARK_MANAGER', 'CITY_OFFICER'],
    to: '/parks?stars=ending',
    count: ({ scoped, today }) => scoped((tx) => countEnding(tx, today, ENDING_DAYS)),
  },
  {
    key: 'parks.checks',
    title: { zh: '本月租前查询', en: 'Checks before a lease this month' },
    hint: { zh: '查看各次查询的结论。', en: 'See what each of them came to.' },
    tone: 'info',
    right: { action: 'read', resource: 'pre_lease_check' },
    to: (today) => `/pre-lease?from=${firstOfMonth(today)}`,
    count: ({ scoped, today }) => scoped((tx) => countChecksSince(tx, firstOfMonth(today))),
  },
  {
    key: 'parks.empty_units',
    title: { zh: '登记为空置的厂房', en: 'Units that stand empty on record' },
    hint: {
      zh: '出租前先做租前查询；已有企业的请补登入驻。',
      en: 'Check a tenant before the lease; where somebody is in, record it.',
    },
    tone: 'info',
    right: { action: 'create', resource: 'pre_lease_check' },
    to: '/pre-lease/new',
    count: ({ scoped }) => scoped(countEmptyUnits),
  },
  {
    key: 'parks.follow_up_pressing',
    title: { zh: '跟踪评价将到期或已逾期的园区', en: 'Parks whose follow-up evaluation presses' },
    hint: { zh: '请在期限前提交跟踪评价报告。', en: 'Its report is due soon, or is late.' },
    tone: 'due',
    right: { action: 'read', resource: 'follow_up' },
    roles: ['PARK_MANAGER', 'APPROVAL_OFFICER', 'CITY_OFFICER'],
    to: '/parks',
    count: ({ scoped, today }) => scoped((tx) => countPressing(tx, today)),
  },
  {
    key: 'parks.follow_up_to_note',
    title: { zh: '待备查的跟踪评价报告', en: 'Reports of follow-up evaluations to note' },
    hint: { zh: '在待办里打开。', en: 'Open them from the inbox.' },
    tone: 'info',
    right: { action: 'approve', resource: 'follow_up' },
    to: '/inbox',
    count: ({ scoped }) => scoped(countToNote),
  },
];
