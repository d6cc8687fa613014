import { can, type ApprovalStepOf, type CaseView } from '@ludao/contracts';
import { recordModeOf, type Answer } from '@ludao/rules';
import type { Tx } from '../../../../platform/db.ts';
import { isRefusal, refuse, type Refusal } from '../../../../platform/refusal.ts';
import { holdersOn, mayReview } from '../../../organisations/index.ts';
import { basisOf, decideTrack } from '../../decide.ts';
import { freeze, type StoredCase } from '../../model.ts';
import { askOn, lawFault } from '../../service.ts';
import { bureausFor, officeFault, officeFor, proposalFault, worksFault } from '../decide.ts';
import { officeOf, restrictionFault } from '../intake/service.ts';
import type { BureauOf, Proposal, StoredApproval } from '../model.ts';
import { post as postNotice } from '../publicity/posting/service.ts';
import { findHearingRequests } from '../publicity/store.ts';
import {
  cancel,
  clockOf,
  DECISION_CLOCKS,
  meet,
  onApproval,
  start,
  type Asking,
  type Working,
} from '../step/service.ts';
import { findBureaus, takeSerial, updateApproval } from '../store.ts';
import { closeOutside, moveWork, openOutside, tellApplicant } from '../work/service.ts';

/** What the officer proposes once the public has had its time. */
export function propose(
  tx: Tx,
  id: string,
  { outcome, grounds, words, ...body }: ApprovalStepOf<'propose'>,
  asking: Asking,
): Promise<CaseView | Refusal> {
  return onApproval(tx, id, body, asking, async (working) => {
    const { found, approval, clocks, periods, acting } = working;
    const { asked, first } = await findHearingRequests(tx, id);
    const { intent, hearing } = approval;
    const given = { outcome, grounds, intent, hearing, asked };
    const fault = proposalFault(given, periods, asking.today);
    if (fault) return fault;
    const over = await meet(tx, working, ['C08']);
    if (over) return over;
    // Where nobody asked for a hearing, its period falls away with nothing missed.
    if (first === null) await cancel(tx, working, ['C09']);
    else await meet(tx, working, ['C09'], first);
    const proposal: Proposal = {
      outcome,
      grounds,
      words,
      on: asking.today,
      post: acting.office,
    };
    await updateApproval(tx, found, { proposal, proposedBy: asking.session.personId });
    const office = officeOf(approval);
    const not = asking.session.personId;
    await moveWork(tx, { found, to: 'PROPOSED', office, not, clocks }, acting);
    return {
      changed: { state: 'PROPOSED' },
      event: 'case.proposed',
      body: { outcome, grounds: [...grounds], on: asking.today },
    };
  });
}

/**
 * A new edition that leads to the same document takes the place of the old one, before it is decided;
 * where it leaves the decision to another bureau, the case goes there.
 */
export function renewBasis(
  tx: Tx,
  id: string,
  body: ApprovalStepOf<'renewBasis'>,
  asking: Asking,
): Promise<CaseView | Refusal> {
  return onApproval(tx, id, body, asking, async ({ found, approval, clocks, acting }) => {
    const answer = askOn(found.project, found.districtCode, asking);
    if (isRefusal(answer)) return answer;
    const track = decideTrack(answer);
    if (isRefusal(track)) return track;
    const { level, on } = found.basis;
    if (track !== found.track) {
      return refuse('CASE_LEVEL_CHANGED', { value: track, level, limit: on });
    }
    const { digest } = answer;
    const allowed = bureausFor(answer);
    const bureaus = await findBureaus(tx, found.districtCode);
    const before = bureaus.find((bureau) => bureau.id === approval.officeOrg);
    const isAllowed = before && officeFault(allowed, before, '') === null;
    const office = isAllowed ? before : officeFor(allowed, bureaus);
    if (!office) return refuse('NO_OFFICE', { value: found.districtCode });
    if (office !== before) {
      await updateApproval(tx, found, { officeOrg: office.id });
      await moveWork(tx, { found, to: found.state, office: office.id, clocks }, acting);
    }
    return {
      changed: { answer: freeze(answer), basis: basisOf(answer) },
      event: 'case.basis_renewed',
      body: { digest, office: office.id, on: asking.today },
    };
  });
}

