import {
  APPLICATION_KIND_NAMES,
  APPLICATION_STEP_NAMES,
  can,
  mayEver,
  type ApplicationKind,
  type ApplicationStep,
  type PermitApplication,
  type PermitClock,
  type PermitList,
  type PermitQuery,
  type PermitRow,
  type PermitView,
  type Timeline,
} from '@ludao/contracts';
import { dateInChina } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/db.ts';
import { notFound, type Refusal } from '../../../platform/refusal.ts';
import { scopeOf, type Session } from '../../../platform/session.ts';
import { timelineOf } from '../../organisations/index.ts';
import { findClocks, standingsOf, type RunningClock } from '../../tasks/index.ts';
import { steppingOf } from '../acts/service.ts';
import {
  isDeemedAccepted,
  isHidden,
  kindFault,
  renewalDay,
  STEP_RIGHTS,
  stepFault,
  versionOn,
} from '../decide.ts';
import { nameOffice } from '../holders/store.ts';
import {
  streamOf,
  type StoredApplication,
  type StoredPermit,
  type StoredVersion,
} from '../model.ts';
import * as store from '../store.ts';
import { findStanding, listPermits as list, type ListedPermit } from './store.ts';

export interface Viewing {
  readonly session: Session;
  readonly now: Date;
  readonly today: string;
}

/** Permits in reach, as they stand today. */
export async function listPermits(
  tx: Tx,
  query: PermitQuery,
  { session, today }: Viewing,
): Promise<PermitList> {
  const { rows, total } = await list(tx, query, { today, orgs: ownOrgs(session) });
  const ids = rows.flatMap(({ applicationClock }) => applicationClock ?? []);
  const clocks = ids.length > 0 ? await findClocks(tx, ids) : new Map<string, RunningClock>();
  return { rows: rows.map((row) => rowOf(row, clocks)), total };
}

/** A permit as it stood on a day, for whoever may read it. */
export async function findPermit(
  tx: Tx,
  id: string,
  on: string | undefined,
  viewing: Viewing,
): Promise<PermitView | Refusal> {
  const permit = await store.findPermit(tx, id);
  if (!permit || !can(viewing.session, 'read', 'permit', permit)) return notFound();
  return viewOf(tx, permit, viewing, on);
}

/** What happened to a permit. */
export async function readTimeline(
  tx: Tx,
  id: string,
  viewing: Viewing,
): Promise<Timeline | Refusal> {
  const { session, today: day } = viewing;
  const permit = await store.findPermit(tx, id);
  if (!permit || !can(session, 'read', 'permit', permit)) return notFound();
  if (!(await findStanding(tx, id, { day, orgs: ownOrgs(session) }))) return notFound();
  const { ownerOrg, districtCode } = permit;
  const opened = { orgs: [ownerOrg], districts: [districtCode] };
  return timelineOf(tx, [streamOf(id)], scopeOf(session), opened);
}

/** @param on the day that state and content are of; today if left out */
export async function viewOf(
  tx: Tx,
  permit: StoredPermit,
  viewing: Viewing,
  on: string = viewing.today,
): Promise<PermitView | Refusal> {
  const { session, now } = viewing;
  const listed = await findStanding(tx, permit.id, { day: on, orgs: ownOrgs(session) });
  if (!listed) return notFound();
  const versions = await store.findVersions(tx, permit.id);
  const applications = (await store.findApplications(tx, permit.id)).filter(
    (one) => !isHidden(one, session),
  );
  const ids = applications.flatMap(clockIdsOf);
  const clocks = await findClocks(tx, permit.renewalClock ? [...ids, permit.renewalClock] : ids);
  const running = [...clocks.values()];
  const standings = await standingsOf(tx, running, now);
  const shown = new Map(running.map((clock, at) => [clock.id, clockView(clock, standings[at]!)]));
  const version = versionOn(versions, on);
  const isOwn = can(session, 'create', 'permit', permit);
  const isBusy = listed.applicationId !== null;
  return {
    ...rowOf(listed, clocks),
    office: await nameOffice(tx, permit.officeOrg),
    on,
    content: version?.content ?? null,
    versionNo: version?.no ?? null,
    versions: versions.map(withoutContent),
    renewal:
      listed.state === 'IN_FORCE' && listed.category !== 'REGISTRATION' && listed.validTo !== null
        ? {
            dueOn: renewalDay(listed.validTo),
            clock: shown.get(permit.renewalClock ?? '') ?? null,
          }
        : null,
    applications: await Promise.all(
      applications.map((one) => applicationView(tx, one, { permit, clocks, shown }, viewing)),
    ),
    may: { apply: isOwn && !isBusy ? kindsNow(listed, viewing.today) : [] },
  };
}

/** Organisations for which the reader may apply: their drafts are there for nobody else. */
function ownOrgs({ posts }: Session): string[] {
  return posts.flatMap(({ role, orgs }) =>
    mayEver({ roles: [role] }, 'update', 'permit') ? orgs : [],
  );
}

function kindsNow(listed: ListedPermit, today: string): ApplicationKind[] {
  return APPLICATION_KIND_NAMES.filter((kind) => !kindFault(kind, listed, today));
}

const clockIdsOf = ({ noticeClock, decisionClock, partyClock }: StoredApplication) =>
  [noticeClock, decisionClock, partyClock].filter((id) => id !== null);

