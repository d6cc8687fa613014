import {
  ALLOWANCE_ITEM_NAMES,
  can,
  PARK_EIA_STEPS,
  type AllowanceLine,
  type ParkEia,
  type Timeline,
} from '@ludao/contracts';
import type { Tx } from '../../../../platform/db.ts';
import { scopeOf } from '../../../../platform/session.ts';
import { timelineOf } from '../../../organisations/index.ts';
import { capOf, stepsFrom } from '../decide.ts';
import { streamOf, type ParkPermit, type StoredParkEia } from '../model.ts';
import type { Asking, PermitInForce } from '../port.ts';
import { findParkEia, findReconciliation, namePersons } from '../store.ts';
import * as store from './store.ts';

export { listParkPlaces } from '../store.ts';
export { listParkEias } from './store.ts';

/** One EIA as the asker may see it; undefined where it is not in scope. */
export async function readParkEia(
  tx: Tx,
  id: string,
  asking: Pick<Asking, 'session' | 'today'>,
  permitInForce: PermitInForce,
): Promise<ParkEia | undefined> {
  const eia = await findParkEia(tx, id);
  return eia && viewOf(tx, eia, asking, permitInForce);
}

export async function viewOf(
  tx: Tx,
  eia: StoredParkEia,
  { session, today }: Pick<Asking, 'session' | 'today'>,
  permitInForce: PermitInForce,
): Promise<ParkEia> {
  const { id, parkId, reportFile, approvalFile, enteredBy, confirmedBy } = eia;
  const permit = await permitInForce(tx, { parkId }, today);
  const reconciliation = await findReconciliation(tx, id);
  const files = await store.findFileViews(
    tx,
    [reportFile, approvalFile].filter((one) => one !== null),
  );
  const names = await namePersons(
    tx,
    [enteredBy, confirmedBy].filter((one) => one !== null),
  );
  const owned = { ownerOrg: eia.ownerOrg, districtCode: eia.districtCode, parkId };
  const seesTenants = can(session, 'read', 'admission', owned);
  const allowance = await allowanceOf(tx, id, permit, seesTenants);
  const may = stepsFrom(eia, (step) => {
    const { right } = PARK_EIA_STEPS[step];
    if (step === 'reconcile' && reconciliation) return false;
    if (step === 'confirm' && enteredBy === session.personId) return false;
    return right !== null && can(session, right, 'park_eia', owned);
  });
  const { ownerOrg: _o, listedAs: _l, lawEntry: _e, enteredPost: _p, enteredAt: _a, ...said } = eia;
  return {
    ...said,
    reportFile: files.find((file) => file.id === reportFile) ?? null,
    approvalFile: files.find((file) => file.id === approvalFile) ?? null,
    enteredBy: enteredBy && (names.get(enteredBy) ?? ''),
    confirmedBy: confirmedBy && (names.get(confirmedBy) ?? ''),
    reconciledOn: reconciliation?.on ?? null,
    permit: permit && { number: permit.number, validTo: permit.validTo },
    allowance,
    admitted: await store.countAdmitted(tx, id),
    may,
  };
}

async function allowanceOf(
  tx: Tx,
  eiaId: string,
  permit: ParkPermit | null,
  seesTenants: boolean,
): Promise<AllowanceLine[]> {
  const rows = await store.listAllowance(tx, eiaId);
  const listed = seesTenants ? await store.listShares(tx, eiaId) : [];
  const shares = Map.groupBy(listed, ({ item }) => item);
  return rows
    .toSorted((one, other) => placeOf(one.item) - placeOf(other.item))
    .map(({ item, total, drawn }) => {
      const cap = capOf({ item, total }, permit);
      return {
        item,
        total: Number(total),
        permitted: item === 'WASTEWATER' ? null : Number(permit?.annualGrams.get(item) ?? 0n),
        drawn: Number(drawn),
        left: cap > drawn ? Number(cap - drawn) : 0,
        shares: (shares.get(item) ?? []).map(
          ({ admissionId, enterpriseId, enterprise, amount }) => ({
            admissionId,
            enterpriseId,
            enterprise,
            amount: Number(amount),
          }),
        ),
      };
    });
}

function placeOf(item: AllowanceLine['item']): number {
  return ALLOWANCE_ITEM_NAMES.indexOf(item);
}

export async function readTimelineOf(
  tx: Tx,
  id: string,
  { session }: Pick<Asking, 'session'>,
): Promise<Timeline | undefined> {
  const eia = await findParkEia(tx, id);
  if (!eia) return undefined;
  return timelineOf(tx, [streamOf(id)], scopeOf(session), { districts: [eia.districtCode] });
}
