import type { Grant } from './grants.ts';

/** Whoever discharges applies; an officer handles, the head of the branch decides; others read. */
export const PERMIT_GRANTS: readonly Grant[] = [
  {
    roles: ['ENTERPRISE_OWNER', 'STEWARD', 'PARK_MANAGER'],
    actions: ['read', 'create', 'update'],
    resource: 'permit',
    relation: 'own',
  },
  {
    roles: ['PARK_MANAGER', 'PARK_CHIEF', 'SQUAD_MEMBER'],
    actions: ['read', 'export'],
    resource: 'permit',
    relation: 'park',
  },
  {
    roles: ['APPROVAL_OFFICER'],
    actions: ['read', 'export', 'review'],
    resource: 'permit',
    relation: 'territory',
  },
  {
    roles: ['BUREAU_HEAD'],
    actions: ['read', 'export', 'sign'],
    resource: 'permit',
    relation: 'territory',
  },
  {
    roles: ['CITY_OFFICER', 'INSPECTOR', 'SECTION_CHIEF', 'GOV_OFFICER', 'ECON_OFFICER'],
    actions: ['read', 'export'],
    resource: 'permit',
    relation: 'territory',
  },
];
