import {
  can,
  rolesFor,
  THREE_OFFICERS,
  type Action,
  type Owned,
  type Role,
} from '@ludao/contracts';
import type { Session } from '../../../platform/session.ts';

/** Who asks, when, and from where. */
export interface Asking {
  readonly session: Session;
  readonly now: Date;
  readonly today: string;
  readonly causeId: string;
  readonly address: string;
}

/** By which post somebody cares for posts: as the head of the own house, or for the platform. */
export interface Standing {
  readonly actor: string;
  readonly office: string;
  /** What is done counts at once; otherwise a second officer confirms it. */
  readonly isManager: boolean;
}

const isOfficer = (role: Role) => (THREE_OFFICERS as readonly Role[]).includes(role);

/** Null where no post of today gives the right to this row. */
export function standingTo(
  { personId, posts }: Session,
  action: Action,
  ownerOrg: string,
  districtCode: string | null,
): Standing | null {
  const row: Owned = { ownerOrg, districtCode, parkId: null };
  const acting = posts.filter((post) => can({ posts: [post] }, action, 'post', row));
  const manager = acting.find(({ role }) => !isOfficer(role));
  const office = manager ?? acting[0];
  return office ? { actor: personId, office: office.id, isManager: Boolean(manager) } : null;
}

/** Organisations whose posts the asker cares for; null for all of them. */
export function homesOf({ posts }: Session, action: Action): string[] | null {
  const acting = posts.filter(({ role }) => rolesFor(action, 'post').includes(role));
  if (acting.some(({ role }) => isOfficer(role))) return null;
  return [...new Set(acting.map(({ home }) => home))];
}
