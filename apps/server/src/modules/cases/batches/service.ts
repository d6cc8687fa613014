import { randomUUID } from 'node:crypto';
import {
  can,
  type Batch,
  type BatchForm,
  type BatchStep,
  type BatchStepOf,
  type CaseVisit,
} from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { append, type JsonObject } from '../../../platform/event-log/index.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { widenScope } from '../../../platform/scope.ts';
import { actorOf, scopeOf } from '../../../platform/session.ts';
import { refuseLate } from '../../organisations/index.ts';
import type { Acting } from '../../tasks/index.ts';
import { findReviewBodies, findApproval, invite, updateApproval } from '../approval/store.ts';
import { endReview, insertReview } from '../approval/review/store.ts';
import { findCase } from '../store.ts';
import {
  calendarAround,
  isWorkingDay,
  officesOf,
  timesOf,
  viewsOf,
  type Asking,
} from './board/service.ts';
import { dayFault, stepFault } from './decide.ts';
import { streamOf, type BoardCase, type StoredBatch } from './model.ts';
import * as store from './store.ts';
import { announce, closeWork, tellCancelled, tellMoved, withdrawWork } from './telling/service.ts';

/** Plans a survey or a meeting; nobody is told before it is announced. */
export async function openBatch(
  tx: Tx,
  { kind, day, place, caseIds, body }: BatchForm,
  asking: Asking,
): Promise<Batch | Refusal> {
  const offices = officesOf(asking.session);
  const cases = await store.findBoardCases(tx, offices, caseIds);
  const fault = await casesFault(tx, { kind, caseIds }, cases, day, asking);
  if (fault) return fault;
  const [first] = cases;
  const office = await officeOfCase(tx, first!.id, offices);
  const { districtCode } = first!;
  const unknown = await bodyFault(tx, body, districtCode);
  if (unknown) return unknown;
  const batch = {
    id: randomUUID(),
    ownerOrg: office,
    districtCode,
    parkId: kind === 'SURVEY' ? sharedPark(cases) : null,
    kind,
    state: 'PROPOSED',
    day,
    place,
    industry: kind === 'MEETING' ? first!.industry : null,
    bodyOrg: body,
  } as const;
  await store.insertBatch(tx, batch, asking.now);
  await store.addCases(tx, batch, cases);
  const stored = (await store.findBatch(tx, batch.id))!;
  const told = { kind, day, cases: cases.length, body };
  await tell(tx, stored, 'batch.opened', told, actingOn(stored, 'create', asking));
  return viewOf(tx, stored, asking);
}

/** For whoever plans it, whoever reads its county or park, and the body that was invited. */
export async function findBatch(tx: Tx, id: string, asking: Asking): Promise<Batch | Refusal> {
  const batch = await store.findBatch(tx, id);
  if (!batch) return notFound();
  const { session } = asking;
  if (can(session, 'update', 'batch', batch)) return viewOf(tx, batch, asking);
  if (batch.state === 'PROPOSED') return notFound();
  if (can(session, 'read', 'batch', batch)) return viewOf(tx, batch, asking);
  const isInvited = session.posts.some(
    ({ role, home }) => role === 'REVIEWER' && home === batch.bodyOrg,
  );
  if (!isInvited) return notFound();
  // Which cases it is about, the office keeps.
  await widenScope(tx, scopeOf(session), batch.ownerOrg);
  return viewOf(tx, batch, asking);
}

