import { PARK_POSTS, type HeldPost, type ReachingPost, type Role } from '@ludao/contracts';
import { refuse, type Refusal } from '../../../platform/refusal.ts';
import type { Seat } from './model.ts';

/** Whoever acts for an enterprise sees what waits for its owner. */
const ALSO: Readonly<Partial<Record<Role, Role>>> = { STEWARD: 'ENTERPRISE_OWNER' };

/** The queues of the posts held today; stood in for counts like held. */
export function seatsOf(posts: readonly (HeldPost & ReachingPost)[]): Seat[] {
  return posts.flatMap(({ id, role, orgs, parks }) =>
    orgs.flatMap((org) => {
      const seat = { post: id, org, parks: PARK_POSTS.includes(role) ? parks : null };
      const also = ALSO[role];
      return [{ ...seat, role }, ...(also ? [{ ...seat, role: also }] : [])];
    }),
  );
}

/** An item of the role that nobody has yet is taken; what another post has stays there. */
export function decideClaim(
  item: { readonly state: string; readonly postId: string | null },
  seats: readonly Seat[],
): { readonly post: string } | Refusal {
  if (item.state !== 'OPEN') return refuse('WORK_SETTLED');
  const [seat] = seats;
  if (!seat) return refuse('WORK_NOT_YOURS', {}, 403);
  if (item.postId !== null) return refuse('WORK_TAKEN');
  return { post: seat.post };
}

export function decideRelease(
  item: { readonly state: string; readonly postId: string | null },
  seats: readonly Seat[],
): Refusal | null {
  if (item.state !== 'OPEN') return refuse('WORK_SETTLED');
  const isOwn = seats.some(({ post }) => post === item.postId);
  return isOwn ? null : refuse('WORK_NOT_TAKEN');
}
