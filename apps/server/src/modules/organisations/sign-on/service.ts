import { timingSafeEqual } from 'node:crypto';
import type { SecurityEventKind } from '@ludao/contracts';
import type { DatabaseAccess, Tx } from '../../../platform/db.ts';
import { isRefusal, refuse, type Refusal } from '../../../platform/refusal.ts';
import { hashOf, newToken, type Session } from '../../../platform/session.ts';
import type { SignOnConfig } from '../../../platform/sign-on-config.ts';
import { SIGN_IN } from '../model.ts';
import { verifyPassword } from '../password.ts';
import { checkCode, unseal } from '../second-factor.ts';
import { recordSecurity } from '../security-log/record.ts';
import { countFailure, countSuccess, getAccountOf, insertSession } from '../store.ts';
import type { Origin } from '../service.ts';
import { decideCode, decideSignOn, mayLinkByClaim } from './decide.ts';
import { plainPhone, SIGN_ON, type Candidate, type Recognised } from './model.ts';
import { proofsOf, type SignOnProvider } from './provider.ts';
import * as store from './store.ts';

const MINUTE = 60_000;

/** A way to the provider that begins: where the browser goes, and the secret of its cookie. */
export interface Departure {
  readonly url: string;
  readonly secret: string;
}

/** How a return ends: with a session, with a question for the own code, with a link made or not. */
export type Arrival =
  | { readonly outcome: 'in'; readonly token: string; readonly landsOn: string }
  | { readonly outcome: 'code'; readonly secret: string; readonly landsOn: string }
  | { readonly outcome: 'linked' }
  | { readonly outcome: 'not_linked'; readonly code: string };

/** Who asks, from where and when. */
export interface Moment extends Origin {
  readonly now: Date;
}

/** Signing in by the own sign-on of an office. The rights come from the account that it is linked to. */
export interface SignOnService {
  readonly config: SignOnConfig;
  depart(landsOn: string, now: Date): Promise<Departure | Refusal>;
  departToLink(session: Session, password: string, now: Date): Promise<Departure | Refusal>;
  comeBack(secret: string, returned: URL, moment: Moment): Promise<Arrival | Refusal>;
  confirm(
    secret: string,
    code: string,
    moment: Moment,
  ): Promise<{ readonly token: string } | Refusal>;
  findOwn(session: Session): Promise<Date | undefined>;
  endAddress(): Promise<URL | null | Refusal>;
}

