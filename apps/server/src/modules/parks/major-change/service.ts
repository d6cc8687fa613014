import { randomUUID } from 'node:crypto';
import {
  can,
  type ChangeAssessment,
  type ChangeDecision,
  type ChangeFacts,
  type ChangeList,
  type ChangeReport,
  type ChangeView,
  type Role,
} from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { append, type JsonObject } from '../../../platform/event-log/index.ts';
import { dateInChina } from '../../../platform/clock.ts';
import { addMonths } from '../../../platform/days.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { actorOf, type Session } from '../../../platform/session.ts';
import { notify } from '../../notifications/index.ts';
import { holdersOn, mayReview } from '../../organisations/index.ts';
import { openWorkItem, settleWorkItem, type Acting } from '../../tasks/index.ts';
import { findCitersSince } from '../citing/reading/service.ts';
import type { Asking as Basics } from '../edit-service.ts';
import { cancelFollowUp } from '../follow-up/service.ts';
import { findOffice } from '../park-eia/store.ts';
import { stopParkEia } from '../park-eia/deciding/service.ts';
import { findParkPlace } from '../shared-data/store.ts';
import { assess, decideChange, stepsFor } from './decide.ts';
import { streamOf, type StoredChange } from './model.ts';
import type { Triggers } from './rules.ts';
import * as store from './store.ts';
import { DECIDE } from './work.ts';

export interface Asking extends Basics {
  readonly triggers: Triggers;
}

export function assessChange(
  facts: ChangeFacts,
  { triggers, today }: Pick<Asking, 'triggers' | 'today'>,
): ChangeAssessment {
  return assess(triggers.on(today), facts);
}

export async function listChanges(
  tx: Tx,
  parkId: string,
  { session }: Pick<Asking, 'session'>,
): Promise<ChangeList | Refusal> {
  const park = await findParkPlace(tx, parkId);
  if (!park) return notFound();
  const { id, name, ownerOrg, districtCode } = park;
  const owned = { ownerOrg, districtCode, parkId };
  if (!can(session, 'read', 'major_change', owned)) return notFound();
  const eia = await store.findEiaInForce(tx, parkId);
  const rows = await store.listChanges(tx, parkId);
  return {
    park: { id, name },
    parkEia: eia ? { title: eia.title, approvalNo: eia.approvalNo } : null,
    rows: rows.map(({ assessment, ...row }) => ({
      id: row.id,
      title: row.title,
      state: row.state,
      reportedOn: row.reportedOn,
      decidedOn: row.decidedOn,
      told: row.told,
      verdict: assessment.verdict,
    })),
    may: {
      report:
        eia !== undefined && ownerOrg !== null && can(session, 'create', 'major_change', owned),
    },
  };
}

export async function findChange(
  tx: Tx,
  id: string,
  { session, today }: Pick<Asking, 'session' | 'today'>,
): Promise<ChangeView | Refusal> {
  const found = await store.findChange(tx, id);
  if (!found || !can(session, 'read', 'major_change', found)) return notFound();
  const roles = rolesAt(session, found);
  const isOwn = roles.length > 0 && (await isOwnWork(tx, found, session, today));
  const { park, parkId, parkEia, title, description, capacityUnit, facts, assessment } = found;
  const { state, reportedOn, decidedOn, reason, told } = found;
  return {
    id,
    park: { id: parkId, name: park },
    parkEia,
    title,
    description,
    capacityUnit,
    facts,
    assessment,
    state,
    reportedOn,
    decidedOn,
    reason,
    told,
    may: stepsFor(found, roles, isOwn),
  };
}

/** Reports a change of a park with a park-wide EIA in force; an officer decides on it. */
export async function reportChange(
  tx: Tx,
  parkId: string,
  { facts, ...said }: ChangeReport,
  asking: Asking,
): Promise<ChangeView | Refusal> {
  const { session, now, today, causeId, triggers } = asking;
  const park = await findParkPlace(tx, parkId);
  if (!park) return notFound();
  const { ownerOrg, districtCode } = park;
  const owned = { ownerOrg, districtCode, parkId };
  if (ownerOrg === null || !can(session, 'create', 'major_change', owned)) {
    return refuse('FORBIDDEN', {}, 403);
  }
  const eia = await store.findEiaInForce(tx, parkId);
  if (!eia) return refuse('CHANGE_WITHOUT_EIA', { value: park.name });
  const acting = { ...actorOf(session, 'create', 'major_change', owned), now, causeId };
  const assessment = assess(triggers.on(today), facts);
  const id = randomUUID();
  const place = { parkId, ownerOrg, districtCode };
  await store.insertChange(tx, {
    ...place,
    ...said,
    id,
    parkEiaId: eia.id,
    facts,
    assessment,
    reportedBy: acting.actor,
    reportedPost: acting.office,
    reportedAt: now,
    reportedOn: today,
  });
  const office = await findOffice(tx, districtCode, today);
  if (office) {
    const work = {
      kind: DECIDE,
      subject: subjectOf(id),
      title: `${park.name}：${said.title}`.slice(0, 200),
      org: office,
      place: { districtCode, parkId },
      role: 'APPROVAL_OFFICER',
      notPersons: [acting.actor],
      to: `/changes/${id}`,
    } as const;
    await openWorkItem(tx, work, acting);
  }
  const hits = assessment.triggers.filter(({ verdict }) => verdict === 'HIT').map(({ no }) => no);
  const { verdict, edition } = assessment;
  const body = { park: parkId, parkEia: eia.id, verdict, edition, hits };
  await tell(tx, { ...place, id }, 'park_change.reported', body, acting);
  return findChange(tx, id, asking);
}

