import type { ApprovalStepOf, CaseView } from '@ludao/contracts';
import { entriesOf, holdsOn, isEntered, type BarredPreparer } from '@ludao/rules';
import { dateInChina } from '../../../../platform/clock.ts';
import type { Tx } from '../../../../platform/db.ts';
import { isRefusal, refuse, type Refusal } from '../../../../platform/refusal.ts';
import { restrictionFault as restrictedBy } from '../../filing/decide.ts';
import { findPersons } from '../../persons/store.ts';
import { askOn, lawFault } from '../../service.ts';
import type { StoredCase } from '../../model.ts';
import {
  bureausFor,
  fileFault,
  intakeRefusalFault,
  isDeemedAccepted,
  lackingIn,
  noticeFault,
  officeFor,
  preparerFault,
} from '../decide.ts';
import type { StoredApproval } from '../model.ts';
import { post } from '../publicity/posting/service.ts';
import {
  afterDay,
  cancel,
  meet,
  onApproval,
  start,
  stopDecision,
  trackOf,
  type Asking,
  type Working,
} from '../step/service.ts';
import { findBureaus, takeSerial, updateApproval } from '../store.ts';
import { moveWork, tellApplicant, withdrawWork } from '../work/service.ts';

/** Those barred on a day at a place; null where nobody entered the list, so nothing is checked. */
export function barredOn(
  { law, today }: Pick<Asking, 'law' | 'today'>,
  districtCode: string,
): readonly BarredPreparer[] | null {
  const ruleSet = law();
  if (!isEntered(ruleSet, 'barred-preparers', today, districtCode)) return null;
  return entriesOf(ruleSet, 'barred-preparers', today, districtCode)
    .map(({ entry }) => entry)
    .filter((entry) => holdsOn(entry, today));
}

/** What is still to be filled in, of the file as it is kept. */
export async function lackingOf(
  tx: Tx,
  found: StoredCase,
  approval: StoredApproval,
): Promise<string[]> {
  const persons = await findPersons(tx, found.id);
  const has = (role: string) => persons.some((person) => person.role === role);
  return lackingIn(
    trackOf(found),
    { ...approval.file, projectCode: found.projectCode },
    {
      document: approval.documentFile !== null,
      publicVersion: approval.publicFile !== null,
      participation: approval.participationFile !== null,
      contact: has('CONTACT'),
      lead: has('LEAD_PREPARER'),
    },
  );
}

/** The file comes to the office, and the days to say what it lacks begin (C05). */
export function submit(
  tx: Tx,
  id: string,
  body: ApprovalStepOf<'submit'>,
  asking: Asking,
): Promise<CaseView | Refusal> {
  return onApproval(tx, id, body, asking, async (working) => {
    const { found, approval, acting } = working;
    const lacking = await lackingOf(tx, found, approval);
    if (lacking.length > 0) {
      return refuse('FILE_LACKS', { field: lacking[0]!, count: lacking.length }, 422);
    }
    const { districtCode } = found;
    const barred = barredOn(asking, districtCode);
    const fault =
      fileFault(approval.file) ?? preparerFault(approval.file, barred) ?? lawFault(found, asking);
    if (fault) return fault;
    const answer = askOn(found.project, districtCode, asking);
    if (isRefusal(answer)) return answer;
    const office = officeFor(bureausFor(answer), await findBureaus(tx, districtCode));
    if (!office) return refuse('NO_OFFICE', { value: districtCode });
    const receivedAt = asking.now;
    await updateApproval(tx, found, { officeOrg: office.id, receivedAt });
    const handled = { ...working, approval: { ...approval, officeOrg: office.id } };
    const clock = await start(tx, handled, asking, { clock: 'C05' });
    const moved = { found, to: 'SUBMITTED', office: office.id, clocks: [clock] } as const;
    await moveWork(tx, moved, acting);
    const { construction, occasion, begun, preparerCode, leadNumber, pollutants } = approval.file;
    const added = pollutants.map(({ pollutant, gramsPerYear }) => [pollutant, `${gramsPerYear}`]);
    return {
      changed: { state: 'SUBMITTED', submittedOn: asking.today },
      event: 'case.submitted',
      body: {
        office: office.id,
        construction,
        occasion,
        begun,
        preparer: preparerCode,
        lead: leadNumber,
        preparerChecked: barred !== null,
        grams: Object.fromEntries(added) as Record<string, string>,
      },
    };
  });
}

/** Everything that is missing, told once and in time. */
export function askMissing(
  tx: Tx,
  id: string,
  body: ApprovalStepOf<'askMissing'>,
  asking: Asking,
): Promise<CaseView | Refusal> {
  return onApproval(tx, id, body, asking, async (working) => {
    const { found, approval, periods, acting } = working;
    const fault = noticeFault(receivedBy(approval), periods, asking.today);
    if (fault) return fault;
    const missed = await meet(tx, working, ['C05']);
    if (missed) return missed;
    await updateApproval(tx, found, { missing: body.items, missingOn: asking.today });
    await moveWork(tx, { found, to: 'INCOMPLETE', office: officeOf(approval), clocks: [] }, acting);
    await tellApplicant(tx, found, 'INCOMPLETE', asking);
    return {
      changed: { state: 'INCOMPLETE' },
      event: 'case.missing_told',
      body: { items: body.items.length, on: asking.today },
    };
  });
}

