import { randomUUID } from 'node:crypto';
import {
  can,
  type BuildingChange,
  type DesignationEnd,
  type DesignationForm,
  type ParkDetail,
  type ParkForm,
  type ParkPosts,
  type Resource,
  type Timeline,
} from '@ludao/contracts';
import type { Tx } from '../../platform/db.ts';
import { append, type EventContext, type JsonObject } from '../../platform/event-log/index.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../platform/refusal.ts';
import { actorOf, scopeOf, type Session } from '../../platform/session.ts';
import {
  listParkPostChoices,
  refuseLate,
  setParkPosts,
  takePartner,
  timelineOf,
} from '../organisations/index.ts';
import { findPark as findStored, type StoredPark } from './detail-store.ts';
import {
  buildingFault,
  designationEndFault,
  designationFault,
  factsOf,
  parkFault,
  type ParkFacts,
} from './edit-decide.ts';
import * as store from './edit-store.ts';

/** Who asks, and when. */
export interface Asking {
  readonly session: Session;
  readonly now: Date;
  readonly today: string;
  readonly causeId: string;
}

const streamOf = (id: string) => `park/${id}`;
const OPERATORS = ['PARK_OWNER', 'PARK_LEGAL_ENTITY'] as const;
const ENTITIES = ['PARK_LEGAL_ENTITY', 'PARK_OWNER'] as const;
const LANDLORDS = ['LANDLORD', 'PARK_OWNER', 'PARK_LEGAL_ENTITY'] as const;

/** A park as the reader may see it; undefined where it is not in scope. */
export async function findPark(
  tx: Tx,
  id: string,
  { session, today }: Pick<Asking, 'session' | 'today'>,
): Promise<ParkDetail | undefined> {
  const found = await findStored(tx, id, today);
  if (!found) return undefined;
  const { operatorId: _, legalEntityId: __, ...park } = found;
  const may = (resource: Resource) => can(session, 'update', resource, ownershipOf(found));
  return { ...park, may: { update: may('park'), designate: may('park_designation') } };
}

export async function readTimelineOf(
  tx: Tx,
  id: string,
  { session, today }: Pick<Asking, 'session' | 'today'>,
): Promise<Timeline | undefined> {
  const found = await findStored(tx, id, today);
  if (!found) return undefined;
  return timelineOf(tx, [streamOf(id)], scopeOf(session), { districts: [found.districtCode] });
}

export async function registerPark(
  tx: Tx,
  form: ParkForm,
  asking: Asking,
): Promise<{ readonly id: string } | Refusal> {
  const id = randomUUID();
  const { districtCode } = form;
  const owned = { ownerOrg: null, districtCode, parkId: id };
  if (!can(asking.session, 'create', 'park', owned)) {
    return refuse('DISTRICT_OUT_OF_REACH', { value: districtCode }, 403);
  }
  const context = contextOf(asking, 'create', 'park', owned);
  const facts = await takeFacts(tx, form, null, context);
  if (isRefusal(facts)) return facts;
  await store.insertPark(tx, id, districtCode, facts);
  await append(tx, context, [
    {
      stream: streamOf(id),
      type: 'park.registered',
      typeVersion: 1,
      body: { ...facts, districtCode },
      ownerOrg: facts.operator,
      districtCode,
      expectedSeq: 0,
    },
  ]);
  return { id };
}

/** Changes what a park is; its county stays, because so much hangs on it. */
export function changePark(
  tx: Tx,
  id: string,
  { version, ...form }: ParkForm & { readonly version: number },
  asking: Asking,
): Promise<ParkDetail | Refusal> {
  return change(tx, id, version, 'park', asking, async (park, context) => {
    if (form.districtCode !== park.districtCode) {
      return refuse('PARK_COUNTY_FIXED', { field: 'districtCode' }, 422);
    }
    const facts = await takeFacts(tx, form, id, context);
    if (isRefusal(facts)) return facts;
    const changes = differenceOf(factsOf(park), facts);
    if (Object.keys(changes).length === 0) return null;
    await store.updatePark(tx, id, facts);
    return { type: 'park.changed', body: { changes }, versioned: true };
  });
}

export function saveBuilding(
  tx: Tx,
  id: string,
  { building, version }: BuildingChange,
  asking: Asking,
): Promise<ParkDetail | Refusal> {
  return change(tx, id, version, 'park', asking, async (park, context) => {
    const fault = buildingFault(park, building, await store.findLetUnits(tx, id));
    if (fault) return fault;
    const { districtCode } = park;
    const place = { kinds: LANDLORDS, districtCode };
    const landlord = await takePartner(tx, building.landlord, place, context);
    if (isRefusal(landlord)) return landlord;
    const landlordId = landlord?.id ?? null;
    const buildingId = await store.writeBuilding(tx, park, building, landlordId);
    const type = building.id === null ? 'park.building_entered' : 'park.building_changed';
    const before = park.buildings.find((known) => known.id === building.id) ?? null;
    const written = { ...building, id: buildingId, landlord: landlordId };
    return { type, body: { name: building.name, building: written, before } };
  });
}

