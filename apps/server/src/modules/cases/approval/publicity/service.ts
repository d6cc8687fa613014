import { randomUUID } from 'node:crypto';
import {
  can,
  readPhone,
  type ApprovalStepOf,
  type CaseView,
  type CommentForm,
  type PublicNotice,
  type PublicNoticeQuery,
  type PublicNotices,
  type Revealed,
  type RevealRequest,
} from '@ludao/contracts';
import type { Tx } from '../../../../platform/db.ts';
import { append } from '../../../../platform/event-log/index.ts';
import { notFound, refuse, type Refusal } from '../../../../platform/refusal.ts';
import { actorOf } from '../../../../platform/session.ts';
import { recordReveal, type RevealLimit } from '../../../organisations/index.ts';
import { openWorkItem, settleWorkItem, type Acting } from '../../../tasks/index.ts';
import { streamOf } from '../../model.ts';
import { intentFault } from '../decide.ts';
import { officeOf } from '../intake/service.ts';
import type { StoredNotice } from '../model.ts';
import { resumeDecision } from '../review/service.ts';
import { findReviews } from '../review/store.ts';
import {
  afterDay,
  meet,
  onApproval,
  start,
  stopDecision,
  subjectOf,
  type Asking,
} from '../step/service.ts';
import { updateApproval } from '../store.ts';
import { HEARING, moveWork, tellApplicant } from '../work/service.ts';
import { post } from './posting/service.ts';
import * as store from './store.ts';

/** Posts what the office means to decide; the public has five working days, and five days to ask for a hearing. */
export function publishIntent(
  tx: Tx,
  id: string,
  { outcome, ...body }: ApprovalStepOf<'publishIntent'>,
  asking: Asking,
): Promise<CaseView | Refusal> {
  return onApproval(tx, id, body, asking, async (working) => {
    const { found, approval, clocks, periods, acting } = working;
    const reviews = await findReviews(tx, id);
    const isReviewed = reviews.every(({ endedAt }) => endedAt !== null);
    const fault = intentFault(approval, isReviewed, periods, asking.today);
    if (fault) return fault;
    const over = await meet(tx, working, ['C07']);
    if (over) return over;
    await updateApproval(tx, found, { intent: outcome });
    const publicity = await start(tx, working, asking, { clock: 'C08' });
    const hearing = await start(tx, working, asking, { clock: 'C09' });
    const untilOn = publicity.dueOn!;
    const hearingUntil = hearing.dueOn!;
    const until = afterDay(untilOn > hearingUntil ? untilOn : hearingUntil);
    await stopDecision(tx, working, { reason: 'PUBLICITY', until });
    const number = approval.acceptanceNumber;
    await post(tx, working, asking, { kind: 'INTENT', untilOn, hearingUntil, number, outcome });
    await moveWork(tx, { found, to: 'INTENT', office: officeOf(approval), clocks }, acting);
    await tellApplicant(tx, found, 'INTENT', asking);
    return {
      changed: { state: 'INTENT' },
      event: 'case.intent_posted',
      body: { outcome, on: asking.today, untilOn, hearingUntil },
    };
  });
}

/** Answers all requests for a hearing together: it is held, which stops the clocks, or refused. */
export function answerHearing(
  tx: Tx,
  id: string,
  { hold, on, words, ...body }: ApprovalStepOf<'answerHearing'>,
  asking: Asking,
): Promise<CaseView | Refusal> {
  return onApproval(tx, id, body, asking, async (working) => {
    const { found, approval, periods, acting } = working;
    const { asked } = await store.findHearingRequests(tx, id);
    if (asked === 0) return refuse('HEARING_NOT_ASKED');
    if (approval.hearing?.hold) return refuse('HEARING_ANSWERED');
    if (hold !== (on !== null)) return refuse('HEARING_DAY_MISSING', { field: 'on' }, 422);
    // Refusing ends the matter, so it waits for whoever may still ask.
    const { hearingUntil } = periods;
    if (!hold && hearingUntil !== null && asking.today <= hearingUntil) {
      return refuse('HEARING_PERIOD_NOT_OVER', { limit: hearingUntil });
    }
    await updateApproval(tx, found, { hearing: { hold, on, words, heldOn: null, outcome: '' } });
    if (hold) await stopDecision(tx, working, { reason: 'HEARING' });
    await settleWorkItem(tx, { subject: subjectOf(found), kind: HEARING }, acting);
    return {
      changed: {},
      event: 'case.hearing_answered',
      body: { hold, on, asked },
    };
  });
}

