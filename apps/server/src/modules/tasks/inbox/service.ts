import {
  BY_LAW,
  can,
  rolesAt,
  type ClockColour,
  type Inbox,
  type InboxItem,
  type InboxQuery,
  type WorkPosts,
} from '@ludao/contracts';
import { loadCalendar } from '../../../platform/calendar-store.ts';
import type { Tx } from '../../../platform/db.ts';
import { append, type JsonObject } from '../../../platform/event-log/index.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import type { Session } from '../../../platform/session.ts';
import { daysBetween } from '../../../platform/days.ts';
import { decideStanding, yearsOf } from '../clocks/decide.ts';
import type { RunningClock } from '../clocks/model.ts';
import { findClocksById } from '../clocks/store.ts';
import { decideClaim, decideRelease, seatsOf } from './decide.ts';
import type { Seat, StoredItem, WorkKind } from './model.ts';
import * as store from './store.ts';

export interface Asking {
  readonly session: Session;
  readonly now: Date;
  readonly today: string;
  readonly causeId: string;
}

/** What waits at the posts held today, or was done there. Three statements at most. */
export async function listInbox(
  tx: Tx,
  kinds: readonly WorkKind[],
  query: InboxQuery,
  asking: Asking,
): Promise<Inbox> {
  const { session, today } = asking;
  const isHead = headSeats(session).length > 0;
  const whole = query.of === 'office' && isHead;
  const found = await list(tx, kinds, query, asking, { whole });
  return {
    ...found,
    today,
    kinds: kinds.map((kind) => ({ ...kind })),
    mayAssign: isHead,
  };
}

/** Takes an item for one of the asker's posts. */
export async function claim(
  tx: Tx,
  kinds: readonly WorkKind[],
  id: string,
  asking: Asking,
): Promise<InboxItem | Refusal> {
  const item = await store.lockItem(tx, id);
  const seats = item ? await ownSeats(tx, item, asking) : [];
  if (!item || seats.length === 0) return notFound();
  const decided = decideClaim(item, seats);
  if (isRefusal(decided)) return decided;
  await move(tx, item, decided.post, 'work.claimed', decided.post, asking);
  return view(tx, kinds, id, asking);
}

/** Gives an item back to all posts of the role. */
export async function release(
  tx: Tx,
  kinds: readonly WorkKind[],
  id: string,
  asking: Asking,
): Promise<InboxItem | Refusal> {
  const item = await store.lockItem(tx, id);
  const seats = item ? await ownSeats(tx, item, asking) : [];
  if (!item || seats.length === 0) return notFound();
  const refused = decideRelease(item, seats);
  if (refused) return refused;
  await move(tx, item, null, 'work.released', item.postId, asking);
  return view(tx, kinds, id, asking);
}

/** The posts that a head may give an item to. */
export async function listPosts(tx: Tx, id: string, asking: Asking): Promise<WorkPosts | Refusal> {
  const item = await store.lockItem(tx, id);
  if (!item || !mayAssign(asking.session, item)) return notFound();
  return { posts: await store.listPostsFor(tx, id, asking.today) };
}

/** Gives an item to one post of its role, also one that another post has. */
export async function assign(
  tx: Tx,
  kinds: readonly WorkKind[],
  id: string,
  post: string,
  asking: Asking,
): Promise<InboxItem | Refusal> {
  const item = await store.lockItem(tx, id);
  if (!item || !mayAssign(asking.session, item)) return notFound();
  if (item.state !== 'OPEN') return refuse('WORK_SETTLED');
  const posts = await store.listPostsFor(tx, id, asking.today);
  if (!posts.some((one) => one.id === post)) return refuse('WORK_POST_UNFIT', {}, 422);
  const head = headSeats(asking.session).find(({ org }) => org === item.ownerOrg);
  await move(tx, item, post, 'work.assigned', head?.post ?? null, asking);
  return view(tx, kinds, id, asking, { whole: true });
}

function mayAssign(session: Session, { ownerOrg, districtCode, parkId }: StoredItem): boolean {
  return can(session, 'update', 'work_item', { ownerOrg, districtCode, parkId });
}

/** Every queue of the organisations whose head the asker is. */
function headSeats({ posts }: Session): Seat[] {
  return posts.flatMap((post) => {
    const { id, home, organisation } = post;
    const here = { ownerOrg: home, districtCode: null, parkId: null };
    if (!can({ posts: [post] }, 'update', 'work_item', here)) return [];
    return rolesAt(organisation.kind).map((role) => ({ post: id, role, org: home, parks: null }));
  });
}

