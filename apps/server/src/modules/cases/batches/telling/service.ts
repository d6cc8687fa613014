import type { Tx } from '../../../../platform/db.ts';
import { notify } from '../../../notifications/index.ts';
import {
  openWorkItem,
  settleWorkItem,
  withdrawWorkItem,
  type Acting,
  type WorkKind,
} from '../../../tasks/index.ts';
import { applicantRole } from '../../model.ts';
import type { BoardCase, StoredBatch } from '../model.ts';
import { findParkHouses } from '../store.ts';

const ATTEND: WorkKind = {
  code: 'batches.attend',
  zh: '参加踏勘或评估会',
  en: 'Survey or meeting to attend',
};
const MINUTES: WorkKind = {
  code: 'batches.minutes',
  zh: '踏勘或评估会待记纪要',
  en: 'Minutes of a survey or meeting',
};
export const batchesWork: readonly WorkKind[] = [ATTEND, MINUTES];

const ROLES = ['ENTERPRISE_OWNER', 'PARK_MANAGER', 'REVIEWER'] as const;
interface Guest {
  readonly org: string;
  readonly role: (typeof ROLES)[number];
  readonly count: number;
  readonly link: string;
}

/** Everybody whom a batch concerns: applicants, who runs the park, the body that is invited. */
async function guestsOf(tx: Tx, batch: StoredBatch, cases: readonly BoardCase[]): Promise<Guest[]> {
  const page = `/batches/${batch.id}`;
  const parks = Map.groupBy(
    cases.filter(({ parkId }) => batch.kind === 'SURVEY' && parkId !== null),
    ({ parkId }) => parkId!,
  );
  const houses: Guest[] = [];
  for (const [park, own] of parks) {
    // Of several parks, none reads the whole day: each is led to a case of its own.
    const link = batch.parkId === park ? page : `/cases/${own[0]!.id}`;
    for (const org of await findParkHouses(tx, park)) {
      houses.push({ org, role: 'PARK_MANAGER', count: own.length, link });
    }
  }
  const applicants = [
    ...Map.groupBy(cases, (one) => `${applicantRole(one)} ${one.ownerOrg}`).values(),
  ]
    .map((own): Guest => {
      const [first] = own;
      const role = applicantRole(first!);
      return { org: first!.ownerOrg, role, count: own.length, link: `/cases/${first!.id}` };
    })
    // Whoever runs the park is told once, of all that is seen in it.
    .filter(({ org, role }) => !houses.some((house) => house.org === org && house.role === role));
  return [
    ...applicants,
    ...houses,
    ...(batch.bodyOrg === null
      ? []
      : [{ org: batch.bodyOrg, role: 'REVIEWER', count: cases.length, link: page } as const]),
  ];
}

type When = { readonly now: Date; readonly today: string };

/** One click tells everyone, and puts the day into everyone's inbox. */
export async function announce(
  tx: Tx,
  batch: StoredBatch,
  cases: readonly BoardCase[],
  acting: Acting,
  when: When,
): Promise<void> {
  const { kind, day: on } = batch;
  const guests = await guestsOf(tx, batch, cases);
  for (const { org, role, count, link } of guests) {
    await notify(
      tx,
      {
        kind: 'BATCH_ANNOUNCED',
        toRoles: { organisations: [org], roles: [role] },
        params: { kind, on, count },
        link,
        dedupeKey: `batch/${batch.id}/${on}/${count}`,
      },
      when,
    );
  }
  await openWork(tx, batch, guests, acting);
}

/** A new day: everyone is told of both, and what waits carries the new one. */
export async function tellMoved(
  tx: Tx,
  { before, batch, cases }: { before: string; batch: StoredBatch; cases: readonly BoardCase[] },
  acting: Acting,
  when: When,
): Promise<void> {
  const { kind, day: on } = batch;
  const guests = await guestsOf(tx, batch, cases);
  for (const { org, role, link } of guests) {
    await notify(
      tx,
      {
        kind: 'BATCH_MOVED',
        toRoles: { organisations: [org], roles: [role] },
        params: { kind, before, on },
        link,
        dedupeKey: `batch/${batch.id}/${before}/${on}/${batch.version}`,
      },
      when,
    );
  }
  await withdrawWorkItem(tx, { subject: subjectOf(batch) }, acting);
  await openWork(tx, batch, guests, acting);
}

/** It does not take place, for those cases or at all. */
export async function tellCancelled(
  tx: Tx,
  batch: StoredBatch,
  cases: readonly BoardCase[],
  when: When,
): Promise<void> {
  const { kind, day: on } = batch;
  for (const { org, role, link } of await guestsOf(tx, batch, cases)) {
    await notify(
      tx,
      {
        kind: 'BATCH_CANCELLED',
        toRoles: { organisations: [org], roles: [role] },
        params: { kind, on },
        link,
        dedupeKey: `batch/${batch.id}/cancelled/${batch.version}`,
      },
      when,
    );
  }
}

export async function closeWork(tx: Tx, batch: StoredBatch, acting: Acting): Promise<void> {
  await settleWorkItem(tx, { subject: subjectOf(batch) }, acting);
}

export async function withdrawWork(tx: Tx, batch: StoredBatch, acting: Acting): Promise<void> {
  await withdrawWorkItem(tx, { subject: subjectOf(batch) }, acting);
}

const subjectOf = ({ id }: StoredBatch) => ({ kind: 'batch', id }) as const;

async function openWork(
  tx: Tx,
  batch: StoredBatch,
  guests: readonly Guest[],
  acting: Acting,
): Promise<void> {
  const { districtCode, parkId, day } = batch;
  const place = { districtCode, parkId };
  const about = { subject: subjectOf(batch), title: titleOf(batch), place, dueOn: day };
  for (const { org, role, link } of guests) {
    await openWorkItem(tx, { ...about, kind: ATTEND, org, role, to: link }, acting);
  }
  const own = {
    org: batch.ownerOrg,
    role: 'APPROVAL_OFFICER',
    to: `/batches/${batch.id}`,
  } as const;
  await openWorkItem(tx, { ...about, kind: MINUTES, ...own }, acting);
}

function titleOf({ kind, park, industry, place }: StoredBatch): string {
  const what = kind === 'SURVEY' ? '集中踏勘' : '分行业评估会';
  return [what, park ?? industry ?? '', place]
    .filter((part) => part !== '')
    .join(' · ')
    .slice(0, 200);
}
