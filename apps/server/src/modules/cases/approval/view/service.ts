import {
  can,
  CASE_STEPS,
  caseStepsFrom,
  maskName,
  maskPhone,
  type ApprovalView,
  type CasePaper,
  type CaseStep,
} from '@ludao/contracts';
import { dateInChina } from '../../../../platform/clock.ts';
import type { Tx } from '../../../../platform/db.ts';
import { viewOf as fileOf } from '../../../../platform/files/index.ts';
import { notFound, type Refusal } from '../../../../platform/refusal.ts';
import { widenScope } from '../../../../platform/scope.ts';
import { scopeOf, type Session } from '../../../../platform/session.ts';
import { standingOf } from '../../../documents/index.ts';
import { findClocksOf, viewClocksOf } from '../../../tasks/index.ts';
import type { StoredCase } from '../../model.ts';
import { findPersons } from '../../persons/store.ts';
import { findCase } from '../../store.ts';
import {
  intentFault,
  isDeemedAccepted,
  noticeFault,
  postAtOffice,
  preparerFault,
  proposalFault,
} from '../decide.ts';
import { barredOn, lackingOf, restrictionFault } from '../intake/service.ts';
import type { StoredApproval } from '../model.ts';
import { findComments, findHearingRequests, findNoticesOf } from '../publicity/store.ts';
import { findReviews } from '../review/store.ts';
import { otherOfficeFault, periodsOf, subjectOf, type Asking } from '../step/service.ts';
import { findApproval, findBureaus, findReviewBodies } from '../store.ts';

/** A case that the asker reads, by a right or because the asker's body was invited. */
export async function findReadable(
  tx: Tx,
  id: string,
  session: Session,
): Promise<StoredCase | undefined> {
  const found = await findCase(tx, id);
  if (!found) return undefined;
  if (can(session, 'read', 'eia_case', found)) return found;
  const isInvited = session.posts.some(
    ({ role, home }) => role === 'REVIEWER' && found.invited.includes(home),
  );
  if (!isInvited) return undefined;
  // What the body was asked about belongs to the applicant.
  await widenScope(tx, scopeOf(session), found.ownerOrg);
  return found;
}

/** The approval with all that the reader may see of it. */
export async function findApprovalView(
  tx: Tx,
  id: string,
  asking: Asking,
): Promise<ApprovalView | Refusal> {
  const { session, now } = asking;
  const found = await findReadable(tx, id, session);
  if (!found || (found.track !== 'FORM' && found.track !== 'REPORT')) return notFound();
  const approval = await findApproval(tx, id);
  const isOffice =
    can(session, 'review', 'eia_case', found) || can(session, 'sign', 'eia_case', found);
  const reviews = await findReviews(tx, id);
  const notices = await findNoticesOf(tx, id);
  const comments = isOffice ? await findComments(tx, id) : [];
  const persons = await findPersons(tx, id);
  const bureau = (await findBureaus(tx, found.districtCode)).find(
    ({ id: one }) => one === approval.officeOrg,
  );
  const clocks = await findClocksOf(tx, subjectOf(found));
  const periods = periodsOf(clocks);
  const { proposal, outcome, decisionNumber, recordMode } = approval;
  const open = reviews.find(({ endedAt }) => endedAt === null);
  return {
    version: found.version,
    file: { ...approval.file, projectCode: found.projectCode },
    persons: persons.map(({ role, name, phone }) => ({
      role,
      name: maskName(name),
      phone: phone === null ? null : maskPhone(phone),
    })),
    attached: await attachedTo(tx, approval, asking),
    lacking: await lackingOf(tx, found, approval),
    preparer: preparerOf(approval, found, asking),
    office: bureau ? { name: bureau.name, kind: bureau.kind } : null,
    clocks: await viewClocksOf(tx, subjectOf(found), now),
    deemedAccepted: approval.deemed || isDeemedAccepted(found.state, periods, asking.today),
    receivedOn: approval.receivedAt === null ? null : dateInChina(approval.receivedAt),
    missing:
      approval.missing === null || approval.missingOn === null
        ? null
        : { on: approval.missingOn, items: [...approval.missing] },
    intakeRefusal: approval.intakeRefusal,
    acceptedOn: approval.acceptedOn,
    acceptanceNumber: approval.acceptanceNumber,
    survey: approval.survey,
    visits: [...approval.visits],
    reviews: reviews.map(({ id: review, kind, body, startedAt, endedAt, result, words }) => ({
      id: review,
      kind,
      body,
      startedOn: dateInChina(startedAt),
      endedOn: endedAt === null ? null : dateInChina(endedAt),
      result,
      words,
    })),
    notices: notices.map(({ id: notice, kind, postedOn, untilOn }) => ({
      id: notice,
      kind,
      postedOn,
      untilOn,
    })),
    comments: comments.map(({ id: comment, kind, name, phone, words, leftAt }) => ({
      id: comment,
      kind,
      name: maskName(name),
      phone: maskPhone(phone),
      words,
      on: dateInChina(leftAt),
    })),
    hearing: approval.hearing,
    intent: approval.intent,
    proposal: proposal && (isOffice || outcome !== null) ? shownOf(proposal) : null,
    decision:
      outcome !== null && decisionNumber !== null && found.decidedOn !== null
        ? { outcome, number: decisionNumber, on: found.decidedOn }
        : null,
    record:
      recordMode === null
        ? null
        : {
            mode: recordMode,
            system: approval.officialSystem,
            number: approval.officialNumber,
            on: approval.officialOn,
          },
    worksOn: approval.worksOn,
    papers: isOffice ? await papersOf(tx, approval) : [],
    mayDraft: mayDraft(found, approval, session),
    reviewBodies: isOffice ? await findReviewBodies(tx, found.districtCode) : [],
    mayReveal: can(session, 'reveal', 'case_comment', found),
    opine:
      open?.isAsked === true &&
      session.posts.some(({ role, home }) => role === 'REVIEWER' && home === open.ownerOrg)
        ? open.id
        : null,
    obstacles: await obstaclesOf(
      tx,
      found,
      approval,
      reviews.every((one) => one.endedAt !== null),
      asking,
    ),
  };
}

