import { randomUUID } from 'node:crypto';
import { can, type ParkEiaDecision, type ParkEiaForm } from '@ludao/contracts';
import type { Tx } from '../../../../platform/db.ts';
import { isRefusal, refuse, type Refusal } from '../../../../platform/refusal.ts';
import { actorOf } from '../../../../platform/session.ts';
import type { Law } from '../../../rulebook/index.ts';
import { completeFault, decisionFault, formFault } from '../decide.ts';
import { trialFault } from '../deciding/listing.ts';
import type { StoredParkEia } from '../model.ts';
import type { Asking } from '../port.ts';
import { openFor } from '../service.ts';
import { takeFile, tell, type ParkEiaDeps } from '../step/service.ts';
import * as store from '../store.ts';
import { CONFIRM } from '../work.ts';

export interface EiaOnPaper {
  readonly form: ParkEiaForm;
  readonly decision: Omit<Extract<ParkEiaDecision, { decision: 'APPROVE' }>, 'version'>;
}

type Place = Pick<StoredParkEia, 'parkId' | 'park' | 'ownerOrg' | 'districtCode'>;

/**
 * Whether an approval from paper can be taken over: its texts, amounts and days, and whether the law
 * can read it. No rule is asked about it.
 */
export function paperFault(
  {
    form,
    decision,
  }: Pick<EiaOnPaper, 'form'> & {
    readonly decision: Omit<EiaOnPaper['decision'], 'approvalFile'>;
  },
  place: Place,
  law: Law,
  today: string,
): Refusal | undefined {
  const { validTo } = decision;
  return (
    formFault(form) ??
    completeFault(storedOf({ form }, place)) ??
    decisionFault({ ...decision, approvalFile: '', version: 1 }, today) ??
    (validTo < today ? refuse('ENDED_ALREADY', { value: validTo, limit: today }) : undefined) ??
    trialFault(storedOf({ form }, place), law, today)
  );
}

/**
 * Puts an approval from paper before the head of the office, as if an officer had entered its
 * decision: it counts, and is law, once that second person has confirmed it.
 */
export async function enterParkEiaFromPaper(
  tx: Tx,
  paper: EiaOnPaper,
  place: Place,
  asking: Asking,
  { files, law }: Pick<ParkEiaDeps, 'files' | 'law'>,
): Promise<{ readonly id: string } | Refusal> {
  const { session, now, causeId, today } = asking;
  const { parkId, ownerOrg, districtCode } = place;
  const owned = { ownerOrg, districtCode, parkId };
  if (!can(session, 'review', 'park_eia', owned)) return refuse('FORBIDDEN', {}, 403);
  const fault = paperFault(paper, place, law(), today);
  if (fault) return fault;
  const { actor, office } = actorOf(session, 'review', 'park_eia', owned);
  const acting = { actor, office, now, causeId };
  const { form, decision } = paper;
  const given = decision.approvalFile;
  const purpose = 'park-eia-approval';
  const file = await takeFile(tx, given, null, owned, purpose, asking, acting, files);
  if (isRefusal(file)) return file;
  const eia = { ...storedOf(paper, place), id: randomUUID() };
  const { id, title } = eia;
  await store.insertParkEia(tx, eia, { person: actor, at: now });
  const { words: decisionWords, ...said } = decision;
  await store.updateParkEia(tx, id, {
    ...said,
    decisionWords,
    approvalFile: file,
    state: 'PROPOSED',
    enteredBy: actor,
    enteredPost: office,
    enteredAt: now,
  });
  const { approvalNo, approvedOn, inForceFrom, validTo } = decision;
  const { historical, liability } = form;
  await tell(
    tx,
    eia,
    { type: 'park_eia.drafted', body: { parkId, historical, liability } },
    acting,
  );
  const body = { decision: decision.decision, approvalNo, approvedOn, inForceFrom, validTo };
  await tell(tx, eia, { type: 'park_eia.decision_entered', body }, acting);
  await openFor(tx, { id, title, districtCode, parkId }, CONFIRM, 'BUREAU_HEAD', [actor], acting);
  return { id };
}

function storedOf({ form }: Pick<EiaOnPaper, 'form'>, place: Place): StoredParkEia {
  return {
    ...form,
    ...place,
    id: place.parkId,
    state: 'DRAFT',
    returnedFor: null,
    decision: null,
    approvalNo: null,
    approvedOn: null,
    office: null,
    approvalFile: null,
    decisionWords: null,
    inForceFrom: null,
    validTo: null,
    permitNo: null,
    enteredBy: null,
    enteredPost: null,
    enteredAt: null,
    confirmedBy: null,
    stoppedOn: null,
    listedAs: null,
    lawEntry: null,
    version: 1,
  };
}
