import { randomUUID } from 'node:crypto';
import {
  can,
  totalsOf,
  type AllowanceItem,
  type ParkEia,
  type ParkEiaReconciliation,
} from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { append } from '../../../platform/event-log/index.ts';
import { notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { actorOf } from '../../../platform/session.ts';
import type { Share } from '../admissions/model.ts';
import { insertPresentTenant } from '../admissions/store.ts';
import type { StoredParkEia } from '../park-eia/model.ts';
import type { Asking, PermitInForce } from '../park-eia/port.ts';
import { take, type Acting, type ParkEiaDeps } from '../park-eia/step/service.ts';
import {
  findReconciliation,
  holdAllowance,
  insertReconciliation,
  sumShares,
} from '../park-eia/store.ts';
import { balanceOf, closingFault, heldBy, mannerFault, mannerOf } from './decide.ts';
import { streamOf, type Balance, type Manner, type PresentTenant } from './model.ts';
import * as store from './store.ts';

export { firstReconciled, listParks as listStockParks, listTenants } from './store.ts';

/**
 * The officer confirms what the account of an EIA begins with. What was imported becomes admissions
 * in the same transaction; from then on tenants may enter directly.
 */
export function reconcile(
  tx: Tx,
  id: string,
  { version, manner }: ParkEiaReconciliation,
  asking: Asking,
  deps: ParkEiaDeps,
): Promise<ParkEia | Refusal> {
  return take(tx, id, version, 'reconcile', asking, deps, async (eia, acting) => {
    if (await findReconciliation(tx, id)) return refuse('RECONCILED_ALREADY');
    await holdAllowance(tx, id);
    const { parkId } = eia;
    const waiting = await store.listPresent(tx, parkId, { lock: true });
    const admitted = await sumShares(tx, parkId);
    const wasReconciled = (await store.firstReconciled(tx, parkId)) !== null;
    const isHeld = admitted.length > 0;
    const due = mannerOf({ waiting: waiting.length, isHeld, wasReconciled });
    const wrong = mannerFault(manner, due);
    if (wrong) return wrong;
    const held = heldBy(admitted, waiting);
    const permit = await deps.permitInForce(tx, { parkId }, asking.today);
    const balance = balanceOf({ totals: totalsOf(eia.envelope), permit, held });
    const fault = closingFault(balance, waiting);
    if (fault) return fault;
    for (const tenant of waiting) await admit(tx, eia, tenant, acting);
    const entry = { manner, on: asking.today, by: acting.actor };
    await insertReconciliation(tx, eia, entry);
    const sums = Object.fromEntries([...held].map(([item, sum]) => [item, String(sum)]));
    const body = { manner, tenants: String(waiting.length), held: sums };
    return { changes: {}, type: 'park_eia.reconciled', body };
  });
}

async function admit(
  tx: Tx,
  eia: StoredParkEia,
  { id: presentId, enterpriseId, enterprise: name, unitId, since, shares }: PresentTenant,
  acting: Acting,
): Promise<void> {
  const id = randomUUID();
  const { id: eiaId, parkId, districtCode } = eia;
  const tenant = { id, enterprise: enterpriseId, name, unitId, since, shares };
  const by = { person: acting.actor, at: acting.now };
  await insertPresentTenant(tx, { id: eiaId, parkId, districtCode }, tenant, by);
  await store.endPresent(tx, presentId, id);
  await append(tx, { ...acting, actingFor: null }, [
    {
      stream: `admission/${id}`,
      type: 'admission.taken_over',
      typeVersion: 1,
      body: { eia: eiaId, unit: unitId, since, shares: bodyOf(shares), from: presentId },
      ownerOrg: enterpriseId,
      districtCode,
      expectedSeq: 0,
    },
  ]);
}

function bodyOf(shares: readonly Share[]): Record<string, string> {
  return Object.fromEntries(shares.map(({ item, amount }) => [item, String(amount)]));
}

/** What a tenant says it holds, as an import puts it on record; one that waits already is corrected. */
export async function putPresentTenant(
  tx: Tx,
  tenant: Pick<PresentTenant, 'enterpriseId' | 'districtCode' | 'since' | 'shares'> & {
    readonly parkId: string;
  },
  acting: Acting,
): Promise<string> {
  const { enterpriseId, districtCode, parkId, since, shares } = tenant;
  const before = (await store.listPresent(tx, parkId, { lock: true })).find(
    (one) => one.enterpriseId === enterpriseId,
  );
  const id = before?.id ?? randomUUID();
  const by = { person: acting.actor, at: acting.now };
  if (before) await store.updatePresent(tx, { id, since, shares }, by);
  else await store.insertPresent(tx, { id, ...tenant }, by);
  await append(tx, { ...acting, actingFor: null }, [
    {
      stream: streamOf(id),
      type: before ? 'present_tenant.corrected' : 'present_tenant.entered',
      typeVersion: 1,
      body: { parkId, since, shares: bodyOf(shares) },
      ownerOrg: enterpriseId,
      districtCode,
    },
  ]);
  return id;
}

/** Takes imported shares back, as long as they wait. @returns the park that they were of */
export async function removePresentTenant(
  tx: Tx,
  id: string,
  { session, now, causeId }: Asking,
): Promise<{ readonly parkId: string } | Refusal> {
  const found = await store.lockPresent(tx, id);
  if (!found) return notFound();
  const { ownerOrg, parkId, districtCode, state } = found;
  if (!can(session, 'import', 'stock', found)) return refuse('FORBIDDEN', {}, 403);
  if (state !== 'WAITING') return refuse('STOCK_SETTLED');
  const { actor, office } = actorOf(session, 'import', 'stock', found);
  await store.endPresent(tx, id, null);
  await append(tx, { actor, office, actingFor: null, now, causeId }, [
    {
      stream: streamOf(id),
      type: 'present_tenant.removed',
      typeVersion: 1,
      body: { parkId },
      ownerOrg,
      districtCode,
    },
  ]);
  return { parkId };
}

type Standing = Awaited<ReturnType<typeof store.findStanding>>[number];

/** How a park stands with its account: what is allowed, what is held, and how it would begin. */
export async function standingOf(
  tx: Tx,
  parkId: string,
  today: string,
  permitInForce: PermitInForce,
): Promise<{
  readonly eia: Standing | null;
  /** One that is not approved yet. */
  readonly waitingEia: Standing | null;
  readonly permit: { readonly number: string; readonly validTo: string } | null;
  readonly waiting: readonly PresentTenant[];
  readonly balance: readonly Balance[];
  /** null where the park is reconciled, or has no EIA in force. */
  readonly manner: Manner | null;
}> {
  const standing = await store.findStanding(tx, parkId);
  const eia = standing.find(({ state }) => state === 'IN_FORCE') ?? null;
  const permit = await permitInForce(tx, { parkId }, today);
  const waiting = await store.listPresent(tx, parkId);
  const admitted = await sumShares(tx, parkId);
  const wasReconciled = (await store.firstReconciled(tx, parkId)) !== null;
  const totals =
    eia &&
    new Map<AllowanceItem, number>(eia.totals.map(({ item, total }) => [item, Number(total)]));
  const isHeld = admitted.length > 0;
  return {
    eia,
    waitingEia: standing.find(({ state }) => state !== 'IN_FORCE') ?? null,
    permit,
    waiting,
    balance: balanceOf({ totals, permit, held: heldBy(admitted, waiting) }),
    manner:
      eia === null || eia.reconciledOn !== null
        ? null
        : mannerOf({ waiting: waiting.length, isHeld, wasReconciled }),
  };
}
