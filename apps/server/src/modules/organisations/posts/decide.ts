import {
  PARK_POSTS,
  rolesAt,
  THREE_OFFICERS,
  type Appointing,
  type OrganisationKind,
  type PostForm,
  type Role,
} from '@ludao/contracts';
import { refuse, type Refusal } from '../../../platform/refusal.ts';
import {
  dayAfter,
  overlap,
  type HoldingChanges,
  type OtherPost,
  type StoredHolding,
  type StoredPost,
} from './model.ts';

/** Only roles that the kind of organisation may have, and a park exactly where the role is for one. */
export function decidePost(
  { role, parkId }: PostForm,
  around: { readonly kind: OrganisationKind; readonly parkKnown: boolean },
): Refusal | null {
  if (!rolesAt(around.kind).includes(role)) return refuse('ROLE_NOT_HERE', { value: role }, 422);
  const needsPark = PARK_POSTS.includes(role);
  if (needsPark && parkId === null) return refuse('POST_NEEDS_PARK', {}, 422);
  if (parkId !== null && (!needsPark || !around.parkKnown)) return refuse('PARK_UNKNOWN', {}, 422);
  return null;
}

/**
 * What an appointment does to the post: whoever is in that part leaves the day before.
 * @param holdings all of the post
 * @param elsewhere what else the person holds or will hold
 */
export function decideAppointment(
  post: StoredPost,
  holdings: readonly StoredHolding[],
  wish: Pick<Appointing, 'part' | 'personId' | 'from' | 'to'>,
  { today, elsewhere }: { readonly today: string; readonly elsewhere: readonly OtherPost[] },
): HoldingChanges | Refusal {
  const { part, personId, from, to } = wish;
  if (post.endedOn !== null && from > post.endedOn) return refuse('POST_ENDED');
  if (from < today) return refuse('BEFORE_TODAY', { value: from, limit: today }, 422);
  if (to !== null && to < from) return refuse('ENDS_BEFORE_START', { value: to, limit: from }, 422);
  if (isSecondOfficer(post.role, wish, elsewhere)) return refuse('TWO_OFFICERS');
  const met = holdings.filter((holding) => overlap(holding, wish));
  if (met.some((other) => other.personId === personId && other.part !== part)) {
    return refuse('BOTH_PARTS');
  }
  const same = met.filter((other) => other.part === part);
  if (same.some((other) => other.personId === personId)) return refuse('HOLDS_ALREADY');
  const later = same.find((other) => other.from > from);
  if (later) return refuse('PART_TAKEN_LATER', { value: later.from });
  return {
    end: same.map((holding) => ({ holding, lastDay: dayAfter(from, -1) })),
    begin: [{ postId: post.id, personId, part, from, to: earlier(to, post.endedOn) }],
  };
}

/** From when a holding ends: from tomorrow, or from today; one to come is called off. */
export function decideEnd(
  { from, to }: StoredHolding,
  on: string,
  today: string,
): { readonly lastDay: string } | Refusal {
  if (to !== null && to < today) return refuse('HOLDING_ENDED', { value: to });
  if (from > today) return { lastDay: dayAfter(from, -1) };
  const yesterday = dayAfter(today, -1);
  if (on < yesterday) return refuse('BEFORE_TODAY', { value: on, limit: yesterday }, 422);
  if (to !== null && on > to) return refuse('HOLDING_ENDED', { value: to });
  return { lastDay: on };
}

/** A post ends with everybody in it, today at the earliest. */
export function decidePostEnd(
  { createdOn, endedOn }: StoredPost,
  holdings: readonly StoredHolding[],
  on: string,
  today: string,
): HoldingChanges | Refusal {
  if (endedOn !== null) return refuse('POST_ENDED');
  const earliest = createdOn > today ? createdOn : today;
  if (on < earliest) return refuse('BEFORE_TODAY', { value: on, limit: earliest }, 422);
  const open = holdings.filter(({ to }) => to === null || to > on);
  return {
    end: open.map((holding) => ({
      holding,
      lastDay: holding.from > on ? dayAfter(holding.from, -1) : on,
    })),
    begin: [],
  };
}

/** Whoever is one of the three officers is neither of the others. */
export function isSecondOfficer(
  role: Role,
  span: { readonly from: string; readonly to: string | null },
  elsewhere: readonly OtherPost[],
): boolean {
  const officers: readonly Role[] = THREE_OFFICERS;
  return (
    officers.includes(role) &&
    elsewhere.some(
      (other) => officers.includes(other.role) && other.role !== role && overlap(other, span),
    )
  );
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
