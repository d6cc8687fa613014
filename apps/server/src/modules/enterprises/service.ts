import { randomUUID } from 'node:crypto';
import {
  can,
  checkCreditCode,
  fixedFields,
  relationsTo,
  type EnterpriseDetail,
  type EnterpriseForm,
  type EnterpriseQuery,
  type Timeline,
} from '@ludao/contracts';
import type { Tx } from '../../platform/db.ts';
import { append, type JsonObject } from '../../platform/event-log/index.ts';
import { notFound, refuse, type Refusal } from '../../platform/refusal.ts';
import { narrowScope, widenScope } from '../../platform/scope.ts';
import { actorOf, scopeOf, type Session } from '../../platform/session.ts';
import { contactsForSheet } from '../contacts/index.ts';
import {
  changeOrganisations,
  enterOrganisations,
  refuseLate,
  timelineOf,
} from '../organisations/index.ts';
import { decideForm, differenceOf, fixedFieldIn } from './decide.ts';
import { enterEnterprises } from './entry-store.ts';
import type { KnownCodes } from './profile-decide.ts';
import * as store from './store.ts';
import type { Stay } from './tenancy-decide.ts';
import { findStays, moveTenancy } from './tenancy-store.ts';

export { countByCounty, listEnterprises, listProfiles } from './store.ts';

/** Who asks, and when. */
export interface Asking {
  readonly session: Session;
  readonly now: Date;
  readonly today: string;
  readonly causeId: string;
}

/** The list, whole, with the contact to call first, masked: what an export holds. Four statements. */
export async function listWithContacts(tx: Tx, query: EnterpriseQuery) {
  const list = await store.listProfiles(tx, query);
  const ids = list.rows.map(({ id }) => id);
  return { ...list, contacts: await contactsForSheet(tx, ids) };
}

export const streamOf = (id: string) => `enterprise/${id}`;

export async function findEnterprise(
  tx: Tx,
  id: string,
  session: Session,
): Promise<EnterpriseDetail | undefined> {
  const found = await store.findEnterprise(tx, id);
  if (!found) return undefined;
  const { mergedInto } = found;
  const owned = ownershipOf(found);
  const relations = mergedInto ? [] : relationsTo(session, 'update', 'enterprise', owned);
  const fixed = fixedFields(relations);
  const merge = !mergedInto && can(session, 'merge', 'enterprise', owned);
  return {
    ...found,
    merged: found.merged.map(({ office, since, ...other }) => ({
      ...other,
      undoable: !mergedInto && since === found.version && isOfOffice(session, found, office),
    })),
    // An entry that is out of the reader's reach is not named to him.
    mergedInto: mergedInto?.name ? { id: mergedInto.id, name: mergedInto.name } : null,
    may: {
      update: relations.length > 0,
      fixed: [...fixed],
      endTenancy: relations.length > 0 && found.park !== null && fixed.length === 0,
      merge,
    },
  };
}

/** Whether the very post that gives the right to merge belongs to the office. */
export function isOfOffice(
  { posts }: Session,
  found: store.StoredEnterprise,
  office: string | null,
): boolean {
  return posts.some(
    (post) =>
      post.organisation.id === office &&
      can({ posts: [post] }, 'merge', 'enterprise', ownershipOf(found)),
  );
}

/** Enters an enterprise with its organisation and tenancy, and says so in the log. */
export async function registerEnterprise(
  tx: Tx,
  form: EnterpriseForm,
  asking: Asking,
  codes: KnownCodes,
): Promise<{ readonly id: string } | Refusal> {
  const { session, now, causeId } = asking;
  const judged = await judge(tx, form, { codes, today: asking.today, stays: [] });
  if ('refused' in judged) return judged;
  const { districtCode, parkId } = judged;
  const ownership = { ownerOrg: null, districtCode, parkId };
  if (!can(session, 'create', 'enterprise', ownership)) {
    return refuse('DISTRICT_OUT_OF_REACH', { value: districtCode }, 403);
  }
  if (await store.isCreditCodeTaken(tx, judged.creditCode)) {
    return refuse('CREDIT_CODE_TAKEN', { value: judged.creditCode });
  }
  const id = randomUUID();
  await widenScope(tx, scopeOf(session), id);
  const { name, creditCode } = judged;
  await enterOrganisations(
    tx,
    [{ id, kind: 'ENTERPRISE', name, creditCode, districtCode, territory: [], isPublic: false }],
    now,
  );
  await enterEnterprises(tx, [{ id, ...judged }]);
  const acts = actorOf(session, 'create', 'enterprise', ownership);
  await append(tx, { ...acts, actingFor: null, now, causeId }, [
    {
      stream: streamOf(id),
      type: 'enterprise.registered',
      typeVersion: 1,
      body: judged,
      ownerOrg: id,
      districtCode,
      expectedSeq: 0,
    },
  ]);
  return { id };
}

