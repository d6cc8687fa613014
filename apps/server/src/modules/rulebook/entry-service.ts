import { randomUUID } from 'node:crypto';
import { can, type Entry, type EntryDecision, type EntryForm } from '@ludao/contracts';
import { dateInChina } from '../../platform/clock.ts';
import type { Tx } from '../../platform/db.ts';
import { append } from '../../platform/event-log/index.ts';
import { notFound, refuse, type Refusal } from '../../platform/refusal.ts';
import { actorOf, type Session } from '../../platform/session.ts';
import { holdersOn, mayReview, type Act } from '../organisations/index.ts';
import { decideEntry, decideSubmission, type Law } from './entry-decide.ts';
import { ENTERED_CONFIDENCE, ENTERED_LAYER, type StoredEntry } from './entry-model.ts';
import * as store from './entry-store.ts';

export interface Asking {
  readonly session: Session;
  readonly now: Date;
  readonly today: string;
  readonly causeId: string;
}

/** All entries in reach, newest first. */
export async function listEntries(
  tx: Tx,
  asking: Pick<Asking, 'session' | 'today'>,
): Promise<Entry[]> {
  const entries = await store.listEntries(tx);
  const names = await store.nameEntered(tx, entries);
  const acts = await actsOf(tx, entries, asking);
  return entries.map((entry) => view(entry, asking.session, names, acts));
}

/** Puts an entry before a second person. */
export async function submitEntry(
  tx: Tx,
  form: EntryForm,
  { session, now, causeId }: Asking,
  law: Law,
): Promise<{ readonly id: string } | Refusal> {
  const owned = ownership(null, form.district);
  if (!can(session, 'create', 'rulebook_entry', owned)) {
    return refuse('DISTRICT_OUT_OF_REACH', { value: form.district }, 403);
  }
  const checked = decideSubmission(form, law);
  if ('refused' in checked) return checked;
  const versions = await store.findVersions(tx, form.topic, checked.key);
  if (versions.waiting) return refuse('ENTRY_WAITING', { value: checked.key });
  if (versions.approved !== form.supersedes) {
    return refuse(form.supersedes ? 'ENTRY_SUPERSEDED' : 'ENTRY_KEY_TAKEN', { value: checked.key });
  }
  const id = randomUUID();
  const { actor, office } = actorOf(session, 'create', 'rulebook_entry', owned);
  const post = session.posts.find((held) => held.id === office);
  if (!post) throw new Error('a right without a post');
  const version = versions.last + 1;
  await store.insertEntry(tx, {
    id,
    ownerOrg: post.organisation.id,
    district: form.district,
    topic: form.topic,
    key: checked.key,
    version,
    body: form.body,
    layer: ENTERED_LAYER,
    confidence: ENTERED_CONFIDENCE,
    sourceTitle: form.sourceTitle,
    sourceNo: form.sourceNo,
    enteredBy: actor,
    enteredPost: post.id,
    enteredAt: now,
  });
  await append(tx, { actor, office, actingFor: null, now, causeId }, [
    {
      stream: `rulebook/${form.topic}/${checked.key}`,
      type: 'rulebook.submitted',
      typeVersion: 1,
      body: {
        id,
        version,
        entry: form.body,
        sourceTitle: form.sourceTitle,
        sourceNo: form.sourceNo,
      },
      ownerOrg: post.organisation.id,
      districtCode: form.district,
    },
  ]);
  return { id };
}

/** Approves or sends back what another person entered. */
export async function decide(
  tx: Tx,
  id: string,
  decision: EntryDecision,
  { session, now, today, causeId }: Asking,
): Promise<Entry | Refusal> {
  const entry = await store.lockEntry(tx, id);
  if (!entry) return notFound();
  const owned = ownership(entry.ownerOrg, entry.district);
  if (!can(session, 'approve', 'rulebook_entry', owned)) {
    return refuse('FORBIDDEN', {}, 403);
  }
  const { actor, office } = actorOf(session, 'approve', 'rulebook_entry', owned);
  const acts = await actsOf(tx, [entry], { session, today });
  const decided = decideEntry(entry, decision, acts(entry));
  if ('refused' in decided) return decided;
  await store.writeDecision(tx, id, { ...decided, by: actor, at: now });
  if (decided.state === 'APPROVED') {
    await store.endEarlier(tx, entry, firstDayOf(entry));
  }
  await append(tx, { actor, office, actingFor: null, now, causeId }, [
    {
      stream: `rulebook/${entry.topic}/${entry.key}`,
      type: decided.state === 'APPROVED' ? 'rulebook.approved' : 'rulebook.rejected',
      typeVersion: 1,
      body: { id, version: entry.version, reason: decided.reason },
      ownerOrg: entry.ownerOrg,
      districtCode: entry.district,
    },
  ]);
  const after = { ...entry, ...decided, decidedBy: actor, decidedAt: now };
  return view(after, session, await store.nameEntered(tx, [after]), acts);
}

/** The entering of each entry, and its decision by the asker today: who, at which post, for whom. */
async function actsOf(
  tx: Tx,
  entries: readonly StoredEntry[],
  { session, today }: Pick<Asking, 'session' | 'today'>,
): Promise<(entry: StoredEntry) => { readonly work: Act; readonly review: Act }> {
  const dayOf = ({ enteredAt }: StoredEntry) => dateInChina(enteredAt);
  const holders = await holdersOn(tx, [
    ...entries.map((entry) => ({ post: entry.enteredPost, day: dayOf(entry) })),
    ...session.posts.map(({ id }) => ({ post: id, day: today })),
  ]);
  return (entry) => {
    const owned = ownership(entry.ownerOrg, entry.district);
    const { actor, office } = actorOf(session, 'approve', 'rulebook_entry', owned);
    const { enteredBy: person, enteredPost: post } = entry;
    return {
      work: { person, post, holder: holders.get(`${post} ${dayOf(entry)}`) ?? null },
      review: { person: actor, post: office, holder: holders.get(`${office} ${today}`) ?? null },
    };
  };
}

/** Submission has checked that it is a day. */
function firstDayOf({ body }: StoredEntry): string {
  return typeof body['from'] === 'string' ? body['from'] : '';
}

function view(
  { ownerOrg, enteredPost, ...entry }: StoredEntry,
  session: Session,
  names: ReadonlyMap<string, string>,
  acts: (entry: StoredEntry) => { readonly work: Act; readonly review: Act },
): Entry {
  const owned = ownership(ownerOrg, entry.district);
  const { work, review } = acts({ ...entry, ownerOrg, enteredPost });
  const isOwn = !mayReview(work, review);
  return {
    ...entry,
    enteredBy: names.get(entry.enteredBy) ?? '',
    enteredAt: entry.enteredAt.toISOString(),
    decidedBy: entry.decidedBy && (names.get(entry.decidedBy) ?? ''),
    decidedAt: entry.decidedAt?.toISOString() ?? null,
    may: {
      ownWork: isOwn,
      decide:
        entry.state === 'SUBMITTED' && !isOwn && can(session, 'approve', 'rulebook_entry', owned),
    },
  };
}

function ownership(ownerOrg: string | null, districtCode: string) {
  return { ownerOrg, districtCode, parkId: null };
}