export function assignPosts(
  tx: Tx,
  id: string,
  { posts, version }: ParkPosts,
  asking: Asking,
): Promise<ParkDetail | Refusal> {
  return change(tx, id, version, 'park', asking, async (park) => {
    const choices = new Map(
      (await listParkPostChoices(tx, asking.today)).posts.map((post) => [post.id, post]),
    );
    if (posts.some((post) => !choices.has(post))) return refuse('POST_UNKNOWN', {}, 422);
    const elsewhere = posts
      .map((post) => choices.get(post)!)
      .find((post) => post.park && post.park.id !== id);
    if (elsewhere) {
      const params = { value: elsewhere.title, limit: elsewhere.park!.name };
      return refuse('POST_ELSEWHERE', params);
    }
    const before = park.posts.map((post) => post.id).filter((post) => choices.has(post));
    if (!differs([...before].sort(), [...posts].sort())) return null;
    await setParkPosts(tx, id, posts);
    return { type: 'park.posts_assigned', body: { posts: [...posts], before } };
  });
}

export function enterDesignation(
  tx: Tx,
  id: string,
  { version, ...form }: DesignationForm,
  asking: Asking,
): Promise<ParkDetail | Refusal> {
  return change(tx, id, version, 'park_designation', asking, async (park) => {
    const fault = designationFault(park, form);
    if (fault) return fault;
    const designation = await store.insertDesignation(tx, park, form);
    return { type: 'park.designation_entered', body: { designation, ...form } };
  });
}

export function endDesignation(
  tx: Tx,
  id: string,
  { designation, lastDay, reason, version }: DesignationEnd,
  asking: Asking,
): Promise<ParkDetail | Refusal> {
  return change(tx, id, version, 'park_designation', asking, async (park) => {
    const before = park.designations.find((known) => known.id === designation);
    const fault = designationEndFault(before, lastDay);
    if (fault || !before) return fault ?? notFound();
    await store.endDesignation(tx, designation, lastDay, reason);
    const { kind, stars, validTo } = before;
    return {
      type: 'park.designation_ended',
      // The reason is free text and stands in the table.
      body: { designation, kind, stars, changes: { validTo: [validTo, lastDay] } },
    };
  });
}

/** What a step did: the event it is told by, null where nothing was to do. */
type Step = { readonly type: string; readonly body: object; readonly versioned?: true } | null;

/** One change of a park: found, allowed, not overtaken, then done and told in the log. */
async function change(
  tx: Tx,
  id: string,
  seen: number,
  resource: 'park' | 'park_designation',
  asking: Asking,
  step: (park: StoredPark, context: EventContext) => Promise<Step | Refusal>,
): Promise<ParkDetail | Refusal> {
  const { session, today } = asking;
  const park = await findStored(tx, id, today, { lock: true });
  if (!park) return notFound();
  const owned = ownershipOf(park);
  if (!can(session, 'update', resource, owned)) return refuse('FORBIDDEN', {}, 403);
  const { version, districtCode } = park;
  if (version !== seen) {
    const opened = { districts: [districtCode] };
    return refuseLate(tx, streamOf(id), { seen, version }, scopeOf(session), opened);
  }
  const context = contextOf(asking, 'update', resource, owned);
  const done = await step(park, context);
  if (isRefusal(done)) return done;
  if (done) {
    if (!done.versioned) await store.takeVersion(tx, id);
    await append(tx, context, [
      {
        stream: streamOf(id),
        type: done.type,
        typeVersion: 1,
        body: done.body as JsonObject,
        ownerOrg: park.operatorId,
        districtCode,
      },
    ]);
  }
  return (await findPark(tx, id, asking)) ?? notFound();
}

async function takeFacts(
  tx: Tx,
  form: ParkForm,
  id: string | null,
  context: EventContext,
): Promise<ParkFacts | Refusal> {
  const fault = parkFault(form);
  if (fault) return fault;
  const { districtCode, operator, legalEntity, longitude, latitude, ...rest } = form;
  if (await store.isNameTaken(tx, districtCode, form.name, id)) {
    return refuse('PARK_NAME_TAKEN', { field: 'name', value: form.name });
  }
  const runs = await takePartner(tx, operator, { kinds: OPERATORS, districtCode }, context);
  if (isRefusal(runs)) return { ...runs, params: { field: 'operator', ...runs.params } };
  const owns = await takePartner(tx, legalEntity, { kinds: ENTITIES, districtCode }, context);
  if (isRefusal(owns)) return { ...owns, params: { field: 'legalEntity', ...owns.params } };
  return {
    ...rest,
    longitude: plain(longitude),
    latitude: plain(latitude),
    operator: runs?.id ?? null,
    legalEntity: owns?.id ?? null,
  };
}

/** '120.500000' is '120.5', as the database gives it back. */
function plain(degrees: string | null): string | null {
  return degrees?.includes('.') ? degrees.replace(/\.?0+$/, '') : degrees;
}

function contextOf(
  { session, now, causeId }: Asking,
  action: 'create' | 'update',
  resource: Resource,
  owned: ReturnType<typeof ownershipOf>,
): EventContext {
  return { ...actorOf(session, action, resource, owned), actingFor: null, now, causeId };
}

function ownershipOf({
  id,
  operatorId,
  districtCode,
}: Pick<StoredPark, 'id' | 'districtCode'> & { readonly operatorId?: string | null }) {
  return { ownerOrg: operatorId ?? null, districtCode, parkId: id };
}

function differenceOf(before: ParkFacts, after: ParkFacts): JsonObject {
  const keys = Object.keys(after) as (keyof ParkFacts)[];
  return Object.fromEntries(
    keys
      .filter((key) => differs(before[key], after[key]))
      .map((key) => [key, [before[key], after[key]]]),
  );
}

function differs(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}
