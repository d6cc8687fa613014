import {
  can,
  type DuplicateList,
  type DuplicateQuery,
  type EnterpriseDetail,
  type Merge,
  type MergeUndo,
} from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { append, type EventContext, type JsonObject } from '../../../platform/event-log/index.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { widenScope } from '../../../platform/scope.ts';
import { actorOf, scopeOf } from '../../../platform/session.ts';
import { giveContactsBack, takeContacts } from '../../contacts/index.ts';
import { carryBack, carryOver, changeOrganisations } from '../../organisations/index.ts';
import { differenceOf } from '../decide.ts';
import type { KnownCodes } from '../profile-decide.ts';
import {
  changedMeanwhile,
  findEnterprise,
  formOf,
  isOfOffice,
  judge,
  ownershipOf,
  streamOf,
  type Asking,
} from '../service.ts';
import { findEnterprise as findStored, updateEnterprise, type StoredEnterprise } from '../store.ts';
import { joinStays, mergedForm } from './decide.ts';
import * as store from './store.ts';

export async function listDuplicates(tx: Tx, query: DuplicateQuery): Promise<DuplicateList> {
  const { reason, sort, page, size } = query;
  const pairs = (await store.findPairs(tx, query)).filter(
    ({ reasons }) => reason === undefined || reasons.includes(reason),
  );
  const rows = store.ordered(pairs, sort).slice((page - 1) * size, page * size);
  return { rows, total: pairs.length };
}

/** Takes `other` over: facts as chosen, stays joined, people carried along, links leading here. */
export async function mergeEnterprises(
  tx: Tx,
  id: string,
  { other: otherId, version, otherVersion, take, reason }: Merge,
  asking: Asking,
  codes: KnownCodes,
): Promise<EnterpriseDetail | Refusal> {
  const { session, now, today } = asking;
  const both = await lockBoth(tx, id, otherId, asking);
  if (isRefusal(both)) return both;
  const { own, other } = both;
  for (const [found, seen] of [
    [own, version],
    [other, otherVersion],
  ] as const) {
    if (found.mergedInto) {
      return refuse('ENTERPRISE_MERGED', { value: found.mergedInto.name ?? '' });
    }
    if (found.version !== seen) {
      return changedMeanwhile(tx, found.id, session, { seen, version: found.version });
    }
  }
  const [before, form] = [formOf(own), mergedForm(formOf(own), formOf(other), take)];
  await widenScope(tx, scopeOf(session), id, otherId);
  const stays = (await store.findStayRows(tx, [id, otherId])).filter((stay) => !stay.absorbedBy);
  const of = (owner: string) => stays.filter((stay) => stay.owner === owner);
  const plan = joinStays(of(id), of(otherId), form);
  if (isRefusal(plan)) return plan;
  // The joined stays were judged just now; the rest of the form is judged as any other.
  const judged = await judge(tx, form, { codes, today, stays: [], before: form });
  if (isRefusal(judged)) return judged;
  const context = contextOf(asking, own);
  const handedOn = await store.pointTo(tx, otherId, id);
  await updateEnterprise(tx, id, judged);
  await changeOrganisations(tx, [{ id, ...judged }]);
  await store.writeStays(tx, id, plan);
  const carried = await carryOver(tx, otherId, { id, districtCode: judged.districtCode });
  const contacts = await takeContacts(tx, otherId, id, context);
  await store.insertMerge(tx, {
    office: officeOf(asking, own),
    districtCode: judged.districtCode,
    survivor: id,
    merged: otherId,
    since: own.version + 1,
    reason,
    before: { form: before, stays, carried, handedOn, contacts },
    now,
  });
  const changes = differenceOf(before, judged);
  await append(tx, context, [
    eventOf(own, 'enterprise.merged', { ...namesOf(other), changes }),
    eventOf(other, 'enterprise.merged_into', namesOf(own)),
  ]);
  return (await findEnterprise(tx, id, session)) ?? notFound();
}

