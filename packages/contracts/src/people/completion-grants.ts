import type { Grant } from './grants.ts';

/** Completion acceptance is the proponent's own business; offices watch. After-checks are theirs. */
export const COMPLETION_GRANTS: readonly Grant[] = [
  {
    roles: ['ENTERPRISE_OWNER', 'STEWARD', 'PARK_MANAGER'],
    actions: ['read', 'create', 'update'],
    resource: 'completion_acceptance',
    relation: 'own',
  },
  {
    roles: [
      'APPROVAL_OFFICER',
      'INSPECTOR',
      'BUREAU_HEAD',
      'CITY_OFFICER',
      'SECTION_CHIEF',
      'RECORDS_CLERK',
      'GOV_OFFICER',
      'ECON_OFFICER',
    ],
    actions: ['read', 'export'],
    resource: 'completion_acceptance',
    relation: 'territory',
  },
  {
    roles: ['PARK_MANAGER', 'PARK_CHIEF', 'SQUAD_MEMBER'],
    actions: ['read', 'export'],
    resource: 'completion_acceptance',
    relation: 'park',
  },
  {
    roles: ['APPROVAL_OFFICER', 'INSPECTOR'],
    actions: ['read', 'update'],
    resource: 'retrofit_check',
    relation: 'territory',
  },
  {
    roles: ['BUREAU_HEAD', 'CITY_OFFICER', 'SECTION_CHIEF'],
    actions: ['read'],
    resource: 'retrofit_check',
    relation: 'territory',
  },
];
