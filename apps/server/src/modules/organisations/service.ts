import {
  passwordFault,
  ROLES,
  ROLE_NAMES,
  type SecondFactorSecret,
  type SecurityEventKind,
  type SessionView,
} from '@ludao/contracts';
import type { FindSession } from '../../platform/api.ts';
import type { DatabaseAccess, Tx } from '../../platform/db.ts';
import { refuse, type Refusal } from '../../platform/refusal.ts';
import { newToken, type Session } from '../../platform/session.ts';
import type { SignOnConfig } from '../../platform/sign-on-config.ts';
import { decideSignIn, type Evidence, type SignInDecision } from './decide.ts';
import { needsSecondFactor, reachOf, reachOfPost, SIGN_IN, type Account } from './model.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { checkCode, newSecret, seal, unseal, uriOf } from './second-factor.ts';
import { recordSecurity } from './security-log/record.ts';
import * as store from './store.ts';

/** What a request tells about where it comes from; kept in the security log. */
export interface Origin {
  readonly address: string;
  readonly agent: string;
}

export interface SignInAttempt extends Origin {
  readonly name: string;
  readonly password: string;
  readonly code: string | undefined;
}

/** Signing in and what a session may do. Keeps no session in memory: a revoked one is dead at once. */
export interface OrganisationsService {
  signIn(
    attempt: SignInAttempt,
    now: Date,
    today: string,
  ): Promise<{ readonly token: string } | Refusal>;
  signOut(session: Session, origin: Origin, now: Date): Promise<void>;
  findSession: FindSession;
  changePassword(
    session: Session,
    passwords: { readonly password: string; readonly next: string },
    origin: Origin,
    now: Date,
  ): Promise<Refusal | null>;
  startSecondFactor(session: Session, password: string): Promise<SecondFactorSecret | Refusal>;
  confirmSecondFactor(
    session: Session,
    code: string,
    origin: Origin,
    now: Date,
  ): Promise<Refusal | null>;
  view(session: Session, demo: boolean): SessionView;
}

const MINUTE = 60_000;
/** How stale `seen_at` may be: one write a minute and session, not one a request. */
const TOUCH_AFTER = MINUTE;

/** Roles that sign in with a second factor, always: the three officers 三员. */
const OFFICERS = ROLE_NAMES.filter((role) => ROLES[role].secondFactor);

/**
 * @param key 32 bytes that seal the second factors
 * @param signOn the office's own sign-on, where there is one: it may leave passwords to the officers
 */
