import { SIGN_IN, type Account } from './model.ts';

/** What was found out about the password and the code before deciding. */
export interface Evidence {
  readonly passwordRight: boolean;
  /** The period of the code that was right and had not been used; null for a wrong or used one. */
  readonly codePeriod: bigint | null;
  readonly codeGiven: boolean;
}

export type SignInDecision =
  | { readonly outcome: 'in'; readonly secondFactor: boolean; readonly usedPeriod: bigint | null }
  | { readonly outcome: 'code_needed' }
  | { readonly outcome: 'locked'; readonly until: Date; readonly now: boolean }
  | { readonly outcome: 'wrong'; readonly failedAttempts: number };

/**
 * Judges one attempt. Whether the name, the password or the account was at fault is not told
 * apart; the lock is told, because a person who is locked out must know until when.
 */
export function decideSignIn(account: Account, evidence: Evidence, now: Date): SignInDecision {
  if (account.lockedUntil && account.lockedUntil > now) {
    return { outcome: 'locked', until: account.lockedUntil, now: false };
  }
  if (account.disabledAt) return { outcome: 'wrong', failedAttempts: account.failedAttempts };
  if (!evidence.passwordRight) return countWrong(account, now);
  if (!account.secondFactor) return { outcome: 'in', secondFactor: false, usedPeriod: null };
  if (!evidence.codeGiven) return { outcome: 'code_needed' };
  if (evidence.codePeriod === null) return countWrong(account, now);
  return { outcome: 'in', secondFactor: true, usedPeriod: evidence.codePeriod };
}

/** One wrong password or code more; so many in a row lock the account for a while. */
export function countWrong(
  { failedAttempts, lockedUntil }: Pick<Account, 'failedAttempts' | 'lockedUntil'>,
  now: Date,
): Extract<SignInDecision, { outcome: 'locked' | 'wrong' }> {
  // A lock that ran out starts the count anew.
  const before = lockedUntil && lockedUntil <= now ? 0 : failedAttempts;
  const count = before + 1;
  if (count < SIGN_IN.attempts) return { outcome: 'wrong', failedAttempts: count };
  const until = new Date(now.getTime() + SIGN_IN.lockMinutes * 60_000);
  return { outcome: 'locked', until, now: true };
}