function shownOf({ outcome, grounds, words, on }: NonNullable<StoredApproval['proposal']>) {
  return { outcome, grounds: [...grounds], words, on };
}

async function attachedTo(
  tx: Tx,
  { documentFile, publicFile, participationFile }: StoredApproval,
  { files }: Asking,
): Promise<ApprovalView['attached']> {
  const viewOf = async (id: string | null) => {
    const file = id === null ? undefined : await files.find(tx, id);
    return file ? fileOf(file) : null;
  };
  return {
    document: await viewOf(documentFile),
    publicVersion: await viewOf(publicFile),
    participation: await viewOf(participationFile),
  };
}

function preparerOf(
  { file }: StoredApproval,
  { districtCode }: StoredCase,
  asking: Asking,
): ApprovalView['preparer'] {
  const barred = barredOn(asking, districtCode);
  if (barred === null) return 'NOT_ENTERED';
  return preparerFault(file, barred) ? 'BARRED' : 'CLEAR';
}

async function papersOf(tx: Tx, { papers }: StoredApproval): Promise<ApprovalView['papers']> {
  const standing = await standingOf(
    tx,
    papers.map(({ document }) => document),
  );
  return papers.map(({ kind, document }) => {
    const number = standing.get(document)?.number ?? null;
    return { kind, document, number };
  });
}

/** The papers of what has been done, each once, for whoever drafts them. */
export function mayDraft(
  found: StoredCase,
  { officeOrg, papers, missing, acceptedOn, outcome }: StoredApproval,
  session: Session,
): CasePaper[] {
  const isOffice = postAtOffice(session.posts, 'review', found, officeOrg) !== undefined;
  if (!isOffice || found.enterpriseId === null) return [];
  const due: readonly (readonly [CasePaper, boolean])[] = [
    ['eia_incomplete_notice', missing !== null],
    ['eia_acceptance_notice', acceptedOn !== null],
    ['eia_approval', outcome === 'APPROVE'],
    ['eia_refusal', outcome === 'REFUSE'],
  ];
  return due
    .filter(([kind, isDue]) => isDue && !papers.some((paper) => paper.kind === kind))
    .map(([kind]) => kind);
}

/** What the server would refuse of the steps that the reader may take, without trying them. */
async function obstaclesOf(
  tx: Tx,
  found: StoredCase,
  approval: StoredApproval,
  isReviewed: boolean,
  asking: Asking,
): Promise<ApprovalView['obstacles']> {
  const { session, today } = asking;
  const periods = periodsOf(await findClocksOf(tx, subjectOf(found)));
  const receivedOn = approval.receivedAt === null ? '' : dateInChina(approval.receivedAt);
  const { asked } = await findHearingRequests(tx, found.id);
  const { intent, hearing, missingOn } = approval;
  const given = { outcome: intent ?? 'APPROVE', grounds: [], intent, hearing, asked } as const;
  const faults: Partial<Record<CaseStep, () => Refusal | null | Promise<Refusal | null>>> = {
    askMissing: () => noticeFault({ missingOn, receivedOn }, periods, today),
    accept: () => restrictionFault(tx, found, asking),
    publishIntent: () => intentFault(approval, isReviewed, periods, today),
    propose: () => {
      const fault = proposalFault(given, periods, today);
      return fault?.refused === 'REFUSAL_NEEDS_GROUND' ? null : fault;
    },
  };
  const steps = caseStepsFrom(found.track, found.state).filter((step) =>
    can(session, CASE_STEPS[step].right, 'eia_case', found),
  );
  const obstacles: ApprovalView['obstacles'] = [];
  for (const step of steps) {
    const { right } = CASE_STEPS[step];
    const isOthers =
      right !== 'update' && !postAtOffice(session.posts, right, found, approval.officeOrg);
    const fault = isOthers ? await otherOfficeFault(tx, found, approval) : await faults[step]?.();
    if (fault) obstacles.push({ step, code: fault.refused, params: fault.params });
  }
  return obstacles;
}
