import { can, type RetrofitCheckStep, type RetrofitView } from '@ludao/contracts';
import type { Tx } from '../../../../platform/db.ts';
import { append } from '../../../../platform/event-log/index.ts';
import { notFound, refuse, type Refusal } from '../../../../platform/refusal.ts';
import { actorOf } from '../../../../platform/session.ts';
import { notify } from '../../../notifications/index.ts';
import { openWorkItem, settleWorkItem, type Acting as TaskActing } from '../../../tasks/index.ts';
import type { StoredCase } from '../../model.ts';
import { withWritten } from '../../replay/written.ts';
import { tell } from '../../service.ts';
import { findBureau, findCase } from '../../store.ts';
import { checkFault } from '../decide.ts';
import { subjectOf, type Asking } from '../service.ts';
import * as store from '../store.ts';
import { viewOf } from '../view/service.ts';
import { CHECK, VOIDING } from '../work.ts';

/** Draws an exempt retrofit for the after-check, or enters what the check found. */
export async function takeCheckStep(
  tx: Tx,
  id: string,
  step: RetrofitCheckStep,
  asking: Asking,
): Promise<RetrofitView | Refusal> {
  const { session, today, now, causeId } = asking;
  const found = await findCase(tx, id, { lock: true });
  if (found?.track !== 'ZERO_LAND' || !can(session, 'read', 'eia_case', found)) return notFound();
  if (!can(session, 'update', 'retrofit_check', found)) {
    return refuse('RETROFIT_CHECK_NOT_YOURS', {}, 403);
  }
  if (found.state !== 'EXEMPT') return refuse('RETROFIT_NOT_IN_POOL', { state: found.state });
  const check = await store.findCheck(tx, id, { lock: true });
  const on = step.step === 'check' ? step.on : today;
  const fault = checkFault(step.step, check, { declaredOn: found.submittedOn, on, today });
  if (fault) return fault;
  const { actor, office } = actorOf(session, 'update', 'retrofit_check', found);
  const acting = { actor, office, actingFor: null, now, causeId };
  if (step.step === 'draw') await draw(tx, found, acting, asking);
  else await enter(tx, found, step, acting, asking);
  return viewOf(tx, found, asking);
}

type Acting = TaskActing & { readonly actingFor: null };

/** Told in a stream of its own, which the applicant does not read: a check is not announced. */
async function draw(
  tx: Tx,
  found: StoredCase,
  acting: Acting,
  { session, today }: Asking,
): Promise<void> {
  const { id, districtCode } = found;
  await store.insertCheck(tx, { caseId: id, districtCode, on: today, by: session.personId });
  await openAtOffice(tx, found, CHECK, 'INSPECTOR', [], acting);
  await append(tx, acting, [
    withWritten(tx, {
      stream: `retrofit-check/${id}`,
      type: 'retrofit_check.drawn',
      body: { on: today },
      ownerOrg: null,
      districtCode,
    }),
  ]);
}

async function enter(
  tx: Tx,
  found: StoredCase,
  { on, result, words }: Extract<RetrofitCheckStep, { step: 'check' }>,
  acting: Acting,
  { session, now, today }: Asking,
): Promise<void> {
  const { id, ownerOrg, submittedOn } = found;
  const by = session.personId;
  await store.writeResult(tx, id, { ownerOrg, on, by, result, words });
  await settleWorkItem(tx, { subject: subjectOf(id), kind: CHECK }, acting);
  if (result === 'NOT_AS_DECLARED') {
    await openAtOffice(tx, found, VOIDING, 'BUREAU_HEAD', [by], acting);
  }
  await tell(tx, found, 'case.checked', { on, result }, acting);
  const roles = ['ENTERPRISE_OWNER', 'STEWARD', 'PARK_MANAGER'] as const;
  const notice = {
    kind: 'RETROFIT_CHECKED',
    toRoles: { organisations: [ownerOrg], roles },
    params: { on: submittedOn ?? today, result },
    link: `/cases/${id}`,
    dedupeKey: `case/${id}/checked`,
  } as const;
  await notify(tx, notice, { now, today });
}

/** Where no office is on record for the county, nobody's inbox has it; the register still does. */
async function openAtOffice(
  tx: Tx,
  { id, name, districtCode, parkId }: StoredCase,
  kind: typeof CHECK,
  role: 'INSPECTOR' | 'BUREAU_HEAD',
  notPersons: readonly string[],
  acting: Acting,
): Promise<void> {
  const org = await findBureau(tx, districtCode);
  if (org === undefined) return;
  const place = { districtCode, parkId };
  const to = `/cases/${id}`;
  const item = { kind, subject: subjectOf(id), title: name, org, place, role, notPersons, to };
  await openWorkItem(tx, item, acting);
}
