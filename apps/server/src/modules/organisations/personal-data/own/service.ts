import {
  ANSWER_DAYS,
  CONTACT_KINDS,
  LEGAL_BASES,
  NOTICE_VERSION,
  PERSONAL_FIELDS,
  termText,
  type ErasureObstacle,
  type MyData,
  type MyDataCopy,
} from '@ludao/contracts';
import type { Tx } from '../../../../platform/db.ts';
import { readOwnMessages } from '../../../notifications/index.ts';
import { decideErasure } from '../decide.ts';
import type { ContactsPort } from '../contacts-port.ts';
import type { ContactOfPerson, StoredPerson } from '../model.ts';
import { findNotice, listRequestsOf, type RequestRow } from '../requests/store.ts';
import { findPhonesOf, findPostsHeldAlone, getPerson } from '../store.ts';
import { listRevealsOf, readOwnRows } from './store.ts';

/** Everything that is kept about the person who asks (art. 44 and 45). */
export async function readMyData(
  tx: Tx,
  personId: string,
  contacts: ContactsPort,
  today: string,
): Promise<MyData> {
  const person = await getPerson(tx, personId);
  const entries = await findEntriesOf(tx, person, contacts);
  const { account, posts, absences, sessions, log } = await readOwnRows(tx, personId);
  const shown = await findNotice(tx, personId);
  const { id, name, phone, organisation, districtCode } = person;
  return {
    person: { id, name, phone, organisation, districtCode },
    account: {
      signInName: account.sign_in_name,
      phone: account.phone,
      staffNumber: account.staff_number,
      signOn: account.sign_on,
      secondFactor: account.second_factor,
    },
    posts: posts.map(({ valid_from, valid_to, ...post }) => ({
      ...post,
      from: valid_from,
      to: valid_to,
    })),
    absences: absences.map(({ first_day, last_day }) => ({
      firstDay: first_day,
      lastDay: last_day,
    })),
    contacts: entries.map((entry) => ({
      id: entry.id,
      of: entry.of,
      kind: entry.kind,
      jobTitle: entry.jobTitle,
      phone: entry.phone,
      from: entry.since,
      to: entry.endedOn,
    })),
    sessions: sessions.map(({ created_at, seen_at, address, agent }) => ({
      startedAt: created_at.toISOString(),
      seenAt: seen_at.toISOString(),
      address,
      agent,
    })),
    reveals: await readReveals(tx, person, entries),
    log: log.map(({ at, kind, address }) => ({ at: at.toISOString(), kind, address })),
    requests: (await listRequestsOf(tx, personId, ANSWER_DAYS)).map(toOwnRequest),
    messages: await readOwnMessages(tx, personId),
    noticeShown: shown ? { version: shown.version, at: shown.shown_at.toISOString() } : null,
    erasureObstacles: await findObstacles(tx, personId, entries, today),
  };
}

/** The same with what each field is kept for: readable by a program without this one (art. 45). */
export async function copyMyData(
  tx: Tx,
  personId: string,
  contacts: ContactsPort,
  { now, today }: { readonly now: Date; readonly today: string },
): Promise<MyDataCopy> {
  return {
    copiedAt: now.toISOString(),
    noticeVersion: NOTICE_VERSION,
    data: await readMyData(tx, personId, contacts, today),
    fields: PERSONAL_FIELDS.map((field) => ({
      name: field.name.zh,
      purpose: field.purpose.zh,
      basis: LEGAL_BASES[field.basis].zh,
      term: termText(field).zh,
    })),
  };
}

export function toOwnRequest(row: RequestRow) {
  return {
    id: row.id,
    kind: row.kind,
    words: row.words,
    askedAt: row.asked_at.toISOString(),
    dueOn: row.due_on,
    state: row.state,
    answeredAt: row.answered_at?.toISOString() ?? null,
    answer: row.answer,
  };
}

/** Entries elsewhere that name the person: with a name alone somebody else could be meant. */
export async function findEntriesOf(
  tx: Tx,
  { id, name }: StoredPerson,
  contacts: ContactsPort,
): Promise<readonly ContactOfPerson[]> {
  const phones = await findPhonesOf(tx, id);
  return phones.length === 0 ? [] : contacts.findOf(tx, { name, phones });
}

export async function findObstacles(
  tx: Tx,
  personId: string,
  entries: readonly ContactOfPerson[],
  today: string,
): Promise<ErasureObstacle[]> {
  const current = entries.filter(({ endedOn }) => endedOn === null);
  return decideErasure({
    postsHeldAlone: await findPostsHeldAlone(tx, personId, today),
    contactOf: current.map(({ of, kind }) => `${of} ${CONTACT_KINDS[kind].zh}`),
  });
}

async function readReveals(
  tx: Tx,
  { id, organisation }: StoredPerson,
  entries: readonly ContactOfPerson[],
): Promise<MyData['reveals']> {
  const called = new Map([
    [id, organisation],
    ...entries.map((entry) => [entry.id, `${entry.of} ${CONTACT_KINDS[entry.kind].zh}`] as const),
  ]);
  const rows = await listRevealsOf(tx, [...called.keys()]);
  return rows.map(({ at, by, subject, detail }) => ({
    at: at.toISOString(),
    by: by ?? '',
    as: called.get(subject) ?? '',
    reason: detail.reason,
    words: detail.words,
  }));
}
