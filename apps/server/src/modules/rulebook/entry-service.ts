import { randomUUID } from 'node:crypto';
import {
  can,
  type Entry,
  type EntryDecision,
  type EntryForm,
  type EntryHead,
  type EntryList,
  type EntryQuery,
} from '@ludao/contracts';
import { dateInChina } from '../../platform/clock.ts';
import type { Tx } from '../../platform/db.ts';
import { append } from '../../platform/event-log/index.ts';
import { notFound, refuse, type Refusal } from '../../platform/refusal.ts';
import { actorOf, type Session } from '../../platform/session.ts';
import { notify } from '../notifications/index.ts';
import { holdersOn, mayReview, type Act } from '../organisations/index.ts';
import { decideEntry, decideSubmission, type Law } from './entry-decide.ts';
import { streamOf, type StoredEntry, type StoredHead } from './entry-model.ts';
import * as store from './entry-store.ts';
import { closeApproval, openApproval } from './tasks/work.ts';

export interface Asking {
  readonly session: Session;
  readonly now: Date;
  readonly today: string;
  readonly causeId: string;
}

/** Entries in reach, those that wait first. */
export async function listEntries(tx: Tx, query: EntryQuery): Promise<Omit<EntryList, 'digest'>> {
  const { rows, ...counts } = await store.listEntries(tx, query);
  const names = await store.nameEntered(tx, rows);
  return { ...counts, rows: rows.map((row) => headOf(row, names)) };
}

/** One entry with its rows and what the asker may do with it. */
export async function findEntry(
  tx: Tx,
  id: string,
  asking: Pick<Asking, 'session' | 'today'>,
): Promise<Entry | undefined> {
  const entry = await store.findEntry(tx, id);
  return entry && (await view(tx, entry, asking));
}

/** The stored entry itself, for a preview; undefined where it is not in reach. */
export function findStored(tx: Tx, id: string): Promise<StoredEntry | undefined> {
  return store.findEntry(tx, id);
}

/** The approved version of an office's whole list, which a new one takes the place of. */
export async function findCurrentList(
  tx: Tx,
  topic: EntryForm['topic'],
  key: string,
): Promise<string | null> {
  return (await store.findVersions(tx, topic, key)).approved;
}

/** Puts an entry before a second person. */
export async function submitEntry(
  tx: Tx,
  { supersedes, ...form }: EntryForm,
  { session, now, causeId }: Omit<Asking, 'today'>,
  law: Law,
  provenance: string | null = null,
): Promise<{ readonly id: string } | Refusal> {
  const owned = ownership(null, form.district);
  if (!can(session, 'create', 'rulebook_entry', owned)) {
    return refuse('DISTRICT_OUT_OF_REACH', { value: form.district }, 403);
  }
  const checked = decideSubmission(form, law);
  if ('refused' in checked) return checked;
  const { key, title, wholeList, content } = checked;
  const versions = await store.findVersions(tx, form.topic, key);
  if (versions.waiting) return refuse('ENTRY_WAITING', { value: key });
  if (versions.approved !== supersedes) {
    return refuse(supersedes ? 'ENTRY_SUPERSEDED' : 'ENTRY_KEY_TAKEN', { value: key });
  }
  const { actor, office } = actorOf(session, 'create', 'rulebook_entry', owned);
  const post = session.posts.find((held) => held.id === office);
  if (!post) throw new Error('a right without a post');
  const id = randomUUID();
  const version = versions.last + 1;
  const entry = { ...form, ...content, id, key, version, title, wholeList, provenance };
  await store.insertEntry(tx, {
    ...entry,
    ownerOrg: post.organisation.id,
    enteredBy: actor,
    enteredPost: post.id,
    enteredAt: now,
  });
  const { district, topic, sourceWhere: _, ...told } = entry;
  await append(tx, { actor, office, actingFor: null, now, causeId }, [
    {
      stream: streamOf(topic, key),
      type: 'rulebook.submitted',
      typeVersion: 2,
      body: told,
      ownerOrg: post.organisation.id,
      districtCode: district,
    },
  ]);
  const acting = { actor, office, now, causeId };
  await openApproval(tx, { id, title, district, by: actor, post }, acting);
  return { id };
}

/** Approves or sends back what another person entered. */
export async function decide(
  tx: Tx,
  id: string,
  decision: EntryDecision,
  asking: Asking,
  law: Law,
): Promise<Entry | Refusal> {
  const { session, now } = asking;
  const entry = await store.lockEntry(tx, id);
  if (!entry) return notFound();
  const owned = ownership(entry.ownerOrg, entry.district);
  if (!can(session, 'approve', 'rulebook_entry', owned)) return refuse('FORBIDDEN', {}, 403);
  const { actor, office } = actorOf(session, 'approve', 'rulebook_entry', owned);
  const acts = await actsOf(tx, entry, asking);
  const decided = decideEntry(entry, decision, acts);
  if ('refused' in decided) return decided;
  // The law may have moved on since it was entered.
  const checked = decided.state === 'APPROVED' ? decideSubmission(entry, law) : null;
  if (checked && 'refused' in checked) return checked;
  await store.writeDecision(tx, id, { ...decided, by: actor, at: now });
  if (decided.state === 'APPROVED') {
    await store.endEarlier(tx, entry);
    if (entry.topic === 'calendar') await store.publishYear(tx, id);
  }
  await tell(tx, entry, decided, { ...asking, office });
  await tellAuthor(tx, entry, decided.state, asking);
  await closeApproval(tx, id, 'decided', { actor, office, now, causeId: asking.causeId });
  return view(tx, { ...entry, ...decided, decidedBy: actor, decidedAt: now }, asking);
}

