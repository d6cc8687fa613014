import { randomUUID } from 'node:crypto';
import {
  can,
  maskName,
  maskPhone,
  type Contact,
  type ContactChange,
  type ContactErasure,
  type ContactForm,
  type ContactList,
  type Revealed,
  type RevealRequest,
} from '@ludao/contracts';
import type { Tx } from '../../platform/db.ts';
import {
  append,
  type EventContext,
  type JsonObject,
  type NewEvent,
} from '../../platform/event-log/index.ts';
import { notFound, refuse, type Refusal } from '../../platform/refusal.ts';
import { actorOf, type Session } from '../../platform/session.ts';
import {
  recordErasure,
  recordReveal,
  type ContactsPort,
  type RevealLimit,
} from '../organisations/index.ts';
import { decideChange, decideDetails } from './decide.ts';
import type { StoredContact, Subject, TakenContact } from './model.ts';
import * as store from './store.ts';

/** Who asks, and when. */
export interface Asking {
  readonly session: Session;
  readonly now: Date;
  readonly today: string;
  readonly causeId: string;
}

/** The same with where the request comes from: what the security log wants to know. */
export interface AskingFrom extends Asking {
  readonly address: string;
}

/** The contacts of today, masked; undefined where the subject is not for the reader. */
export async function listContacts(
  tx: Tx,
  subject: Subject,
  session: Session,
): Promise<ContactList | undefined> {
  const place = await store.findPlace(tx, subject);
  if (!place || !can(session, 'read', 'contact', place)) return undefined;
  const contacts = await store.listContacts(tx, subject);
  const may = {
    update: !place.isMerged && can(session, 'update', 'contact', place),
    reveal: can(session, 'reveal', 'contact', place),
  };
  return { contacts: contacts.map(maskContact), may };
}

export async function enterContact(
  tx: Tx,
  subject: Subject,
  form: ContactForm,
  asking: Asking,
): Promise<Contact | Refusal> {
  const { session, today } = asking;
  const place = await store.findPlace(tx, subject);
  if (!place || !can(session, 'read', 'contact', place)) return notFound();
  if (!can(session, 'update', 'contact', place)) return refuse('CONTACT_OUT_OF_REACH', {}, 403);
  if (place.isMerged) return refuse('CONTACT_OF_MERGED');
  const details = decideDetails(form);
  if ('refused' in details) return details;
  const id = randomUUID();
  await store.enterContacts(tx, [{ id, subject, place, ...details, enteredOn: today }]);
  const { ownerOrg, districtCode, parkId } = place;
  const start = { since: today, endedOn: null, cameWith: null, version: 1 };
  const entered = { id, subject, ownerOrg, districtCode, parkId, ...details, ...start };
  await log(tx, entered, 'contact.entered', { kind: details.kind }, asking);
  return maskContact(entered);
}

export async function changeContact(
  tx: Tx,
  id: string,
  { version, ...change }: ContactChange,
  asking: Asking,
): Promise<Contact | Refusal> {
  const before = await findForChange(tx, id, version, asking.session);
  if ('refused' in before) return before;
  const decided = decideChange(before, change);
  if ('refused' in decided) return decided;
  const { after, fields } = decided;
  if (fields.length === 0) return maskContact(before);
  await store.updateContact(tx, id, after);
  // Which fields, never what stood or stands in them.
  await log(tx, before, 'contact.changed', { kind: after.kind, fields: [...fields] }, asking);
  return maskContact({ ...before, ...after, version: version + 1 });
}

export async function endContact(
  tx: Tx,
  id: string,
  version: number,
  asking: Asking,
): Promise<Refusal | null> {
  const before = await findForChange(tx, id, version, asking.session);
  if ('refused' in before) return before;
  await store.endContact(tx, id, asking.today);
  await log(tx, before, 'contact.ended', { kind: before.kind }, asking);
  return null;
}

/** On the person's request. The words are of the security log; they may name somebody. */
export async function eraseContact(
  tx: Tx,
  id: string,
  { version, reason }: ContactErasure,
  asking: AskingFrom,
): Promise<Refusal | null> {
  const before = await findForChange(tx, id, version, asking.session);
  if ('refused' in before) return before;
  await store.blankContacts(tx, [id], asking);
  const { office } = actorOf(asking.session, 'update', 'contact', before);
  await recordErasure(tx, { as: 'contact', id, words: reason }, { ...asking, office });
  await log(tx, before, 'contact.erased', { kind: before.kind }, asking);
  return null;
}