function rowOf(row: ListedPermit, clocks: ReadonlyMap<string, RunningClock>): PermitRow {
  const { holderKind: kind, holderId, holderName: name, creditCode, parkId, parkName } = row;
  const { applicationId, applicationKind, applicationState } = row;
  return {
    id: row.id,
    holder: { kind, id: holderId, name, creditCode },
    site: row.site,
    districtCode: row.districtCode,
    park: parkId !== null && parkName !== null ? { id: parkId, name: parkName } : null,
    state: row.state,
    category: row.category,
    number: row.number,
    validFrom: row.validFrom,
    validTo: row.validTo,
    pilotBasis: kind === 'park',
    historical: row.historical,
    application:
      applicationId && applicationKind && applicationState
        ? {
            id: applicationId,
            kind: applicationKind,
            state: applicationState,
            dueOn: clocks.get(row.applicationClock ?? '')?.dueOn ?? null,
          }
        : null,
  };
}

async function applicationView(
  tx: Tx,
  one: StoredApplication,
  around: {
    readonly permit: StoredPermit;
    readonly clocks: ReadonlyMap<string, RunningClock>;
    readonly shown: ReadonlyMap<string, PermitClock>;
  },
  { session, today }: Viewing,
): Promise<PermitApplication> {
  const { clocks, shown } = around;
  const handles = can(session, 'review', 'permit', one) || can(session, 'sign', 'permit', one);
  const isDecided = one.decidedOn !== null;
  const notice = clocks.get(one.noticeClock ?? '');
  const isDeemed = isDeemedAccepted(one.state, notice?.dueOn ?? null, today);
  const { outcome, outcomeReasons: reasons, outcomeLaw: law } = one;
  const words = outcome && reasons !== null && law !== null ? { outcome, reasons, law } : null;
  const party = clocks.get(one.partyClock ?? '');
  return {
    id: one.id,
    kind: one.kind,
    state: one.state,
    version: one.version,
    category: one.category,
    content: one.content,
    changedOn: one.changedOn,
    reasons: [...one.reasons],
    proposal: one.proposal && { ...one.proposal, items: [...one.proposal.items] },
    submittedOn: one.submittedAt && dateInChina(one.submittedAt),
    late:
      one.inTime === false ? { dueOn: party?.dueOn ?? null, cite: party?.terms.cite ?? '' } : null,
    asked: one.asked && one.askedOn ? { on: one.askedOn, items: [...one.asked] } : null,
    supplementedOn: one.supplementedOn,
    acceptedOn: isDeemed && one.receivedAt ? dateInChina(one.receivedAt) : one.acceptedOn,
    deemed: one.deemed || isDeemed,
    siteCheck: one.siteCheckedOn ? { on: one.siteCheckedOn, words: one.siteWords ?? '' } : null,
    declined: one.declinedFor ? { reason: one.declinedFor, words: one.declinedWords ?? '' } : null,
    proposed: !isDecided && handles ? words : null,
    returned: handles ? one.returnedWords : null,
    decided: words && one.decidedOn ? { ...words, on: one.decidedOn } : null,
    record: one.recordMode
      ? {
          mode: one.recordMode,
          system: one.officialSystem,
          address: one.officialAddress,
          number: one.officialNumber,
          on: one.officialOn,
        }
      : null,
    clocks: clockIdsOf(one).flatMap((id) => shown.get(id) ?? []),
    may: {
      steps: await stepsNow(tx, one, { session, today }, isDeemed),
      draftPapers: papersNow(one, can(session, 'review', 'permit', one)),
    },
  };
}

/** Steps that the reader may take now, each by a right to this very row. */
async function stepsNow(
  tx: Tx,
  one: StoredApplication,
  asking: Pick<Viewing, 'session' | 'today'>,
  isDeemed: boolean,
): Promise<ApplicationStep[]> {
  const rights = [...new Set(Object.values(STEP_RIGHTS))].filter((right) =>
    can(asking.session, right, 'permit', one),
  );
  const steps: ApplicationStep[] = [];
  for (const right of rights) {
    const stepping = await steppingOf(tx, one, right, asking);
    for (const step of Object.keys(APPLICATION_STEP_NAMES) as ApplicationStep[]) {
      const isByRight = STEP_RIGHTS[step] === right || (step === 'record' && right === 'update');
      // Once, and only within the period.
      const isOver = (step === 'ask' && (isDeemed || one.askedOn !== null)) || steps.includes(step);
      if (isByRight && !isOver && !stepFault(one, step, stepping)) steps.push(step);
    }
  }
  return steps;
}

function papersNow({ state, asked }: StoredApplication, handles: boolean): string[] {
  if (!handles) return [];
  return [
    ...(asked !== null ? ['permit_incomplete_notice'] : []),
    ...(state === 'REFUSED' ? ['permit_refusal'] : []),
  ];
}

function clockView(
  { id, terms, startedOn, dueOn, inTime, state }: RunningClock,
  { colour, left }: { readonly colour: PermitClock['colour']; readonly left: number | null },
): PermitClock {
  const { clock, title, lengthTitle, cite, tension, unit } = terms;
  return {
    id,
    clock,
    name: { zh: title.zh, en: title.en },
    length: lengthTitle && { zh: lengthTitle.zh, en: lengthTitle.en },
    cite,
    tension: tension && { zh: tension.zh, en: tension.en },
    startedOn: startedOn.slice(0, 10),
    dueOn,
    colour,
    left,
    unit,
    inTime,
    cancelled: state === 'CANCELLED',
  };
}

/** A version as the list of versions shows it. */
function withoutContent(version: StoredVersion) {
  const { applicationId: _, content: __, ...rest } = version;
  return rest;
}
