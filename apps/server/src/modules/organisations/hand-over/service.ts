import type { HandOver } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { dayAfter, type HoldingChanges, type StoredPost } from '../posts/model.ts';
import { standingTo, type Asking } from '../posts/rights.ts';
import * as store from '../posts/store.ts';
import { event, note, tell } from '../posts/tell.ts';
import { findColleague } from '../posts/view-store.ts';
import { decideHandOver, type HandedOverLine } from './decide.ts';

/** All posts of a person in one act: one transaction, one event per post. */
export async function handOver(
  tx: Tx,
  personId: string,
  order: HandOver,
  asking: Asking,
): Promise<{ readonly posts: number; readonly left: number } | Refusal> {
  const { session, today } = asking;
  const person = await findColleague(tx, personId, today);
  if (!person) return notFound();
  const ownerOrg = person.organisation.id;
  const standing = standingTo(session, 'update', ownerOrg, person.districtCode);
  if (!standing) return notFound();
  if (!standing.isManager) return refuse('HAND_OVER_BY_MANAGER', {}, 403);
  const first = await store.listOpenHoldings(tx, personId, order.lastDay);
  const posts = await store.lockPosts(tx, [...new Set(first.map(({ postId }) => postId))]);
  // Read again under the locks: somebody may have appointed meanwhile.
  const open = await store.listOpenHoldings(tx, personId, order.lastDay);
  const byId = new Map(posts.map((post) => [post.id, post]));
  if (open.some(({ postId }) => !byId.has(postId))) return refuse('HAND_OVER_CHANGED');
  const lines = decideHandOver(order, {
    personId,
    today,
    open,
    posts: byId,
    around: await store.listHoldings(tx, [...byId.keys()]),
    colleagues: await store.listHeldBy(tx, ownerOrg, today),
  });
  if ('refused' in lines) return lines;
  const { districtCode } = person;
  await store.applyHoldings(tx, { ownerOrg, districtCode }, changesOf(lines));
  await store.countVersions(tx, [...byId.keys()]);
  const events = lines.map(({ holding: { postId, part }, lastDay, successor }) =>
    event(byId.get(postId)!, 'post.handed_over', {
      part,
      from: personId,
      to: successor?.personId ?? null,
      lastDay,
    }),
  );
  await tell(tx, asking, standing, events);
  await note(tx, asking, 'HANDED_OVER', personId, [...byId.values()].map(titleOf).join('、'));
  const left = lines.filter(({ successor }) => successor === null).length;
  return { posts: lines.length, left };
}

const titleOf = ({ title }: StoredPost) => title;

function changesOf(lines: readonly HandedOverLine[]): HoldingChanges {
  const risen = lines.flatMap(({ gaveUp, successor }) =>
    gaveUp && successor ? [{ holding: gaveUp, lastDay: dayAfter(successor.from, -1) }] : [],
  );
  return {
    end: [...lines.map(({ holding, lastDay }) => ({ holding, lastDay })), ...risen],
    begin: lines.flatMap(({ successor }) => successor ?? []),
  };
}
