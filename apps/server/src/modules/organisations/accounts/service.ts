import { randomUUID } from 'node:crypto';
import {
  mayEver,
  type AccountForm,
  type AccountList,
  type AccountQuery,
  type InitialPassword,
  type OrganisationChange,
  type OrganisationForm,
  type SecurityEventKind,
} from '@ludao/contracts';
import type { Database, Tx } from '../../../platform/db.ts';
import type { JsonObject } from '../../../platform/event-log/index.ts';
import { notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { enterOrganisations } from '../entry-store.ts';
import { hashPassword } from '../password.ts';
import type { Asking } from '../posts/rights.ts';
import { note, tell } from '../posts/tell.ts';
import { decideOrganisation, mayLockAccount, mayResetAccount } from './decide.ts';
import { newInitialPassword } from './initial-password.ts';
import { mayHappen, type AccountAct } from './model.ts';
import * as store from './store.ts';

export { listOrganisations } from './store.ts';

const DONE = { done: true } as const;

/** The post of the three officers by which the asker acts here. */
function officeOf({ session }: Asking): { actor: string; office: string | null } {
  const office = session.posts.find(({ role }) => mayEver({ roles: [role] }, 'read', 'account'));
  return { actor: session.personId, office: office?.id ?? null };
}

export async function enterOrganisation(
  tx: Tx,
  form: OrganisationForm,
  asking: Asking,
): Promise<{ readonly id: string } | Refusal> {
  const decided = decideOrganisation(form);
  if ('refused' in decided) return decided;
  const id = randomUUID();
  await enterOrganisations(tx, [{ id, ...decided }], asking.now);
  const { isPublic: _, ...body } = decided;
  await tellOf(tx, asking, `organisation/${id}`, 'organisation.entered', body, {
    id,
    districtCode: decided.districtCode,
  });
  await note(tx, asking, 'ORGANISATION_ENTERED', null, decided.name);
  return { id };
}

export async function changeOrganisation(
  tx: Tx,
  id: string,
  { version, ...form }: OrganisationChange,
  asking: Asking,
): Promise<typeof DONE | Refusal> {
  const before = await store.lockOrganisation(tx, id);
  if (!before) return notFound();
  const decided = decideOrganisation({ kind: before.kind, ...form });
  if ('refused' in decided) return decided;
  if (before.version !== version) return refuse('ORGANISATION_CHANGED');
  const { kind, isPublic: _, ...after } = decided;
  await store.updateOrganisation(tx, id, after);
  const { districtCode } = after;
  await tellOf(
    tx,
    asking,
    `organisation/${id}`,
    'organisation.changed',
    { kind, ...after },
    {
      id,
      districtCode,
    },
  );
  await note(tx, asking, 'ORGANISATION_CHANGED', null, after.name);
  return DONE;
}

export async function listAccounts(
  tx: Tx,
  query: AccountQuery,
  { session, now, today }: Pick<Asking, 'session' | 'now' | 'today'>,
): Promise<AccountList> {
  const { rows, total } = await store.listAccounts(tx, query, now, today);
  const resets = mayEver(session, 'update', 'account');
  return {
    total,
    rows: rows.map(({ roles, lastSignIn, ...row }) => {
      const account = { personId: row.id, roles };
      return {
        ...row,
        lastSignIn: lastSignIn?.toISOString() ?? null,
        may: {
          update: resets && mayResetAccount(account, session.personId),
          lock: mayLockAccount(account, session),
        },
      };
    }),
  };
}

/** A person with an account; the initial password is in the answer and nowhere else. */
export async function createAccount(
  database: Database,
  form: AccountForm,
  asking: Asking,
): Promise<InitialPassword | Refusal> {
  const password = newInitialPassword();
  // Hashing takes long; no transaction waits for it.
  const passwordHash = await hashPassword(password);
  const id = randomUUID();
  const { organisationId, signInName } = form;
  return database.transaction(async (tx) => {
    const organisation = await store.lockOrganisation(tx, organisationId);
    if (!organisation) return notFound();
    const { districtCode } = organisation;
    await store.insertAccount(tx, { id, districtCode }, form, passwordHash, asking.now);
    const home = { id: organisationId, districtCode };
    await tellOf(tx, asking, `person/${id}`, 'person.entered', {}, home);
    await note(tx, asking, 'ACCOUNT_CREATED', id, organisation.name);
    return { id, signInName, password };
  });
}

const NOTES: Readonly<Record<AccountAct, readonly [event: string, kind: SecurityEventKind]>> = {
  disable: ['account.disabled', 'ACCOUNT_DISABLED'],
  enable: ['account.enabled', 'ACCOUNT_ENABLED'],
  unlock: ['account.unlocked', 'ACCOUNT_UNLOCKED'],
  reset_password: ['account.password_reset', 'PASSWORD_RESET'],
  reset_second_factor: ['account.second_factor_reset', 'SECOND_FACTOR_RESET'],
};

/** @returns the new initial password, where one was made */
export async function changeAccount(
  database: Database,
  id: string,
  { act, reason }: { readonly act: AccountAct; readonly reason: string },
  asking: Asking,
): Promise<{ readonly password: string | null } | Refusal> {
  const { session, now, today } = asking;
  const password = act === 'reset_password' ? newInitialPassword() : null;
  const passwordHash = password && (await hashPassword(password));
  return database.transaction(async (tx) => {
    const account = await store.lockAccount(tx, id, now, today);
    if (!account) return notFound();
    const judged = { personId: id, roles: account.roles };
    const isLock = act === 'disable' || act === 'unlock';
    const may = isLock
      ? mayLockAccount(judged, session)
      : mayResetAccount(judged, session.personId);
    if (!may) return refuse('OFFICERS_ACCOUNT', {}, 403);
    if (!mayHappen(act, account.state)) return refuse('ACCOUNT_STATE', { state: account.state });
    await store.writeAccount(tx, id, act, { now, passwordHash });
    const [event, kind] = NOTES[act];
    const home = { id: account.organisation.id, districtCode: account.districtCode };
    await tellOf(tx, asking, `person/${id}`, event, {}, home);
    await note(tx, asking, kind, id, reason);
    return { password };
  });
}

async function tellOf(
  tx: Tx,
  asking: Asking,
  stream: string,
  type: string,
  body: JsonObject,
  { id: ownerOrg, districtCode }: { readonly id: string; readonly districtCode: string },
): Promise<void> {
  const event = { stream, type, typeVersion: 1, body, ownerOrg, districtCode };
  await tell(tx, asking, officeOf(asking), [event]);
}
