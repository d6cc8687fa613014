import type { HandOver } from '@ludao/contracts';
import { refuse, type Refusal } from '../../../platform/refusal.ts';
import { isSecondOfficer } from '../posts/decide.ts';
import {
  dayAfter,
  overlap,
  type OtherPost,
  type StoredHolding,
  type StoredPost,
} from '../posts/model.ts';

/** What a person holds or will hold after the last day, with everything around it. */
export interface ToHandOver {
  readonly personId: string;
  readonly today: string;
  /** The person’s own holdings that go beyond the last day. */
  readonly open: readonly StoredHolding[];
  readonly posts: ReadonlyMap<string, StoredPost>;
  /** All holdings of those posts. */
  readonly around: readonly StoredHolding[];
  /** People of the organisation, with what they hold or will hold. */
  readonly colleagues: ReadonlyMap<string, readonly OtherPost[]>;
}

/** One post that goes over, or is left without on purpose. */
export interface HandedOverLine {
  readonly holding: StoredHolding;
  readonly lastDay: string;
  /** Null where the post is left without. */
  readonly successor: Omit<StoredHolding, 'id'> | null;
  /** The successor’s own part as a stand-in of this post, which ends. */
  readonly gaveUp: StoredHolding | null;
}

/** All that the person holds goes over in one act; nothing is forgotten, and nothing left unsaid. */
export function decideHandOver(
  { lastDay, lines }: HandOver,
  known: ToHandOver,
): readonly HandedOverLine[] | Refusal {
  const { open, posts, today } = known;
  const yesterday = dayAfter(today, -1);
  if (lastDay < yesterday) {
    return refuse('BEFORE_TODAY', { value: lastDay, limit: yesterday }, 422);
  }
  const given = new Map(lines.map(({ holdingId, to }) => [holdingId, to]));
  const missing = open.filter(({ id }) => !given.has(id));
  if (missing.length > 0) {
    const titles = missing.map(({ postId }) => posts.get(postId)?.title ?? '');
    return refuse('HAND_OVER_INCOMPLETE', { value: titles.join('、') }, 422);
  }
  if (given.size !== open.length || lines.length !== given.size) {
    return refuse('HAND_OVER_CHANGED', {}, 409);
  }
  const done: HandedOverLine[] = [];
  const taken = new Map<string, OtherPost[]>();
  for (const holding of open) {
    const to = given.get(holding.id) ?? null;
    const line = decideLine(holding, to, lastDay, known, taken);
    if ('refused' in line) return line;
    done.push(line);
  }
  return done;
}

function decideLine(
  holding: StoredHolding,
  to: string | null,
  lastDay: string,
  { personId, posts, around, colleagues }: ToHandOver,
  taken: Map<string, OtherPost[]>,
): HandedOverLine | Refusal {
  const post = posts.get(holding.postId);
  if (!post) throw new Error('a holding without its post');
  const isToCome = holding.from > lastDay;
  const ends = { holding, lastDay: isToCome ? dayAfter(holding.from, -1) : lastDay };
  if (to === null) return { ...ends, successor: null, gaveUp: null };
  if (to === personId) return refuse('HAND_OVER_TO_SELF', {}, 422);
  const held = colleagues.get(to);
  if (!held) return refuse('PERSON_UNKNOWN', {}, 422);
  const from = isToCome ? holding.from : dayAfter(lastDay);
  const successor = {
    postId: post.id,
    personId: to,
    part: holding.part,
    from,
    to: holding.to,
  };
  const also = taken.get(to) ?? [];
  if (isSecondOfficer(post.role, successor, [...held, ...also])) return refuse('TWO_OFFICERS');
  taken.set(to, [...also, { role: post.role, from, to: holding.to }]);
  const own = around.find(
    (other) => other.postId === post.id && other.personId === to && overlap(other, successor),
  );
  // A stand-in rises to holder; a holder does not become the own stand-in.
  const rises = own?.part === 'B' && holding.part === 'A' && own.from <= from;
  if (own && !rises) return refuse('BOTH_PARTS');
  return { ...ends, successor, gaveUp: own ?? null };
}
