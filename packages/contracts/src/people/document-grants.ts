import type { Grant } from './grants.ts';

/** An office writes its own papers; whoever drafts, reviews, signs off and issues differs. */
export const DOCUMENT_GRANTS: readonly Grant[] = [
  {
    roles: [
      'CITY_OFFICER',
      'APPROVAL_OFFICER',
      'INSPECTOR',
      'SECTION_CHIEF',
      'BUREAU_HEAD',
      'RECORDS_CLERK',
    ],
    actions: ['read', 'export'],
    resource: 'document',
    relation: 'territory',
  },
  {
    roles: ['CITY_OFFICER', 'APPROVAL_OFFICER', 'INSPECTOR', 'SECTION_CHIEF'],
    actions: ['read', 'create', 'update'],
    resource: 'document',
    relation: 'home',
  },
  { roles: ['SECTION_CHIEF'], actions: ['read', 'review'], resource: 'document', relation: 'home' },
  { roles: ['BUREAU_HEAD'], actions: ['read', 'sign'], resource: 'document', relation: 'home' },
  { roles: ['RECORDS_CLERK'], actions: ['read', 'issue'], resource: 'document', relation: 'home' },
  {
    roles: ['APPROVAL_OFFICER', 'INSPECTOR', 'SECTION_CHIEF', 'CITY_OFFICER'],
    actions: ['read'],
    resource: 'issuing_office',
    relation: 'home',
  },
  {
    roles: ['BUREAU_HEAD', 'RECORDS_CLERK'],
    actions: ['read', 'update'],
    resource: 'issuing_office',
    relation: 'home',
  },
  {
    roles: ['ENTERPRISE_OWNER', 'STEWARD', 'PARK_MANAGER', 'LANDLORD'],
    actions: ['read'],
    resource: 'served_document',
    relation: 'own',
  },
];
