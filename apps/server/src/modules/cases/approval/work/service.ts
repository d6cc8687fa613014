import { CASE_STATES, type CaseState, type Role } from '@ludao/contracts';
import type { Tx } from '../../../../platform/db.ts';
import { notify } from '../../../notifications/index.ts';
import {
  openWorkItem,
  settleWorkItem,
  withdrawWorkItem,
  type Acting,
  type RunningClock,
  type WorkKind,
} from '../../../tasks/index.ts';
import { applicantRole, type StoredCase } from '../../model.ts';
import { clockOf, DECISION_CLOCKS, runningOf, subjectOf } from '../step/service.ts';

const INTAKE: WorkKind = { code: 'cases.intake', zh: '环评受理', en: 'Intake of an EIA file' };
const REVIEW: WorkKind = { code: 'cases.review', zh: '环评审查', en: 'Review of an EIA file' };
const PROPOSE: WorkKind = {
  code: 'cases.propose',
  zh: '提出审批意见',
  en: 'Proposal of a decision',
};
const DECIDE: WorkKind = { code: 'cases.decide', zh: '环评审批决定', en: 'Decision on an EIA' };
const OUTSIDE: WorkKind = {
  code: 'cases.enter_outside',
  zh: '环评审批结果待录入官方系统',
  en: 'EIA decision to be entered in the official system',
};
const COMPLETE: WorkKind = { code: 'cases.complete', zh: '补正材料', en: 'File to be completed' };
export const HEARING: WorkKind = {
  code: 'cases.hearing',
  zh: '听证申请待答复',
  en: 'Request for a hearing',
};
export const OPINION: WorkKind = { code: 'cases.opinion', zh: '技术评估', en: 'Opinion on an EIA' };
export const casesWork: readonly WorkKind[] = [
  INTAKE,
  COMPLETE,
  REVIEW,
  OPINION,
  PROPOSE,
  HEARING,
  DECIDE,
  OUTSIDE,
];

/** What waits while a case stands there, at whose desk, and by which clock. */
const WAITING: Readonly<
  Partial<
    Record<
      CaseState,
      {
        readonly kind: WorkKind;
        readonly role: Role | 'APPLICANT';
        readonly clocks: readonly string[];
      }
    >
  >
> = {
  SUBMITTED: { kind: INTAKE, role: 'APPROVAL_OFFICER', clocks: ['C05'] },
  INCOMPLETE: { kind: COMPLETE, role: 'APPLICANT', clocks: [] },
  ACCEPTED: { kind: REVIEW, role: 'APPROVAL_OFFICER', clocks: DECISION_CLOCKS },
  INTENT: { kind: PROPOSE, role: 'APPROVAL_OFFICER', clocks: DECISION_CLOCKS },
  PROPOSED: { kind: DECIDE, role: 'BUREAU_HEAD', clocks: DECISION_CLOCKS },
};

/** What waited where the case stood is done, and the next desk has it. */
export async function moveWork(
  tx: Tx,
  moved: {
    readonly found: StoredCase;
    readonly to: CaseState;
    readonly office: string;
    /** The person whose own work the next step would judge. */
    readonly not?: string;
    readonly clocks: readonly RunningClock[];
  },
  acting: Acting,
): Promise<void> {
  const { found, to, office, not, clocks } = moved;
  const subject = subjectOf(found);
  const before = WAITING[found.state]?.kind;
  if (before) await settleWorkItem(tx, { subject, kind: before }, acting);
  const next = WAITING[to];
  if (!next) return;
  const clock = nearest(runningOf(clocks, next.clocks));
  const desk =
    next.role === 'APPLICANT'
      ? { org: found.ownerOrg, role: applicantRole(found) }
      : { org: office, role: next.role };
  await openWorkItem(
    tx,
    {
      kind: next.kind,
      subject,
      title: titleOf(found),
      ...desk,
      place: found,
      to: `/cases/${found.id}`,
      ...(not !== undefined && { notPersons: [not] }),
      ...(clock && { clock }),
    },
    acting,
  );
}

/** The decision stands, and the official system has to hear of it. */
export async function openOutside(
  tx: Tx,
  { found, office, clocks }: Parameters<typeof moveWork>[1],
  acting: Acting,
): Promise<void> {
  const clock = clockOf(clocks, 'C10');
  await openWorkItem(
    tx,
    {
      kind: OUTSIDE,
      subject: subjectOf(found),
      title: titleOf(found),
      org: office,
      place: found,
      role: 'APPROVAL_OFFICER',
      to: `/cases/${found.id}`,
      ...(clock && { clock: clock.id }),
    },
    acting,
  );
}

export async function closeOutside(tx: Tx, found: StoredCase, acting: Acting): Promise<void> {
  await settleWorkItem(tx, { subject: subjectOf(found), kind: OUTSIDE }, acting);
}

export async function withdrawWork(tx: Tx, found: StoredCase, acting: Acting): Promise<void> {
  await withdrawWorkItem(tx, { subject: subjectOf(found) }, acting);
}

/** Tells the applicant where the case stands; nobody else, and not in what words. */
export async function tellApplicant(
  tx: Tx,
  found: StoredCase,
  state: CaseState,
  { now, today }: { readonly now: Date; readonly today: string },
): Promise<void> {
  if (!(state in CASE_STATES)) throw new TypeError(`no state: ${state}`);
  await notify(
    tx,
    {
      kind: 'APPROVAL_MOVED',
      toRoles: { organisations: [found.ownerOrg], roles: [applicantRole(found)] },
      params: { case: found.id, state, on: today },
      link: `/cases/${found.id}`,
      dedupeKey: `case/${found.id}/${state}/${found.version}`,
    },
    { now, today },
  );
}

/** The clock that is due first. */
function nearest(clocks: readonly RunningClock[]): string | undefined {
  return clocks.toSorted((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1))[0]?.id;
}

function titleOf({ name }: StoredCase): string {
  return name.slice(0, 200);
}
