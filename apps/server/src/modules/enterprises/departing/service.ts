import { fixedFields, relationsTo, type Departure } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { append } from '../../../platform/event-log/index.ts';
import { notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { widenScope } from '../../../platform/scope.ts';
import { actorOf, scopeOf } from '../../../platform/session.ts';
import { changedMeanwhile, ownershipOf, refuseWriting, streamOf, type Asking } from '../service.ts';
import * as store from '../store.ts';
import { endTenancy } from '../tenancy-store.ts';

/**
 * Records that a tenant left. From then on it is out of the park's reach; its county keeps it. Only
 * the park and the bureau may say so, not the tenant.
 */
export async function recordDeparture(
  tx: Tx,
  id: string,
  { leftOn, version }: Departure,
  { session, now, today, causeId }: Asking,
): Promise<{ readonly done: true } | Refusal> {
  const before = await store.findEnterprise(tx, id, { lock: true });
  if (!before) return notFound();
  const refused = refuseWriting(before, session);
  if (refused) return refused;
  const owned = ownershipOf(before);
  if (fixedFields(relationsTo(session, 'update', 'enterprise', owned)).length > 0) {
    return refuse('FIELD_FIXED', { field: 'parkId' }, 403);
  }
  if (before.version !== version) {
    return changedMeanwhile(tx, id, session, { seen: version, version: before.version });
  }
  const { park, unitId, movedIn, districtCode } = before;
  if (!park) return refuse('NO_TENANT', {});
  if (leftOn > today) return refuse('LEFT_IN_FUTURE', { value: leftOn, limit: today }, 422);
  if (movedIn !== null && leftOn < movedIn) {
    return refuse('LEFT_BEFORE_MOVED_IN', { value: leftOn, limit: movedIn }, 422);
  }
  await widenScope(tx, scopeOf(session), id);
  await endTenancy(tx, id, leftOn);
  const acts = actorOf(session, 'update', 'enterprise', owned);
  await append(tx, { ...acts, actingFor: null, now, causeId }, [
    {
      stream: streamOf(id),
      type: 'enterprise.moved_out',
      typeVersion: 1,
      body: { parkId: park.id, park: park.name, unitId, movedIn, leftOn },
      ownerOrg: id,
      districtCode,
    },
  ]);
  return { done: true };
}
