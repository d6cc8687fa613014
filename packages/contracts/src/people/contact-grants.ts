import type { Grant } from './grants.ts';

/** Contacts of enterprises and parks, and the names of persons. */
export const CONTACT_GRANTS: readonly Grant[] = [
  // Contacts follow whoever may read the enterprise or park; whole names and numbers only where
  // somebody has to call, and always for a recorded reason.
  {
    roles: ['CITY_OFFICER', 'APPROVAL_OFFICER', 'BUREAU_HEAD'],
    actions: ['read', 'update', 'reveal'],
    resource: 'contact',
    relation: 'territory',
  },
  { roles: ['INSPECTOR'], actions: ['read', 'reveal'], resource: 'contact', relation: 'territory' },
  {
    roles: ['GOV_OFFICER', 'ECON_OFFICER'],
    actions: ['read'],
    resource: 'contact',
    relation: 'territory',
  },
  {
    roles: ['PARK_MANAGER'],
    actions: ['read', 'update', 'reveal'],
    resource: 'contact',
    relation: 'park',
  },
  {
    roles: ['PARK_CHIEF', 'SQUAD_MEMBER'],
    actions: ['read', 'reveal'],
    resource: 'contact',
    relation: 'park',
  },
  {
    roles: ['ENTERPRISE_OWNER', 'STEWARD'],
    actions: ['read', 'update', 'reveal'],
    resource: 'contact',
    relation: 'own',
  },
  {
    roles: ['BUREAU_HEAD', 'CITY_OFFICER', 'PARK_MANAGER', 'ENTERPRISE_OWNER'],
    actions: ['read', 'reveal'],
    resource: 'person',
    relation: 'own',
  },
];