export async function openOrganisations(
  database: DatabaseAccess,
  key: Buffer,
  signOn?: Pick<SignOnConfig, 'passwords'>,
): Promise<OrganisationsService> {
  // An unknown name takes as long as a wrong password.
  const nobody = await hashPassword('nobody');

  async function weigh(account: Account, attempt: SignInAttempt, now: Date): Promise<Evidence> {
    const passwordRight = await verifyPassword(attempt.password, account.passwordHash);
    const secret = account.secondFactor && unseal(account.secondFactor, key);
    const codePeriod =
      secret && attempt.code !== undefined
        ? checkCode(secret, attempt.code, now, account.secondFactorUsed)
        : null;
    return { passwordRight, codePeriod, codeGiven: attempt.code !== undefined };
  }

  async function carryOut(
    tx: Tx,
    { personId }: Account,
    decision: SignInDecision,
    { address, agent }: Origin,
    now: Date,
    today: string,
  ): Promise<{ token: string } | Refusal> {
    const log = (kind: SecurityEventKind) =>
      recordSecurity(tx, { at: now, kind, personId, address });
    switch (decision.outcome) {
      case 'in': {
        const isForOfficers = signOn?.passwords === 'officers';
        if (isForOfficers && !(await store.holdsOneOf(tx, personId, OFFICERS, today))) {
          await log('PASSWORD_REFUSED');
          return refuse('PASSWORD_FOR_OFFICERS', {}, 403);
        }
        const { token, hash } = newToken();
        const expiresAt = new Date(now.getTime() + SIGN_IN.sessionHours * 60 * MINUTE);
        const { secondFactor, usedPeriod } = decision;
        await store.countSuccess(tx, personId, usedPeriod);
        await store.insertSession(tx, {
          tokenHash: hash,
          personId,
          secondFactor,
          signedOn: false,
          now,
          expiresAt,
          address,
          agent,
        });
        await log('SIGNED_IN');
        return { token };
      }
      case 'code_needed':
        return refuse('SECOND_FACTOR_NEEDED', {}, 422);
      case 'locked':
        if (decision.now) {
          await store.countFailure(tx, personId, 0, decision.until);
          await log('LOCKED');
        }
        return refuse('LOCKED', { until: decision.until.toISOString() }, 423);
      case 'wrong':
        await store.countFailure(tx, personId, decision.failedAttempts, null);
        await log('SIGN_IN_FAILED');
        return refuse('SIGN_IN_FAILED', {}, 422);
    }
  }

  return {
    async signIn(attempt, now, today) {
      const name = attempt.name.normalize('NFKC').toLowerCase();
      // Hashing takes long; no transaction waits for it.
      const before = await database.transaction((tx) => store.findAccount(tx, name));
      if (!before) {
        await verifyPassword(attempt.password, nobody);
        await database.transaction((tx) =>
          recordSecurity(tx, {
            at: now,
            kind: 'SIGN_IN_FAILED',
            personId: null,
            address: attempt.address,
          }),
        );
        return refuse('SIGN_IN_FAILED', {}, 422);
      }
      const evidence = await weigh(before, attempt, now);
      return database.transaction(async (tx) => {
        const account = (await store.findAccount(tx, name)) ?? before;
        return carryOut(tx, account, decideSignIn(account, evidence, now), attempt, now, today);
      });
    },

    signOut: (session, { address }, now) =>
      database.transaction(async (tx) => {
        await store.deleteSession(tx, session.tokenHash);
        const { personId } = session;
        await recordSecurity(tx, { at: now, kind: 'SIGNED_OUT', personId, address });
      }),

    async findSession(tokenHash, now, today, unattended = false) {
      const idleSince = new Date(now.getTime() - SIGN_IN.idleMinutes * MINUTE);
      const [row] = await database.lookup<store.SessionRow>(store.FIND_SESSION, [
        tokenHash,
        now,
        today,
        idleSince,
      ]);
      if (!row) return undefined;
      if (!unattended && now.getTime() - row.seen_at.getTime() > TOUCH_AFTER) {
        await database.transaction((tx) => store.touchSession(tx, tokenHash, now));
      }
      const posts = row.posts.map((post) => {
        const { id, title, organisation, standIn } = post;
        return { id, title, organisation, standIn, ...reachOfPost(post) };
      });
      const reached = reachOf(posts);
      return {
        personId: row.person_id,
        personName: row.person_name,
        personOrg: row.person_org,
        passwordDue: row.password_due,
        ...reached,
        posts,
        secondFactor: row.second_factor
          ? 'done'
          : needsSecondFactor(reached.roles)
            ? 'to_enrol'
            : 'not_required',
        signOn: !signOn ? 'none' : row.signed_on ? 'used' : 'offered',
        tokenHash,
      };
    },

    async changePassword({ personId, tokenHash }, { password, next }, { address }, now) {
      const account = await database.transaction((tx) => store.getAccountOf(tx, personId));
      if (!(await verifyPassword(password, account.passwordHash))) {
        return refuse('PASSWORD_WRONG', {}, 422);
      }
      const fault = passwordFault(next, account.signInName);
      if (fault) return refuse(fault, {}, 422);
      if (await verifyPassword(next, account.passwordHash)) return refuse('PASSWORD_SAME', {}, 422);
      const passwordHash = await hashPassword(next);
      await database.transaction(async (tx) => {
        await store.changePassword(tx, personId, tokenHash, passwordHash);
        await recordSecurity(tx, { at: now, kind: 'PASSWORD_CHANGED', personId, address });
      });
      return null;
    },

    async startSecondFactor({ personId }, password) {
      const account = await database.transaction((tx) => store.getAccountOf(tx, personId));
      if (!(await verifyPassword(password, account.passwordHash))) {
        return refuse('PASSWORD_WRONG', {}, 422);
      }
      if (account.secondFactor) return refuse('SECOND_FACTOR_SET');
      const secret = newSecret();
      await database.transaction((tx) =>
        store.keepUnconfirmedFactor(tx, personId, seal(secret, key)),
      );
      return { secret, uri: uriOf(secret, account.signInName) };
    },

    confirmSecondFactor: ({ personId, tokenHash }, code, { address }, now) =>
      database.transaction(async (tx) => {
        const sealed = await store.findUnconfirmedFactor(tx, personId);
        if (!sealed) return refuse('SECOND_FACTOR_NOT_STARTED');
        const period = checkCode(unseal(sealed, key), code, now, null);
        if (period === null) return refuse('CODE_WRONG', {}, 422);
        await store.confirmFactor(tx, personId, tokenHash, period, now);
        await recordSecurity(tx, { at: now, kind: 'SECOND_FACTOR_SET', personId, address });
        return null;
      }),

    view: ({ personId, personName, posts, districts, passwordDue, ...session }, demo) => ({
      user: { id: personId, name: personName },
      posts: posts.map(({ id, role, title, organisation, standIn }) => ({
        id,
        role,
        title,
        organisation,
        standIn,
      })),
      districts: [...districts],
      secondFactor: session.secondFactor,
      signOn: session.signOn,
      passwordDue,
      demo,
      idleMinutes: SIGN_IN.idleMinutes,
    }),
  };
}