/** The head wants it looked at again; the reason stands with the case, not in the log. */
export function sendBack(
  tx: Tx,
  id: string,
  { reason, ...body }: ApprovalStepOf<'sendBack'>,
  asking: Asking,
): Promise<CaseView | Refusal> {
  return onApproval(tx, id, body, asking, async (working) => {
    const { found, approval, clocks, acting } = working;
    const { proposal } = approval;
    if (proposal) {
      const words = `${proposal.words}\n（退回：${reason}）`.slice(0, 4000);
      await updateApproval(tx, found, { proposal: { ...proposal, words } });
    }
    await moveWork(tx, { found, to: 'INTENT', office: officeOf(approval), clocks }, acting);
    return { changed: { state: 'INTENT' }, event: 'case.sent_back', body: { on: asking.today } };
  });
}

/**
 * The decision: by a head who did not propose it, at a bureau that the law of the day lets decide,
 * and on the law of the day. It counts at once; its paper follows.
 */
export function decide(
  tx: Tx,
  id: string,
  body: ApprovalStepOf<'decide'>,
  asking: Asking,
): Promise<CaseView | Refusal> {
  return onApproval(tx, id, body, asking, async (working) => {
    const { found, approval, acting } = working;
    const { today } = asking;
    const { proposal, proposedBy } = approval;
    if (!proposal || proposedBy === null) throw new Error('a proposed case has a proposal');
    const fault =
      (await ownWorkFault(tx, proposedBy, proposal, asking, acting.office)) ??
      (await lawOfTheDayFault(tx, working, asking));
    if (fault) return fault;
    const { outcome, grounds } = proposal;
    const { districtCode } = found;
    const year = Number(today.slice(0, 4));
    const serial = await takeSerial(tx, districtCode, 'DECISION', year);
    const number = `${districtCode}环审〔${year}〕${serial}号`;
    const record = recordModeOf(asking.law(), 'eia_approval', today, districtCode);
    const recordMode = record.mode === 'front' ? 'FRONT' : 'RECORD';
    const decided = {
      outcome,
      decisionNumber: number,
      decidedBy: asking.session.personId,
      recordMode,
      officialSystem: record.system,
    } as const;
    await updateApproval(tx, found, decided);
    const done = { ...working, approval: { ...approval, ...decided } };
    await meet(tx, working, DECISION_CLOCKS);
    const publicity = await start(tx, done, asking, { clock: 'C10' });
    const running = [...working.clocks, publicity];
    if (outcome === 'APPROVE') await start(tx, done, asking, { clock: 'C11', length: 'START' });
    const state = outcome === 'APPROVE' ? 'APPROVED' : 'REFUSED';
    const office = officeOf(approval);
    const moved = { found, to: state, office, clocks: running } as const;
    await moveWork(tx, moved, acting);
    if (recordMode === 'RECORD') {
      await meet(tx, { clocks: [publicity], acting }, ['C10']);
      await postDecision(tx, done, asking);
    } else {
      await openOutside(tx, moved, acting);
    }
    await tellApplicant(tx, found, state, asking);
    return {
      changed: { state, decidedOn: today, number },
      event: outcome === 'APPROVE' ? 'case.approved' : 'case.refused',
      body: { number, grounds: [...grounds], mode: recordMode, on: today },
    };
  });
}

/** Also not through whoever stands in: nobody decides what is his own proposal. */
async function ownWorkFault(
  tx: Tx,
  proposedBy: string,
  { post: proposedPost, on }: Proposal,
  { session, today }: Asking,
  post: string,
): Promise<Refusal | null> {
  const holders = await holdersOn(tx, [
    { post: proposedPost, day: on },
    { post, day: today },
  ]);
  const holderOf = (at: string, day: string) => holders.get(`${at} ${day}`) ?? null;
  const work = { person: proposedBy, post: proposedPost, holder: holderOf(proposedPost, on) };
  const review = { person: session.personId, post, holder: holderOf(post, today) };
  return mayReview(work, review) ? null : refuse('OWN_WORK', {}, 403);
}

