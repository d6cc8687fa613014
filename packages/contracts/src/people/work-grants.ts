import type { Grant } from './grants.ts';

/** Who gives an item of the inbox to one post, and who reads clocks; what waits at one's own posts needs no right. */
export const WORK_GRANTS: readonly Grant[] = [
  {
    roles: ['CITY_OFFICER', 'BUREAU_HEAD', 'PARK_MANAGER'],
    actions: ['read', 'update'],
    resource: 'work_item',
    relation: 'home',
  },
  {
    roles: [
      'CITY_OFFICER',
      'APPROVAL_OFFICER',
      'BUREAU_HEAD',
      'INSPECTOR',
      'SECTION_CHIEF',
      'RECORDS_CLERK',
      'GOV_OFFICER',
      'ECON_OFFICER',
    ],
    actions: ['read'],
    resource: 'clock',
    relation: 'territory',
  },
  { roles: ['PARK_CHIEF', 'SQUAD_MEMBER'], actions: ['read'], resource: 'clock', relation: 'park' },
  {
    roles: ['PARK_MANAGER', 'LANDLORD', 'ENTERPRISE_OWNER', 'STEWARD', 'REVIEWER', 'COLLECTOR'],
    actions: ['read'],
    resource: 'clock',
    relation: 'own',
  },
];
