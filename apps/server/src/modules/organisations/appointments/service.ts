import {
  mayEver,
  type AppointmentDecision,
  type AppointmentList,
  type AppointmentQuery,
} from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import type { Session } from '../../../platform/session.ts';
import type { Asking } from '../posts/rights.ts';
import { decideWish, putIn } from '../posts/service.ts';
import { lockPost } from '../posts/store.ts';
import { event, note, tell } from '../posts/tell.ts';
import * as store from './store.ts';

const DONE = { done: true } as const;

export async function listAppointments(
  tx: Tx,
  query: AppointmentQuery,
  session: Session,
): Promise<AppointmentList> {
  const { rows, total } = await store.listAppointments(tx, query);
  return {
    total,
    rows: rows.map(({ personId, proposer, proposedAt, decidedAt, ...row }) => ({
      ...row,
      proposedAt: proposedAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
      may: { decide: mayDecide({ personId, proposer, state: row.state }, session) },
    })),
  };
}

/** Never what he put forward himself, nor what concerns himself. */
function mayDecide(
  found: Pick<store.StoredAppointment, 'personId' | 'proposer' | 'state'>,
  session: Session,
): boolean {
  const isOwn = [found.personId, found.proposer].includes(session.personId);
  return found.state === 'WAITING' && !isOwn && mayEver(session, 'approve', 'appointment');
}

/** Confirmed, it counts from its first day, or from today where that has passed. */
export async function decideAppointmentOf(
  tx: Tx,
  id: string,
  decision: AppointmentDecision,
  asking: Asking,
): Promise<typeof DONE | Refusal> {
  const { session, now, today } = asking;
  const found = await store.lockAppointment(tx, id);
  if (!found) return notFound();
  if (found.state !== 'WAITING') return refuse('APPOINTMENT_DECIDED');
  if (!mayDecide(found, session)) return refuse('OWN_WORK', {}, 403);
  const post = await lockPost(tx, found.postId);
  if (!post) throw new Error('an appointment to a post that is not there');
  const by = { by: session.personId, at: now };
  const office = session.posts.find(({ role }) => role === 'SECURITY_OFFICER')?.id ?? null;
  const acts = { actor: session.personId, office };
  const { personId, part, to } = found;
  if (decision.decision === 'refuse') {
    await store.writeDecision(tx, id, { state: 'REFUSED', reason: decision.reason, ...by });
    await tell(tx, asking, acts, [event(post, 'post.proposal_refused', { appointment: id })]);
    await note(tx, asking, 'APPOINTMENT_REFUSED', personId, post.title);
    return DONE;
  }
  const from = found.from < today ? today : found.from;
  const decided = await decideWish(tx, post, { personId, part, from, to }, today);
  if ('refused' in decided) return decided;
  await store.writeDecision(tx, id, { state: 'CONFIRMED', reason: null, ...by });
  await putIn(tx, post, decided, asking, acts);
  await note(tx, asking, 'APPOINTMENT_CONFIRMED', personId, post.title);
  return DONE;
}