/**
 * Declares a major change or finds none. A declared one stops the park-wide EIA in this very
 * transaction; whoever cited in the last year, or was admitted under it, is told. The caller reloads
 * the live law once this is committed.
 */
export async function decide(
  tx: Tx,
  id: string,
  { decision, reason }: ChangeDecision,
  asking: Asking,
): Promise<ChangeView | Refusal> {
  const { session, now, today, causeId } = asking;
  const found = await store.findChange(tx, id, { lock: true });
  if (!found || !can(session, 'read', 'major_change', found)) return notFound();
  const isOwn = await isOwnWork(tx, found, session, today);
  const state = decideChange(found, decision, rolesAt(session, found), isOwn);
  if (isRefusal(state)) return state;
  const acting = { ...actorOf(session, 'approve', 'major_change', found), now, causeId };
  const done = decision === 'declare' ? await stop(tx, found, acting, asking) : null;
  if (isRefusal(done)) return done;
  const told = done?.told ?? null;
  await store.setDecided(tx, id, { state, on: today, by: acting.actor, reason, told });
  await settleWorkItem(tx, { subject: subjectOf(id) }, acting);
  const type = decision === 'declare' ? 'park_change.declared' : 'park_change.dismissed';
  await tell(tx, found, type, { on: today, told }, acting);
  return findChange(tx, id, asking);
}

async function stop(
  tx: Tx,
  { id, parkId, parkEiaId }: StoredChange,
  acting: Acting,
  { session, now, today, causeId }: Asking,
): Promise<{ readonly told: number } | Refusal> {
  const by = { session, office: acting.office, now, causeId };
  const stopped = await stopParkEia(tx, parkEiaId, { on: today, cause: streamOf(id) }, by);
  if (isRefusal(stopped)) return stopped;
  await cancelFollowUp(tx, parkEiaId, acting);
  const citers = await findCitersSince(tx, parkId, addMonths(today, -12));
  const organisations = [...new Set([...citers, ...(await store.findAdmitted(tx, parkId))])];
  if (organisations.length > 0) {
    const notice = {
      kind: 'PARK_EIA_STOPPED',
      toRoles: { organisations, roles: ['ENTERPRISE_OWNER'] },
      params: { park: parkId, on: today },
      link: '/citing',
      dedupeKey: `park-change/${id}`,
    } as const;
    await notify(tx, notice, { now, today });
  }
  return { told: organisations.length };
}

/** Nobody decides on the own report, also not by standing in for whoever made it. */
async function isOwnWork(
  tx: Tx,
  { reportedBy, reportedPost, reportedAt }: StoredChange,
  session: Session,
  today: string,
): Promise<boolean> {
  const day = dateInChina(reportedAt);
  const held = session.posts.map(({ id: post }) => ({ post, day: today }));
  const reported = reportedPost === null ? [] : [{ post: reportedPost, day }];
  const holders = await holdersOn(tx, [...held, ...reported]);
  const holder = (post: string, on: string) => holders.get(`${post} ${on}`) ?? null;
  const work = {
    person: reportedBy,
    post: reportedPost,
    holder: reportedPost === null ? null : holder(reportedPost, day),
  };
  return !session.posts.every(({ id: post }) =>
    mayReview(work, { person: session.personId, post, holder: holder(post, today) }),
  );
}

function rolesAt(session: Session, change: StoredChange): Role[] {
  return session.posts
    .filter((post) => can({ posts: [post] }, 'approve', 'major_change', change))
    .map(({ role }) => role);
}

const subjectOf = (id: string) => ({ kind: 'park-change', id });

async function tell(
  tx: Tx,
  { id, ownerOrg, districtCode }: Pick<StoredChange, 'id' | 'ownerOrg' | 'districtCode'>,
  type: string,
  body: JsonObject,
  { actor, office, now, causeId }: Acting,
): Promise<void> {
  await append(tx, { actor, office, actingFor: null, now, causeId }, [
    { stream: streamOf(id), type, typeVersion: 1, body, ownerOrg, districtCode },
  ]);
}
