import { APPLICATION_KINDS, type Role } from '@ludao/contracts';
import { dateInChina } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/db.ts';
import { notify, type Notice } from '../../notifications/index.ts';
import { holdersOn } from '../../organisations/index.ts';
import {
  openWorkItem,
  settleWorkItem,
  withdrawWorkItem,
  type Acting,
  type WorkKind,
} from '../../tasks/index.ts';
import { JUDGED_STEPS } from '../decide.ts';
import type { StoredApplication, StoredPermit } from '../model.ts';
import { findActs } from '../store.ts';

const HANDLE: WorkKind = {
  code: 'permits.handle',
  zh: '排污许可受理与审查',
  en: 'Handling of a permit application',
};
const DECIDE: WorkKind = {
  code: 'permits.decide',
  zh: '排污许可决定',
  en: 'Decision on a permit application',
};
const SUPPLEMENT: WorkKind = {
  code: 'permits.supplement',
  zh: '排污许可材料补正',
  en: 'Completing a permit application',
};
const RECORD: WorkKind = {
  code: 'permits.record',
  zh: '排污许可官方编号待登记',
  en: 'Official number of a permit',
};
export const permitsWork: readonly WorkKind[] = [HANDLE, DECIDE, SUPPLEMENT, RECORD];

interface Moving {
  readonly permit: StoredPermit;
  readonly before: StoredApplication;
  readonly after: StoredApplication;
}

/** What waited where the application stood is done or withdrawn, and the next desk has it. */
export async function moveWork(
  tx: Tx,
  { permit, before, after }: Moving,
  acting: Acting,
): Promise<void> {
  const isSameClock = before.decisionClock === after.decisionClock;
  if (before.state === after.state && isSameClock) return;
  const subject = { kind: 'permit', id: permit.id };
  const end = after.state === 'WITHDRAWN' ? withdrawWorkItem : settleWorkItem;
  await end(tx, { subject }, acting);
  const next = await nextItem(tx, permit, after);
  if (!next) return;
  const { districtCode, parkId } = permit;
  await openWorkItem(
    tx,
    {
      ...next,
      subject,
      title: `${permit.holderName}：${APPLICATION_KINDS[after.kind].zh}`.slice(0, 200),
      place: { districtCode, parkId },
      to: `/permits/${permit.id}`,
    },
    acting,
  );
}

type Next = Pick<
  Parameters<typeof openWorkItem>[1],
  'kind' | 'org' | 'role' | 'clock' | 'notPersons'
>;

/** Whoever answers for the holder: its owner, or the manager of the park. */
const applicantRole = ({ holderKind }: StoredPermit): Role =>
  holderKind === 'park' ? 'PARK_MANAGER' : 'ENTERPRISE_OWNER';

async function nextItem(
  tx: Tx,
  permit: StoredPermit,
  after: StoredApplication,
): Promise<Next | null> {
  const atOffice = { org: permit.officeOrg, role: 'APPROVAL_OFFICER' } as const;
  const atHolder = { org: permit.ownerOrg, role: applicantRole(permit) } as const;
  const clock = (id: string | null) => (id === null ? {} : { clock: id });
  switch (after.state) {
    case 'SUBMITTED':
      return { ...atOffice, kind: HANDLE, ...clock(after.noticeClock) };
    case 'INCOMPLETE':
      return { ...atHolder, kind: SUPPLEMENT };
    case 'ACCEPTED':
      return { ...atOffice, kind: HANDLE, ...clock(after.decisionClock) };
    case 'PROPOSED': {
      const notPersons = await judgedPersons(tx, after.id);
      const head = { org: permit.officeOrg, role: 'BUREAU_HEAD' } as const;
      return { ...head, kind: DECIDE, ...clock(after.decisionClock), notPersons };
    }
    case 'TO_RECORD': {
      const isLicence = APPLICATION_KINDS[after.kind].track === 'LICENCE';
      return { ...(isLicence ? atOffice : atHolder), kind: RECORD };
    }
    default:
      return null;
  }
}

/** Who applied or proposed, and whom a stand-in did it for. */
async function judgedPersons(tx: Tx, application: string): Promise<string[]> {
  const acts = (await findActs(tx, application)).filter(({ step }) => JUDGED_STEPS.includes(step));
  const holders = await holdersOn(
    tx,
    acts.map(({ post, at }) => ({ post, day: dateInChina(at) })),
  );
  return [...new Set([...acts.map(({ person }) => person), ...holders.values()])];
}

type Told = Pick<Notice, 'link' | 'dedupeKey' | 'toPersons' | 'toRoles'>;

/** Tells whoever answers for the holder, and whoever handed it in. */
export async function tellApplicant(
  tx: Tx,
  {
    permit,
    application,
  }: { readonly permit: StoredPermit; readonly application: StoredApplication },
  { now }: Acting,
  notice: (told: Told) => Notice,
): Promise<void> {
  const acts = await findActs(tx, application.id);
  const submitted = acts.findLast(({ step }) => step === 'submit' || step === 'supplement');
  const told: Told = {
    link: `/permits/${permit.id}`,
    dedupeKey: `permit:${application.id}:${application.version}`,
    toPersons: submitted ? [submitted.person] : [],
    toRoles: { organisations: [permit.ownerOrg], roles: [applicantRole(permit)] },
  };
  await notify(tx, notice(told), { now, today: dateInChina(now) });
}
