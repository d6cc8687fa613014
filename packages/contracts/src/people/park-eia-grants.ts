import type { Grant } from './grants.ts';

/**
 * The operator prepares a park-wide EIA, an officer checks it and enters the decision, the head
 * confirms it. A tenant applies to enter; the operator sees who is in and records who left.
 */
export const PARK_EIA_GRANTS: readonly Grant[] = [
  {
    roles: ['PARK_MANAGER'],
    actions: ['read', 'create', 'update'],
    resource: 'park_eia',
    relation: 'park',
  },
  {
    roles: ['APPROVAL_OFFICER', 'CITY_OFFICER'],
    actions: ['read', 'create', 'update', 'review'],
    resource: 'park_eia',
    relation: 'territory',
  },
  {
    roles: ['BUREAU_HEAD'],
    actions: ['read', 'approve'],
    resource: 'park_eia',
    relation: 'territory',
  },
  {
    roles: ['SECTION_CHIEF', 'INSPECTOR', 'GOV_OFFICER', 'ECON_OFFICER'],
    actions: ['read'],
    resource: 'park_eia',
    relation: 'territory',
  },
  {
    roles: ['PARK_CHIEF', 'SQUAD_MEMBER'],
    actions: ['read'],
    resource: 'park_eia',
    relation: 'park',
  },
  {
    roles: ['ENTERPRISE_OWNER', 'STEWARD'],
    actions: ['read', 'create', 'update'],
    resource: 'admission',
    relation: 'own',
  },
  {
    roles: ['PARK_MANAGER'],
    actions: ['read', 'update'],
    resource: 'admission',
    relation: 'park',
  },
  {
    roles: ['APPROVAL_OFFICER', 'CITY_OFFICER'],
    actions: ['read', 'update'],
    resource: 'admission',
    relation: 'territory',
  },
  {
    roles: ['BUREAU_HEAD', 'INSPECTOR', 'GOV_OFFICER', 'ECON_OFFICER'],
    actions: ['read'],
    resource: 'admission',
    relation: 'territory',
  },
  {
    roles: ['PARK_CHIEF', 'SQUAD_MEMBER'],
    actions: ['read'],
    resource: 'admission',
    relation: 'park',
  },
];
