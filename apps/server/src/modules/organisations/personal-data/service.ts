import { randomBytes, randomUUID } from 'node:crypto';
import {
  maskName,
  NOTICE_VERSION,
  readPhone,
  TERM_MONTHS,
  type DataRequestAnswer,
  type DataRequestForm,
  type DataRequestList,
  type DataRequestState,
  type ErasedPersons,
  type ErasureByOfficer,
  type ExpiredData,
  type Expiring,
  type MyData,
  type MyDataCopy,
} from '@ludao/contracts';
import { isUniqueViolation, type DatabaseAccess, type Tx } from '../../../platform/db.ts';
import { notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { actorOf, type Session } from '../../../platform/session.ts';
import { eraseMessages } from '../../notifications/index.ts';
import { SIGN_IN } from '../model.ts';
import { hashPassword, verifyPassword } from '../password.ts';
import { getAccountOf } from '../store.ts';
import type { ContactsPort } from './contacts-port.ts';
import type { Expired } from './model.ts';
import { copyMyData, findEntriesOf, findObstacles, readMyData } from './own/service.ts';
import { logPerson } from './person-event.ts';
import { readRequests } from './requests/service.ts';
import * as requests from './requests/store.ts';
import * as store from './store.ts';

/** Who asks, when and from where. */
export interface AskingFrom {
  readonly session: Session;
  readonly now: Date;
  readonly today: string;
  readonly causeId: string;
  readonly address: string;
}
type When = Pick<AskingFrom, 'now' | 'today'>;

const MOST_EXPIRED = 500;

export type PersonalDataService = ReturnType<typeof openPersonalData>;

/**
 * What a person may know, copy, correct and end, and what officers do about it. Works past the
 * policies, like signing in: these rows belong to the person, not to an office.
 */
export function openPersonalData(database: DatabaseAccess, contacts: ContactsPort) {
  /** Blanks a person with everything that still names him, or says what stands against it. */
  async function erase(
    tx: Tx,
    personId: string,
    passwordHash: string,
    reason: string,
    { session, now, today, causeId, address }: AskingFrom,
  ): Promise<Refusal | null> {
    const person = await store.lockPerson(tx, personId);
    if (!person) return notFound();
    const entries = await findEntriesOf(tx, person, contacts);
    const [obstacle] = await findObstacles(tx, personId, entries, today);
    if (obstacle) return refuse(`ERASURE_${obstacle.code}`, { of: obstacle.of });
    const actor = session.personId;
    const ids = entries.map(({ id }) => id);
    await contacts.erase(tx, ids, { actor, now, today, causeId });
    await eraseMessages(tx, personId);
    await store.blankPerson(tx, personId, { now, today, passwordHash });
    await store.insertErasure(tx, { personId, at: now, by: actor, reason });
    await store.recordErased(tx, { at: now, by: actor, address, subject: personId });
    const by = { ...officeOf(session), now, causeId };
    const body = { by: actor === personId ? 'self' : 'officer' };
    await logPerson(tx, person, 'person.erased', body, by);
    return null;
  }

  /** What has passed its term, of all kinds, or whether one entry has. */
  async function readExpired(tx: Tx, today: string, only?: { kind: Expiring; id: string }) {
    const finders = {
      person: [store.findExpiredPersons, TERM_MONTHS.LAST_POST_ENDED],
      contact: [
        (...given: Parameters<ContactsPort['findExpired']>) => contacts.findExpired(...given),
        TERM_MONTHS.CONTACT_ENDED,
      ],
      request: [requests.findExpiredRequests, TERM_MONTHS.ANSWERED],
    } as const satisfies Record<Expiring, unknown>;
    const found: (Expired & { readonly kind: Expiring })[] = [];
    for (const kind of only ? [only.kind] : (Object.keys(finders) as Expiring[])) {
      const [find, months] = finders[kind];
      const asked = { today, months, id: only?.id ?? null, most: MOST_EXPIRED };
      found.push(...(await find(tx, asked)).map((one) => ({ ...one, kind })));
    }
    return found;
  }

  return {
    read: (personId: string, today: string): Promise<MyData> =>
      database.transaction((tx) => readMyData(tx, personId, contacts, today)),

    copy: (personId: string, when: When): Promise<MyDataCopy> =>
      database.transaction((tx) => copyMyData(tx, personId, contacts, when)),

    async ask(personId: string, form: DataRequestForm, now: Date): Promise<Refusal | null> {
      try {
        await database.transaction((tx) =>
          requests.insertRequest(tx, { id: randomUUID(), personId, ...form, now }),
        );
        return null;
      } catch (error) {
        if (!isUniqueViolation(error, 'data_request_open_once')) throw error;
        return refuse('DATA_REQUEST_OPEN');
      }
    },

    /** The password is asked again: a screen left open must not be enough. */
    async eraseSelf(password: string, asking: AskingFrom): Promise<Refusal | null> {
      const { personId } = asking.session;
      const account = await database.transaction((tx) => getAccountOf(tx, personId));
      if (!(await verifyPassword(password, account.passwordHash))) {
        return refuse('PASSWORD_WRONG', {}, 422);
      }
      const nothing = await hashOfNothing();
      return database.transaction((tx) => erase(tx, personId, nothing, '', asking));
    },

    noticeOf: async (personId: string) => {
      const shown = await database.transaction((tx) => requests.findNotice(tx, personId));
      return { version: NOTICE_VERSION, shown: shown?.version === NOTICE_VERSION };
    },

    async recordNotice(personId: string, version: string, now: Date): Promise<Refusal | null> {
      // A page that was open since before the last release.
      if (version !== NOTICE_VERSION) return refuse('NOTICE_OUTDATED');
      await database.transaction((tx) => requests.insertNotice(tx, personId, version, now));
      return null;
    },

    listRequests: async (state: DataRequestState | undefined): Promise<DataRequestList> => ({
      requests: await database.transaction((tx) => readRequests(tx, state)),
    }),

    /** Carries out or refuses; of a correction it writes what the officer entered. */
    async answer(
      id: string,
      given: DataRequestAnswer,
      asking: AskingFrom,
    ): Promise<Refusal | null> {
      const { session, now } = asking;
      const nothing = await hashOfNothing();
      try {
        return await database.transaction(async (tx) => {
          const found = await requests.findOpenRequest(tx, id);
          if (!found) return notFound();
          if (found.state !== 'OPEN') return refuse('DATA_REQUEST_ANSWERED');
          if (found.personId === session.personId) return refuse('OWN_WORK', {}, 403);
          const state = given.decision === 'carry_out' ? 'DONE' : 'REFUSED';
          const isErased = state === 'DONE' && found.kind === 'ERASURE';
          // Whoever is erased reads no answer; the reason stands with the erasure.
          const answer = isErased ? '' : given.answer;
          const answered = { state, answer, by: session.personId, now } as const;
          if (state === 'DONE') {
            const refused =
              found.kind === 'ERASURE'
                ? await erase(tx, found.personId, nothing, given.answer, asking)
                : await correct(tx, found.personId, given, asking);
            if (refused) return refused;
          }
          await requests.answerRequest(tx, id, answered);
          return null;
        });
      } catch (error) {
        if (!isUniqueViolation(error, 'account_phone_unique')) throw error;
        return refuse('PHONE_TAKEN');
      }
    },

    async eraseByName(
      { signInName, reason }: ErasureByOfficer,
      asking: AskingFrom,
    ): Promise<Refusal | null> {
      const nothing = await hashOfNothing();
      return database.transaction(async (tx) => {
        const name = signInName.normalize('NFKC').toLowerCase();
        const id = await store.findPersonBySignInName(tx, name);
        if (id === undefined) return refuse('ACCOUNT_UNKNOWN', {}, 404);
        if (id === asking.session.personId) return refuse('OWN_WORK', {}, 403);
        return erase(tx, id, nothing, reason, asking);
      });
    },

    listErased: async (): Promise<ErasedPersons> => {
      const rows = await database.transaction(store.listErasures);
      const persons = rows.map(
        ({ id, organisation_kind, posts, erased_at, by_person, reason }) => ({
          id,
          organisationKind: organisation_kind,
          posts,
          erasedAt: erased_at.toISOString(),
          by: by_person === id ? ('self' as const) : ('officer' as const),
          reason,
        }),
      );
      return { persons };
    },

    listExpired: async (today: string): Promise<ExpiredData> => {
      const found = await database.transaction((tx) => readExpired(tx, today));
      return { expired: found.map((one) => ({ ...one, name: maskName(one.name) })) };
    },

    /** Only what has passed its term by now: the list may be older than that. */
    async clearExpired(
      only: { readonly kind: Expiring; readonly id: string },
      asking: AskingFrom,
    ): Promise<Refusal | null> {
      const nothing = await hashOfNothing();
      const { session, now, today, causeId, address } = asking;
      return database.transaction(async (tx) => {
        if ((await readExpired(tx, today, only)).length === 0) return refuse('NOT_EXPIRED');
        const actor = session.personId;
        if (only.kind === 'person') return erase(tx, only.id, nothing, TERM_RAN_OUT, asking);
        if (only.kind === 'request') await requests.blankRequest(tx, only.id);
        else await contacts.erase(tx, [only.id], { actor, now, today, causeId });
        await store.recordErased(tx, { at: now, by: actor, address, subject: only.id });
        return null;
      });
    },

    clearEndedSessions: (now: Date): Promise<void> =>
      database.transaction((tx) => store.deleteEndedSessions(tx, now, SIGN_IN.idleMinutes)),
  };
}

/** What the list of those who were erased says of a term; the officer gave no words. */
const TERM_RAN_OUT = '保存期限届满';

/** No password leads to it. */
function hashOfNothing(): Promise<string> {
  return hashPassword(randomBytes(32).toString('base64'));
}

async function correct(
  tx: Tx,
  personId: string,
  given: DataRequestAnswer,
  { session, now, causeId }: AskingFrom,
): Promise<Refusal | null> {
  const person = await store.lockPerson(tx, personId);
  if (!person) return notFound();
  const name = given.name ?? person.name;
  const phone = given.phone === undefined ? person.phone : readPhone(given.phone);
  if (given.phone && phone === null) return refuse('PHONE_FORM', {}, 422);
  const fields = [
    ...(name === person.name ? [] : ['name']),
    ...(phone === person.phone ? [] : ['phone']),
  ];
  if (fields.length === 0) return refuse('NOTHING_CORRECTED', {}, 422);
  await requests.correctPerson(tx, personId, { name, phone });
  await logPerson(
    tx,
    person,
    'person.corrected',
    { fields },
    { ...officeOf(session), now, causeId },
  );
  return null;
}

/** By which post the officer acts; a person who ends the own account acts by none. */
function officeOf(session: Session) {
  return actorOf(session, 'update', 'data_request', null);
}
