import { randomUUID } from 'node:crypto';
import {
  APPLICATION_KINDS,
  can,
  RUNNING_STATES,
  type ApplicantStep,
  type PermitApplicationForm,
  type PermitView,
} from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { actorOf } from '../../../platform/session.ts';
import { cancelClock, startClock } from '../../tasks/index.ts';
import { clockOf, keepPartyClock, standingOf } from '../clocks/service.ts';
import { contentFault } from '../content.ts';
import { categoryFault, kindFault } from '../decide.ts';
import { digestOf, modeOf, numberFor, putInForce, recordOfficial } from '../force/service.ts';
import { findHolder, findOffice, type Holder } from '../holders/store.ts';
import type { Said, StoredApplication, StoredPermit } from '../model.ts';
import { proposalIn } from '../proposal.ts';
import { event, take, tell, type Asking, type Done, type Taking } from '../step/service.ts';
import * as store from '../store.ts';

/** Begins an application for a place of the asker's own; a place has one at a time. */
export async function openApplication(
  tx: Tx,
  { holder, site, kind, ...said }: PermitApplicationForm,
  asking: Asking,
): Promise<{ readonly id: string; readonly application: string } | Refusal> {
  const { session, now, today, causeId } = asking;
  const found = await findHolder(tx, holder);
  if (!found) return notFound();
  if (!can(session, 'create', 'permit', found)) return refuse('PERMIT_NOT_YOURS', {}, 403);
  const there = await store.findPermitAt(tx, holder.id, site);
  const applications = there ? await store.findApplications(tx, there.id) : [];
  const isRunning = ({ state }: StoredApplication) =>
    (RUNNING_STATES as readonly string[]).includes(state);
  if (applications.some(isRunning)) return refuse('APPLICATION_RUNNING');
  const fault = kindFault(kind, await standingOf(tx, there, today), today);
  if (fault) return fault;
  const permit = there ?? (await takePlace(tx, found, { holder, site }, today));
  if (isRefusal(permit)) return permit;
  const { ownerOrg, districtCode, parkId } = permit;
  const application: StoredApplication = {
    ...NOTHING_YET,
    id: randomUUID(),
    permitId: permit.id,
    ownerOrg,
    districtCode,
    parkId,
    kind,
    ...said,
  };
  await store.insertApplication(tx, application, now);
  const { actor, office } = actorOf(session, 'create', 'permit', found);
  await store.insertAct(tx, application, { step: 'open', person: actor, post: office!, at: now });
  const { category } = said;
  const body = { kind, category, digest: digestOf(category, said.content) };
  const acting = { actor, office, now, causeId };
  await tell(tx, permit, application, [event('permit.application_opened', body)], acting);
  return { id: permit.id, application: application.id };
}

const NOTHING_YET = {
  state: 'DRAFT',
  proposal: null,
  submittedAt: null,
  receivedAt: null,
  inTime: null,
  asked: null,
  askedOn: null,
  supplementedOn: null,
  acceptedOn: null,
  deemed: false,
  siteCheckedOn: null,
  siteWords: null,
  declinedFor: null,
  declinedWords: null,
  returnedWords: null,
  outcome: null,
  outcomeReasons: null,
  outcomeLaw: null,
  decidedOn: null,
  recordMode: null,
  officialSystem: '',
  officialAddress: '',
  officialNumber: null,
  officialOn: null,
  noticeClock: null,
  decisionClock: null,
  partyClock: null,
  version: 1,
} as const;

/** The row of the place, which is made with its first application. */
async function takePlace(
  tx: Tx,
  { name: holderName, creditCode, ownerOrg, districtCode, parkId }: Holder,
  { holder, site }: Pick<PermitApplicationForm, 'holder' | 'site'>,
  today: string,
): Promise<StoredPermit | Refusal> {
  const officeOrg = await findOffice(tx, districtCode, today);
  if (!officeOrg) return refuse('OFFICE_UNKNOWN', { value: districtCode });
  const permit: StoredPermit = {
    id: randomUUID(),
    ownerOrg,
    districtCode,
    parkId,
    holderKind: holder.kind,
    holderId: holder.id,
    site,
    holderName,
    creditCode,
    officeOrg,
    historical: false,
    renewalClock: null,
  };
  await store.insertPermit(tx, permit);
  return permit;
}