/** One step with a batch: found, allowed, not overtaken, possible now. */
export async function takeStep(
  tx: Tx,
  id: string,
  step: BatchStep,
  asking: Asking,
): Promise<Batch | Refusal> {
  const batch = await store.findBatch(tx, id, { lock: true });
  if (!batch || !can(asking.session, 'read', 'batch', batch)) return notFound();
  if (!can(asking.session, 'update', 'batch', batch)) return refuse('BATCH_NOT_YOURS', {}, 403);
  const { version, ownerOrg, districtCode } = batch;
  if (version !== step.version) {
    const opened = { orgs: [ownerOrg], districts: [districtCode] };
    const late = { seen: step.version, version };
    return refuseLate(tx, streamOf(id), late, scopeOf(asking.session), opened);
  }
  const fault = stepFault(batch.state, step.step);
  if (fault) return fault;
  const acting = actingOn(batch, 'update', asking);
  const entries = await store.findEntries(tx, [id]);
  const cases = await store.findCasesById(
    tx,
    entries.map(({ caseId }) => caseId),
  );
  const done = await doStep(tx, { batch, cases, acting }, step, asking);
  if (isRefusal(done)) return done;
  await tell(tx, batch, EVENTS[step.step], done, acting);
  return viewOf(tx, (await store.findBatch(tx, id))!, asking);
}

const EVENTS: Readonly<Record<BatchStep['step'], string>> = {
  change: 'batch.changed',
  place: 'batch.cases_placed',
  announce: 'batch.announced',
  reschedule: 'batch.moved',
  cancel: 'batch.cancelled',
  hold: 'batch.held',
};

interface Working {
  readonly batch: StoredBatch;
  readonly cases: readonly BoardCase[];
  readonly acting: Acting;
}

function doStep(
  tx: Tx,
  working: Working,
  step: BatchStep,
  asking: Asking,
): Promise<JsonObject | Refusal> {
  switch (step.step) {
    case 'change':
      return change(tx, working, step, asking);
    case 'place':
      return placeCases(tx, working, step, asking);
    case 'announce':
      return announceBatch(tx, working, asking);
    case 'reschedule':
      return reschedule(tx, working, step, asking);
    case 'cancel':
      return cancel(tx, working, asking);
    case 'hold':
      return hold(tx, working, step, asking);
  }
}

async function change(
  tx: Tx,
  { batch, cases }: Working,
  { day, place, body }: BatchStepOf<'change'>,
  asking: Asking,
): Promise<JsonObject | Refusal> {
  const fault =
    (await dayFaultOf(tx, cases, day, asking)) ?? (await bodyFault(tx, body, batch.districtCode));
  if (fault) return fault;
  await store.updateBatch(tx, { ...batch, day, place, bodyOrg: body });
  return { day, body };
}

async function placeCases(
  tx: Tx,
  { batch, cases, acting }: Working,
  { add, remove }: BatchStepOf<'place'>,
  asking: Asking,
): Promise<JsonObject | Refusal> {
  const offices = [batch.ownerOrg];
  const added = await store.findBoardCases(tx, offices, add);
  const { kind, day } = batch;
  const fault =
    add.length === 0 ? null : await casesFault(tx, { kind, caseIds: add }, added, day, asking);
  if (fault) return fault;
  const left = cases.filter(({ id }) => !remove.includes(id));
  if (left.length + added.length === 0) return refuse('BATCH_EMPTY');
  if (
    kind === 'SURVEY' &&
    batch.parkId !== null &&
    added.some((one) => one.parkId !== batch.parkId)
  ) {
    await store.updateBatch(tx, { ...batch, parkId: sharedPark([...left, ...added]) });
  } else await store.updateBatch(tx, batch);
  await store.removeCases(tx, batch.id, remove);
  await store.addCases(tx, batch, added);
  if (batch.state === 'ANNOUNCED') {
    const removed = cases.filter(({ id }) => remove.includes(id));
    await noteVisits(tx, batch, removed, 'CANCELLED');
    await tellCancelled(tx, batch, removed, asking);
    await inviteTo(tx, batch, added);
    await noteVisits(tx, batch, added, 'ANNOUNCED');
    await withdrawWork(tx, batch, acting);
    await announce(tx, batch, [...left, ...added], acting, asking);
  }
  return { add: added.length, remove: remove.length };
}

