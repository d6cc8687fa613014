import { randomUUID } from 'node:crypto';
import {
  can,
  type ParkEia,
  type ParkEiaChange,
  type ParkEiaDecision,
  type ParkEiaForm,
  type ParkEiaReturn,
} from '@ludao/contracts';
import { dateInChina } from '../../../platform/days.ts';
import type { Tx } from '../../../platform/db.ts';
import { isRefusal, refuse, type Refusal } from '../../../platform/refusal.ts';
import { actorOf } from '../../../platform/session.ts';
import { openWorkItem, settleWorkItem } from '../../tasks/index.ts';
import { completeFault, decisionFault, formFault } from './decide.ts';
import { trialFault } from './deciding/listing.ts';
import type { StoredParkEia } from './model.ts';
import type { Asking } from './port.ts';
import { take, takeFile, tell, type Acting, type ParkEiaDeps } from './step/service.ts';
import * as store from './store.ts';
import { CHECK, COMPLETE, CONFIRM } from './work.ts';

/** Begins the dossier of a park-wide EIA. */
export async function draft(
  tx: Tx,
  form: ParkEiaForm,
  asking: Asking,
  deps: ParkEiaDeps,
): Promise<{ readonly id: string } | Refusal> {
  const { session, now, causeId } = asking;
  const [park] = await store.listParkPlaces(tx, form.parkId);
  if (!park) return refuse('PARK_UNKNOWN', { field: 'parkId' }, 422);
  const { districtCode, operator: ownerOrg } = park;
  const owned = { ownerOrg, districtCode, parkId: park.id };
  if (!can(session, 'create', 'park_eia', owned)) return refuse('FORBIDDEN', {}, 403);
  const fault = formFault(form);
  if (fault) return fault;
  const { actor, office } = actorOf(session, 'create', 'park_eia', owned);
  const acting = { actor, office, now, causeId };
  const place = { districtCode, parkId: park.id };
  const given = form.reportFile;
  const file = await takeFile(tx, given, null, place, REPORT, asking, acting, deps.files);
  if (isRefusal(file)) return file;
  const id = randomUUID();
  const { title, historical, liability, envelope, preparer, summary } = form;
  const said = { title, historical, liability, envelope, preparer, summary, reportFile: file };
  await store.insertParkEia(tx, { id, ...owned, ...said }, { person: actor, at: now });
  const drafted = { type: 'park_eia.drafted', body: { parkId: park.id, historical, liability } };
  await tell(tx, { id, ...owned }, drafted, acting);
  return { id };
}

const REPORT = 'park-eia-report';

export function change(
  tx: Tx,
  id: string,
  { version, ...form }: ParkEiaChange,
  asking: Asking,
  deps: ParkEiaDeps,
): Promise<ParkEia | Refusal> {
  return take(tx, id, version, 'change', asking, deps, async (eia, acting) => {
    const fault = formFault(form);
    if (fault) return fault;
    const given = form.reportFile;
    const file = await takeFile(tx, given, eia.reportFile, eia, REPORT, asking, acting, deps.files);
    if (isRefusal(file)) return file;
    const changes = { ...form, reportFile: file };
    const names = (Object.keys(changes) as (keyof typeof changes)[]).filter(
      (name) => JSON.stringify(changes[name]) !== JSON.stringify(eia[name]),
    );
    return { changes, type: 'park_eia.changed', body: { fields: names } };
  });
}

/** Puts it before the office. Also called by whoever runs the approval procedure as a case. */
export function submitParkEia(
  tx: Tx,
  id: string,
  version: number,
  asking: Asking,
  deps: ParkEiaDeps,
): Promise<ParkEia | Refusal> {
  return take(tx, id, version, 'submit', asking, deps, async (eia, acting) => {
    const fault = completeFault(eia) ?? trialFault(eia, deps.law(), asking.today);
    if (fault) return fault;
    await settle(tx, id, acting);
    await openFor(tx, eia, CHECK, 'APPROVAL_OFFICER', [], acting);
    const changes = { state: 'SUBMITTED', returnedFor: null } as const;
    return { changes, type: 'park_eia.submitted', body: {} };
  });
}

export function discard(
  tx: Tx,
  id: string,
  version: number,
  asking: Asking,
  deps: ParkEiaDeps,
): Promise<ParkEia | Refusal> {
  return take(tx, id, version, 'discard', asking, deps, async (_, acting) => {
    await settle(tx, id, acting);
    return { changes: { state: 'DISCARDED' }, type: 'park_eia.discarded', body: {} };
  });
}

