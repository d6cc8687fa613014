import { randomUUID } from 'node:crypto';
import type { BatchStep, BatchStepOf, CaseVisit } from '@ludao/contracts';
import type { Tx } from '../../../../platform/db.ts';
import type { JsonObject } from '../../../../platform/event-log/index.ts';
import { refuse, type Refusal } from '../../../../platform/refusal.ts';
import type { Acting } from '../../../tasks/index.ts';
import { endReview, findReviews, insertReview } from '../../approval/review/store.ts';
import { findApproval, invite, updateApproval } from '../../approval/store.ts';
import type { StoredCase } from '../../model.ts';
import { findCase } from '../../store.ts';
import type { Asking } from '../board/service.ts';
import { bodyFault, casesFault, dayFaultOf, sharedPark } from '../faults/service.ts';
import type { BoardCase, StoredBatch } from '../model.ts';
import * as store from '../store.ts';
import { announce, closeWork, tellCancelled, tellMoved, withdrawWork } from '../telling/service.ts';

/** A batch that a step is being taken with. */
export interface Working {
  readonly batch: StoredBatch;
  readonly cases: readonly BoardCase[];
  readonly acting: Acting;
}

/** What the step does; what it tells the log, or why it cannot. */
export function doStep(
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
  // Everything is looked at before anything is written: a refusal does not take back what was.
  const told: { readonly found: StoredCase; readonly minute: (typeof minutes)[number] }[] = [];
  for (const minute of minutes) {
    const { caseId, outcome, result, words } = minute;
    const one = cases.find(({ id }) => id === caseId);
    const found = one && (await findCase(tx, caseId, { lock: true }));
    const isTwice = told.some((earlier) => earlier.minute.caseId === caseId);
    if (!one || !found || isTwice) return refuse('CASE_NOT_IN_BATCH', {}, 422);
    if (outcome === 'DONE') {
      if (found.state !== 'ACCEPTED') {
        return refuse('CASE_NOT_FOR_BATCH', { field: 'caseIds' }, 422);
      }
      if (words.length < 2) return refuse('MINUTES_MISSING', { value: one.name }, 422);
      if (batch.kind === 'MEETING') {
        if (result === null) return refuse('MEETING_RESULT_MISSING', { value: one.name }, 422);
        const reviews = await findReviews(tx, caseId);
        if (reviews.some(({ endedAt }) => endedAt === null)) return refuse('REVIEW_OPEN');
      }
    }
    told.push({ found, minute });
  }
  for (const { found, minute } of told) {
    const { caseId, outcome, result, words } = minute;
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
