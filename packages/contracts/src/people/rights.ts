import type { Reach, Role } from './roles.ts';

export type Action =
  'read' | 'export' | 'create' | 'update' | 'import' | 'approve' | 'reveal' | 'lock';
export type Resource =
  | 'park'
  | 'enterprise'
  | 'organisation'
  | 'account'
  | 'post'
  | 'contact'
  | 'person'
  | 'data_request'
  | 'appointment'
  | 'delegation'
  | 'pre_lease_check'
  | 'rulebook_entry'
  | 'security_log'
  | 'sign_on_link';

interface Grant {
  readonly roles: readonly Role[];
  readonly actions: readonly Action[];
  readonly resource: Resource;
  /**
   * How the row must be related to the post. `home` is its own organisation and no other that let it
   * act; `platform` is for what belongs to nobody, or is cared for wherever it lies.
   */
  readonly relation: Reach | 'home' | 'platform';
}

/** Who may do what to which rows. Screens, server and the proof over all endpoints read this. */
export const GRANTS: readonly Grant[] = [
  {
    roles: ['CITY_OFFICER', 'APPROVAL_OFFICER', 'INSPECTOR', 'BUREAU_HEAD'],
    actions: ['read', 'export'],
    resource: 'park',
    relation: 'territory',
  },
  {
    roles: ['GOV_OFFICER', 'ECON_OFFICER'],
    actions: ['read', 'export'],
    resource: 'park',
    relation: 'territory',
  },
  {
    roles: ['PARK_CHIEF', 'SQUAD_MEMBER', 'PARK_MANAGER'],
    actions: ['read', 'export'],
    resource: 'park',
    relation: 'park',
  },
  {
    roles: ['CITY_OFFICER', 'APPROVAL_OFFICER', 'BUREAU_HEAD'],
    actions: ['read', 'export', 'create', 'update', 'import'],
    resource: 'enterprise',
    relation: 'territory',
  },
  {
    roles: ['INSPECTOR', 'GOV_OFFICER', 'ECON_OFFICER'],
    actions: ['read', 'export'],
    resource: 'enterprise',
    relation: 'territory',
  },
  {
    roles: ['PARK_MANAGER'],
    actions: ['read', 'export', 'create', 'update', 'import'],
    resource: 'enterprise',
    relation: 'park',
  },
  {
    roles: ['PARK_CHIEF', 'SQUAD_MEMBER'],
    actions: ['read', 'export'],
    resource: 'enterprise',
    relation: 'park',
  },
  {
    roles: ['ENTERPRISE_OWNER', 'STEWARD'],
    actions: ['read', 'update'],
    resource: 'enterprise',
    relation: 'own',
  },
  {
    roles: ['PARK_MANAGER', 'LANDLORD'],
    actions: ['read', 'create'],
    resource: 'pre_lease_check',
    relation: 'own',
  },
  {
    roles: ['APPROVAL_OFFICER', 'INSPECTOR', 'BUREAU_HEAD', 'CITY_OFFICER'],
    actions: ['read', 'export'],
    resource: 'pre_lease_check',
    relation: 'territory',
  },
  {
    roles: ['PARK_CHIEF', 'SQUAD_MEMBER', 'PARK_MANAGER'],
    actions: ['read', 'export'],
    resource: 'pre_lease_check',
    relation: 'park',
  },
  {
    roles: ['APPROVAL_OFFICER', 'CITY_OFFICER'],
    actions: ['read', 'create'],
    resource: 'rulebook_entry',
    relation: 'territory',
  },
  {
    roles: ['BUREAU_HEAD'],
    actions: ['read', 'create', 'approve'],
    resource: 'rulebook_entry',
    relation: 'territory',
  },
  {
    roles: ['CITY_OFFICER'],
    actions: ['approve'],
    resource: 'rulebook_entry',
    relation: 'territory',
  },
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
  {
    roles: ['SECURITY_OFFICER'],
    actions: ['read', 'update'],
    resource: 'data_request',
    relation: 'platform',
  },
  { roles: ['AUDIT_OFFICER'], actions: ['read'], resource: 'data_request', relation: 'platform' },
  {
    roles: ['CITY_OFFICER', 'BUREAU_HEAD', 'PARK_MANAGER', 'LANDLORD', 'ENTERPRISE_OWNER'],
    actions: ['read', 'create', 'update'],
    resource: 'post',
    relation: 'home',
  },
  {
    roles: ['CITY_OFFICER', 'BUREAU_HEAD', 'PARK_MANAGER'],
    actions: ['export'],
    resource: 'post',
    relation: 'home',
  },
  {
    roles: ['SYSTEM_OFFICER'],
    actions: ['read', 'create', 'update'],
    resource: 'post',
    relation: 'platform',
  },
  {
    roles: ['SYSTEM_OFFICER'],
    actions: ['read', 'create', 'update'],
    resource: 'organisation',
    relation: 'platform',
  },
  {
    roles: ['SYSTEM_OFFICER'],
    actions: ['read', 'create', 'update', 'lock'],
    resource: 'account',
    relation: 'platform',
  },
  {
    roles: ['SECURITY_OFFICER'],
    actions: ['read', 'lock'],
    resource: 'account',
    relation: 'platform',
  },
  {
    roles: ['SYSTEM_OFFICER'],
    actions: ['read'],
    resource: 'appointment',
    relation: 'platform',
  },
  {
    roles: ['SECURITY_OFFICER'],
    actions: ['read', 'approve'],
    resource: 'appointment',
    relation: 'platform',
  },
  {
    roles: ['ENTERPRISE_OWNER'],
    actions: ['read', 'create', 'update'],
    resource: 'delegation',
    relation: 'home',
  },
  { roles: ['STEWARD'], actions: ['read'], resource: 'delegation', relation: 'own' },
  {
    roles: ['AUDIT_OFFICER', 'SECURITY_OFFICER'],
    actions: ['read'],
    resource: 'security_log',
    relation: 'platform',
  },
  {
    roles: ['SYSTEM_OFFICER'],
    actions: ['read', 'update'],
    resource: 'sign_on_link',
    relation: 'platform',
  },
];

