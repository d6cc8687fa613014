import {
  can,
  type BalanceLine,
  type ParkStock,
  type StockParkList,
  type StockParkQuery,
  type StockTenant,
} from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { listStockParks, listTenantsOfPark, standingOfPark } from '../../parks/index.ts';
import { placesOfHolders } from '../../permits/index.ts';
import { headOf } from '../checking/service.ts';
import type { StockPark } from '../model.ts';
import type { Asking, StockDeps } from '../port.ts';
import * as store from '../store.ts';

/** Parks in scope with how far their stock is. */
export async function listParks(tx: Tx, query: StockParkQuery): Promise<StockParkList> {
  const { rows, total } = await listStockParks(tx, query);
  const unfinished = await store.countUnfinished(
    tx,
    rows.map(({ parkId }) => parkId),
  );
  return {
    rows: rows.map((row) => ({ ...row, unfinished: unfinished.get(row.parkId) ?? 0 })),
    total,
  };
}

/** What a park is allowed, what its tenants hold, and who lacks what. */
export async function balanceOfPark(
  tx: Tx,
  { parkId, park, districtCode, ownerOrg }: StockPark,
  { session, today }: Pick<Asking, 'session' | 'today'>,
  { permitInForce }: Pick<StockDeps, 'permitInForce'>,
): Promise<ParkStock> {
  const owned = { ownerOrg, districtCode, parkId };
  const standing = await standingOfPark(tx, parkId, today, permitInForce);
  const { eia, waitingEia, permit, balance, manner } = standing;
  const imports = await store.listImports(tx, parkId);
  return {
    parkId,
    park,
    districtCode,
    eia: eia && {
      id: eia.id,
      title: eia.title,
      approvalNo: eia.approvalNo ?? '',
      version: eia.version,
      historical: eia.historical,
      reconciledOn: eia.reconciledOn,
    },
    waiting: waitingEia && { id: waitingEia.id, title: waitingEia.title },
    permit: permit && { number: permit.number, validTo: permit.validTo },
    manner,
    balance: balance.map(({ item, total, permitted, limit, held, exceeds }): BalanceLine => ({
      item,
      total: numberOf(total),
      permitted: numberOf(permitted),
      limit: numberOf(limit),
      held: Number(held),
      exceeds,
    })),
    tenants: await tenantsOf(tx, parkId, standing),
    imports: imports.map(headOf),
    may: {
      send: can(session, 'create', 'stock', owned),
      reconcile: manner !== null && can(session, 'review', 'park_eia', owned),
    },
  };
}

function numberOf(amount: bigint | null): number | null {
  return amount === null ? null : Number(amount);
}

/** The tenants of today, then those that have gone and whose imported shares still wait. */
async function tenantsOf(
  tx: Tx,
  parkId: string,
  { waiting }: Awaited<ReturnType<typeof standingOfPark>>,
): Promise<StockTenant[]> {
  const present = await listTenantsOfPark(tx, parkId);
  const gone = waiting.filter((one) => !one.present);
  const ids = [...present, ...gone].map(({ enterpriseId }) => enterpriseId);
  const places = await placesOfHolders(tx, ids);
  const approvals = await store.listApprovals(tx, ids);
  const papersOf = (id: string) => {
    const place = places.find(({ holderId, number }) => holderId === id && number !== null);
    return {
      permit:
        place?.number && place.validTo ? { number: place.number, validTo: place.validTo } : null,
      approvals: approvals.find(({ enterpriseId }) => enterpriseId === id)?.approvals.length ?? 0,
    };
  };
  const here = present.map(({ enterpriseId, enterprise, admissionId, shares }): StockTenant => {
    const imported = waiting.find((one) => one.enterpriseId === enterpriseId);
    const held = imported?.shares ?? (admissionId ? shares : null);
    return {
      enterpriseId,
      enterprise,
      present: true,
      presentTenantId: imported?.id ?? null,
      admissionId,
      shares: held && held.map(({ item, amount }) => ({ item, amount: Number(amount) })),
      ...papersOf(enterpriseId),
    };
  });
  return [
    ...here,
    ...gone.map(({ id, enterpriseId, enterprise, shares }): StockTenant => ({
      enterpriseId,
      enterprise,
      present: false,
      presentTenantId: id,
      admissionId: null,
      shares: shares.map(({ item, amount }) => ({ item, amount: Number(amount) })),
      ...papersOf(enterpriseId),
    })),
  ];
}
