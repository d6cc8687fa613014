import { randomUUID } from 'node:crypto';
import { can } from '@ludao/contracts';
import { entriesOf, type Park } from '@ludao/rules';
import type { Tx } from '../../platform/db.ts';
import { append } from '../../platform/event-log/index.ts';
import { refuse, type Refusal } from '../../platform/refusal.ts';
import { actorOf } from '../../platform/session.ts';
import { mayReview } from '../organisations/index.ts';
import { decideSubmission, type Law } from './entry-decide.ts';
import { streamOf, textIn, type EntryRow, type Submission } from './entry-model.ts';
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
  const { key, title, wholeList, content } = checked;
  const versions = await store.findVersions(tx, form.topic, key);
  if (versions.waiting) return refuse('ENTRY_WAITING', { value: key });
  const id = randomUUID();
  const version = versions.last + 1;
  const entry = {
    ...form,
    ...content,
    id,
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
  const { work, review } = await actsOf(tx, entry, asking);
  if (!mayReview(work, review)) return refuse('OWN_WORK', {}, 403);
  await store.insertEntry(tx, entry);
  const stored = (await store.lockEntry(tx, id))!;
  const { district, topic } = form;
  const { ownerOrg, sourceWhere: _where, enteredBy: _by, enteredPost: _post, ...told } = entry;
  const { enteredAt, district: _district, topic: _topic, ...body } = told;
  const entered = { actor: by.person, office: by.post, actingFor: null, now, causeId };
  await append(tx, entered, [
    {
      stream: streamOf(topic, key),
      type: 'rulebook.submitted',
      typeVersion: 2,
      body,
      ownerOrg,
      districtCode: district,
      occurredAt: enteredAt,
    },
  ]);
  const { actor, office } = actorOf(session, 'approve', 'rulebook_entry', owned);
  const approved = { state: 'APPROVED', reason: null } as const;
  await store.writeDecision(tx, id, { ...approved, by: actor, at: now });
  await store.endEarlier(tx, stored);
  await tell(tx, stored, approved, { ...asking, office });
  return { id };
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