/** @param key seals the second factors, as everywhere */
export function openSignOn(
  database: DatabaseAccess,
  config: SignOnConfig,
  provider: SignOnProvider,
  key: Buffer,
): SignOnService {
  const inMinutes = (now: Date, minutes: number) => new Date(now.getTime() + minutes * MINUTE);

  async function depart(
    who: { readonly personId: string; readonly sessionHash: Buffer } | null,
    landsOn: string,
    now: Date,
  ): Promise<Departure | Refusal> {
    const { token: secret, hash } = newToken();
    const url = await provider.address(proofsOf(secret));
    if (isRefusal(url)) return url;
    const expiresAt = inMinutes(now, SIGN_ON.minutesAway);
    const { personId = null, sessionHash = null } = who ?? {};
    await database.transaction((tx) =>
      store.insertAttempt(
        tx,
        hash,
        { stage: 'AWAY', personId, sessionHash, landsOn, expiresAt },
        now,
      ),
    );
    return { url: url.href, secret };
  }

  async function openSession(
    tx: Tx,
    personId: string,
    secondFactor: boolean,
    { now, address, agent }: Moment,
  ): Promise<string> {
    const { token, hash } = newToken();
    const expiresAt = inMinutes(now, SIGN_IN.sessionHours * 60);
    await insertSession(tx, {
      tokenHash: hash,
      personId,
      secondFactor,
      signedOn: true,
      now,
      expiresAt,
      address,
      agent,
    });
    await recordSecurity(tx, { at: now, kind: 'SIGNED_IN', personId, address, detail: 'sign-on' });
    return token;
  }

  /** The account of a first sign-on, linked in passing where an administrator had prepared it. */
  async function linkByClaim(
    tx: Tx,
    who: Recognised,
    { now, address }: Moment,
  ): Promise<Candidate | undefined> {
    if (config.linkBy === 'none' || who.claim === null) return undefined;
    const value = config.linkBy === 'phone' ? plainPhone(who.claim) : who.claim;
    const found = await store.findByClaim(tx, config.linkBy, value, who.issuer);
    if (!found || !mayLinkByClaim(found)) return undefined;
    const { personId } = found;
    await store.insertLink(tx, who, personId, 'CLAIM', now);
    await recordSecurity(tx, { at: now, kind: 'SIGN_ON_LINKED', personId, address });
    return found;
  }

  async function letIn(tx: Tx, who: Recognised, landsOn: string, moment: Moment) {
    const { now, address } = moment;
    const account = (await store.findLinked(tx, who)) ?? (await linkByClaim(tx, who, moment));
    const personId = account?.personId ?? null;
    const refused = (detail: string) =>
      recordSecurity(tx, { at: now, kind: 'SIGN_ON_REFUSED', personId, address, detail });
    const decision = decideSignOn(account, who, now);
    switch (decision.outcome) {
      case 'unknown':
        await refused('unknown');
        return refuse('SIGN_ON_UNKNOWN', {}, 403);
      case 'disabled':
        await refused('disabled');
        return refuse('SIGN_ON_DISABLED', {}, 403);
      case 'locked':
        await refused('locked');
        return refuse('LOCKED', { until: decision.until.toISOString() }, 423);
      case 'code_needed': {
        const { token: secret, hash } = newToken();
        const expiresAt = inMinutes(now, SIGN_ON.minutesForCode);
        const attempt = { stage: 'CODE', personId, sessionHash: null, landsOn, expiresAt } as const;
        await store.insertAttempt(tx, hash, attempt, now);
        await store.noteUse(tx, who, now);
        return { outcome: 'code', secret, landsOn } as const;
      }
      case 'in': {
        await store.noteUse(tx, who, now);
        const token = await openSession(tx, account!.personId, decision.secondFactor, moment);
        return { outcome: 'in', token, landsOn } as const;
      }
    }
  }

  async function link(
    tx: Tx,
    who: Recognised,
    attempt: store.Attempt,
    { now, address }: Moment,
  ): Promise<Arrival> {
    const { personId, sessionHash } = attempt;
    const isStill = sessionHash !== null && (await store.isAlive(tx, sessionHash, now));
    const account = personId === null ? undefined : await store.getCandidate(tx, personId);
    if (!isStill || !account || account.disabledAt) {
      return { outcome: 'not_linked', code: 'SIGN_ON_EXPIRED' };
    }
    const holder = await store.findLinked(tx, who);
    if (holder?.personId === account.personId) return { outcome: 'linked' };
    const own = await store.findOwnLink(tx, who.issuer, account.personId);
    if (holder || own) {
      const event = { at: now, personId, address, detail: holder ? 'taken' : 'linked' };
      await recordSecurity(tx, { ...event, kind: 'SIGN_ON_REFUSED' });
      return { outcome: 'not_linked', code: holder ? 'SIGN_ON_TAKEN' : 'SIGN_ON_LINKED_ALREADY' };
    }
    await store.insertLink(tx, who, account.personId, 'OWN', now);
    await recordSecurity(tx, { at: now, kind: 'SIGN_ON_LINKED', personId, address });
    return { outcome: 'linked' };
  }

  return {
    config,
    depart: (landsOn, now) => depart(null, landsOn, now),

    async departToLink({ personId, tokenHash }, password, now) {
      // A new way in is a matter for whoever knows the password, not for whoever sits at the desk.
      const account = await database.transaction((tx) => getAccountOf(tx, personId));
      if (!(await verifyPassword(password, account.passwordHash))) {
        return refuse('PASSWORD_WRONG', {}, 422);
      }
      return depart({ personId, sessionHash: tokenHash }, '/sign-on', now);
    },

    async comeBack(secret, returned, moment) {
      const { now, address } = moment;
      const proofs = proofsOf(secret);
      const expired = () =>
        database.transaction(async (tx) => {
          const event = { at: now, personId: null, address, detail: 'expired' };
          await recordSecurity(tx, { ...event, kind: 'SIGN_ON_REFUSED' });
          return refuse('SIGN_ON_EXPIRED', {}, 409);
        });
      // Before the attempt is used up: a page elsewhere must not be able to spoil it.
      if (!isSame(returned.searchParams.get('state'), proofs.state)) return expired();
      const attempt = await database.transaction((tx) =>
        store.takeAttempt(tx, hashOf(secret), 'AWAY', now),
      );
      if (!attempt) return expired();
      // No transaction waits for the provider.
      const who = await provider.recognise(returned, proofs);
      return database.transaction(async (tx) => {
        if (isRefusal(who)) {
          const event = { at: now, personId: attempt.personId, address };
          await recordSecurity(tx, { ...event, kind: 'SIGN_ON_REFUSED', detail: who.refused });
          return attempt.personId === null ? who : { outcome: 'not_linked', code: who.refused };
        }
        return attempt.personId === null
          ? letIn(tx, who, attempt.landsOn, moment)
          : link(tx, who, attempt, moment);
      });
    },

    confirm: (secret, code, moment) =>
      database.transaction(async (tx) => {
        const { now, address } = moment;
        const hash = hashOf(secret);
        const attempt = await store.takeAttempt(tx, hash, 'CODE', now);
        const account = attempt?.personId && (await store.getCandidate(tx, attempt.personId));
        if (!attempt || !account) return refuse('SIGN_ON_EXPIRED', {}, 409);
        const { personId, secondFactor } = account;
        const log = (kind: SecurityEventKind) =>
          recordSecurity(tx, { at: now, kind, personId, address });
        const secretCode = secondFactor && unseal(secondFactor, key);
        const period = secretCode
          ? checkCode(secretCode, code, now, account.secondFactorUsed)
          : null;
        const decision = decideCode(account, period, now);
        switch (decision.outcome) {
          case 'disabled':
            return refuse('SIGN_ON_DISABLED', {}, 403);
          case 'locked':
            if (decision.now) {
              await countFailure(tx, personId, 0, decision.until);
              await log('LOCKED');
            }
            return refuse('LOCKED', { until: decision.until.toISOString() }, 423);
          case 'wrong':
            await countFailure(tx, personId, decision.failedAttempts, null);
            await log('SIGN_IN_FAILED');
            // To be tried again, until the account locks or the time is up.
            await store.insertAttempt(tx, hash, attempt, now);
            return refuse('CODE_WRONG', {}, 422);
          case 'in':
            await countSuccess(tx, personId, decision.usedPeriod);
            return { token: await openSession(tx, personId, true, moment) };
        }
      }),

    findOwn: ({ personId }) =>
      database.transaction((tx) => store.findOwnLink(tx, config.issuer, personId)),
    endAddress: () => provider.endAddress(),
  };
}

function isSame(given: string | null, expected: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