export function refuseIntake(
  tx: Tx,
  id: string,
  { ground, words, ...body }: ApprovalStepOf<'refuseIntake'>,
  asking: Asking,
): Promise<CaseView | Refusal> {
  return onApproval(tx, id, body, asking, async (working) => {
    const { found, approval, periods, acting } = working;
    const fault = intakeRefusalFault(ground, receivedBy(approval), periods, asking.today);
    if (fault) return fault;
    const missed = await meet(tx, working, ['C05']);
    if (missed) return missed;
    await updateApproval(tx, found, { intakeRefusal: { ground, words } });
    const office = officeOf(approval);
    await moveWork(tx, { found, to: 'NOT_ACCEPTED', office, clocks: [] }, acting);
    await tellApplicant(tx, found, 'NOT_ACCEPTED', asking);
    return {
      changed: { state: 'NOT_ACCEPTED' },
      event: 'case.not_accepted',
      body: { ground, on: asking.today },
    };
  });
}

/**
 * Accepts the file and posts that at once. One that counts as accepted because no notice came in
 * time is accepted as of the day on which it was received, and its periods run from there.
 */
export function accept(
  tx: Tx,
  id: string,
  body: ApprovalStepOf<'accept'>,
  asking: Asking,
): Promise<CaseView | Refusal> {
  return onApproval(tx, id, body, asking, async (working) => {
    const { found, approval, periods, acting } = working;
    const { now, today } = asking;
    const deemed = isDeemedAccepted(found.state, periods, today);
    // Deemed accepted or not: a park under restriction and a barred preparer are asked for all the same.
    const fault = await acceptanceFault(tx, working, asking);
    if (fault) return fault;
    const { receivedAt } = approval;
    if (receivedAt === null) throw new Error('a file that was never received');
    const [startedAt, acceptedOn] = deemed ? [receivedAt, dateInChina(receivedAt)] : [now, today];
    const missed = await meet(tx, working, ['C05']);
    if (missed) return missed;
    const { districtCode } = found;
    const year = Number(today.slice(0, 4));
    const serial = await takeSerial(tx, districtCode, 'ACCEPTANCE', year);
    const number = `${districtCode}受理〔${year}〕${serial}号`;
    const accepted = { acceptedOn, deemed, acceptanceNumber: number };
    await updateApproval(tx, found, accepted);
    const taken = { ...working, approval: { ...approval, ...accepted } };
    const posted = await start(tx, taken, asking, { clock: 'C06', startedAt });
    await meet(tx, { ...working, clocks: [posted] }, ['C06']);
    const publicity = await start(tx, taken, asking, { clock: 'C07' });
    const decision = await Promise.all([
      start(tx, taken, asking, { clock: found.track === 'REPORT' ? 'C02' : 'C03', startedAt }),
      start(tx, taken, asking, { clock: 'C04', startedAt }),
    ]);
    const until = publicity.dueOn!;
    await stopDecision(
      tx,
      { clocks: decision, acting },
      { reason: 'PUBLICITY', until: afterDay(until) },
    );
    await post(tx, taken, asking, { kind: 'ACCEPTANCE', untilOn: until, number });
    const office = officeOf(approval);
    await moveWork(tx, { found, to: 'ACCEPTED', office, clocks: decision }, acting);
    await tellApplicant(tx, found, 'ACCEPTED', asking);
    return {
      changed: { state: 'ACCEPTED', number },
      event: 'case.accepted',
      body: { number, acceptedOn, deemed, on: today },
    };
  });
}

async function acceptanceFault(
  tx: Tx,
  { found, approval }: Working,
  asking: Asking,
): Promise<Refusal | null> {
  const restricted = await restrictionFault(tx, found, asking);
  if (restricted) return restricted;
  const barred = barredOn(asking, found.districtCode);
  return preparerFault(approval.file, barred) ?? lawFault(found, asking);
}

/** A park under restriction 限批 takes no new project: acceptance, filing and direct entry alike. */
export async function restrictionFault(
  tx: Tx,
  { parkId }: StoredCase,
  { restrictions, today }: Pick<Asking, 'restrictions' | 'today'>,
): Promise<Refusal | null> {
  return restrictedBy(parkId === null ? null : await restrictions(tx, parkId, today));
}

export function withdraw(
  tx: Tx,
  id: string,
  body: ApprovalStepOf<'withdraw'>,
  asking: Asking,
): Promise<CaseView | Refusal> {
  return onApproval(tx, id, body, asking, async (working) => {
    const { found, acting } = working;
    await cancel(tx, working);
    await withdrawWork(tx, found, acting);
    return { changed: { state: 'WITHDRAWN' }, event: 'case.withdrawn', body: { on: asking.today } };
  });
}

function receivedBy(approval: StoredApproval) {
  const receivedOn = approval.receivedAt === null ? '' : dateInChina(approval.receivedAt);
  return { missingOn: approval.missingOn, receivedOn };
}

export function officeOf({ officeOrg }: StoredApproval): string {
  if (officeOrg === null) throw new Error('no office handles the case yet');
  return officeOrg;
}