/** The whole name and number, after the security log has who looked, at whom and why. */
export async function revealContact(
  tx: Tx,
  id: string,
  { reason, words }: RevealRequest,
  { session, now, address }: AskingFrom,
  limit: RevealLimit,
): Promise<Revealed | Refusal> {
  const contact = await store.findContact(tx, id);
  if (!contact || !can(session, 'read', 'contact', contact)) return notFound();
  if (!can(session, 'reveal', 'contact', contact)) return refuse('CONTACT_OUT_OF_REACH', {}, 403);
  const { office } = actorOf(session, 'reveal', 'contact', contact);
  const about = { as: 'contact', id, reason, words } as const;
  const refused = await recordReveal(tx, about, { now, address, office }, limit);
  if (refused) return refused;
  const { name, phone } = contact;
  return { name, phone, recordedAt: now.toISOString() };
}

/**
 * Contacts follow an entry that was merged to its survivor. The caller has judged the merge and
 * widened the scope to both. @returns what giving them back needs
 */
export async function takeContacts(
  tx: Tx,
  merged: string,
  survivor: string,
  context: EventContext,
): Promise<readonly TakenContact[]> {
  const place = await placeOf(tx, survivor);
  const { moved, taken } = await store.moveContacts(tx, merged, { id: survivor, place });
  await append(
    tx,
    context,
    moved.map((contact) =>
      eventOf(contact, 'contact.taken_over', { kind: contact.kind, from: merged }),
    ),
  );
  return taken;
}

/** The entry is one of its own again: what came with it and was not changed since goes with it. */
export async function giveContactsBack(
  tx: Tx,
  taken: readonly TakenContact[],
  survivor: string,
  merged: string,
  context: EventContext,
): Promise<void> {
  const place = await placeOf(tx, merged);
  const given = await store.moveContactsBack(tx, taken, survivor, { id: merged, place });
  await append(
    tx,
    context,
    given.map((contact) =>
      eventOf(contact, 'contact.given_back', { kind: contact.kind, from: survivor }),
    ),
  );
}

async function placeOf(tx: Tx, id: string) {
  const place = await store.findPlace(tx, { kind: 'enterprise', id });
  if (!place) throw new Error(`enterprise ${id} is locked and not there`);
  return place;
}

/** What the export of a list shows of the contact to call first; masked, as on the screen. */
export async function contactsForSheet(
  tx: Tx,
  enterprises: readonly string[],
): Promise<ReadonlyMap<string, Pick<Contact, 'kind' | 'name' | 'phone'>>> {
  const found = await store.findFirstContacts(tx, enterprises);
  return new Map([...found].map(([id, contact]) => [id, maskContact(contact)]));
}

/** What a person's own page and the officers of personal data need; past the policies. */
export const personalContacts: ContactsPort = {
  findOf: store.findContactsOf,
  findExpired: store.findExpiredContacts,
  async erase(tx, ids, { actor, now, today, causeId }) {
    const contacts = await store.findContactsById(tx, ids);
    await store.blankContacts(tx, ids, { now, today });
    await append(
      tx,
      { actor, office: null, actingFor: null, now, causeId },
      contacts.map((contact) => eventOf(contact, 'contact.erased', { kind: contact.kind })),
    );
  },
};

async function findForChange(
  tx: Tx,
  id: string,
  version: number,
  session: Session,
): Promise<StoredContact | Refusal> {
  const found = await store.findContact(tx, id, { lock: true });
  if (!found || !can(session, 'read', 'contact', found)) return notFound();
  if (!can(session, 'update', 'contact', found)) return refuse('CONTACT_OUT_OF_REACH', {}, 403);
  if (found.endedOn !== null) return refuse('CONTACT_ENDED');
  if (found.version !== version) return refuse('CONTACT_CHANGED');
  return found;
}

function maskContact(contact: StoredContact): Contact {
  const { id, kind, name, phone, jobTitle, since, cameWith, version } = contact;
  const masked = { name: maskName(name), phone: phone === null ? null : maskPhone(phone) };
  const from = cameWith && { name: cameWith.name };
  return { id, kind, ...masked, jobTitle, since, cameWith: from, version };
}

/** In the stream of the enterprise or park, so that its timeline tells of it, without names. */
async function log(
  tx: Tx,
  contact: StoredContact,
  type: string,
  body: JsonObject,
  { session, now, causeId }: Asking,
): Promise<void> {
  const acts = actorOf(session, 'update', 'contact', contact);
  const actsFor = actingFor(session, contact.ownerOrg);
  await append(tx, { ...acts, actingFor: actsFor, now, causeId }, [eventOf(contact, type, body)]);
}

function eventOf(
  { id, subject, ownerOrg, districtCode }: StoredContact,
  type: string,
  body: JsonObject,
): NewEvent {
  return {
    stream: `${subject.kind}/${subject.id}`,
    type,
    typeVersion: 1,
    body: { contact: id, ...body },
    ownerOrg,
    districtCode,
  };
}

/** A steward acts for the enterprise that delegated to the agency. */
function actingFor({ posts, orgs }: Session, owner: string | null): string | null {
  const isOther = posts.every(({ organisation }) => organisation.id !== owner);
  return owner !== null && orgs.includes(owner) && isOther ? owner : null;
}
