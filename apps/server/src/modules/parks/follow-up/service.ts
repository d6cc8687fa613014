import { randomUUID } from 'node:crypto';
import {
  can,
  type Action,
  type FollowUpList,
  type FollowUpReport,
  type FollowUpStep,
  type FollowUpView,
  type Role,
} from '@ludao/contracts';
import type { RuleSet } from '@ludao/rules';
import { dateInChina } from '../../../platform/days.ts';
import type { Tx } from '../../../platform/db.ts';
import { append, type JsonObject } from '../../../platform/event-log/index.ts';
import { viewOf as fileView, type Files, type StoredFile } from '../../../platform/files/index.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { actorOf, type Session } from '../../../platform/session.ts';
import {
  cancelClock,
  findClocksOf,
  meetClock,
  openWorkItem,
  settleWorkItem,
  standingOf,
  startClock,
  withdrawWorkItem,
  type Acting,
} from '../../tasks/index.ts';
import type { Asking as Basics } from '../edit-service.ts';
import { findOffice } from '../park-eia/store.ts';
import { findParkPlace } from '../shared-data/store.ts';
import { decideFollowUp, stepsFor } from './decide.ts';
import { streamOf, subjectOf, type FollowedEia, type StoredFollowUp } from './model.ts';
import * as store from './store.ts';
import { EVALUATE, NOTE } from './work.ts';

export interface Asking extends Basics {
  readonly law: () => RuleSet;
  readonly files: Pick<Files, 'find' | 'link'>;
}

/**
 * Starts the clock of the next follow-up evaluation (C39), in the transaction in which a park-wide
 * EIA gets in force or a report was noted. Nobody owes it where a park has no operator.
 * @param startedOn the day that the years count from, 'YYYY-MM-DD'
 */
export async function startFollowUp(
  tx: Tx,
  law: RuleSet,
  eia: Omit<FollowedEia, 'ownerOrg' | 'officeOrg'> & { readonly startedOn: string },
  acting: Acting,
): Promise<void> {
  const { parkId, park, districtCode, startedOn } = eia;
  const place = await findParkPlace(tx, parkId);
  const ownerOrg = place?.ownerOrg ?? null;
  if (ownerOrg === null) return;
  const officeOrg = (await findOffice(tx, districtCode, dateInChina(acting.now))) ?? ownerOrg;
  const id = randomUUID();
  const subject = subjectOf(id);
  const owner = { ownerOrg, districtCode, parkId };
  const startedAt = new Date(`${startedOn}T00:00:00+08:00`);
  const start = { clock: 'C39', subject, owner, officeOrg, startedAt };
  const clock = await startClock(tx, law, start, acting);
  await store.insertFollowUp(tx, id, { ...eia, ownerOrg, officeOrg }, clock.id);
  const work = {
    kind: EVALUATE,
    subject,
    title: park,
    org: ownerOrg,
    place: { districtCode, parkId },
    role: 'PARK_MANAGER',
    clock: clock.id,
    to: `/parks/${parkId}/follow-up`,
  } as const;
  await openWorkItem(tx, work, acting);
  const body = { park: parkId, parkEia: eia.parkEiaId, startedOn, clock: clock.id };
  await tell(tx, { id, ownerOrg, districtCode }, 'follow_up.due', body, acting);
}

/** What a park-wide EIA owed falls away with it. */
export async function cancelFollowUp(tx: Tx, parkEiaId: string, acting: Acting): Promise<void> {
  const open = await store.findOpen(tx, parkEiaId);
  if (!open) return;
  await store.setCancelled(tx, open.id);
  // A report that was handed in has met it.
  if (open.state === 'DUE') await cancelClock(tx, open.clockId, acting);
  await withdrawWorkItem(tx, { subject: subjectOf(open.id) }, acting);
  await tell(tx, open, 'follow_up.cancelled', {}, acting);
}

export async function listFollowUps(
  tx: Tx,
  parkId: string,
  asking: Pick<Asking, 'session' | 'now' | 'files'>,
): Promise<FollowUpList | Refusal> {
  const park = await findParkPlace(tx, parkId);
  if (!park) return notFound();
  const { id, name, ownerOrg, districtCode } = park;
  const owned = { ownerOrg, districtCode, parkId };
  if (!can(asking.session, 'read', 'follow_up', owned)) return notFound();
  const rows: FollowUpView[] = [];
  for (const found of await store.listFollowUps(tx, parkId)) {
    rows.push(await viewOf(tx, found, asking));
  }
  return { park: { id, name }, rows };
}

