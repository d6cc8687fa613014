import { randomUUID } from 'node:crypto';
import {
  can,
  COMPLETION_PAPERS,
  PUBLIC_COMPLETION_STATES,
  type AcceptableApprovals,
  type CompletionForm,
  type CompletionPaper,
  type CompletionStep,
  type CompletionView,
  type Timeline,
} from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { append, type JsonObject } from '../../../platform/event-log/index.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { actorOf, scopeOf } from '../../../platform/session.ts';
import { refuseLate, timelineOf } from '../../organisations/index.ts';
import { foreseeDue, type Acting } from '../../tasks/index.ts';
import { withoutRows, withWritten } from '../replay/written.ts';
import { momentOf, moveClocks, runningClocks } from './clocks/service.ts';
import { decideStep, openingClocks, openingFault } from './decide.ts';
import { streamOf, type Approval, type StoredCompletion } from './model.ts';
import * as store from './store.ts';
import { recordOf, viewOf, type Viewing } from './view/service.ts';

export { findPublicPaper, listCompletions, listPublicCompletions } from './store.ts';

/** Who acts, when, and by which law. */
export interface Asking extends Viewing {
  readonly now: Date;
  readonly causeId: string;
}

const RESOURCE = 'completion_acceptance';

/** Approvals of the asker's own projects that no acceptance was opened for. */
export async function listApprovals(
  tx: Tx,
  { session }: Pick<Asking, 'session'>,
): Promise<AcceptableApprovals> {
  const { orgs } = scopeOf(session, { action: 'create', resource: RESOURCE });
  const found = [
    ...(await store.listApprovedCases(tx, orgs)),
    ...(await store.listHistoricalApprovals(tx, orgs)),
  ];
  const open = new Set(
    (await store.listOpenOnes(tx, orgs)).map(({ ownerOrg, number }) => `${ownerOrg} ${number}`),
  );
  const approvals = found
    .filter(({ ownerOrg, number }) => !open.has(`${ownerOrg} ${number}`))
    .map(({ caseId, enterpriseId, proponent, project, document, number, approvedOn }) => ({
      caseId,
      enterpriseId,
      proponent,
      project,
      document,
      number,
      approvedOn,
    }));
  return { approvals };
}

/** Publishes the completion day; from it the time of the acceptance runs. */
export async function openCompletion(
  tx: Tx,
  { about, stage, completedOn, where }: CompletionForm,
  asking: Asking,
): Promise<CompletionView | Refusal> {
  const { session, now, today, law } = asking;
  const approval = await findApproval(tx, about, asking);
  if (!approval) return notFound();
  if (!can(session, 'create', RESOURCE, approval)) return notFound();
  const fault = openingFault({ completedOn, approvedOn: approval.approvedOn }, today);
  if (fault) return fault;
  if (await store.isOpenAlready(tx, approval, stage)) {
    return refuse('COMPLETION_OPEN_ALREADY', { value: approval.number });
  }
  const { number: approvalNumber, ...known } = approval;
  const opened: StoredCompletion = {
    ...known,
    id: randomUUID(),
    state: 'COMPLETED',
    stage,
    approvalNumber,
    completedOn,
    details: { completedWhere: where },
    openedAt: now,
    changedAt: now,
    version: 1,
  };
  await store.insertCompletion(tx, opened);
  const acting = actingOn(opened, 'create', asking);
  await moveClocks(tx, law(), opened, openingClocks(opened), acting);
  const { document, caseId } = opened;
  await tell(tx, opened, 'completion.opened', { completedOn, document, caseId }, acting);
  return viewOf(tx, opened, asking);
}

async function findApproval(
  tx: Tx,
  about: CompletionForm['about'],
  { session }: Pick<Asking, 'session'>,
): Promise<Approval | undefined> {
  const { orgs } = scopeOf(session, { action: 'create', resource: RESOURCE });
  if (about.kind === 'case') return (await store.listApprovedCases(tx, orgs, about.id))[0];
  const found = await store.listHistoricalApprovals(tx, orgs);
  return found.find(
    ({ enterpriseId, number }) => enterpriseId === about.enterpriseId && number === about.number,
  );
}

export async function findCompletion(
  tx: Tx,
  id: string,
  viewing: Viewing,
): Promise<CompletionView | Refusal> {
  const found = await store.findCompletion(tx, id);
  return found && can(viewing.session, 'read', RESOURCE, found)
    ? viewOf(tx, found, viewing)
    : notFound();
}

export async function readTimeline(
  tx: Tx,
  id: string,
  { session }: Pick<Asking, 'session'>,
): Promise<Timeline | Refusal> {
  const found = await store.findCompletion(tx, id);
  if (!found || !can(session, 'read', RESOURCE, found)) return notFound();
  const { ownerOrg, districtCode } = found;
  const opened = { orgs: [ownerOrg], districts: [districtCode] };
  return withoutRows(await timelineOf(tx, [streamOf(id)], scopeOf(session), opened));
}