async function announceBatch(
  tx: Tx,
  { batch, cases, acting }: Working,
  asking: Asking,
): Promise<JsonObject | Refusal> {
  const fault = await dayFaultOf(tx, cases, batch.day, asking);
  if (fault) return fault;
  await store.updateBatch(tx, { ...batch, state: 'ANNOUNCED' });
  await inviteTo(tx, batch, cases);
  await noteVisits(tx, batch, cases, 'ANNOUNCED');
  await announce(tx, batch, cases, acting, asking);
  return { day: batch.day, cases: cases.length };
}

async function reschedule(
  tx: Tx,
  { batch, cases, acting }: Working,
  { day, place }: BatchStepOf<'reschedule'>,
  asking: Asking,
): Promise<JsonObject | Refusal> {
  const fault = await dayFaultOf(tx, cases, day, asking);
  if (fault) return fault;
  const moved = { ...batch, day, place };
  await store.updateBatch(tx, moved);
  await noteVisits(tx, moved, cases, 'ANNOUNCED');
  await tellMoved(tx, { before: batch.day, batch: moved, cases }, acting, asking);
  return { before: batch.day, day };
}

async function cancel(
  tx: Tx,
  { batch, cases, acting }: Working,
  asking: Asking,
): Promise<JsonObject | Refusal> {
  await store.updateBatch(tx, { ...batch, state: 'CANCELLED' });
  await store.removeCases(tx, batch.id, null);
  if (batch.state === 'ANNOUNCED') {
    await noteVisits(tx, batch, cases, 'CANCELLED');
    await tellCancelled(tx, batch, cases, asking);
  }
  await withdrawWork(tx, batch, acting);
  return { day: batch.day };
}

/** Held: the minutes of each project go to its case; who did not come waits for another day. */
async function hold(
  tx: Tx,
  { batch, cases, acting }: Working,
  { minutes }: BatchStepOf<'hold'>,
  { today, now }: Asking,
): Promise<JsonObject | Refusal> {
  if (batch.day > today) return refuse('BATCH_NOT_YET', { limit: batch.day });
  const lacking = cases.find(({ id }) => !minutes.some(({ caseId }) => caseId === id));
  if (lacking) return refuse('MINUTES_MISSING', { value: lacking.name }, 422);
  for (const { caseId, outcome, result, words } of minutes) {
    const one = cases.find(({ id }) => id === caseId);
    const found = one && (await findCase(tx, caseId, { lock: true }));
    if (!one || !found) return refuse('CASE_NOT_IN_BATCH', {}, 422);
    if (outcome === 'DONE' && words.length < 2)
      return refuse('MINUTES_MISSING', { value: one.name }, 422);
    if (outcome === 'DONE' && batch.kind === 'MEETING' && result === null) {
      return refuse('MEETING_RESULT_MISSING', { value: one.name }, 422);
    }
    await store.writeMinutes(tx, batch.id, { caseId, outcome, words });
    if (outcome === 'ABSENT') continue;
    if (batch.kind === 'SURVEY') {
      await updateApproval(tx, found, { survey: { needed: true, on: batch.day, words } });
    } else {
      const id = randomUUID();
      const { ownerOrg, districtCode } = batch;
      await insertReview(tx, {
        id,
        caseId,
        ownerOrg,
        districtCode,
        kind: 'EXPERTS',
        isAsked: false,
        startedAt: now,
        batchId: batch.id,
      });
      await endReview(tx, id, { result: result!, words, at: now });
    }
  }
  await store.updateBatch(tx, { ...batch, state: 'HELD' });
  await noteVisits(tx, batch, cases, 'HELD');
  await closeWork(tx, batch, acting);
  const present = minutes.filter(({ outcome }) => outcome === 'DONE').length;
  return { day: batch.day, done: present, absent: minutes.length - present };
}

/** What the applicant sees of it on the page of the case. */
async function noteVisits(
  tx: Tx,
  { id: batch, kind, day, place }: StoredBatch,
  cases: readonly BoardCase[],
  state: CaseVisit['state'],
): Promise<void> {
  for (const { id } of cases) {
    const found = await findCase(tx, id, { lock: true });
    if (!found) continue;
    const { visits } = await findApproval(tx, id);
    const others = visits.filter((visit) => visit.batch !== batch);
    await updateApproval(tx, found, { visits: [...others, { batch, kind, day, place, state }] });
  }
}

