import {
  can,
  CASE_STEPS,
  caseStepsFrom,
  type CaseForm,
  type CaseList,
  type CaseQuery,
  type CaseStep,
  type CaseView,
  PUBLIC_CASE_STATES,
  type Timeline,
} from '@ludao/contracts';
import type { Answer, Refused } from '@ludao/rules';
import type { Tx } from '../../platform/db.ts';
import { append, type EventContext, type JsonObject } from '../../platform/event-log/index.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../platform/refusal.ts';
import { actorOf, scopeOf, type Session } from '../../platform/session.ts';
import { refuseLate, timelineOf } from '../organisations/index.ts';
import type { Acting } from '../tasks/index.ts';
import { basisFault, basisOf, decideTrack, stepFault } from './decide.ts';
import { freeze, streamOf, type StoredCase } from './model.ts';
import { withoutRows, withWritten } from './replay/written.ts';
import * as store from './store.ts';

/** What the law says of a project in a county on a day, or what is wrong with the question. */
export type AskTheLaw = (
  project: CaseForm['project'],
  at: { readonly on: string; readonly jurisdiction: string },
) => Answer | Refused;

/** Who asks, when, and by which law. */
export interface Asking {
  readonly session: Session;
  readonly now: Date;
  readonly today: string;
  readonly causeId: string;
  readonly askTheLaw: AskTheLaw;
}

export async function listCases(tx: Tx, query: CaseQuery): Promise<CaseList> {
  const { rows, total } = await store.listCases(tx, query);
  return {
    rows: rows.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() })),
    total,
  };
}

/** What the law of the day says of the project; what is wrong with the question is refused. */
export function askOn(
  project: CaseForm['project'],
  jurisdiction: string,
  { askTheLaw, today }: Pick<Asking, 'askTheLaw' | 'today'>,
): Answer | Refusal {
  const answer = askTheLaw(project, { on: today, jurisdiction });
  if (!('problems' in answer)) return answer;
  const { code, path } = answer.problems[0]!;
  return refuse('PROJECT_REFUSED', { reason: code, at: path }, 422);
}

export async function findCase(
  tx: Tx,
  id: string,
  asking: Pick<Asking, 'session'>,
): Promise<CaseView | Refusal> {
  const found = await store.findCase(tx, id);
  return found && can(asking.session, 'read', 'eia_case', found)
    ? viewOf(tx, found, asking)
    : notFound();
}

export async function readTimelineOf(
  tx: Tx,
  id: string,
  { session }: Pick<Asking, 'session'>,
): Promise<Timeline | Refusal> {
  const found = await store.findCase(tx, id);
  if (!found || !can(session, 'read', 'eia_case', found)) return notFound();
  const { ownerOrg, districtCode } = found;
  const opened = { orgs: [ownerOrg], districts: [districtCode] };
  return withoutRows(await timelineOf(tx, [streamOf(id)], scopeOf(session), opened));
}

/** The case as the reader may see it, with what the reader may do with it now. */
export async function viewOf(
  tx: Tx,
  found: StoredCase,
  { session }: Pick<Asking, 'session'>,
): Promise<CaseView> {
  const {
    ownerOrg: _,
    parkId,
    enterpriseId,
    changedAt,
    details: __,
    invited: ___,
    ...shown
  } = found;
  const park = parkId === null ? undefined : await store.findParkName(tx, parkId);
  return {
    ...shown,
    park: park ?? null,
    changedAt: changedAt.toISOString(),
    enterprise: enterpriseId === null ? null : { id: enterpriseId, name: found.applicant },
    parkPlace: parkId === null || park === undefined ? null : { id: parkId, name: park },
    steps: caseStepsFrom(found.track, found.state).filter((step) =>
      can(session, CASE_STEPS[step].right, 'eia_case', found),
    ),
  };
}

/** What a step did to a case. */
export interface Done {
  readonly changed: Omit<Parameters<typeof store.updateCase>[2], 'isPublic'>;
  readonly event: string;
  /** No free text and no person: ids, codes, digests, days. */
  readonly body: JsonObject;
}

export interface Taking {
  readonly found: StoredCase;
  readonly acting: Acting & EventContext & { readonly office: string };
}

