import type { PermitDecision, PermitView } from '@ludao/contracts';
import { findAdoption } from '@ludao/rules';
import type { Tx } from '../../../platform/db.ts';
import { isRefusal, refuse, type Refusal } from '../../../platform/refusal.ts';
import { meetClock } from '../../tasks/index.ts';
import { modeOf, numberFor, putInForce } from '../force/service.ts';
import { findListedAs } from '../holders/store.ts';
import { event, take, type Asking, type Done, type Taking } from '../step/service.ts';
import { tellApplicant } from '../work/service.ts';

/** What the head of the branch says to a proposal of another person. */
export function decide(
  tx: Tx,
  id: string,
  form: PermitDecision,
  asking: Asking,
): Promise<PermitView | Refusal> {
  return take(tx, id, form.version, form.step, asking, (taking) =>
    form.step === 'return' ? sendBack(form.reasons) : settle(tx, taking, form, asking),
  );
}

async function sendBack(returnedWords: string): Promise<Done> {
  const nothing = { outcome: null, outcomeReasons: null, outcomeLaw: null };
  return {
    changed: { state: 'ACCEPTED', returnedWords, ...nothing },
    events: [event('permit.returned', {})],
  };
}

async function settle(
  tx: Tx,
  taking: Taking,
  { outcome, reasons, law: cited }: Extract<PermitDecision, { readonly step: 'decide' }>,
  { law, today }: Asking,
): Promise<Done | Refusal> {
  const { permit, application, acting } = taking;
  const missing = outcome === 'GRANT' ? await pilotFault(tx, taking, { law, today }) : undefined;
  if (missing) return missing;
  const record = modeOf(law, permit, today);
  const number =
    outcome === 'GRANT' && record.recordMode === 'RECORD'
      ? await numberFor(tx, permit, application)
      : null;
  if (isRefusal(number)) return number;
  if (application.decisionClock) await meetClock(tx, application.decisionClock, {}, acting);
  const said = { outcome, outcomeReasons: reasons, outcomeLaw: cited, decidedOn: today };
  const events = [event('permit.decided', { outcome, on: today })];
  const tellResult = (result: 'GRANTED' | 'REFUSED') =>
    tellApplicant(tx, taking, acting, (told) => ({
      ...told,
      kind: 'PERMIT_DECIDED',
      params: { permit: permit.id, outcome: result },
    }));
  if (outcome === 'REFUSE') {
    await tellResult('REFUSED');
    return { changed: { ...said, state: 'REFUSED' }, events };
  }
  if (number === null) {
    await tellResult('GRANTED');
    return { changed: { ...said, ...record, state: 'TO_RECORD' }, events };
  }
  const recording = { number, on: today, validTo: null };
  const forced = await putInForce(tx, taking, recording, law());
  return { changed: { ...said, ...record, state: 'IN_FORCE' }, events: [...events, ...forced] };
}

/** The relief of measure 2 that lets the legal entity of a park hold one permit for it. */
const PARK_RELIEF = 'park_eia_direct_entry';

/** A park's permit rests on the draft alone: without an adoption on record it cannot be granted. */
async function pilotFault(
  tx: Tx,
  { permit, application }: Taking,
  { law, today }: Pick<Asking, 'law' | 'today'>,
): Promise<Refusal | undefined> {
  if (permit.holderKind !== 'park' || application.kind === 'CANCEL') return undefined;
  const found = findAdoption(law(), {
    relief: PARK_RELIEF,
    object: await findListedAs(tx, permit.holderId),
    needsArrangement: false,
    on: today,
    jurisdiction: permit.districtCode,
  });
  return 'adoption' in found ? undefined : refuse('PILOT_NOT_ADOPTED');
}
