import { randomUUID } from 'node:crypto';
import { DISTRICTS, ROLES, SIGN_IN_NAME, THREE_OFFICERS } from '@ludao/contracts';
import type { Database, Tx } from '../../../platform/db.ts';
import { append, type NewEvent } from '../../../platform/event-log/index.ts';
import { refuse, type Refusal } from '../../../platform/refusal.ts';
import { newInitialPassword } from '../accounts/initial-password.ts';
import { writeAccount } from '../accounts/store.ts';
import { enterOrganisations, enterPosts } from '../entry-store.ts';
import { hashPassword } from '../password.ts';
import { recordSecurity } from '../security-log/record.ts';
import * as store from './store.ts';

export interface FirstOfficer {
  readonly role: (typeof THREE_OFFICERS)[number];
  readonly name: string;
  readonly signInName: string;
  /** The operator of the platform; asked for once, with the first of the three. */
  readonly organisation: { readonly name: string; readonly districtCode: string } | null;
}

export interface HandedOut {
  readonly person: string;
  readonly signInName: string;
  readonly organisation: string;
  /** Shown once. */
  readonly password: string;
}

const ACTOR = 'system:first-account';
interface Today {
  readonly now: Date;
  readonly today: string;
}

/**
 * Enters the first system, security or audit officer of a database in earnest. None of the three
 * can appoint another alone, so the first of each comes from the terminal, and only the first.
 */
export async function enterFirstOfficer(
  database: Database,
  officer: FirstOfficer,
  { now, today }: Today,
): Promise<HandedOut | Refusal> {
  const { role, signInName } = officer;
  const name = officer.name.trim();
  if (name === '' || name.length > 60) return refuse('NAME_WRONG', { value: name });
  if (!SIGN_IN_NAME.test(signInName)) return refuse('SIGN_IN_NAME_WRONG', { value: signInName });
  const password = newInitialPassword();
  const passwordHash = await hashPassword(password);
  return database.transaction(async (tx) => {
    const mark = await store.lockMark(tx);
    if (mark) return refuse('DEMO_DATABASE');
    if (await store.wasHeld(tx, role)) return refuse('OFFICER_THERE', { value: ROLES[role].zh });
    if (await store.isNameTaken(tx, signInName)) {
      return refuse('SIGN_IN_NAME_TAKEN', { value: signInName });
    }
    const platform = await findOrMakePlatform(tx, officer.organisation, now);
    if ('refused' in platform) return platform;
    if (mark === undefined) await store.markEarnest(tx, now);
    const { id: organisation, districtCode } = platform;
    const [id, personId] = [randomUUID(), randomUUID()];
    const title = ROLES[role].zh;
    const holder = { personId, name, phone: null, signInName, passwordHash };
    await enterPosts(tx, [
      { id, organisation, districtCode, role, title, postPark: null, createdOn: today, holder },
    ]);
    await store.setPasswordDue(tx, personId, now);
    const owned = { ownerOrg: organisation, districtCode, typeVersion: 1 };
    const events: NewEvent[] = [
      { stream: `person/${personId}`, type: 'person.entered', body: {}, ...owned },
      {
        stream: `post/${id}`,
        type: 'post.created',
        body: { role, title, park: null },
        ...owned,
      },
      {
        stream: `post/${id}`,
        type: 'post.appointed',
        body: { part: 'A', person: personId, firstDay: today, lastDay: null, from: null },
        ...owned,
      },
    ];
    await append(tx, { actor: ACTOR, office: null, actingFor: null, now }, events);
    await recordAtTerminal(tx, 'ACCOUNT_CREATED', personId, now);
    return { person: name, signInName, organisation: platform.name, password };
  });
}

async function findOrMakePlatform(
  tx: Tx,
  given: FirstOfficer['organisation'],
  now: Date,
): Promise<{ id: string; name: string; districtCode: string } | Refusal> {
  const found = await store.findPlatform(tx);
  if (found) return found;
  if (!given) return refuse('ORGANISATION_MISSING');
  const { name, districtCode } = given;
  if (!Object.hasOwn(DISTRICTS, districtCode)) {
    return refuse('DISTRICT_UNKNOWN', { value: districtCode });
  }
  if (name.length < 2 || name.length > 100) return refuse('NAME_WRONG', { value: name });
  const id = randomUUID();
  const made = { id, kind: 'PLATFORM', name, creditCode: null, districtCode } as const;
  await enterOrganisations(tx, [{ ...made, territory: [], isPublic: true }], now);
  const { kind, creditCode } = made;
  await append(tx, { actor: ACTOR, office: null, actingFor: null, now }, [
    {
      stream: `organisation/${id}`,
      type: 'organisation.entered',
      typeVersion: 1,
      body: { kind, name, creditCode, districtCode, territory: [] },
      ownerOrg: id,
      districtCode,
    },
  ]);
  return { id, name, districtCode };
}

/** A new password and no second factor, for one of the three officers who cannot sign in. */
export async function renewOfficer(
  database: Database,
  signInName: string,
  { now, today }: Today,
): Promise<HandedOut | Refusal> {
  const password = newInitialPassword();
  const passwordHash = await hashPassword(password);
  return database.transaction(async (tx) => {
    if (await store.lockMark(tx)) return refuse('DEMO_DATABASE');
    const officer = await store.findOfficer(tx, signInName, THREE_OFFICERS, today);
    if (!officer) return refuse('NO_SUCH_OFFICER', { value: signInName });
    const { id, name, ownerOrg, districtCode } = officer;
    for (const act of ['enable', 'reset_password', 'reset_second_factor'] as const) {
      const hash = act === 'reset_password' ? passwordHash : null;
      await writeAccount(tx, id, act, { now, passwordHash: hash });
    }
    await append(tx, { actor: ACTOR, office: null, actingFor: null, now }, [
      {
        stream: `person/${id}`,
        type: 'account.renewed',
        typeVersion: 1,
        body: {},
        ownerOrg,
        districtCode,
      },
    ]);
    await recordAtTerminal(tx, 'PASSWORD_RESET', id, now);
    await recordAtTerminal(tx, 'SECOND_FACTOR_RESET', id, now);
    const platform = await store.findPlatform(tx);
    return { person: name, signInName, organisation: platform?.name ?? '', password };
  });
}

async function recordAtTerminal(
  tx: Tx,
  kind: 'ACCOUNT_CREATED' | 'PASSWORD_RESET' | 'SECOND_FACTOR_RESET',
  subjectId: string,
  at: Date,
): Promise<void> {
  const detail = 'ludao first-account';
  await recordSecurity(tx, { at, kind, personId: null, subjectId, address: '', detail });
}
