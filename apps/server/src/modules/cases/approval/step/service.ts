import { CASE_STEPS, type ApprovalStep, type CaseView } from '@ludao/contracts';
import type { RuleSet } from '@ludao/rules';
import type { Tx } from '../../../../platform/db.ts';
import type { Files } from '../../../../platform/files/index.ts';
import { isRefusal, refuse, type Refusal } from '../../../../platform/refusal.ts';
import type { Session } from '../../../../platform/session.ts';
import type { ParkRestrictions } from '../../../parks/index.ts';
import {
  cancelClock,
  findClocksOf,
  meetClock,
  startClock,
  suspendClock,
  type ClockStart,
  type ClockStop,
  type RunningClock,
} from '../../../tasks/index.ts';
import { take, type Asking as CaseAsking, type Done, type Taking } from '../../service.ts';
import type { StoredCase } from '../../model.ts';
import { postAtOffice, type Periods } from '../decide.ts';
import type { StoredApproval } from '../model.ts';
import { findApproval, findBureaus } from '../store.ts';

/** Who asks, when, and with what the program hands in. */
export interface Asking extends CaseAsking {
  /** The lists of the day. */
  readonly law: () => RuleSet;
  readonly files: Files;
  readonly restrictions: ParkRestrictions;
}

/** A case that a step is being taken with. */
export interface Working extends Taking {
  readonly approval: StoredApproval;
  readonly clocks: readonly RunningClock[];
  readonly periods: Periods;
}

export const subjectOf = ({ id }: Pick<StoredCase, 'id'>) => ({ kind: 'case', id }) as const;

/** The track of a case that is approved; CASE_STEPS lets no other come this far. */
export function trackOf({ track }: Pick<StoredCase, 'track'>): 'FORM' | 'REPORT' {
  if (track !== 'FORM' && track !== 'REPORT') throw new Error('not an approval');
  return track;
}

/** One step of an approval, with its clocks, in the one transaction of `take`. */
export function onApproval(
  tx: Tx,
  id: string,
  body: Pick<ApprovalStep, 'step' | 'version'>,
  asking: Asking,
  doStep: (working: Working) => Promise<Done | Refusal>,
): Promise<CaseView | Refusal> {
  return take(tx, id, body.version, body.step, asking, async (taking) => {
    const approval = await findApproval(tx, id);
    const { right } = CASE_STEPS[body.step];
    const office =
      right === 'update'
        ? taking.acting.office
        : await officePost(tx, taking.found, approval, right, asking);
    if (isRefusal(office)) return office;
    const clocks = await findClocksOf(tx, subjectOf(taking.found));
    const acting = { ...taking.acting, office };
    return doStep({ ...taking, acting, approval, clocks, periods: periodsOf(clocks) });
  });
}

/** The id of the asker's post at the bureau that handles the case; another bureau is told which it is. */
export async function officePost(
  tx: Tx,
  found: StoredCase,
  { officeOrg }: Pick<StoredApproval, 'officeOrg'>,
  right: 'review' | 'sign',
  { session }: { readonly session: Session },
): Promise<string | Refusal> {
  const post = postAtOffice(session.posts, right, found, officeOrg);
  return post ? post.id : otherOfficeFault(tx, found, { officeOrg });
}

/** That another bureau handles the case, by its name. */
export async function otherOfficeFault(
  tx: Tx,
  { districtCode }: StoredCase,
  { officeOrg }: Pick<StoredApproval, 'officeOrg'>,
): Promise<Refusal> {
  const bureaus = await findBureaus(tx, districtCode);
  const value = bureaus.find(({ id }) => id === officeOrg)?.name ?? '';
  return refuse('CASE_OF_OTHER_OFFICE', { value }, 403);
}

/** The last days that steps ask for; of a clock that ran twice, the later one's. */
export function periodsOf(clocks: readonly RunningClock[]): Periods {
  const until = (code: string) => clockOf(clocks, code)?.dueOn ?? null;
  return {
    noticeUntil: clockOf(clocks, 'C05')?.state === 'RUNNING' ? until('C05') : null,
    acceptanceUntil: until('C07'),
    intentUntil: until('C08'),
    hearingUntil: until('C09'),
  };
}

/** The last clock of that code, whatever its state. */
export function clockOf(clocks: readonly RunningClock[], code: string): RunningClock | undefined {
  return clocks.findLast(({ terms }) => terms.clock === code);
}

/** Starts a clock of the case, at the office that answers for it. */
export function start(
  tx: Tx,
  { found, approval, acting }: Pick<Working, 'found' | 'approval' | 'acting'>,
  { law }: Pick<Asking, 'law'>,
  clock: Pick<ClockStart, 'clock' | 'length' | 'startedAt'>,
): Promise<RunningClock> {
  const { ownerOrg, districtCode, parkId } = found;
  const { officeOrg } = approval;
  if (officeOrg === null) throw new Error('no office handles the case yet');
  const owner = { ownerOrg, districtCode, parkId };
  const asked = { length: found.track, ...clock };
  return startClock(tx, law(), { ...asked, subject: subjectOf(found), owner, officeOrg }, acting);
}

/** Meets the running clocks of those codes. */
export async function meet(
  tx: Tx,
  { clocks, acting }: Pick<Working, 'clocks' | 'acting'>,
  codes: readonly string[],
  at?: Date,
): Promise<Refusal | null> {
  for (const clock of runningOf(clocks, codes)) {
    const met = await meetClock(tx, clock.id, at ? { at } : {}, acting);
    if (isRefusal(met)) return met;
  }
  return null;
}

export async function cancel(
  tx: Tx,
  { clocks, acting }: Pick<Working, 'clocks' | 'acting'>,
  codes?: readonly string[],
): Promise<void> {
  for (const clock of runningOf(clocks, codes)) await cancelClock(tx, clock.id, acting);
}

/** The clocks of the decision: what is promised, and what the law gives. */
export const DECISION_CLOCKS = ['C02', 'C03', 'C04'] as const;

/** Stops those clocks of the decision whose text leaves this out; one that has run out stays so. */
export async function stopDecision(
  tx: Tx,
  { clocks, acting }: Pick<Working, 'clocks' | 'acting'>,
  stop: ClockStop,
): Promise<void> {
  for (const clock of runningOf(clocks, DECISION_CLOCKS)) {
    const leavesOut = clock.terms.excludes.some(({ code }) => code === stop.reason);
    if (!leavesOut || clock.state !== 'RUNNING') continue;
    const stopped = await suspendClock(tx, clock.id, stop, acting);
    if (isRefusal(stopped) && stopped.refused !== 'CLOCK_RUN_OUT') {
      throw new Error(`a clock of the decision did not stop: ${stopped.refused}`);
    }
  }
}

export function runningOf(
  clocks: readonly RunningClock[],
  codes?: readonly string[],
): RunningClock[] {
  return clocks.filter(
    ({ state, terms }) =>
      (state === 'RUNNING' || state === 'SUSPENDED') &&
      (codes === undefined || codes.includes(terms.clock)),
  );
}

/** The first moment after a last day, in China: when what stopped for its length goes on. */
export function afterDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + 24 * 60 * 60 * 1000);
}
