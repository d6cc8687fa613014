import { randomUUID } from 'node:crypto';
import type { ApprovalFile, CaseForm } from '@ludao/contracts';
import type { RuleSet } from '@ludao/rules';
import type { Tx } from '../../../../platform/db.ts';
import type { EventContext } from '../../../../platform/event-log/index.ts';
import { basisOf, decideTrack } from '../../decide.ts';
import { freeze, type StoredCase } from '../../model.ts';
import { tell, type AskTheLaw } from '../../service.ts';
import { savePersons } from '../../persons/store.ts';
import { insertCase } from '../../store.ts';
import { bureausFor, officeFor } from '../decide.ts';
import { NOTHING_YET } from '../model.ts';
import { post } from '../publicity/posting/service.ts';
import { afterDay, start, stopDecision } from '../step/service.ts';
import { findBureaus, takeSerial, updateApproval } from '../store.ts';
import { moveWork } from '../work/service.ts';

/** A case as it is entered from nothing, accepted on the day. */
export interface NewAcceptedCase {
  readonly enterprise: {
    readonly id: string;
    readonly name: string;
    readonly districtCode: string;
    readonly parkId: string | null;
  };
  readonly name: string;
  readonly address: string;
  readonly project: CaseForm['project'];
  readonly file: ApprovalFile;
  readonly contact: { readonly name: string; readonly phone: string };
  readonly lead: string;
}

/**
 * Enters cases that were accepted on the day and wait for their survey, as a demonstration or a test
 * does; a project that the law of the day does not lead to an approval is left out.
 * @returns the ids of those entered
 */
export async function enterAcceptedCases(
  tx: Tx,
  law: { readonly askTheLaw: AskTheLaw; readonly ruleSet: RuleSet },
  cases: readonly NewAcceptedCase[],
  { now, today }: { readonly now: Date; readonly today: string },
): Promise<string[]> {
  const acting = {
    actor: 'system:demo',
    office: null,
    actingFor: null,
    now,
    causeId: 'demonstration',
  };
  const entered: string[] = [];
  for (const one of cases) {
    const id = await enterOne(tx, law, one, { today, acting });
    if (id !== null) entered.push(id);
  }
  return entered;
}

async function enterOne(
  tx: Tx,
  { askTheLaw, ruleSet }: { readonly askTheLaw: AskTheLaw; readonly ruleSet: RuleSet },
  { enterprise, contact, lead, file, ...form }: NewAcceptedCase,
  {
    today,
    acting,
  }: { readonly today: string; readonly acting: EventContext & { readonly causeId: string } },
): Promise<string | null> {
  const { now } = acting;
  const { districtCode, parkId } = enterprise;
  const answer = askTheLaw(form.project, { on: today, jurisdiction: districtCode });
  if ('problems' in answer) return null;
  const track = decideTrack(answer);
  if (track !== 'FORM' && track !== 'REPORT') return null;
  const office = officeFor(bureausFor(answer), await findBureaus(tx, districtCode));
  if (!office) return null;
  const year = Number(today.slice(0, 4));
  const serial = await takeSerial(tx, districtCode, 'ACCEPTANCE', year);
  const number = `${districtCode}受理〔${year}〕${serial}号`;
  const found: StoredCase = {
    ...form,
    id: randomUUID(),
    ownerOrg: enterprise.id,
    districtCode,
    parkId,
    enterpriseId: enterprise.id,
    applicant: enterprise.name,
    projectCode: file.projectCode,
    track,
    state: 'ACCEPTED',
    answer: freeze(answer),
    basis: basisOf(answer),
    details: {},
    invited: [],
    number,
    historical: false,
    openedAt: now,
    submittedOn: today,
    decidedOn: null,
    changedAt: now,
    version: 1,
  };
  await insertCase(tx, found);
  const approval = {
    ...NOTHING_YET,
    file,
    officeOrg: office.id,
    receivedAt: now,
    acceptedOn: today,
    acceptanceNumber: number,
  };
  await updateApproval(tx, found, approval);
  await savePersons(tx, found, [
    { role: 'CONTACT', ...contact },
    { role: 'LEAD_PREPARER', name: lead, phone: null },
  ]);
  const taken = {
    found,
    approval: { ...approval, caseId: found.id },
    acting: { ...acting, office: office.id },
  };
  const asking = { law: () => ruleSet, today };
  const publicity = await start(tx, taken, asking, { clock: 'C07' });
  const clocks = [
    await start(tx, taken, asking, { clock: track === 'REPORT' ? 'C02' : 'C03' }),
    await start(tx, taken, asking, { clock: 'C04' }),
  ];
  const untilOn = publicity.dueOn!;
  await stopDecision(
    tx,
    { clocks, acting: taken.acting },
    { reason: 'PUBLICITY', until: afterDay(untilOn) },
  );
  await post(tx, taken, asking, { kind: 'ACCEPTANCE', untilOn, number });
  await moveWork(
    tx,
    { found: { ...found, state: 'DRAFT' }, to: 'ACCEPTED', office: office.id, clocks },
    acting,
  );
  await tell(
    tx,
    found,
    'case.accepted',
    { number, acceptedOn: today, deemed: false, on: today },
    acting,
  );
  return found.id;
}
