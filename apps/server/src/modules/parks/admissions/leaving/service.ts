import { can, type Admission, type AdmissionLeave } from '@ludao/contracts';
import type { Tx } from '../../../../platform/db.ts';
import { append } from '../../../../platform/event-log/index.ts';
import { notFound, refuse, type Refusal } from '../../../../platform/refusal.ts';
import { actorOf, scopeOf } from '../../../../platform/session.ts';
import { refuseLate } from '../../../organisations/index.ts';
import { leaveFault } from '../decide.ts';
import { streamOf } from '../model.ts';
import type { AdmissionDeps } from '../port.ts';
import type { Asking } from '../../park-eia/port.ts';
import * as store from '../store.ts';
import { ownedBy, viewOf } from '../view/service.ts';

/** Records that the tenant left. Its share is the park's again in the same transaction. */
export async function leave(
  tx: Tx,
  id: string,
  { version: seen, leftOn, cause }: AdmissionLeave,
  asking: Asking,
  { papers }: Pick<AdmissionDeps, 'papers'>,
): Promise<Admission | Refusal> {
  const { session, now, today, causeId } = asking;
  const admission = await store.findAdmission(tx, id, { lock: true });
  if (!admission) return notFound();
  const owned = ownedBy(admission);
  if (!can(session, 'update', 'admission', owned)) return refuse('FORBIDDEN', {}, 403);
  const { version, districtCode, ownerOrg, certificateId } = admission;
  if (version !== seen) {
    const opened = { districts: [districtCode] };
    return refuseLate(tx, streamOf(id), { seen, version }, scopeOf(session), opened);
  }
  const fault = leaveFault(admission, leftOn, today);
  if (fault) return fault;
  const { actor, office } = actorOf(session, 'update', 'admission', owned);
  const shares = await store.findShares(tx, id);
  await store.returnShares(tx, id, { on: leftOn, cause, by: actor });
  if (certificateId !== null) await papers.end(tx, certificateId, cause, asking);
  await append(tx, { actor, office, actingFor: null, now, causeId }, [
    {
      stream: streamOf(id),
      type: 'admission.left',
      typeVersion: 1,
      body: {
        leftOn,
        cause,
        returned: Object.fromEntries(shares.map(({ item, amount }) => [item, String(amount)])),
      },
      ownerOrg,
      districtCode,
    },
  ]);
  const after = await store.findAdmission(tx, id);
  return after ? viewOf(tx, after, asking) : notFound();
}
