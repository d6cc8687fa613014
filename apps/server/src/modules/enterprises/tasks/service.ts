import type { TaskSource } from '../../tasks/index.ts';
import { countWaitingImports, countWithoutProfile } from './store.ts';

export const enterprisesTasks: readonly TaskSource[] = [
  {
    key: 'enterprises.imports',
    title: { zh: '等您处理的批量导入', en: 'Imports that wait for you' },
    hint: {
      zh: '名单已检查完：改正有问题的行，再写入。',
      en: 'The list is checked: correct the faulty rows, then commit.',
    },
    tone: 'due',
    right: { action: 'import', resource: 'enterprise' },
    to: '/enterprises/import',
    count: ({ session, scoped }) => scoped((tx) => countWaitingImports(tx, session.orgs)),
  },
  {
    key: 'enterprises.own_profile',
    title: { zh: '企业的排污情况没有填全', en: 'The discharge profile is not complete' },
    hint: {
      zh: '补填生产废水去向、是否产生危险废物。',
      en: 'Say where the wastewater goes and whether hazardous waste arises.',
    },
    tone: 'due',
    right: { action: 'update', resource: 'enterprise' },
    roles: ['ENTERPRISE_OWNER', 'STEWARD'],
    to: '/enterprises?profile=missing',
    count: ({ scoped }) => scoped(countWithoutProfile),
  },
  {
    key: 'enterprises.profile',
    title: { zh: '排污情况没有填全的企业', en: 'Enterprises without a full profile' },
    hint: {
      zh: '请企业补填，或在走访时核实后补登。',
      en: 'Ask them to complete it, or enter it after a visit.',
    },
    tone: 'due',
    right: { action: 'update', resource: 'enterprise' },
    roles: ['PARK_MANAGER', 'APPROVAL_OFFICER', 'BUREAU_HEAD', 'CITY_OFFICER'],
    to: '/enterprises?profile=missing',
    count: ({ scoped }) => scoped(countWithoutProfile),
  },
  {
    key: 'enterprises.profile_seen',
    title: { zh: '排污情况没有填全的企业', en: 'Enterprises without a full profile' },
    hint: { zh: '走访、检查时可一并核实。', en: 'To be asked about on the next visit.' },
    tone: 'info',
    right: { action: 'read', resource: 'enterprise' },
    roles: ['INSPECTOR', 'PARK_CHIEF', 'SQUAD_MEMBER'],
    to: '/enterprises?profile=missing',
    count: ({ scoped }) => scoped(countWithoutProfile),
  },
];
