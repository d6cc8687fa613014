import type { Grant } from './grants.ts';

/** Filing and approval of projects: applicants fill in, officers handle, their head decides. */
export const CASE_GRANTS: readonly Grant[] = [
  {
    roles: ['ENTERPRISE_OWNER', 'STEWARD'],
    actions: ['read', 'create', 'update'],
    resource: 'eia_case',
    relation: 'own',
  },
  // What a park itself builds: its operator is the applicant.
  {
    roles: ['PARK_MANAGER'],
    actions: ['read', 'create', 'update'],
    resource: 'eia_case',
    relation: 'own',
  },
  {
    roles: ['APPROVAL_OFFICER'],
    actions: ['read', 'export', 'review'],
    resource: 'eia_case',
    relation: 'territory',
  },
  {
    roles: ['BUREAU_HEAD'],
    actions: ['read', 'export', 'sign'],
    resource: 'eia_case',
    relation: 'territory',
  },
  {
    roles: [
      'CITY_OFFICER',
      'SECTION_CHIEF',
      'RECORDS_CLERK',
      'INSPECTOR',
      'GOV_OFFICER',
      'ECON_OFFICER',
    ],
    actions: ['read', 'export'],
    resource: 'eia_case',
    relation: 'territory',
  },
  {
    roles: ['PARK_MANAGER', 'PARK_CHIEF', 'SQUAD_MEMBER'],
    actions: ['read', 'export'],
    resource: 'eia_case',
    relation: 'park',
  },
  // Besides what is its own, a review body reads the cases that it is invited to.
  { roles: ['REVIEWER'], actions: ['read'], resource: 'eia_case', relation: 'own' },
  { roles: ['REVIEWER'], actions: ['read', 'update'], resource: 'case_review', relation: 'own' },
  {
    roles: ['APPROVAL_OFFICER', 'BUREAU_HEAD'],
    actions: ['read'],
    resource: 'case_review',
    relation: 'territory',
  },
  {
    roles: ['APPROVAL_OFFICER', 'BUREAU_HEAD'],
    actions: ['read', 'reveal'],
    resource: 'case_comment',
    relation: 'territory',
  },
  {
    roles: ['APPROVAL_OFFICER'],
    actions: ['read', 'create', 'update'],
    resource: 'batch',
    relation: 'home',
  },
  {
    roles: ['BUREAU_HEAD', 'SECTION_CHIEF', 'CITY_OFFICER'],
    actions: ['read'],
    resource: 'batch',
    relation: 'territory',
  },
  { roles: ['PARK_MANAGER'], actions: ['read'], resource: 'batch', relation: 'park' },
  { roles: ['REVIEWER'], actions: ['read'], resource: 'batch', relation: 'own' },
];
