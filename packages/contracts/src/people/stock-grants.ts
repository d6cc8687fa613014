import type { Grant } from './grants.ts';

/** The operator may prepare what a park brings along; an officer writes it and reconciles. */
export const STOCK_GRANTS: readonly Grant[] = [
  {
    roles: ['PARK_MANAGER'],
    actions: ['read', 'create', 'update'],
    resource: 'stock',
    relation: 'park',
  },
  {
    roles: ['APPROVAL_OFFICER', 'CITY_OFFICER'],
    actions: ['read', 'create', 'update', 'import'],
    resource: 'stock',
    relation: 'territory',
  },
  {
    roles: ['BUREAU_HEAD', 'SECTION_CHIEF', 'INSPECTOR'],
    actions: ['read'],
    resource: 'stock',
    relation: 'territory',
  },
];
