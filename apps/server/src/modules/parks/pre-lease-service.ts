import { randomUUID } from 'node:crypto';
import { can, checkCreditCode, type PreLeaseCheck, type PreLeaseForm } from '@ludao/contracts';
import type { Answer, Refused } from '@ludao/rules';
import type { Tx } from '../../platform/db.ts';
import { append } from '../../platform/event-log/index.ts';
import { notFound, refuse, type Refusal } from '../../platform/refusal.ts';
import { actorOf, type Session } from '../../platform/session.ts';
import { decidePreLease } from './pre-lease-decide.ts';
import * as store from './pre-lease-store.ts';

export { countChecksByCounty, findCheck, listChecks, listUnits } from './pre-lease-store.ts';

export interface Asking {
  readonly session: Session;
  readonly now: Date;
  readonly today: string;
  readonly causeId: string;
}

/** What the law says of a project in a county on a day, or what is wrong with the question. */
export type AskTheLaw = (
  project: PreLeaseForm['project'],
  at: { readonly on: string; readonly jurisdiction: string },
) => Answer | Refused;

/** Checks a tenant before the lease and keeps the opinion with the answer it rests on. */
export async function makeCheck(
  tx: Tx,
  form: PreLeaseForm,
  { session, now, today, causeId }: Asking,
  askTheLaw: AskTheLaw,
): Promise<PreLeaseCheck | Refusal> {
  const creditCode = form.creditCode === null ? null : checkCreditCode(form.creditCode);
  if (creditCode && !creditCode.ok) {
    const { ok: _, reason, ...place } = creditCode;
    return refuse(`CREDIT_CODE_${reason}`, { value: form.creditCode ?? '', ...place }, 422);
  }
  const unit = await store.findUnit(tx, form.unitId);
  if (!unit) return notFound();
  const { park_id: parkId, district_code: districtCode } = unit;
  const { actor, office } = actorOf(session, 'create', 'pre_lease_check', null);
  const post = session.posts.find(({ id }) => id === office);
  if (!post) throw new Error('a right without a post');
  const ownerOrg = post.organisation.id;
  if (!can(session, 'create', 'pre_lease_check', { ownerOrg, districtCode, parkId })) {
    return refuse('FORBIDDEN', {}, 403);
  }
  const answer = askTheLaw(form.project, { on: today, jurisdiction: districtCode });
  if ('problems' in answer) {
    const { code, path } = answer.problems[0]!;
    return refuse('PROJECT_REFUSED', { reason: code, at: path }, 422);
  }
  const code = creditCode?.code ?? null;
  const tenantIsKnown = code !== null && (await store.isTenantKnown(tx, code));
  const { outcome, findings } = decidePreLease({ answer, unitIsLet: unit.is_let, tenantIsKnown });
  const id = randomUUID();
  const number = await store.takeNumber(tx, districtCode, today);
  const { unitId, tenantName, project } = form;
  await store.insertCheck(tx, {
    id,
    ownerOrg,
    districtCode,
    parkId,
    unitId,
    number,
    tenantName,
    creditCode: code,
    project,
    answer,
    outcome,
    findings,
    madeBy: actor,
    madeAt: now,
    madeOn: today,
  });
  await append(tx, { actor, office, actingFor: null, now, causeId }, [
    {
      stream: `pre-lease/${id}`,
      type: 'pre_lease.checked',
      typeVersion: 1,
      body: {
        number,
        unitId,
        outcome,
        findings: findings.map((one) => one.code),
        digest: answer.digest,
      },
      ownerOrg,
      districtCode,
    },
  ]);
  return (await store.findCheck(tx, id)) ?? notFound();
}
