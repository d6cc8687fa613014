import { randomUUID } from 'node:crypto';
import type {
  Appointing,
  Colleague,
  ColleagueQuery,
  ColleagueDetail,
  HoldingEnd,
  PostChoices,
  PostDetail,
  PostForm,
  PostList,
  PostQuery,
  Timeline,
} from '@ludao/contracts';
import type { Tx } from '../../../platform/db.ts';
import { readStream } from '../../../platform/event-log/index.ts';
import { notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import type { Session } from '../../../platform/session.ts';
import { decideAppointment, decideEnd, decidePost, decidePostEnd } from './decide.ts';
import type { HoldingChanges, StoredPost } from './model.ts';
import { homesOf, standingTo, type Asking, type Standing } from './rights.ts';
import * as store from './store.ts';
import { event, note, streamOfPost, tell } from './tell.ts';
import * as views from './view-store.ts';

const DONE = { done: true } as const;

export function listPosts(
  tx: Tx,
  query: PostQuery,
  session: Session,
  today: string,
  action: 'read' | 'export' = 'read',
): Promise<PostList> {
  return views.listPosts(tx, query, homesOf(session, action), today);
}

export async function findPost(
  tx: Tx,
  id: string,
  session: Session,
  today: string,
): Promise<PostDetail | undefined> {
  const found = await views.findPost(tx, id, today);
  if (!found) return undefined;
  const { districtCode, ...post } = found;
  const org = post.organisation.id;
  if (!standingTo(session, 'read', org, districtCode)) return undefined;
  const standing = standingTo(session, 'update', org, districtCode);
  const isOpen = post.state !== 'ENDED';
  return {
    ...post,
    may: { update: Boolean(standing) && isOpen, confirmed: standing?.isManager === false },
  };
}

export async function readPostTimeline(
  tx: Tx,
  id: string,
  asking: Pick<Asking, 'session' | 'today'>,
): Promise<Timeline | undefined> {
  if (!(await findPost(tx, id, asking.session, asking.today))) return undefined;
  const events = await readStream(tx, streamOfPost(id));
  const people = events.flatMap(({ body }) => [body['person'], body['from'], body['to']]);
  const known = people.filter((one): one is string => typeof one === 'string' && one.length === 36);
  const names = await views.nameActors(tx, events, known);
  const called = (value: unknown) => names.get(String(value)) ?? value;
  const entries = events.map(
    ({ stream, seq, type, occurredAt, recordedAt, actor, office, body }) => ({
      id: `${stream}@${seq}`,
      type,
      occurredAt: occurredAt.toISOString(),
      recordedAt: recordedAt.toISOString(),
      actor: names.get(actor) ?? names.get(office ?? '') ?? actor,
      body: Object.fromEntries(
        Object.entries(body).map(([name, value]) => [name, called(value)]),
      ) as Timeline['entries'][number]['body'],
    }),
  );
  return { entries: entries.reverse() };
}

/** Where posts may be made, and the parks near the one organisation that is asked for. */
export async function listChoices(
  tx: Tx,
  org: string | undefined,
  session: Session,
): Promise<PostChoices> {
  const homes = homesOf(session, 'create');
  const asked = org === undefined ? (homes ?? []) : [org];
  const organisations = [];
  for (const id of asked) {
    const found = await store.findOrganisation(tx, id);
    if (found && standingTo(session, 'create', id, found.districtCode)) organisations.push(found);
  }
  const parks = await Promise.all(organisations.map(({ id }) => store.listParksNear(tx, id)));
  return {
    organisations: organisations.map(({ id, name, kind }) => ({ id, name, kind })),
    parks: [...new Map(parks.flat().map((park) => [park.id, park])).values()],
  };
}

export async function createPost(
  tx: Tx,
  form: PostForm,
  asking: Asking,
): Promise<{ readonly id: string } | Refusal> {
  const { session, today } = asking;
  const organisation = await store.findOrganisation(tx, form.organisationId);
  if (!organisation) return notFound();
  const { id: ownerOrg, districtCode } = organisation;
  const standing = standingTo(session, 'create', ownerOrg, districtCode);
  if (!standing) return notFound();
  const parks = form.parkId === null ? [] : await store.listParksNear(tx, ownerOrg);
  const parkKnown = parks.some(({ id }) => id === form.parkId);
  const refused = decidePost(form, { kind: organisation.kind, parkKnown });
  if (refused) return refused;
  const id = randomUUID();
  await store.insertPost(tx, id, form, organisation, today);
  const { role, title, parkId } = form;
  await tell(tx, asking, standing, [
    event({ id, ownerOrg, districtCode }, 'post.created', { role, title, park: parkId }),
  ]);
  return { id };
}

/** The post, locked, as far as the asker may change it and has seen its last change. */
async function openForChange(
  tx: Tx,
  id: string,
  version: number,
  session: Session,
): Promise<{ post: StoredPost; standing: Standing } | Refusal> {
  const post = await store.lockPost(tx, id);
  const standing = post && standingTo(session, 'update', post.ownerOrg, post.districtCode);
  if (!post || !standing) return notFound();
  if (post.version === version) return { post, standing };
  const events = await readStream(tx, streamOfPost(id));
  const last = events.at(-1);
  const names = last ? await views.nameActors(tx, [last]) : new Map<string, string>();
  const by = last && (names.get(last.actor) ?? names.get(last.office ?? ''));
  return refuse('POST_CHANGED', { by: by ?? '', at: last?.recordedAt.toISOString() ?? '' });
}

export async function appoint(
  tx: Tx,
  id: string,
  { version, ...wish }: Appointing,
  asking: Asking,
): Promise<{ readonly outcome: 'in_force' | 'waiting' } | Refusal> {
  const { session, now, today } = asking;
  const opened = await openForChange(tx, id, version, session);
  if ('refused' in opened) return opened;
  const { post, standing } = opened;
  const decided = await decideWish(tx, post, wish, today);
  if ('refused' in decided) return decided;
  if (standing.isManager) {
    await putIn(tx, post, decided, asking, standing);
    return { outcome: 'in_force' };
  }
  if (await store.isProposed(tx, id, wish.part)) return refuse('APPOINTMENT_WAITS');
  const proposal = randomUUID();
  await store.insertProposal(tx, post, wish, { id: proposal, person: standing.actor, now });
  await store.countVersions(tx, [id]);
  const { part, personId, from, to } = wish;
  const body = { appointment: proposal, part, person: personId, firstDay: from, lastDay: to };
  await tell(tx, asking, standing, [event(post, 'post.proposed', body)]);
  await note(tx, asking, 'APPOINTMENT_PROPOSED', personId, post.title);
  return { outcome: 'waiting' };
}

/** Whether somebody may be put in a part of the post; only people of the same organisation. */
export async function decideWish(
  tx: Tx,
  post: StoredPost,
  wish: Pick<Appointing, 'part' | 'personId' | 'from' | 'to'>,
  today: string,
): Promise<HoldingChanges | Refusal> {
  const held = await store.listHeldBy(tx, post.ownerOrg, today);
  const elsewhere = held.get(wish.personId);
  if (!elsewhere) return refuse('PERSON_UNKNOWN', {}, 422);
  const holdings = await store.listHoldings(tx, [post.id]);
  return decideAppointment(post, holdings, wish, { today, elsewhere });
}

/** Writes an appointment that counts, with one event for whoever comes and leaves. */
export async function putIn(
  tx: Tx,
  post: StoredPost,
  changes: HoldingChanges,
  asking: Asking,
  acts: { readonly actor: string; readonly office: string | null },
): Promise<void> {
  await store.applyHoldings(tx, post, changes);
  await store.countVersions(tx, [post.id]);
  const before = changes.end[0]?.holding.personId ?? null;
  const events = changes.begin.map(({ part, personId, from, to }) =>
    event(post, 'post.appointed', {
      part,
      person: personId,
      firstDay: from,
      lastDay: to,
      from: before,
    }),
  );
  await tell(tx, asking, acts, events);
  for (const { personId } of changes.begin) {
    await note(tx, asking, 'APPOINTED', personId, post.title);
  }
}

export async function endHolding(
  tx: Tx,
  id: string,
  { version, holdingId, on }: HoldingEnd,
  asking: Asking,
): Promise<typeof DONE | Refusal> {
  const opened = await openForChange(tx, id, version, asking.session);
  if ('refused' in opened) return opened;
  const { post, standing } = opened;
  const holding = (await store.listHoldings(tx, [id])).find((one) => one.id === holdingId);
  if (!holding) return notFound();
  const decided = decideEnd(holding, on, asking.today);
  if ('refused' in decided) return decided;
  await empty(tx, post, [{ holding, ...decided }], asking, standing);
  return DONE;
}

export async function endPost(
  tx: Tx,
  id: string,
  { version, on }: { readonly version: number; readonly on: string },
  asking: Asking,
): Promise<typeof DONE | Refusal> {
  const opened = await openForChange(tx, id, version, asking.session);
  if ('refused' in opened) return opened;
  const { post, standing } = opened;
  const holdings = await store.listHoldings(tx, [id]);
  const decided = decidePostEnd(post, holdings, on, asking.today);
  if ('refused' in decided) return decided;
  await store.endPost(tx, id, on);
  await tell(tx, asking, standing, [event(post, 'post.ended', { lastDay: on })]);
  await empty(tx, post, decided.end, asking, standing);
  return DONE;
}

async function empty(
  tx: Tx,
  post: StoredPost,
  end: HoldingChanges['end'],
  asking: Asking,
  standing: Standing,
): Promise<void> {
  await store.applyHoldings(tx, post, { end, begin: [] });
  await store.countVersions(tx, [post.id]);
  const events = end.map(({ holding: { part, personId }, lastDay }) =>
    event(post, 'post.vacated', { part, person: personId, lastDay }),
  );
  await tell(tx, asking, standing, events);
  for (const { holding } of end) {
    await note(tx, asking, 'APPOINTMENT_ENDED', holding.personId, post.title);
  }
}

/** People of the house, to be chosen from. */
export async function listColleagues(
  tx: Tx,
  { org, q, sort }: ColleagueQuery,
  session: Session,
  today: string,
  action: 'read' | 'export' = 'read',
): Promise<Colleague[]> {
  const homes = homesOf(session, action);
  const asked =
    org === undefined ? (homes ?? []) : homes === null || homes.includes(org) ? [org] : [];
  const people = await views.listColleagues(tx, asked, today);
  const found = people.filter(({ name, posts }) =>
    [name, ...posts.map(({ title }) => title)].some((text) => text.includes(q)),
  );
  return sort === 'name' ? found : found.reverse();
}

export async function findColleague(
  tx: Tx,
  id: string,
  session: Session,
  today: string,
): Promise<ColleagueDetail | undefined> {
  const found = await views.findColleague(tx, id, today);
  if (!found) return undefined;
  const { districtCode, ...person } = found;
  return standingTo(session, 'read', person.organisation.id, districtCode) ? person : undefined;
}