export function endHearing(
  tx: Tx,
  id: string,
  { words, ...body }: ApprovalStepOf<'endHearing'>,
  asking: Asking,
): Promise<CaseView | Refusal> {
  return onApproval(tx, id, body, asking, async ({ found, approval, clocks, acting }) => {
    const { hearing } = approval;
    if (!hearing?.hold || hearing.heldOn !== null) return refuse('HEARING_NOT_OPEN');
    await updateApproval(tx, found, {
      hearing: { ...hearing, heldOn: asking.today, outcome: words },
    });
    await resumeDecision(tx, clocks, acting);
    return { changed: {}, event: 'case.hearing_held', body: { on: asking.today } };
  });
}

export async function listPublicNotices(
  tx: Tx,
  query: PublicNoticeQuery,
  today: string,
): Promise<PublicNotices> {
  const { rows, total } = await store.listNotices(tx, query);
  return { rows: rows.map((row) => viewOf(row, today)), total };
}

export async function findPublicNotice(
  tx: Tx,
  id: string,
  today: string,
): Promise<PublicNotice | Refusal> {
  const found = await store.findNotice(tx, id);
  return found ? viewOf(found, today) : notFound();
}

export const findPublicFile = store.findNoticeFile;

function viewOf(notice: StoredNotice, today: string): PublicNotice {
  const { caseId: _, ownerOrg: __, content, fileId, ...shown } = notice;
  const { postedOn, untilOn } = notice;
  const open = untilOn !== null && postedOn <= today && today <= untilOn;
  return { ...shown, ...content, hasDocument: fileId !== null, open };
}

/** Anybody speaks to an open notice; a request for a hearing waits at the office for an answer. */
export async function leaveComment(
  tx: Tx,
  notice: string,
  { kind, name, phone, words }: CommentForm,
  { now, today, causeId }: { readonly now: Date; readonly today: string; readonly causeId: string },
): Promise<{ readonly done: true } | Refusal> {
  const id = randomUUID();
  const kept = { id, notice, kind, words, name, phone: readPhone(phone)!, today, at: now };
  const commented = await store.leaveComment(tx, kept);
  if (!commented) return refuse('NOTICE_NOT_OPEN');
  const { caseId, ownerOrg, districtCode, parkId, officeOrg, project } = commented;
  const acting: Acting = { actor: 'public', office: null, now, causeId };
  await append(tx, { ...acting, actingFor: null }, [
    {
      stream: streamOf(caseId),
      type: 'case.comment_left',
      typeVersion: 1,
      body: { comment: id, notice, kind },
      ownerOrg,
      districtCode,
    },
  ]);
  if (kind === 'HEARING') {
    await openWorkItem(
      tx,
      {
        kind: HEARING,
        subject: { kind: 'case', id: caseId },
        title: project.slice(0, 200),
        org: officeOrg,
        place: { districtCode, parkId },
        role: 'APPROVAL_OFFICER',
        to: `/cases/${caseId}`,
      },
      acting,
    );
  }
  return { done: true };
}

/** The whole name and number, after the security log has who looked, at whom and why. */
export async function revealCommenter(
  tx: Tx,
  id: string,
  { reason, words }: RevealRequest,
  { session, now, address }: Pick<Asking, 'session' | 'now'> & { readonly address: string },
  limit: RevealLimit,
): Promise<Revealed | Refusal> {
  const comment = await store.findComment(tx, id);
  const owned = comment && { ownerOrg: null, districtCode: comment.districtCode, parkId: null };
  if (!comment || !owned || !can(session, 'reveal', 'case_comment', owned)) return notFound();
  const { office } = actorOf(session, 'reveal', 'case_comment', owned);
  const about = { as: 'case_comment', id, reason, words } as const;
  const refused = await recordReveal(tx, about, { now, address, office }, limit);
  if (refused) return refused;
  const { name, phone } = comment;
  return { name, phone, recordedAt: now.toISOString() };
}
