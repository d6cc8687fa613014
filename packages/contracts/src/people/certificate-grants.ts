import type { Grant } from './grants.ts';

/**
 * Certificates are issued by what other rights allow. To `update` is to enter the number that the
 * official system gave; only an office of the county corrects it.
 */
export const CERTIFICATE_GRANTS: readonly Grant[] = [
  {
    roles: [
      'CITY_OFFICER',
      'BUREAU_HEAD',
      'SECTION_CHIEF',
      'INSPECTOR',
      'GOV_OFFICER',
      'ECON_OFFICER',
    ],
    actions: ['read'],
    resource: 'certificate',
    relation: 'territory',
  },
  {
    roles: ['APPROVAL_OFFICER', 'RECORDS_CLERK'],
    actions: ['read', 'update'],
    resource: 'certificate',
    relation: 'territory',
  },
  {
    roles: ['PARK_MANAGER', 'PARK_CHIEF', 'SQUAD_MEMBER'],
    actions: ['read'],
    resource: 'certificate',
    relation: 'park',
  },
  {
    roles: ['ENTERPRISE_OWNER', 'STEWARD', 'PARK_MANAGER'],
    actions: ['read', 'update'],
    resource: 'certificate',
    relation: 'own',
  },
];