/** Takes back what the asker, or the asker's post, entered and nobody has decided yet. */
export async function withdraw(tx: Tx, id: string, asking: Asking): Promise<Entry | Refusal> {
  const { session, now } = asking;
  const entry = await store.lockEntry(tx, id);
  if (!entry) return notFound();
  const post = session.posts.find((held) => held.id === entry.enteredPost);
  if (entry.enteredBy !== session.personId && !post) return refuse('NOT_OWN_ENTRY', {}, 403);
  if (entry.state !== 'SUBMITTED') return refuse('ENTRY_DECIDED');
  const withdrawn = { state: 'WITHDRAWN', reason: null } as const;
  await store.writeDecision(tx, id, { ...withdrawn, by: session.personId, at: now });
  const office = post?.id ?? null;
  await tell(tx, entry, withdrawn, { ...asking, office });
  const acting = { actor: session.personId, office, now, causeId: asking.causeId };
  await closeApproval(tx, id, 'withdrawn', acting);
  const after = { ...entry, ...withdrawn, decidedBy: session.personId, decidedAt: now };
  return view(tx, after, asking);
}

/** The entering of an entry, and its decision by the asker today: who, at which post, for whom. */
export async function actsOf(
  tx: Tx,
  entry: Pick<StoredHead, 'enteredBy' | 'enteredPost' | 'enteredAt' | 'ownerOrg' | 'district'>,
  { session, today }: Pick<Asking, 'session' | 'today'>,
): Promise<{ readonly work: Act; readonly review: Act }> {
  const { enteredBy: person, enteredPost: post } = entry;
  const entered = { post, day: dateInChina(entry.enteredAt) };
  const owned = ownership(entry.ownerOrg, entry.district);
  const { actor, office } = actorOf(session, 'approve', 'rulebook_entry', owned);
  const decides = office === null ? [] : [{ post: office, day: today }];
  const holders = await holdersOn(tx, [entered, ...decides]);
  return {
    work: { person, post, holder: holders.get(`${post} ${entered.day}`) ?? null },
    review: { person: actor, post: office, holder: holders.get(`${office} ${today}`) ?? null },
  };
}

const TYPES = {
  APPROVED: 'rulebook.approved',
  REJECTED: 'rulebook.rejected',
  WITHDRAWN: 'rulebook.withdrawn',
} as const;

/** A reason may name people: it stands in the table, and the log says only that there is one. */
export async function tell(
  tx: Tx,
  { id, topic, key, version, ownerOrg, district }: StoredHead,
  { state }: { readonly state: keyof typeof TYPES },
  { session, now, causeId, office }: Asking & { readonly office: string | null },
): Promise<void> {
  await append(tx, { actor: session.personId, office, actingFor: null, now, causeId }, [
    {
      stream: streamOf(topic, key),
      type: TYPES[state],
      typeVersion: 2,
      body: { id, version },
      ownerOrg,
      districtCode: district,
    },
  ]);
}

/** Whoever entered it learns of the decision; the reason is read on the page. */
async function tellAuthor(
  tx: Tx,
  { id, topic, version, enteredBy }: StoredHead,
  state: 'APPROVED' | 'REJECTED',
  when: Asking,
): Promise<void> {
  const notice = {
    toPersons: [enteredBy],
    params: { entry: id, topic, version },
    link: `/rulebook/${id}`,
    dedupeKey: `rulebook/${id}/${state}`,
  };
  await notify(
    tx,
    { kind: state === 'APPROVED' ? 'ENTRY_APPROVED' : 'ENTRY_SENT_BACK', ...notice },
    when,
  );
}

function headOf(
  { ownerOrg: _org, enteredPost: _post, ...entry }: StoredHead,
  names: ReadonlyMap<string, string>,
): EntryHead {
  return {
    ...entry,
    enteredBy: names.get(entry.enteredBy) ?? '',
    enteredAt: entry.enteredAt.toISOString(),
    decidedBy: entry.decidedBy && (names.get(entry.decidedBy) ?? ''),
    decidedAt: entry.decidedAt?.toISOString() ?? null,
  };
}

async function view(
  tx: Tx,
  entry: StoredEntry,
  { session, today }: Pick<Asking, 'session' | 'today'>,
): Promise<Entry> {
  const owned = ownership(entry.ownerOrg, entry.district);
  const { work, review } = await actsOf(tx, entry, { session, today });
  const ownWork = !mayReview(work, review);
  const isWaiting = entry.state === 'SUBMITTED';
  const versions = await store.findVersions(tx, entry.topic, entry.key);
  const isOfPost = session.posts.some(({ id }) => id === entry.enteredPost);
  return {
    ...headOf(entry, await store.nameEntered(tx, [entry])),
    entries: [...entry.entries],
    before: (await store.findBefore(tx, entry))?.slice() ?? null,
    may: {
      ownWork,
      decide: isWaiting && !ownWork && can(session, 'approve', 'rulebook_entry', owned),
      withdraw: isWaiting && (entry.enteredBy === session.personId || isOfPost),
      supersede:
        versions.approved === entry.id &&
        !versions.waiting &&
        can(session, 'create', 'rulebook_entry', owned),
    },
  };
}

export function ownership(ownerOrg: string | null, districtCode: string) {
  return { ownerOrg, districtCode, parkId: null };
}