/** One step of the proponent: decided, its files put on record, its clocks moved, told. */
export async function takeStep(
  tx: Tx,
  id: string,
  step: CompletionStep,
  asking: Asking,
): Promise<CompletionView | Refusal> {
  const { session, now, today, law } = asking;
  const found = await store.findCompletion(tx, id, { lock: true });
  if (!found || !can(session, 'read', RESOURCE, found)) return notFound();
  if (!can(session, 'update', RESOURCE, found)) {
    return refuse('COMPLETION_NOT_YOURS', { value: step.step }, 403);
  }
  const { ownerOrg, districtCode, version } = found;
  if (version !== step.version) {
    const opened = { orgs: [ownerOrg], districts: [districtCode] };
    const late = { seen: step.version, version };
    return refuseLate(tx, streamOf(id), late, scopeOf(session), opened);
  }
  const decided = decideStep(found, step, {
    today,
    running: await runningClocks(tx, id),
    shortestUntil: await shortestUntil(tx, found, step, asking),
    isFront: recordOf(found, asking).mode === 'FRONT',
  });
  if (isRefusal(decided)) return decided;
  const acting = actingOn(found, 'update', asking);
  const report = decided.details.report && (await withFiles(tx, found, decided.details.report));
  if (isRefusal(report)) return report;
  const details = { ...found.details, ...decided.details, ...(report && { report }) };
  const { state, clocks } = decided;
  const isPublic = PUBLIC_COMPLETION_STATES.includes(state);
  const after = await store.updateCompletion(tx, found, { state, details }, { isPublic, now });
  await moveClocks(tx, law(), after, clocks, acting);
  await tell(tx, after, EVENTS[step.step], bodyOf(step, after), acting);
  return viewOf(tx, after, asking);

  /** The papers become files of the acceptance; one that the asker does not see is none. */
  async function withFiles(
    within: Tx,
    completion: StoredCompletion,
    said: NonNullable<StoredCompletion['details']['report']>,
  ) {
    const names = Object.keys(COMPLETION_PAPERS) as CompletionPaper[];
    for (const name of names) {
      if (!(await asking.files.find(within, said.papers[name]))) {
        return refuse('FILE_UNKNOWN', { field: `papers.${name}` }, 422);
      }
    }
    const placed = {
      ownerOrg: completion.ownerOrg,
      districtCode: completion.districtCode,
      parkId: completion.parkId,
      by: acting,
      today,
    };
    const papers = { ...said.papers };
    for (const name of names) {
      const purpose = `completion-${name}`;
      const file = await asking.files.link(within, said.papers[name], { ...placed, purpose });
      if (isRefusal(file)) return file;
      papers[name] = file.id;
    }
    return { ...said, papers };
  }
}

/** Last day of twenty working days from the day of publication; '' for any other step. */
async function shortestUntil(
  tx: Tx,
  { districtCode }: StoredCompletion,
  step: CompletionStep,
  { now, law }: Pick<Asking, 'now' | 'law'>,
): Promise<string> {
  if (step.step !== 'publish') return '';
  const started = momentOf(step.on, now);
  return (await foreseeDue(tx, law(), { clock: 'C13', districtCode, started }, now)) ?? '';
}

const EVENTS: Readonly<Record<CompletionStep['step'], string>> = {
  publishCommissioning: 'completion.commissioning_published',
  report: 'completion.reported',
  publish: 'completion.published',
  file: 'completion.filed',
  reopen: 'completion.reopened',
  abandon: 'completion.abandoned',
};

/** Days, codes and numbers; never what somebody wrote in words. */
function bodyOf(step: CompletionStep, { version, state }: StoredCompletion): JsonObject {
  const base = { version, state };
  switch (step.step) {
    case 'publishCommissioning':
      return { ...base, from: step.from, to: step.to };
    case 'report':
      return { ...base, on: step.on, conclusion: step.conclusion, barred: barredOf(step) };
    case 'publish':
      return { ...base, on: step.on };
    case 'file':
      return { ...base, on: step.on, number: step.number };
    case 'reopen':
    case 'abandon':
      return base;
  }
}

function barredOf({ bars }: Extract<CompletionStep, { step: 'report' }>): string[] {
  return Object.entries(bars).flatMap(([name, { applies }]) => (applies ? [name] : []));
}

function actingOn(
  found: StoredCompletion,
  right: 'create' | 'update',
  { session, now, causeId }: Asking,
): Acting & { readonly office: string; readonly actingFor: null } {
  const { actor, office } = actorOf(session, right, RESOURCE, found);
  if (office === null) throw new Error('a right without a post');
  return { actor, office, actingFor: null, now, causeId };
}

async function tell(
  tx: Tx,
  { id, ownerOrg, districtCode }: StoredCompletion,
  type: string,
  body: JsonObject,
  { actor, office, now, causeId }: Acting,
): Promise<void> {
  await append(tx, { actor, office, actingFor: null, now, causeId }, [
    withWritten(tx, { stream: streamOf(id), type, body, ownerOrg, districtCode }),
  ]);
}