/** One post held today, with what its own role reaches. */
export interface ReachingPost {
  readonly role: Role;
  /** The organisation that the post belongs to. */
  readonly home: string;
  /** The same, and those that let it act for them. */
  readonly orgs: readonly string[];
  readonly districts: readonly string[];
  readonly parks: readonly string[];
}

/** Who asks. The right of one post never works with the reach of another. */
export interface Subject {
  readonly posts: readonly ReachingPost[];
}

/** The columns of a row that say whose it is; null where nobody's. */
export interface Owned {
  readonly ownerOrg: string | null;
  readonly districtCode: string | null;
  readonly parkId: string | null;
}

/** Whether any row of the resource may be concerned: what a button or a list asks. */
export function mayEver(
  subject: { readonly roles: readonly Role[] },
  action: Action,
  resource: Resource,
): boolean {
  return subject.roles.some((role) => GRANTS.some(concerns(role, action, resource)));
}

/** Whether this very row may be concerned. The database asks the same again, more coarsely. */
export function can(subject: Subject, action: Action, resource: Resource, row: Owned): boolean {
  return subject.posts.some((post) =>
    GRANTS.filter(concerns(post.role, action, resource)).some(({ relation }) =>
      isRelated(post, relation, row),
    ),
  );
}

/** Roles that give a right at all. */
export function rolesFor(action: Action, resource: Resource): Role[] {
  return GRANTS.filter(
    (grant) => grant.resource === resource && grant.actions.includes(action),
  ).flatMap(({ roles }) => [...roles]);
}

function concerns(role: Role, action: Action, resource: Resource) {
  return (grant: Grant): boolean =>
    grant.resource === resource && grant.actions.includes(action) && grant.roles.includes(role);
}

function isRelated(post: ReachingPost, relation: Grant['relation'], row: Owned): boolean {
  switch (relation) {
    case 'home':
      return row.ownerOrg === post.home;
    case 'own':
      return row.ownerOrg !== null && post.orgs.includes(row.ownerOrg);
    case 'territory':
      return row.districtCode !== null && post.districts.includes(row.districtCode);
    case 'park':
      return row.parkId !== null && post.parks.includes(row.parkId);
    case 'platform':
      return true;
  }
}