/** Changes what is registered, unless somebody else did since `version` was read. */
export async function changeEnterprise(
  tx: Tx,
  id: string,
  { version, ...form }: EnterpriseForm & { readonly version: number },
  asking: Asking,
  codes: KnownCodes,
): Promise<EnterpriseDetail | Refusal> {
  const { session, now, today, causeId } = asking;
  const before = await store.findEnterprise(tx, id, { lock: true });
  if (!before) return notFound();
  const refused = refuseWriting(before, session);
  if (refused) return refused;
  if (before.version !== version) {
    return changedMeanwhile(tx, id, session, { seen: version, version: before.version });
  }
  const relations = relationsTo(session, 'update', 'enterprise', ownershipOf(before));
  const registered = formOf(before);
  // What is not the asker's to change is named before anything that follows from it.
  const field = fixedFieldIn(
    registered,
    { ...form, creditCode: plain(form.creditCode) },
    relations,
  );
  if (field) return refuse('FIELD_FIXED', { field }, 403);
  await widenScope(tx, scopeOf(session), id);
  const stays = (await findStays(tx, [id])).get(id) ?? [];
  await narrowScope(tx, scopeOf(session));
  const judged = await judge(tx, form, { codes, today, stays, before: registered });
  if ('refused' in judged) return judged;
  const { districtCode, parkId, creditCode } = judged;
  if (!can(session, 'update', 'enterprise', { ownerOrg: id, districtCode, parkId })) {
    return refuse('DISTRICT_OUT_OF_REACH', { value: districtCode }, 403);
  }
  if (creditCode !== before.creditCode && (await store.isCreditCodeTaken(tx, creditCode))) {
    return refuse('CREDIT_CODE_TAKEN', { value: creditCode });
  }
  const changes = differenceOf(registered, judged);
  if (Object.keys(changes).length > 0) {
    await widenScope(tx, scopeOf(session), id);
    await store.updateEnterprise(tx, id, judged);
    await changeOrganisations(tx, [{ id, ...judged }]);
    await moveTenancy(tx, id, judged, today);
    const acts = actorOf(session, 'update', 'enterprise', ownershipOf(before));
    await append(tx, { ...acts, actingFor: actingFor(session, id), now, causeId }, [
      {
        stream: streamOf(id),
        type: 'enterprise.changed',
        typeVersion: 1,
        body: { changes } as unknown as JsonObject,
        ownerOrg: id,
        districtCode,
      },
    ]);
  }
  return (await findEnterprise(tx, id, session)) ?? notFound();
}

/** What happened to the enterprise, newest first; undefined where it is not in scope. */
export async function readTimelineOf(
  tx: Tx,
  id: string,
  session: Session,
): Promise<Timeline | undefined> {
  const found = await store.findEnterprise(tx, id);
  if (!found) return undefined;
  // Whoever may read the enterprise may read what happened to it, also through a park, and to the
  // entries that it took over.
  const ids = [id, ...found.merged.map((other) => other.id)];
  return timelineOf(tx, ids.map(streamOf), scopeOf(session), { orgs: ids });
}

/** Whether the asker may change this entry at all; one that another took over nobody changes. */
export function refuseWriting(
  found: store.StoredEnterprise,
  session: Session,
): Refusal | undefined {
  if (found.mergedInto) {
    return refuse('ENTERPRISE_MERGED', { value: found.mergedInto.name ?? '' });
  }
  if (can(session, 'update', 'enterprise', ownershipOf(found))) return undefined;
  return refuse('FORBIDDEN', {}, 403);
}

/** As GB 32100 writes it, where it is a code at all. */
function plain(creditCode: string): string {
  const checked = checkCreditCode(creditCode);
  return checked.ok ? checked.code : creditCode;
}

export async function judge(
  tx: Tx,
  form: EnterpriseForm,
  around: {
    readonly codes: KnownCodes;
    readonly today: string;
    readonly stays: readonly Stay[];
    readonly before?: EnterpriseForm;
  },
): Promise<EnterpriseForm | Refusal> {
  const { before, ...rest } = around;
  const { parkId, unitId } = form;
  const park = parkId
    ? await store.findParkOf(tx, parkId, unitId, before?.unitId ?? null)
    : undefined;
  const unitInPark = unitId === null || (park?.hasUnit ?? false);
  const siteParks = form.sites.flatMap((site) => site.parkId ?? []);
  const unknownSites = await store.findUnknownParks(tx, siteParks);
  const judged = decideForm(form, { ...rest, park, unitInPark, unknownSites });
  if (judged.ok) return judged.form;
  const [{ code, params }] = judged.faults;
  return refuse(code, params, 422);
}

/** Who was first and when, and every field that was changed since the asker looked. */
export function changedMeanwhile(
  tx: Tx,
  id: string,
  session: Session,
  versions: { readonly seen: number; readonly version: number },
): Promise<Refusal> {
  return refuseLate(tx, streamOf(id), versions, scopeOf(session), { orgs: [id] });
}

/** A steward acts for the enterprise that delegated to the agency. */
export function actingFor({ posts, orgs }: Session, id: string): string | null {
  return orgs.includes(id) && posts.every(({ organisation }) => organisation.id !== id) ? id : null;
}

export function ownershipOf({ id, districtCode, park }: store.StoredEnterprise) {
  return { ownerOrg: id, districtCode, parkId: park?.id ?? null };
}

export function formOf(found: store.StoredEnterprise): EnterpriseForm {
  const { name, creditCode, industries, districtCode, address } = found;
  const { park, unitId, movedIn, wastewater, hazardousWaste } = found;
  const { permitCategory, permitNumber, permitValidTo, wastewaterLitresPerYear } = found;
  const { pollutants, eiaApprovals, wastes, sites } = found;
  return {
    name,
    creditCode,
    industries,
    districtCode,
    address,
    parkId: park?.id ?? null,
    unitId,
    movedIn,
    wastewater,
    hazardousWaste,
    permitCategory,
    permitNumber,
    permitValidTo,
    wastewaterLitresPerYear,
    pollutants,
    eiaApprovals,
    wastes,
    sites,
  };
}
