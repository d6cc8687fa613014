import type { Grant } from './grants.ts';
import type { Role } from './roles.ts';

const OFFICES: readonly Role[] = [
  'CITY_OFFICER',
  'APPROVAL_OFFICER',
  'SECTION_CHIEF',
  'BUREAU_HEAD',
  'INSPECTOR',
  'GOV_OFFICER',
  'ECON_OFFICER',
];
const IN_PARK: readonly Role[] = ['PARK_CHIEF', 'SQUAD_MEMBER'];
const RESOURCES = ['shared_dataset', 'citation', 'follow_up', 'major_change'] as const;

/**
 * The park shares and reports, offices look on and one of them decides. What a tenant may cite it
 * learns through its own bundles, not through the park's list.
 */
export const SHARED_DATA_GRANTS: readonly Grant[] = [
  ...RESOURCES.flatMap((resource): Grant[] => [
    { roles: OFFICES, actions: ['read', 'export'], resource, relation: 'territory' },
    { roles: IN_PARK, actions: ['read', 'export'], resource, relation: 'park' },
  ]),
  {
    roles: ['PARK_MANAGER'],
    actions: ['read', 'export', 'create', 'update'],
    resource: 'shared_dataset',
    relation: 'park',
  },
  {
    roles: ['APPROVAL_OFFICER'],
    actions: ['update'],
    resource: 'shared_dataset',
    relation: 'territory',
  },
  { roles: ['PARK_MANAGER'], actions: ['read', 'export'], resource: 'citation', relation: 'park' },
  {
    roles: ['ENTERPRISE_OWNER', 'STEWARD'],
    actions: ['read', 'create'],
    resource: 'citation',
    relation: 'own',
  },
  {
    roles: ['PARK_MANAGER'],
    actions: ['read', 'create'],
    resource: 'follow_up',
    relation: 'park',
  },
  {
    roles: ['APPROVAL_OFFICER'],
    actions: ['approve'],
    resource: 'follow_up',
    relation: 'territory',
  },
  {
    roles: ['PARK_MANAGER'],
    actions: ['read', 'create'],
    resource: 'major_change',
    relation: 'park',
  },
  {
    roles: ['APPROVAL_OFFICER'],
    actions: ['create', 'approve'],
    resource: 'major_change',
    relation: 'territory',
  },
];