/** An approval never rests on an edition or adoption that is not in force, nor on another office's power. */
async function lawOfTheDayFault(
  tx: Tx,
  { found, approval }: Working,
  asking: Asking,
): Promise<Refusal | null> {
  const answer = askOn(found.project, found.districtCode, asking);
  if (isRefusal(answer)) return answer;
  const wrong = await competenceFault(tx, found, answer, asking);
  if (wrong || approval.proposal?.outcome === 'REFUSE') return wrong;
  return lawFault(found, asking) ?? restrictionFault(tx, found, asking);
}

async function competenceFault(
  tx: Tx,
  found: StoredCase,
  answer: Answer,
  { session }: Asking,
): Promise<Refusal | null> {
  const homes = session.posts
    .filter((post) => can({ posts: [post] }, 'sign', 'eia_case', found))
    .map(({ home }) => home);
  const bureaus = await findBureaus(tx, found.districtCode);
  const own = bureaus.filter(({ id }) => homes.includes(id));
  const allowed = bureausFor(answer);
  const deciding: BureauOf | undefined = own.find(({ kind }) => allowed.includes(kind)) ?? own[0];
  const basis = answer.procedure?.offices[0]?.basis ?? '';
  return officeFault(allowed, deciding, basis);
}

/** In front of an official system the decision closes, and is made public, with that system's number. */
export function recordDecision(
  tx: Tx,
  id: string,
  { number, on, ...body }: ApprovalStepOf<'recordDecision'>,
  asking: Asking,
): Promise<CaseView | Refusal> {
  return onApproval(tx, id, body, asking, async (working) => {
    const { found, approval, acting } = working;
    if (approval.recordMode !== 'FRONT') return refuse('NOT_RECORDED_OUTSIDE');
    if (approval.officialNumber !== null) {
      return refuse('OFFICIAL_NUMBER_THERE', { value: approval.officialNumber });
    }
    const from = found.decidedOn ?? '';
    if (on < from || on > asking.today) {
      return refuse(
        'OFFICIAL_DAY_IMPOSSIBLE',
        { field: 'on', value: on, from, limit: asking.today },
        422,
      );
    }
    const recorded = { officialNumber: number, officialOn: on };
    await updateApproval(tx, found, recorded);
    const late = await meet(tx, working, ['C10']);
    if (late) return late;
    await postDecision(tx, { ...working, approval: { ...approval, ...recorded } }, asking);
    await closeOutside(tx, found, acting);
    const details = { ...found.details, officialNumber: number };
    return { changed: { details }, event: 'case.decision_recorded', body: { number, on } };
  });
}

function postDecision(
  tx: Tx,
  working: Pick<Working, 'found'> & { readonly approval: StoredApproval },
  asking: Asking,
): Promise<void> {
  const { outcome, decisionNumber, officialNumber } = working.approval;
  const number = officialNumber ?? decisionNumber;
  return postNotice(tx, working, asking, {
    kind: 'DECISION',
    untilOn: null,
    number,
    ...(outcome !== null && { outcome }),
  });
}

/** Works begin; after five years the approval has to be examined anew first. */
export function startWorks(
  tx: Tx,
  id: string,
  { on, ...body }: ApprovalStepOf<'startWorks'>,
  asking: Asking,
): Promise<CaseView | Refusal> {
  return onApproval(tx, id, body, asking, async (working) => {
    const { found, approval, clocks } = working;
    if (approval.worksOn !== null) return refuse('WORKS_BEGUN', { value: approval.worksOn });
    const limit = clockOf(clocks, 'C11')?.dueOn ?? null;
    const fault = worksFault(found.decidedOn ?? '', on, limit, asking.today);
    if (fault) return fault;
    const met = await meet(tx, working, ['C11'], new Date(`${on}T12:00:00+08:00`));
    if (met) return met;
    await updateApproval(tx, found, { worksOn: on });
    return { changed: {}, event: 'case.works_started', body: { on } };
  });
}
