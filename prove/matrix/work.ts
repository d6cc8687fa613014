import { randomUUID } from 'node:crypto';
import type { Owned, Role } from '@ludao/contracts';
import type { Tx } from '../../apps/server/src/platform/db.ts';
import type { Actor } from './actors.ts';
import { FAR, HOME, NEXT, type Ground } from './world.ts';

export interface Queue {
  readonly org: string;
  readonly districtCode: string;
  readonly parkId: string | null;
  readonly role: Role;
}

/** Queues at home, next door, in the city and far away; of an office, an operator, an enterprise. */
export function queuesOf({ office, nextBranch, places, rows, world }: Ground): Queue[] {
  const far = world.organisations.find(({ districtCode }) => districtCode === FAR)!;
  const at = (org: string, districtCode: string, role: Role, parkId: string | null = null) => ({
    org,
    districtCode,
    parkId,
    role,
  });
  return [
    at(office.COUNTY_EEB.id, HOME, 'BUREAU_HEAD'),
    at(office.COUNTY_EEB.id, HOME, 'INSPECTOR', places.ownPark.id),
    at(nextBranch.id, NEXT, 'APPROVAL_OFFICER'),
    at(office.PARK_OWNER.id, HOME, 'PARK_MANAGER', places.ownPark.id),
    at(rows.own.id, HOME, 'ENTERPRISE_OWNER'),
    at(far.id, FAR, 'BUREAU_HEAD'),
  ];
}

/** Whether one of the posts has the queue. */
export function hasQueue({ state, posts }: Actor, { org, role }: Queue): boolean {
  return (
    state === 'alive' &&
    posts.some(
      (post) =>
        post.orgs.includes(org) &&
        (post.role === role || (post.role === 'STEWARD' && role === 'ENTERPRISE_OWNER')),
    )
  );
}

export function ownedQueue({ org, districtCode, parkId }: Queue): Owned {
  return { ownerOrg: org, districtCode, parkId };
}

/** One item that waits for all of a role. */
export async function enterItem(tx: Tx, queue: Queue, clock: string | null): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `insert into work_item (id, owner_org, district_code, park_id, role, kind, subject_kind,
       subject_id, title, address, clock_id, opened_at)
     values ($1, $2, $3, $4, $5, 'matrix.work', 'matrix', $1, '矩阵事项', '/rulebook', $6, now())`,
    [id, queue.org, queue.districtCode, queue.parkId, queue.role, clock],
  );
  return id;
}

const TERMS = {
  clock: 'C03',
  length: 'FORM',
  edition: 'matrix',
  title: { zh: '矩阵时限', en: 'Clock of the matrix' },
  lengthTitle: null,
  start: { code: 'BEGUN', zh: '开始', en: 'Begun' },
  direction: 'AFTER',
  unit: 'CALENDAR_DAY',
  value: 30,
  owedBy: 'AUTHORITY',
  rolls: false,
  warn: { amber: 5, red: 0 },
  excludes: [],
  missed: { code: 'NONE', zh: '无', en: 'Nothing' },
  cite: '矩阵',
  confidence: 'practitioner',
  tension: null,
  setBy: null,
};

/** A clock that is stopped for each queue, and an item of it. */
export async function enterWork(tx: Tx, ground: Ground): Promise<void> {
  for (const queue of queuesOf(ground)) {
    const clock = randomUUID();
    const { org, districtCode, parkId } = queue;
    await tx.query(
      `insert into clock (id, owner_org, district_code, park_id, office_org, definition, terms,
         subject_kind, subject_id, started_at, started_on, state)
       values ($1, $2, $3, $4, $2, 'C03', $5, 'matrix', $1, '2026-11-01T00:00Z', '2026-11-01',
         'SUSPENDED')`,
      [clock, org, districtCode, parkId, JSON.stringify(TERMS)],
    );
    await tx.query(
      `insert into clock_suspension (id, clock_id, owner_org, district_code, park_id, from_at, reason,
         words, suspended_by)
       values ($1, $2, $3, $4, $5, '2026-11-10T00:00Z', 'BY_LAW', '矩阵', 'system:matrix')`,
      [randomUUID(), clock, org, districtCode, parkId],
    );
    await enterItem(tx, queue, clock);
  }
}