async function ownSeats(
  tx: Tx,
  item: StoredItem,
  { session, today }: Asking,
): Promise<readonly Seat[]> {
  const seats = seatsOf(session.posts);
  const may = await store.seatedPosts(tx, item.id, seats, { personId: session.personId, today });
  return seats.filter(
    ({ post, role, org }) => may.includes(post) && role === item.role && org === item.ownerOrg,
  );
}

async function list(
  tx: Tx,
  kinds: readonly WorkKind[],
  query: InboxQuery,
  { session, now, today }: Pick<Asking, 'session' | 'now' | 'today'>,
  { whole, only }: { readonly whole: boolean; readonly only?: string },
): Promise<{ rows: InboxItem[]; total: number }> {
  const seats = whole ? headSeats(session) : seatsOf(session.posts);
  const asked = { personId: session.personId, today, now, whole, ...(only && { only }) };
  const items = await store.listItems(tx, seats, asked, query);
  const ids = items.flatMap(({ clockId }) => clockId ?? []);
  const clocks = ids.length > 0 ? await findClocksById(tx, ids) : new Map<string, RunningClock>();
  const years = new Set([...clocks.values()].flatMap((clock) => yearsOf(clock, today)));
  const calendar = await loadIfAny(tx, [...years]);
  const own = seatsOf(session.posts);
  const rows = items.map((item): InboxItem => {
    const clock = clocks.get(item.clockId ?? '');
    const standing = clock && calendar ? decideStanding(clock, now, calendar) : null;
    const isOpen = item.state === 'OPEN';
    const stopped = clock?.state === 'SUSPENDED' ? clock.suspensions.at(-1) : undefined;
    return {
      id: item.id,
      kind: kinds.find(({ code }) => code === item.kind) ?? unknownKind(item.kind),
      title: item.title,
      to: item.address,
      role: item.role,
      post: item.postId === null ? null : { id: item.postId, title: item.postTitle ?? '' },
      openedAt: item.openedAt.toISOString(),
      settledAt: item.settledAt?.toISOString() ?? null,
      state: item.state,
      colour: item.colour as ClockColour,
      dueOn: item.dueOn,
      dueAt: clock?.dueAt ?? null,
      left: isOpen ? (standing ? standing.left : plainLeft(item, today)) : null,
      unit: clock?.terms.unit ?? (item.dueOn === null ? null : 'CALENDAR_DAY'),
      clock: item.clockId,
      clockCode: clock?.terms.clock ?? null,
      openYears: [...(clock?.years ?? [])],
      suspendedFor: (stopped && clock && reasonOf(clock, stopped.reason)) ?? null,
      may: {
        claim: isOpen && item.postId === null && own.some((seat) => isSeat(seat, item)),
        release: isOpen && own.some(({ post }) => post === item.postId),
        assign: isOpen && mayAssign(session, item),
      },
    };
  });
  return { rows, total: items[0]?.total ?? 0 };
}

function plainLeft({ dueOn }: StoredItem, today: string): number | null {
  return dueOn === null ? null : daysBetween(today, dueOn);
}

async function loadIfAny(tx: Tx, years: readonly number[]) {
  return years.length > 0 ? loadCalendar(tx, years) : null;
}

function isSeat({ role, org }: Seat, item: StoredItem): boolean {
  return role === item.role && org === item.ownerOrg;
}

/** The words of a reason, from the terms that the clock was started with. */
export function reasonOf({ terms }: RunningClock, code: string): { zh: string; en: string } {
  const { zh, en } = terms.excludes.find((one) => one.code === code) ?? BY_LAW;
  return { zh, en };
}

function unknownKind(code: string): WorkKind {
  return { code, zh: code, en: code };
}

const EVERYTHING: InboxQuery = {
  q: '',
  page: 1,
  size: 1,
  state: 'open',
  of: 'mine',
  sort: 'due',
};

async function view(
  tx: Tx,
  kinds: readonly WorkKind[],
  id: string,
  asking: Asking,
  { whole } = { whole: false },
): Promise<InboxItem | Refusal> {
  const { rows } = await list(tx, kinds, EVERYTHING, asking, { whole, only: id });
  return rows[0] ?? notFound();
}

async function move(
  tx: Tx,
  { id, ownerOrg, districtCode }: StoredItem,
  post: string | null,
  type: string,
  office: string | null,
  { session, now, causeId }: Asking,
): Promise<void> {
  await store.writePost(tx, id, post);
  const body: JsonObject = { post };
  await append(tx, { actor: session.personId, office, actingFor: null, now, causeId }, [
    { stream: `work/${id}`, type, typeVersion: 1, body, ownerOrg, districtCode },
  ]);
}
