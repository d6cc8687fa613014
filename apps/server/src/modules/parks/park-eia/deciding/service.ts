import { totalsOf, type ParkEia } from '@ludao/contracts';
import { addDays, dateInChina } from '../../../../platform/days.ts';
import type { Database, Tx } from '../../../../platform/db.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../../platform/refusal.ts';
import { notify } from '../../../notifications/index.ts';
import {
  endListedPark,
  enterApproved,
  enterDecided,
  findApproved,
  submitEntry,
  type Law,
  type Preparation,
} from '../../../rulebook/index.ts';
import { settleWorkItem } from '../../../tasks/index.ts';
import { cancelFollowUp, startFollowUp } from '../../follow-up/service.ts';
import { firstReconciled } from '../../reconciling/store.ts';
import { carryFault, stepFault } from '../decide.ts';
import type { StoredParkEia } from '../model.ts';
import type { Asking } from '../port.ts';
import { take, tell, type Acting, type Done, type ParkEiaDeps } from '../step/service.ts';
import * as store from '../store.ts';
import { submissionOf } from './listing.ts';

/**
 * The head confirms what the officer entered. An approval opens the account, takes over what the
 * tenants hold, supersedes the EIA before it and enters the park into the law, all or nothing.
 * Whoever calls it reloads the live law once it is committed.
 */
export function confirm(
  tx: Tx,
  id: string,
  version: number,
  asking: Asking,
  deps: ParkEiaDeps,
): Promise<ParkEia | Refusal> {
  return take(tx, id, version, 'confirm', asking, deps, async (eia, acting) => {
    const done = await conclude(tx, eia, asking, acting, deps);
    if (!isRefusal(done)) await settleWorkItem(tx, { subject: { kind: 'park-eia', id } }, acting);
    return done;
  });
}

async function conclude(
  tx: Tx,
  eia: StoredParkEia,
  asking: Asking,
  acting: Acting,
  deps: ParkEiaDeps,
): Promise<Done | Refusal> {
  const { enteredBy, enteredPost, enteredAt } = eia;
  if (enteredBy === null || enteredPost === null || enteredAt === null) {
    throw new Error('a decision that nobody entered');
  }
  const signed = { confirmedBy: acting.actor, confirmedAt: acting.now };
  if (enteredBy === acting.actor || enteredPost === acting.office) {
    return refuse('OWN_WORK', {}, 403);
  }
  if (eia.decision === 'REFUSE') {
    await tellManager(tx, eia, 'PARK_EIA_REFUSED', acting, asking.today);
    return { changes: { ...signed, state: 'REFUSED' }, type: 'park_eia.refused', body: {} };
  }
  const organisation = await store.findPostHome(tx, enteredPost);
  if (!organisation) return refuse('FORBIDDEN', {}, 403);
  const by = { person: enteredBy, post: enteredPost, organisation, at: enteredAt };
  return approve(tx, eia, by, asking, acting, deps, signed);
}

async function approve(
  tx: Tx,
  eia: StoredParkEia,
  by: Preparation,
  asking: Asking,
  acting: Acting,
  deps: ParkEiaDeps,
  signed: Pick<store.Changes, 'confirmedBy' | 'confirmedAt'>,
): Promise<Done | Refusal> {
  const { today } = asking;
  const { id, parkId, approvalNo, approvedOn, inForceFrom, validTo, envelope } = eia;
  if (!approvalNo || !approvedOn || !inForceFrom || !validTo) {
    throw new Error('an approval without number or days');
  }
  if (validTo < today) return refuse('ENDED_ALREADY', { value: validTo, limit: today });
  const before = await store.lockInForce(tx, parkId);
  if (before && inForceFrom > today) {
    return refuse('STARTS_WHILE_ANOTHER_HOLDS', { value: inForceFrom, limit: today });
  }
  const held = await store.sumShares(tx, parkId);
  const fault = carryFault(envelope, held);
  if (fault) return fault;
  const permit = await deps.permitInForce(tx, { parkId }, today);
  const permitNo = eia.permitNo ?? permit?.number ?? null;
  const approved = { ...eia, approvalNo, approvedOn, inForceFrom, validTo, permitNo };
  const { key, form } = await submissionOf(tx, approved, deps.law(), today);
  const entered = await enterDecided(tx, form, by, asking, deps.law());
  if (isRefusal(entered)) return entered;
  if (before) {
    await store.updateParkEia(tx, before.id, { state: 'SUPERSEDED', supersededBy: id });
    await cancelFollowUp(tx, before.id, acting);
    await tell(tx, before, { type: 'park_eia.superseded', body: { by: id } }, acting);
  }
  const totals = totalsOf(envelope);
  await store.openAllowance(tx, eia, totals);
  const carried = await store.carryShares(tx, parkId, id);
  if (await firstReconciled(tx, parkId)) {
    const entry = { manner: 'CARRIED', on: today, by: acting.actor } as const;
    await store.insertReconciliation(tx, eia, entry);
  }
  await tellManager(tx, eia, 'PARK_EIA_APPROVED', acting, today);
  const { park, districtCode } = eia;
  const followed = { parkEiaId: id, parkId, park, districtCode, startedOn: inForceFrom };
  await startFollowUp(tx, deps.law().ruleSet, followed, acting);
  const law = { listedAs: key, lawEntry: entered.id, permitNo };
  return {
    changes: { ...signed, ...law, state: 'IN_FORCE' },
    type: 'park_eia.approved',
    body: {
      approvalNo,
      approvedOn,
      inForceFrom,
      validTo,
      totals: Object.fromEntries([...totals].map(([item, total]) => [item, String(total)])),
      carried: String(carried),
      lawEntry: entered.id,
    },
  };
}

