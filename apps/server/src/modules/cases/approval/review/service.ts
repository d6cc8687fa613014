import { randomUUID } from 'node:crypto';
import { can, type ApprovalStepOf, type CaseView, type OpinionForm } from '@ludao/contracts';
import type { Tx } from '../../../../platform/db.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../../platform/refusal.ts';
import { widenScope } from '../../../../platform/scope.ts';
import { actorOf, scopeOf } from '../../../../platform/session.ts';
import {
  findClocksOf,
  openWorkItem,
  resumeClock,
  settleWorkItem,
  type Acting,
  type RunningClock,
} from '../../../tasks/index.ts';
import { tell } from '../../service.ts';
import { findCase } from '../../store.ts';
import type { StoredCase } from '../../model.ts';
import { officeOf } from '../intake/service.ts';
import {
  DECISION_CLOCKS,
  onApproval,
  runningOf,
  stopDecision,
  subjectOf,
  type Asking,
  type Working,
} from '../step/service.ts';
import { findReviewBodies, invite, updateApproval } from '../store.ts';
import { OPINION } from '../work/service.ts';
import { endReview as writeEnd, findReview, findReviews, insertReview } from './store.ts';

/** The site was seen, or need not be, and why. */
export function noteSurvey(
  tx: Tx,
  id: string,
  { needed, on, words, ...body }: ApprovalStepOf<'noteSurvey'>,
  asking: Asking,
): Promise<CaseView | Refusal> {
  return onApproval(tx, id, body, asking, async ({ found, approval }) => {
    const { acceptedOn } = approval;
    if (needed !== (on !== null)) return refuse('SURVEY_DAY_MISSING', { field: 'on' }, 422);
    if (on !== null && (on > asking.today || on < (acceptedOn ?? ''))) {
      const params = { field: 'on', value: on, from: acceptedOn ?? '', limit: asking.today };
      return refuse('SURVEY_DAY_IMPOSSIBLE', params, 422);
    }
    await updateApproval(tx, found, { survey: { needed, on, words } });
    return { changed: {}, event: 'case.survey_noted', body: { needed, on } };
  });
}

/** The document goes to a technical review body or to experts; the time is not the office's own. */
export function startReview(
  tx: Tx,
  id: string,
  { kind, body: bodyOrg, ...body }: ApprovalStepOf<'startReview'>,
  asking: Asking,
): Promise<CaseView | Refusal> {
  return onApproval(tx, id, body, asking, async (working) => {
    const { found } = working;
    const fault = await beginReview(tx, working, asking, { kind, bodyOrg, batchId: null });
    if (fault) return fault;
    return {
      changed: {},
      event: 'case.review_started',
      body: { kind, body: bodyOrg, on: asking.today, case: found.id },
    };
  });
}

/** Asks a body, or notes that experts meet, and stops the clocks that leave this out. */
export async function beginReview(
  tx: Tx,
  { found, approval, clocks, acting }: Working,
  { now }: Pick<Asking, 'now'>,
  asked: {
    readonly kind: 'TECHNICAL' | 'EXPERTS';
    readonly bodyOrg: string | null;
    readonly batchId: string | null;
  },
): Promise<Refusal | null> {
  const { kind, bodyOrg, batchId } = asked;
  const open = (await findReviews(tx, found.id)).find(({ endedAt }) => endedAt === null);
  if (open) return refuse('REVIEW_OPEN');
  if (kind === 'TECHNICAL' && bodyOrg === null) {
    return refuse('REVIEW_BODY_MISSING', { field: 'body' }, 422);
  }
  const bodies = await findReviewBodies(tx, found.districtCode);
  if (bodyOrg !== null && !bodies.some(({ id }) => id === bodyOrg)) {
    return refuse('REVIEW_BODY_UNKNOWN', { field: 'body' }, 422);
  }
  await insertReview(tx, {
    id: randomUUID(),
    caseId: found.id,
    ownerOrg: bodyOrg ?? officeOf(approval),
    districtCode: found.districtCode,
    kind,
    isAsked: bodyOrg !== null,
    startedAt: now,
    batchId,
  });
  await stopDecision(tx, { clocks, acting }, { reason: 'REVIEW' });
  if (bodyOrg === null) return null;
  await invite(tx, found.id, bodyOrg);
  await openWorkItem(
    tx,
    {
      kind: OPINION,
      subject: subjectOf(found),
      title: found.name.slice(0, 200),
      org: bodyOrg,
      place: found,
      role: 'REVIEWER',
      to: `/cases/${found.id}`,
    },
    acting,
  );
  return null;
}

/** The officer enters what a body said on paper, or what the experts found. */
export function endReview(
  tx: Tx,
  id: string,
  { result, words, ...body }: ApprovalStepOf<'endReview'>,
  asking: Asking,
): Promise<CaseView | Refusal> {
  return onApproval(tx, id, body, asking, async ({ found, clocks, acting }) => {
    const open = (await findReviews(tx, id)).find(({ endedAt }) => endedAt === null);
    if (!open) return refuse('REVIEW_NOT_OPEN');
    await writeEnd(tx, open.id, { result, words, at: asking.now });
    await goOn(tx, found, clocks, acting);
    return {
      changed: {},
      event: 'case.review_ended',
      body: { review: open.id, result, on: asking.today },
    };
  });
}

/** The body gives its opinion itself; it may not charge the applicant for it (编制监督管理办法 art. 9). */
export async function giveOpinion(
  tx: Tx,
  id: string,
  { result, words }: OpinionForm,
  { session, now, today, causeId }: Asking,
): Promise<{ readonly done: true } | Refusal> {
  const review = await findReview(tx, id);
  const owned = review && {
    ownerOrg: review.ownerOrg,
    districtCode: review.districtCode,
    parkId: null,
  };
  if (!review || !owned || !can(session, 'read', 'case_review', owned)) return notFound();
  if (!review.isAsked || !can(session, 'update', 'case_review', owned)) {
    return refuse('REVIEW_NOT_YOURS', {}, 403);
  }
  if (review.endedAt !== null) return refuse('REVIEW_NOT_OPEN');
  const found = await findCase(tx, review.caseId);
  if (!found) return notFound();
  const { actor, office } = actorOf(session, 'update', 'case_review', owned);
  const acting = { actor, office, actingFor: null, now, causeId };
  await writeEnd(tx, id, { result, words, at: now });
  // The clocks are the applicant's matter; that this body was asked lets it set them going again.
  await widenScope(tx, scopeOf(session), found.ownerOrg);
  await goOn(tx, found, await findClocksOf(tx, subjectOf(found)), acting);
  await tell(tx, found, 'case.review_ended', { review: id, result, on: today }, acting);
  return { done: true };
}

/** The clocks of the decision run again. */
async function goOn(
  tx: Tx,
  found: StoredCase,
  clocks: readonly RunningClock[],
  acting: Acting,
): Promise<void> {
  await settleWorkItem(tx, { subject: subjectOf(found), kind: OPINION }, acting);
  await resumeDecision(tx, clocks, acting);
}

export async function resumeDecision(
  tx: Tx,
  clocks: readonly RunningClock[],
  acting: Acting,
): Promise<void> {
  for (const { id, state } of runningOf(clocks, DECISION_CLOCKS)) {
    if (state !== 'SUSPENDED') continue;
    const resumed = await resumeClock(tx, id, {}, acting);
    if (isRefusal(resumed)) throw new Error(`a clock does not go on: ${resumed.refused}`);
  }
}