/** One step: found, allowed, not overtaken, possible now; then done, told and shown. */
export async function take(
  tx: Tx,
  id: string,
  seen: number,
  step: CaseStep,
  asking: Asking,
  doStep: (taking: Taking) => Promise<Done | Refusal>,
): Promise<CaseView | Refusal> {
  const found = await findFor(tx, id, seen, step, asking);
  if (isRefusal(found)) return found;
  const acting = actingOn(found, CASE_STEPS[step].right, asking);
  const done = await doStep({ found, acting });
  if (isRefusal(done)) return done;
  const after = await settle(tx, found, done.changed, done.event, done.body, acting);
  return viewOf(tx, after, asking);
}

/** The case, locked, where the asker may take the step with it now and has seen it as it is. */
export async function findFor(
  tx: Tx,
  id: string,
  seen: number,
  step: CaseStep,
  { session }: Pick<Asking, 'session'>,
): Promise<StoredCase | Refusal> {
  const found = await store.findCase(tx, id, { lock: true });
  if (!found || !can(session, 'read', 'eia_case', found)) return notFound();
  if (!can(session, CASE_STEPS[step].right, 'eia_case', found)) {
    return refuse('CASE_STEP_NOT_YOURS', { value: step }, 403);
  }
  const { ownerOrg, districtCode, version } = found;
  if (version !== seen) {
    const opened = { orgs: [ownerOrg], districts: [districtCode] };
    return refuseLate(tx, streamOf(id), { seen, version }, scopeOf(session), opened);
  }
  return stepFault(found, step) ?? found;
}

/** Writes what a step did, and says in the log where the case stands since. */
export async function settle(
  tx: Tx,
  found: StoredCase,
  changed: Done['changed'],
  event: string,
  body: JsonObject,
  acting: EventContext,
): Promise<StoredCase> {
  const isPublic = PUBLIC_CASE_STATES.includes(changed.state ?? found.state);
  const after = await store.updateCase(tx, found, { ...changed, isPublic }, acting.now);
  const { state, track, version } = after;
  await tell(tx, after, event, { ...body, state, track, version }, acting);
  return after;
}

/** Asks the law of today again about the same project: what the case rests on, and how it is handled. */
export function renewAnswer(
  tx: Tx,
  id: string,
  seen: number,
  asking: Asking,
): Promise<CaseView | Refusal> {
  return take(tx, id, seen, 'change', asking, async ({ found }) => {
    if (found.state !== 'DRAFT') {
      return refuse('CASE_STEP_NOT_NOW', { value: 'change', state: found.state });
    }
    const answer = askOn(found.project, found.districtCode, asking);
    if (isRefusal(answer)) return answer;
    const track = decideTrack(answer);
    if (isRefusal(track)) return track;
    const basis = basisOf(answer);
    const { digest, level, statutoryLevel } = basis;
    return {
      changed: { track, answer: freeze(answer), basis },
      event: 'case.answered_anew',
      body: { digest, level, statutoryLevel },
    };
  });
}

export function discardCase(
  tx: Tx,
  id: string,
  seen: number,
  asking: Asking,
): Promise<CaseView | Refusal> {
  return take(tx, id, seen, 'discard', asking, async () => ({
    changed: { state: 'DISCARDED' },
    event: 'case.discarded',
    body: {},
  }));
}

/** Refuses where the law of today no longer leads to what the case rests on. */
export function lawFault(found: StoredCase, asking: Asking): Refusal | null {
  const answer = askOn(found.project, found.districtCode, asking);
  return isRefusal(answer) ? answer : basisFault(found.basis, answer);
}

export function actingOn(
  found: StoredCase,
  right: 'create' | 'update' | 'review' | 'sign',
  { session, now, causeId }: Asking,
): Taking['acting'] {
  const { actor, office } = actorOf(session, right, 'eia_case', found);
  if (office === null) throw new Error('a right without a post');
  return { actor, office, actingFor: null, now, causeId };
}

export async function tell(
  tx: Tx,
  { id, ownerOrg, districtCode }: StoredCase,
  type: string,
  body: JsonObject,
  acting: EventContext,
): Promise<void> {
  await append(tx, acting, [
    withWritten(tx, { stream: streamOf(id), type, body, ownerOrg, districtCode }),
  ]);
}