async function inviteTo(
  tx: Tx,
  { bodyOrg }: StoredBatch,
  cases: readonly BoardCase[],
): Promise<void> {
  if (bodyOrg === null) return;
  for (const { id } of cases) await invite(tx, id, bodyOrg);
}

async function casesFault(
  tx: Tx,
  { kind, caseIds }: Pick<BatchForm, 'kind' | 'caseIds'>,
  cases: readonly BoardCase[],
  day: string,
  asking: Asking,
): Promise<Refusal | null> {
  const unknown = caseIds.some((id) => !cases.some((one) => one.id === id));
  if (unknown) return refuse('CASE_NOT_FOR_BATCH', { field: 'caseIds' }, 422);
  if (new Set(cases.map(({ districtCode }) => districtCode)).size > 1) {
    return refuse('BATCH_OF_COUNTIES', { field: 'caseIds' }, 422);
  }
  const [placed] = await store.findPlaced(tx, kind, caseIds);
  if (placed !== undefined) {
    const name = cases.find(({ id }) => id === placed)?.name ?? '';
    return refuse('CASE_IN_BATCH', { value: name });
  }
  return dayFaultOf(tx, cases, day, asking);
}

async function dayFaultOf(
  tx: Tx,
  cases: readonly BoardCase[],
  day: string,
  asking: Asking,
): Promise<Refusal | null> {
  const calendar = await calendarAround(tx, asking.today);
  if (!calendar.years.has(Number(day.slice(0, 4)))) {
    return refuse('BATCH_DAY_NO_WORK', { field: 'day', value: day }, 422);
  }
  const times = await timesOf(tx, cases, asking, calendar);
  const timed = cases.map(({ id, name }) => ({ name, latestOn: times.get(id)?.latestOn ?? null }));
  return dayFault(day, asking.today, isWorkingDay(calendar, day), timed);
}

async function bodyFault(
  tx: Tx,
  body: string | null,
  districtCode: string,
): Promise<Refusal | null> {
  if (body === null) return null;
  const bodies = await findReviewBodies(tx, districtCode);
  const isKnown = bodies.some(({ id }) => id === body);
  return isKnown ? null : refuse('REVIEW_BODY_UNKNOWN', { field: 'body' }, 422);
}

async function officeOfCase(tx: Tx, id: string, offices: readonly string[]): Promise<string> {
  const { officeOrg } = await findApproval(tx, id);
  if (officeOrg === null || !offices.includes(officeOrg))
    throw new Error('a case of another office');
  return officeOrg;
}

function sharedPark(cases: readonly BoardCase[]): string | null {
  const parks = new Set(cases.map(({ parkId }) => parkId));
  return parks.size === 1 ? (cases[0]?.parkId ?? null) : null;
}

async function viewOf(tx: Tx, batch: StoredBatch, asking: Asking): Promise<Batch> {
  const entries = await store.findEntries(tx, [batch.id]);
  const calendar = await calendarAround(tx, asking.today);
  return (await viewsOf(tx, [batch], entries, asking, calendar))[0]!;
}

function actingOn(
  batch: StoredBatch,
  right: 'create' | 'update',
  { session, now, causeId }: Asking,
): Acting {
  const { actor, office } = actorOf(session, right, 'batch', batch);
  return { actor, office, now, causeId };
}

/** No words: minutes and reasons may name people. */
async function tell(
  tx: Tx,
  { id, ownerOrg, districtCode }: StoredBatch,
  type: string,
  body: JsonObject,
  { actor, office, now, causeId }: Acting,
): Promise<void> {
  await append(tx, { actor, office, actingFor: null, now, causeId }, [
    { stream: streamOf(id), type, typeVersion: 1, body, ownerOrg, districtCode },
  ]);
}