/** Puts the park as it stands now before whoever approves entries: when it got its permit, say. */
export function relist(
  tx: Tx,
  id: string,
  version: number,
  asking: Asking,
  deps: ParkEiaDeps,
): Promise<ParkEia | Refusal> {
  return take(tx, id, version, 'list', asking, deps, async (eia) => {
    const { approvalNo, approvedOn, inForceFrom, validTo, parkId } = eia;
    if (!approvalNo || !approvedOn || !inForceFrom || !validTo) {
      throw new Error('an approval without number or days');
    }
    const permit = await deps.permitInForce(tx, { parkId }, asking.today);
    const permitNo = permit?.number ?? eia.permitNo;
    const approved = { ...eia, approvalNo, approvedOn, inForceFrom, validTo, permitNo };
    const { key, form } = await submissionOf(tx, approved, deps.law(), asking.today);
    const supersedes = await findApproved(tx, key);
    const rows = form.entries as Parameters<typeof submitEntry>[1]['entries'];
    const entry = { ...form, entries: rows, supersedes };
    const submitted = await submitEntry(tx, entry, asking, deps.law());
    if (isRefusal(submitted)) return submitted;
    const body = { entry: submitted.id, permitNo };
    return { changes: { permitNo }, type: 'park_eia.listed', body };
  });
}

/**
 * Puts an EIA that was entered as approved into the list of the law, in the name of the two persons
 * who had entered and confirmed it. The caller reloads the live law once this is committed.
 * @throws Error when the law cannot read it, or it is not approved
 */
export async function listEntered(
  tx: Tx,
  id: string,
  by: Preparation & { readonly approvedBy: string },
  deps: Pick<ParkEiaDeps, 'permitInForce'> & { readonly law: Law; readonly causeId: string },
): Promise<void> {
  const eia = await store.findParkEia(tx, id, { lock: true });
  const { approvalNo, approvedOn, inForceFrom, validTo } = eia ?? {};
  if (!eia || !approvalNo || !approvedOn || !inForceFrom || !validTo) {
    throw new Error(`the park-wide EIA ${id} is not approved`);
  }
  const permit = await deps.permitInForce(tx, { parkId: eia.parkId }, dateInChina(by.at));
  const permitNo = permit?.number ?? eia.permitNo;
  const approved = { ...eia, approvalNo, approvedOn, inForceFrom, validTo, permitNo };
  const { key, form } = await submissionOf(tx, approved, deps.law, inForceFrom);
  const entered = await enterApproved(tx, form, by, { ...by, causeId: deps.causeId }, deps.law);
  if (isRefusal(entered)) throw new Error(`${entered.refused} ${JSON.stringify(entered)}`);
  await store.updateParkEia(tx, id, { listedAs: key, lawEntry: entered.id, permitNo });
}

/**
 * A major change stops citing and direct entry at once, by whoever established it. The entry of the
 * law ends with the day before. The caller reloads the live law once this is committed.
 */
export async function stopParkEia(
  tx: Tx,
  id: string,
  { on, cause }: { readonly on: string; readonly cause: string },
  { session, office, now, causeId }: Omit<Asking, 'today'> & { readonly office: string | null },
): Promise<{ readonly done: true } | Refusal> {
  const eia = await store.findParkEia(tx, id, { lock: true });
  if (!eia) return notFound();
  const fault = stepFault(eia, 'stop');
  if (fault) return fault;
  const acting = { actor: session.personId, office, now, causeId };
  await store.updateParkEia(tx, id, { state: 'STOPPED', stoppedOn: on, stopCause: cause });
  if (eia.listedAs !== null) {
    const ending = { session, now, today: on, causeId, office };
    await endListedPark(tx, eia.listedAs, addDays(on, -1), ending);
  }
  await tell(tx, eia, { type: 'park_eia.stopped', body: { on, cause } }, acting);
  return { done: true };
}

/** Notes those whose last day has passed; the law stopped counting them on that day by itself. */
export async function expireParkEias(
  database: Database,
  { now, today }: { readonly now: Date; readonly today: string },
): Promise<number> {
  const past = await database.transaction((tx) => store.findPast(tx, today));
  if (past.length === 0) return 0;
  const actor = 'system:clock';
  const districts = [...new Set(past.map(({ districtCode }) => districtCode))];
  const scope = { actor, orgs: [], districts, parks: [] };
  return database.scoped(scope, async (tx) => {
    let ended = 0;
    for (const { id } of past) {
      const eia = await store.findParkEia(tx, id, { lock: true });
      if (!eia || eia.state !== 'IN_FORCE' || eia.validTo === null) continue;
      await store.updateParkEia(tx, id, { state: 'EXPIRED' });
      const event = { type: 'park_eia.expired', body: { validTo: eia.validTo } };
      await tell(tx, eia, event, { actor, office: null, now, causeId: 'park-eia-expiry' });
      ended += 1;
    }
    return ended;
  });
}

async function tellManager(
  tx: Tx,
  { id, ownerOrg }: StoredParkEia,
  kind: 'PARK_EIA_APPROVED' | 'PARK_EIA_REFUSED',
  { now }: Acting,
  today: string,
): Promise<void> {
  if (ownerOrg === null) return;
  const toRoles = { organisations: [ownerOrg], roles: ['PARK_MANAGER'] as const };
  const link = `/park-eias/${id}`;
  const dedupeKey = `park-eia/${id}/${kind}`;
  await notify(tx, { kind, toRoles, params: { eia: id }, link, dedupeKey }, { now, today });
}
