import { GRANTS, type Action, type Grant, type Relation, type Resource } from './grants.ts';
import type { Role } from './roles.ts';

export { GRANTS, type Action, type Relation, type Resource } from './grants.ts';

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
  return relationsTo(subject, action, resource, row).length > 0;
}

/** By which relations the subject may do it to this very row; none where it may not at all. */
export function relationsTo(
  subject: Subject,
  action: Action,
  resource: Resource,
  row: Owned,
): Relation[] {
  return subject.posts.flatMap((post) =>
    GRANTS.filter(concerns(post.role, action, resource))
      .map(({ relation }) => relation)
      .filter((relation) => isRelated(post, relation, row)),
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

function isRelated(post: ReachingPost, relation: Relation, row: Owned): boolean {
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