/** What the applicant does with an application of his own. */
export function applicantStep(
  tx: Tx,
  id: string,
  form: ApplicantStep,
  asking: Asking,
): Promise<PermitView | Refusal> {
  const { step, version } = form;
  return take(
    tx,
    id,
    version,
    step,
    asking,
    (taking) => {
      switch (form.step) {
        case 'save':
          return save(taking, form);
        case 'submit':
          return submit(tx, taking, asking);
        case 'supplement':
          return supplement(tx, taking, form, asking);
        case 'withdraw':
          return withdraw(tx, taking);
        case 'record':
          return recordOfficial(tx, taking, form, asking);
      }
    },
    'update',
  );
}

async function save(_: Taking, form: Said): Promise<Done> {
  const said = saidIn(form);
  const digest = digestOf(said.category, said.content);
  return { changed: said, events: [event('permit.draft_saved', { digest })] };
}

const saidIn = ({ category, content, changedOn, reasons, project }: Said): Said => ({
  category,
  content,
  changedOn,
  reasons,
  project,
});

/** Hands it in: checked for what it lacks, and set against the permit catalogue of the day. */
async function submit(tx: Tx, taking: Taking, asking: Asking): Promise<Done | Refusal> {
  const { permit, application } = taking;
  const { now, today } = asking;
  const fault = kindFault(application.kind, await standingOf(tx, permit, today), today);
  if (fault) return fault;
  const judged = judge(application, asking);
  if (isRefusal(judged)) return judged;
  const party = await keepPartyClock(tx, taking, asking);
  const handed = { ...judged, ...party, submittedAt: now, receivedAt: now };
  const digest = digestOf(application.category, application.content);
  const { level = null } = judged.proposal ?? {};
  const { kind, category } = application;
  const submitted = event('permit.submitted', {
    kind,
    category,
    digest,
    level,
    inTime: party.inTime,
  });
  if (APPLICATION_KINDS[application.kind].track === 'LICENCE') {
    const notice = await startClock(tx, asking.law(), clockOf(permit, 'C17'), taking.acting);
    return {
      changed: { ...handed, state: 'SUBMITTED', noticeClock: notice.id },
      events: [submitted],
    };
  }
  return register(tx, taking, handed, [submitted], asking);
}

/** A registration takes effect by being filed: at once, or with the official system's number. */
async function register(
  tx: Tx,
  taking: Taking,
  handed: Partial<StoredApplication>,
  events: Done['events'],
  { law, today }: Asking,
): Promise<Done | Refusal> {
  const { permit, application } = taking;
  const record = modeOf(law, permit, today);
  if (record.recordMode === 'FRONT') {
    return { changed: { ...handed, ...record, state: 'TO_RECORD' }, events };
  }
  const number = await numberFor(tx, permit, application);
  if (isRefusal(number)) return number;
  const recording = { number, on: today, validTo: null };
  const forced = await putInForce(tx, taking, recording, law());
  return { changed: { ...handed, ...record, state: 'IN_FORCE' }, events: [...events, ...forced] };
}

/** What is missing, or contradicts the catalogue; else what the catalogue says, to be frozen. */
function judge(
  application: StoredApplication,
  { today, askTheLaw }: Asking,
): Pick<StoredApplication, 'proposal'> | Refusal {
  const fault = contentFault(application, today);
  if (fault) return fault;
  if (application.kind === 'CANCEL') return { proposal: null };
  const { project, content, category, districtCode } = application;
  const asked = project ?? { industries: content.industries };
  const proposal = proposalIn(askTheLaw(asked, { on: today, jurisdiction: districtCode }));
  if (proposal && isRefusal(proposal)) return proposal;
  return categoryFault(category, proposal) ?? { proposal };
}

/** What was missing is there: the office has it anew, and may not ask again. */
async function supplement(
  tx: Tx,
  { permit, application, acting }: Taking,
  form: Said,
  asking: Asking,
): Promise<Done | Refusal> {
  const said = saidIn(form);
  const judged = judge({ ...application, ...said }, asking);
  if (isRefusal(judged)) return judged;
  const notice = await startClock(tx, asking.law(), clockOf(permit, 'C17'), acting);
  const { now: receivedAt, today: supplementedOn } = asking;
  return {
    changed: {
      ...said,
      ...judged,
      state: 'SUBMITTED',
      receivedAt,
      supplementedOn,
      noticeClock: notice.id,
    },
    events: [event('permit.supplemented', { digest: digestOf(said.category, said.content) })],
  };
}

async function withdraw(tx: Tx, { application, acting }: Taking): Promise<Done> {
  const { noticeClock, decisionClock } = application;
  // Met or cancelled already is as well.
  for (const id of [noticeClock, decisionClock]) if (id) await cancelClock(tx, id, acting);
  return { changed: { state: 'WITHDRAWN' }, events: [event('permit.withdrawn', {})] };
}
