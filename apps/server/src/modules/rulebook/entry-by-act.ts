import { randomUUID } from 'node:crypto';
import { can } from '@ludao/contracts';
import { entriesOf, type Park } from '@ludao/rules';
import type { Tx } from '../../platform/db.ts';
import { append } from '../../platform/event-log/index.ts';
import { refuse, type Refusal } from '../../platform/refusal.ts';
import { actorOf } from '../../platform/session.ts';
import { mayReview } from '../organisations/index.ts';
import { decideSubmission, type Checked, type Law } from './entry-decide.ts';
import {
  streamOf,
  textIn,
  type EntryRow,
  type NewEntry,
  type StoredHead,
  type Submission,
} from './entry-model.ts';
import { actsOf, ownership, tell, type Asking } from './entry-service.ts';
import * as store from './entry-store.ts';
import { closeApproval } from './tasks/work.ts';

/** Who prepared, at which post and when, what another person now makes law. */
export interface Preparation {
  readonly person: string;
  readonly post: string;
  /** The office of the post. */
  readonly organisation: string;
  readonly at: Date;
}

/**
 * Makes an entry law in the transaction of another act that two persons took: entered by whoever
 * prepared it, approved by whoever asks. The same checks as on the desk; takes the place of the
 * approved version of its key. The caller reloads the live law once this is committed.
 * @returns OWN_WORK for the same person or post, ENTRY_WAITING while a version waits, ENTRY_INVALID
 */
export async function enterDecided(
  tx: Tx,
  form: Submission,
  by: Preparation,
  asking: Asking,
  law: Law,
): Promise<{ readonly id: string } | Refusal> {
  const { session, now, causeId } = asking;
  const owned = ownership(by.organisation, form.district);
  if (!can(session, 'approve', 'rulebook_entry', owned)) return refuse('FORBIDDEN', {}, 403);
  const checked = decideSubmission(form, law);
  if ('refused' in checked) return checked;
  const versions = await store.findVersions(tx, form.topic, checked.key);
  if (versions.waiting) return refuse('ENTRY_WAITING', { value: checked.key });
  const entry = newEntry(form, checked, by, versions.last + 1);
  const { work, review } = await actsOf(tx, entry, asking);
  if (!mayReview(work, review)) return refuse('OWN_WORK', {}, 403);
  const stored = await insertPrepared(tx, entry, { now, causeId });
  const { actor, office } = actorOf(session, 'approve', 'rulebook_entry', owned);
  const approved = { state: 'APPROVED', reason: null } as const;
  await store.writeDecision(tx, entry.id, { ...approved, by: actor, at: now });
  await store.endEarlier(tx, stored);
  await tell(tx, stored, approved, { ...asking, office });
  return { id: entry.id };
}

/**
 * Enters what two persons had made law before there was a platform, as approved on the day it is
 * entered. The same checks as on the desk.
 * @returns ENTRY_WAITING while a version waits, ENTRY_INVALID
 */
export async function enterApproved(
  tx: Tx,
  form: Submission,
  by: Preparation,
  { approvedBy, causeId }: { readonly approvedBy: string; readonly causeId: string },
  law: Law,
): Promise<{ readonly id: string } | Refusal> {
  const checked = decideSubmission(form, law);
  if ('refused' in checked) return checked;
  const versions = await store.findVersions(tx, form.topic, checked.key);
  if (versions.waiting) return refuse('ENTRY_WAITING', { value: checked.key });
  const entry = newEntry(form, checked, by, versions.last + 1);
  const stored = await insertPrepared(tx, entry, { now: by.at, causeId });
  await store.writeDecision(tx, entry.id, {
    state: 'APPROVED',
    reason: null,
    by: approvedBy,
    at: by.at,
  });
  await store.endEarlier(tx, stored);
  const { topic, key, version, ownerOrg, district } = stored;
  await append(tx, { actor: approvedBy, office: null, actingFor: null, now: by.at, causeId }, [
    {
      stream: streamOf(topic, key),
      type: 'rulebook.approved',
      typeVersion: 2,
      body: { id: entry.id, version },
      ownerOrg,
      districtCode: district,
    },
  ]);
  return { id: entry.id };
}