/** Puts a merge right: by the office that made it, and only while nothing changed since. */
export async function undoMerge(
  tx: Tx,
  id: string,
  { other: otherId, version, reason }: MergeUndo,
  asking: Asking,
): Promise<EnterpriseDetail | Refusal> {
  const { session, now } = asking;
  const both = await lockBoth(tx, id, otherId, asking);
  if (isRefusal(both)) return both;
  const { own, other } = both;
  const merge = await store.findMerge(tx, id, otherId);
  if (!merge || other.mergedInto?.id !== id) return refuse('MERGE_UNKNOWN');
  if (!isOfOffice(session, own, merge.office)) return refuse('MERGE_OTHER_OFFICE', {}, 403);
  if (own.version !== version) {
    return changedMeanwhile(tx, id, session, { seen: version, version: own.version });
  }
  if (own.version !== merge.since) return refuse('MERGE_CHANGED_SINCE');
  const { form, stays, carried, handedOn, contacts } = merge.before;
  const context = contextOf(asking, own);
  await widenScope(tx, scopeOf(session), id, otherId);
  await store.pointBack(tx, otherId, handedOn);
  await updateEnterprise(tx, id, form);
  await changeOrganisations(tx, [{ id, ...form }]);
  await store.restoreStays(tx, stays);
  await carryBack(tx, carried, { id: otherId, districtCode: other.districtCode });
  await giveContactsBack(tx, contacts, id, otherId, context);
  await store.closeMerge(tx, merge.id, reason, now);
  const changes = differenceOf(formOf(own), form);
  await append(tx, context, [
    eventOf(own, 'enterprise.merge_undone', { ...namesOf(other), changes }),
    eventOf(other, 'enterprise.split_off', namesOf(own)),
  ]);
  return (await findEnterprise(tx, id, session)) ?? notFound();
}

/** Remembers that two entries are two enterprises. */
export async function markDistinct(
  tx: Tx,
  id: string,
  otherId: string,
  asking: Asking,
): Promise<{ readonly done: true } | Refusal> {
  const both = await lockBoth(tx, id, otherId, asking);
  if (isRefusal(both)) return both;
  const { own, other } = both;
  const office = officeOf(asking, own);
  const pair = { one: id, other: otherId };
  const { districtCode } = own;
  const made = await store.insertDistinct(tx, pair, office, districtCode);
  if (made === null) return { done: true };
  await append(tx, contextOf(asking, own), [
    {
      stream: `distinct/${made}`,
      type: 'enterprise.found_distinct',
      typeVersion: 1,
      body: { one: namesOf(own), other: namesOf(other) },
      ownerOrg: office,
      districtCode,
      expectedSeq: 0,
    },
  ]);
  return { done: true };
}

/** In one order, whoever asks first: two officers who merge crosswise take turns. */
async function lockBoth(
  tx: Tx,
  id: string,
  otherId: string,
  { session }: Asking,
): Promise<{ own: StoredEnterprise; other: StoredEnterprise } | Refusal> {
  if (id === otherId) return refuse('MERGE_SAME', {}, 422);
  const found = new Map<string, StoredEnterprise>();
  for (const one of [id, otherId].sort()) {
    const entry = await findStored(tx, one, { lock: true });
    if (!entry) return notFound();
    if (!can(session, 'merge', 'enterprise', ownershipOf(entry))) {
      return refuse('FORBIDDEN', {}, 403);
    }
    found.set(one, entry);
  }
  return { own: found.get(id)!, other: found.get(otherId)! };
}

function contextOf({ session, now, causeId }: Asking, own: StoredEnterprise): EventContext {
  const acts = actorOf(session, 'merge', 'enterprise', ownershipOf(own));
  return { ...acts, actingFor: null, now, causeId };
}

/** The organisation of the post that gives the right. */
function officeOf({ session }: Asking, own: StoredEnterprise): string {
  const { office } = actorOf(session, 'merge', 'enterprise', ownershipOf(own));
  return session.posts.find(({ id }) => id === office)!.organisation.id;
}

function eventOf(found: StoredEnterprise, type: string, body: object) {
  return {
    stream: streamOf(found.id),
    type,
    typeVersion: 1,
    body: body as JsonObject,
    ownerOrg: found.id,
    districtCode: found.districtCode,
  };
}

function namesOf({ id, name, creditCode }: StoredEnterprise) {
  return { id, name, creditCode };
}