export function handIn(
  tx: Tx,
  id: string,
  { conclusion, file }: FollowUpReport,
  asking: Asking,
): Promise<FollowUpView | Refusal> {
  const { today, files } = asking;
  return step(tx, id, 'hand_in', 'create', asking, async (found, acting) => {
    const { ownerOrg, districtCode, parkId } = found;
    const place = { ownerOrg, districtCode, parkId };
    const by = { ...acting, actingFor: null };
    const linked = await files.link(tx, file, { ...place, purpose: 'follow-up', by, today });
    if (isRefusal(linked)) return refuse('FILE_UNKNOWN', { field: 'file' }, 422);
    const met = await meetClock(tx, found.clockId, {}, acting);
    if (isRefusal(met)) return met;
    const report = { conclusion, fileId: linked.id, on: today, by: acting.actor };
    await store.setHandedIn(tx, id, report);
    const subject = subjectOf(id);
    await settleWorkItem(tx, { subject, kind: EVALUATE }, acting);
    const office = await findOffice(tx, districtCode, today);
    if (office) {
      const to = `/parks/${parkId}/follow-up`;
      const work = { kind: NOTE, subject, title: found.park, org: office, to } as const;
      const where = { place: { districtCode, parkId }, role: 'APPROVAL_OFFICER' } as const;
      await openWorkItem(tx, { ...work, ...where }, acting);
    }
    const body = { conclusion, on: today, inTime: met.inTime, digest: linked.sha256 };
    return { type: 'follow_up.handed_in', body };
  });
}

/** The next evaluation is due as many years after the report as the law of today says. */
export function note(tx: Tx, id: string, asking: Asking): Promise<FollowUpView | Refusal> {
  const { today, law, session } = asking;
  return step(tx, id, 'note', 'approve', asking, async (found, acting) => {
    await store.setNoted(tx, id, today, session.personId);
    await settleWorkItem(tx, { subject: subjectOf(id), kind: NOTE }, acting);
    const { parkEiaId, parkId, park, districtCode, handedInOn } = found;
    const eia = { parkEiaId, parkId, park, districtCode };
    await startFollowUp(tx, law(), { ...eia, startedOn: handedInOn ?? today }, acting);
    return { type: 'follow_up.noted', body: { on: today } };
  });
}

export async function findReport(
  tx: Tx,
  id: string,
  { session, files }: Pick<Asking, 'session' | 'files'>,
): Promise<StoredFile | Refusal> {
  const found = await store.findFollowUp(tx, id);
  if (!found || found.fileId === null || !can(session, 'read', 'follow_up', found)) {
    return notFound();
  }
  return (await files.find(tx, found.fileId)) ?? notFound();
}

async function step(
  tx: Tx,
  id: string,
  name: FollowUpStep,
  action: Action,
  asking: Asking,
  act: (
    found: StoredFollowUp,
    acting: Acting,
  ) => Promise<{ readonly type: string; readonly body: JsonObject } | Refusal>,
): Promise<FollowUpView | Refusal> {
  const { session, now, causeId } = asking;
  const found = await store.findFollowUp(tx, id, { lock: true });
  if (!found || !can(session, 'read', 'follow_up', found)) return notFound();
  const decided = decideFollowUp(found.state, name, rolesAt(session, action, found));
  if (isRefusal(decided)) return decided;
  const acting = { ...actorOf(session, action, 'follow_up', found), now, causeId };
  const done = await act(found, acting);
  if (isRefusal(done)) return done;
  await tell(tx, found, done.type, done.body, acting);
  const after = await store.findFollowUp(tx, id);
  return after ? viewOf(tx, after, asking) : notFound();
}

function rolesAt(session: Session, action: Action, found: StoredFollowUp): Role[] {
  return session.posts
    .filter((post) => can({ posts: [post] }, action, 'follow_up', found))
    .map(({ role }) => role);
}

async function viewOf(
  tx: Tx,
  found: StoredFollowUp,
  { session, now, files }: Pick<Asking, 'session' | 'now' | 'files'>,
): Promise<FollowUpView> {
  const { id, state, parkEia, conclusion, fileId, handedInOn, notedOn } = found;
  const clock = (await findClocksOf(tx, subjectOf(id))).at(-1);
  const standing = clock && (await standingOf(tx, clock, now));
  const file = fileId === null ? undefined : await files.find(tx, fileId);
  const roles = [...rolesAt(session, 'create', found), ...rolesAt(session, 'approve', found)];
  return {
    id,
    state,
    parkEia,
    dueOn: clock?.dueOn ?? null,
    colour: standing?.colour ?? null,
    left: standing?.left ?? null,
    handedInOn,
    conclusion,
    file: file ? fileView(file) : null,
    notedOn,
    may: stepsFor(state, roles),
  };
}

async function tell(
  tx: Tx,
  { id, ownerOrg, districtCode }: Pick<StoredFollowUp, 'id' | 'ownerOrg' | 'districtCode'>,
  type: string,
  body: JsonObject,
  { actor, office, now, causeId }: Acting,
): Promise<void> {
  await append(tx, { actor, office, actingFor: null, now, causeId }, [
    { stream: streamOf(id), type, typeVersion: 1, body, ownerOrg, districtCode },
  ]);
}