function newEntry(
  form: Submission,
  { key, title, wholeList, content }: Checked,
  by: Preparation,
  version: number,
): NewEntry {
  return {
    ...form,
    ...content,
    id: randomUUID(),
    key,
    version,
    title,
    wholeList,
    provenance: null,
    ownerOrg: by.organisation,
    enteredBy: by.person,
    enteredPost: by.post,
    enteredAt: by.at,
  };
}

/** Writes the entry, and that it was submitted on the day of its preparation. */
async function insertPrepared(
  tx: Tx,
  entry: NewEntry,
  { now, causeId }: Pick<Asking, 'now' | 'causeId'>,
): Promise<StoredHead> {
  await store.insertEntry(tx, entry);
  const { ownerOrg, sourceWhere: _where, enteredBy, enteredPost, ...told } = entry;
  const { enteredAt, district, topic, ...body } = told;
  const entered = { actor: enteredBy, office: enteredPost, actingFor: null, now, causeId };
  await append(tx, entered, [
    {
      stream: streamOf(topic, entry.key),
      type: 'rulebook.submitted',
      typeVersion: 2,
      body,
      ownerOrg,
      districtCode: district,
      occurredAt: enteredAt,
    },
  ]);
  return (await store.lockEntry(tx, entry.id))!;
}

/**
 * Takes a park out of the list of the law: its approved version counts to that day at the latest, and
 * one that waits for approval is withdrawn. Nothing where the park is not listed.
 */
export async function endListedPark(
  tx: Tx,
  key: string,
  lastDay: string,
  asking: Asking & { readonly office: string | null },
): Promise<void> {
  const waiting = await store.findWaiting(tx, 'parks', key);
  if (waiting !== null) await withdrawWaiting(tx, waiting, asking);
  const { approved } = await store.findVersions(tx, 'parks', key);
  if (approved !== null) await endApproved(tx, approved, lastDay, asking);
}

async function withdrawWaiting(
  tx: Tx,
  id: string,
  asking: Asking & { readonly office: string | null },
): Promise<void> {
  const entry = await store.lockEntry(tx, id);
  if (!entry || entry.state !== 'SUBMITTED') return;
  const { session, now, causeId, office } = asking;
  const withdrawn = { state: 'WITHDRAWN', reason: null } as const;
  await store.writeDecision(tx, id, { ...withdrawn, by: session.personId, at: now });
  await tell(tx, entry, withdrawn, asking);
  await closeApproval(tx, id, 'withdrawn', { actor: session.personId, office, now, causeId });
}

async function endApproved(
  tx: Tx,
  id: string,
  lastDay: string,
  { session, now, causeId, office }: Asking & { readonly office: string | null },
): Promise<void> {
  const entry = await store.lockEntry(tx, id);
  if (!entry || entry.state !== 'APPROVED') return;
  if (entry.countsUntil !== null && entry.countsUntil <= lastDay) return;
  await store.endEntry(tx, id, lastDay);
  const { topic, key, version, ownerOrg, district } = entry;
  await append(tx, { actor: session.personId, office, actingFor: null, now, causeId }, [
    {
      stream: streamOf(topic, key),
      type: 'rulebook.ended',
      typeVersion: 1,
      body: { id, version, countsUntil: lastDay },
      ownerOrg,
      districtCode: district,
    },
  ]);
}

/**
 * A park as the list of the law has it: under the given key, or under another with the same name in
 * the same county. `row` is as it was entered, with conditions as text.
 */
export async function findListedPark(
  tx: Tx,
  law: Law,
  { id, name, district, on }: Record<'id' | 'name' | 'district' | 'on', string>,
): Promise<{ readonly key: string; readonly row: EntryRow | null }> {
  const parks = entriesOf(law.ruleSet, 'parks', on, district).map(({ entry }): Park => entry);
  const known =
    parks.find((park) => park.id === id) ??
    parks.find((park) => park.name === name && park.jurisdiction === district);
  const key = known?.id ?? id;
  const { approved } = await store.findVersions(tx, 'parks', key);
  const entry = approved === null ? undefined : await store.findEntry(tx, approved);
  return { key, row: entry?.entries.find((row) => textIn(row, 'id') === key) ?? null };
}

/** The approved version of a park's entry under its own key, for a new one to supersede; null for none. */
export async function findApproved(tx: Tx, key: string): Promise<string | null> {
  return (await store.findVersions(tx, 'parks', key)).approved;
}
