import { randomUUID } from 'node:crypto';
import { can, type Batch, type BatchForm, type BatchStep } from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { append, type JsonObject } from '../../../platform/event-log/index.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { widenScope } from '../../../platform/scope.ts';
import { actorOf, scopeOf } from '../../../platform/session.ts';
import { refuseLate } from '../../organisations/index.ts';
import type { Acting } from '../../tasks/index.ts';
import { findApproval } from '../approval/store.ts';
import { calendarAround, officesOf, viewsOf, type Asking } from './board/service.ts';
import { withWritten } from '../replay/written.ts';
import { stepFault } from './decide.ts';
import { bodyFault, casesFault, sharedPark } from './faults/service.ts';
import { streamOf, type StoredBatch } from './model.ts';
import { doStep } from './steps/service.ts';
import * as store from './store.ts';

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

async function officeOfCase(tx: Tx, id: string, offices: readonly string[]): Promise<string> {
  const { officeOrg } = await findApproval(tx, id);
  if (officeOrg === null || !offices.includes(officeOrg))
    throw new Error('a case of another office');
  return officeOrg;
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
    withWritten(tx, { stream: streamOf(id), type, body, ownerOrg, districtCode }),
  ]);
}