/** Sends it back with what is missing; the words stand in the row and not in the log. */
export function sendBack(
  tx: Tx,
  id: string,
  { version, reason }: ParkEiaReturn,
  asking: Asking,
  deps: ParkEiaDeps,
): Promise<ParkEia | Refusal> {
  return take(tx, id, version, 'sendBack', asking, deps, async (eia, acting) => {
    await settle(tx, id, acting);
    if (eia.ownerOrg !== null) {
      await openWorkItem(tx, itemOf(eia, COMPLETE, eia.ownerOrg, 'PARK_MANAGER', []), acting);
    }
    const changes = { state: 'RETURNED', returnedFor: reason } as const;
    return { changes, type: 'park_eia.returned', body: {} };
  });
}

/** The officer enters what was decided; nothing of it counts before the head has confirmed it. */
export function propose(
  tx: Tx,
  id: string,
  given: ParkEiaDecision,
  asking: Asking,
  deps: ParkEiaDeps,
): Promise<ParkEia | Refusal> {
  const { version, ...decision } = given;
  return take(tx, id, version, 'propose', asking, deps, async (eia, acting) => {
    const fault = decisionFault(given, asking.today);
    if (fault) return fault;
    const approves = decision.decision === 'APPROVE';
    const file = approves
      ? await takeFile(
          tx,
          decision.approvalFile,
          eia.approvalFile,
          eia,
          'park-eia-approval',
          asking,
          acting,
          deps.files,
        )
      : null;
    if (isRefusal(file)) return file;
    const { actor, office, now } = acting;
    await settle(tx, id, acting);
    await openFor(tx, eia, CONFIRM, 'BUREAU_HEAD', [actor], acting);
    const { words, ...said } = decision;
    return {
      changes: {
        ...UNDECIDED,
        ...said,
        decisionWords: words,
        approvalFile: file,
        state: 'PROPOSED',
        enteredBy: actor,
        enteredPost: office,
        enteredAt: now,
      },
      type: 'park_eia.decision_entered',
      body: approves
        ? {
            decision: decision.decision,
            approvalNo: decision.approvalNo,
            approvedOn: decision.approvedOn,
            inForceFrom: decision.inForceFrom,
            validTo: decision.validTo,
          }
        : { decision: decision.decision },
    };
  });
}

const UNDECIDED = {
  approvalNo: null,
  approvedOn: null,
  inForceFrom: null,
  validTo: null,
  permitNo: null,
} as const;

/** The head gives the entered decision back to the officer. */
export function decline(
  tx: Tx,
  id: string,
  { version, reason }: ParkEiaReturn,
  asking: Asking,
  deps: ParkEiaDeps,
): Promise<ParkEia | Refusal> {
  return take(tx, id, version, 'decline', asking, deps, async (eia, acting) => {
    await settle(tx, id, acting);
    await openFor(tx, eia, CHECK, 'APPROVAL_OFFICER', [], acting);
    const changes = { state: 'SUBMITTED', returnedFor: reason } as const;
    return { changes, type: 'park_eia.decision_declined', body: {} };
  });
}

async function settle(tx: Tx, id: string, acting: Acting): Promise<void> {
  await settleWorkItem(tx, { subject: subjectOf(id) }, acting);
}

/** Puts it before whoever takes the next step in the office of the county. */
export async function openFor(
  tx: Tx,
  eia: Pick<StoredParkEia, 'id' | 'title' | 'districtCode' | 'parkId'>,
  kind: typeof CHECK,
  role: 'APPROVAL_OFFICER' | 'BUREAU_HEAD',
  notPersons: readonly string[],
  acting: Acting,
): Promise<void> {
  const office = await store.findOffice(tx, eia.districtCode, dateInChina(acting.now));
  if (office) await openWorkItem(tx, itemOf(eia, kind, office, role, notPersons), acting);
}

function itemOf(
  {
    id,
    title,
    districtCode,
    parkId,
  }: Pick<StoredParkEia, 'id' | 'title' | 'districtCode' | 'parkId'>,
  kind: typeof CHECK,
  org: string,
  role: 'APPROVAL_OFFICER' | 'BUREAU_HEAD' | 'PARK_MANAGER',
  notPersons: readonly string[],
) {
  return {
    kind,
    subject: subjectOf(id),
    title,
    org,
    place: { districtCode, parkId },
    role,
    notPersons,
    to: `/park-eias/${id}`,
  };
}

function subjectOf(id: string) {
  return { kind: 'park-eia', id };
}
