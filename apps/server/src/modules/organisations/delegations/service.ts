import { randomUUID } from 'node:crypto';
import {
  can,
  rolesFor,
  type AgencyList,
  type DelegationForm,
  type DelegationList,
  type Owned,
} from '@ludao/contracts';
import { dateInChina } from '../../../platform/clock.ts';
import type { DatabaseAccess, Tx } from '../../../platform/db.ts';
import type { JsonObject } from '../../../platform/event-log/index.ts';
import { notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { actorOf, type Session } from '../../../platform/session.ts';
import { notify } from '../../notifications/index.ts';
import type { Asking } from '../posts/rights.ts';
import { note, tell } from '../posts/tell.ts';
import { decideDelegation, decideEnd, stateOf } from './decide.ts';
import * as store from './store.ts';

const DONE = { done: true } as const;
const owned = (ownerOrg: string): Owned => ({ ownerOrg, districtCode: null, parkId: null });

const homesWith = ({ posts }: Session, action: 'read' | 'create') =>
  posts
    .filter((post) => can({ posts: [post] }, action, 'delegation', owned(post.home)))
    .map(({ home }) => home);

/** What the own enterprise gave; for an agency, what runs at this moment: no more is its business. */
export async function listDelegations(
  tx: Tx,
  session: Session,
  now: Date,
): Promise<DelegationList> {
  const givers = homesWith(session, 'create');
  const receivers = homesWith(session, 'read').filter((home) => !givers.includes(home));
  const found = await store.listDelegations(tx, givers, receivers);
  const rows = found.map(({ id, owner, to, ownerOrg, startsAt, endsAt }) => {
    const state = stateOf({ startsAt, endsAt }, now);
    const isOwn = can(session, 'update', 'delegation', owned(ownerOrg));
    return {
      id,
      owner,
      to,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      state,
      may: { end: isOwn && state !== 'ENDED' },
    };
  });
  return {
    rows: rows.filter(({ owner, state }) => givers.includes(owner.id) || state === 'RUNNING'),
  };
}

export async function listAgencies(tx: Tx): Promise<AgencyList> {
  return { agencies: await store.listAgencies(tx) };
}

export async function giveDelegation(
  tx: Tx,
  { to, endsAt }: DelegationForm,
  asking: Asking,
): Promise<{ readonly id: string } | Refusal> {
  const { session, now } = asking;
  const [own] = homesWith(session, 'create');
  const home = own && (await store.lockHome(tx, own));
  if (!home) return notFound();
  const agencies = await store.listAgencies(tx);
  if (!agencies.some(({ id }) => id === to)) return refuse('AGENCY_UNKNOWN', {}, 422);
  const until = new Date(endsAt);
  const running = await store.findRunning(tx, home.id, to, now);
  const refused = decideDelegation(until, running, now);
  if (refused) return refused;
  const id = randomUUID();
  await store.insertDelegation(tx, home, { id, to, startsAt: now, endsAt: until });
  await say(tx, asking, id, home, 'given', { to, endsAt: until.toISOString() });
  const agency = agencies.find((one) => one.id === to)?.name ?? '';
  await note(tx, asking, 'DELEGATION_GIVEN', null, agency);
  return { id };
}

export async function endDelegation(
  tx: Tx,
  id: string,
  asking: Asking,
): Promise<typeof DONE | Refusal> {
  const { session, now } = asking;
  const found = await store.lockDelegation(tx, id);
  if (!found || !can(session, 'update', 'delegation', owned(found.ownerOrg))) return notFound();
  const endsAt = decideEnd(found, now);
  if ('refused' in endsAt) return endsAt;
  await store.moveEnd(tx, id, endsAt);
  const home = { id: found.ownerOrg, districtCode: found.districtCode };
  const body = { to: found.to.id, endsAt: endsAt.toISOString() };
  await say(tx, asking, id, home, 'ended', body);
  await note(tx, asking, 'DELEGATION_ENDED', null, found.to.name);
  return DONE;
}

/** How many days before a delegation ends both sides are told of it. */
const TOLD_DAYS_BEFORE = 14;

/** Tells both sides of each delegation that ends soon, once; for a job that runs again and again. */
export async function tellEndingDelegations(
  database: DatabaseAccess,
  when: { readonly now: Date; readonly today: string },
): Promise<void> {
  const until = new Date(when.now.getTime() + TOLD_DAYS_BEFORE * 24 * 60 * 60 * 1000);
  await database.transaction(async (tx) => {
    for (const { id, ownerOrg, toOrg, endsAt } of await store.listEnding(tx, when.now, until)) {
      const notice = {
        kind: 'DELEGATION_ENDS',
        toRoles: {
          organisations: [ownerOrg, toOrg],
          roles: rolesFor('read', 'delegation'),
        },
        params: { delegation: id, endsOn: dateInChina(endsAt) },
        link: '/delegations',
        dedupeKey: `delegation/${id}/${TOLD_DAYS_BEFORE}`,
      } as const;
      await notify(tx, notice, when);
    }
  });
}

async function say(
  tx: Tx,
  asking: Asking,
  delegation: string,
  { id: ownerOrg, districtCode }: { readonly id: string; readonly districtCode: string },
  what: 'given' | 'ended',
  body: JsonObject,
): Promise<void> {
  const acts = actorOf(asking.session, 'update', 'delegation', owned(ownerOrg));
  const stream = `delegation/${delegation}`;
  const type = `delegation.${what}`;
  await tell(tx, asking, acts, [{ stream, type, typeVersion: 1, body, ownerOrg, districtCode }]);
}
