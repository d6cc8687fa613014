import { countWrong } from '../decide.ts';
import type { Candidate, Recognised } from './model.ts';

export type SignOnDecision =
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'disabled' }
  | { readonly outcome: 'locked'; readonly until: Date }
  | { readonly outcome: 'code_needed' }
  | { readonly outcome: 'in'; readonly secondFactor: boolean };

/**
 * What becomes of somebody whom the provider recognised. It proved who this is, so unlike with a
 * password a disabled account is told as such: nobody can try out names here.
 */
export function decideSignOn(
  account: Candidate | undefined,
  { secondFactor }: Pick<Recognised, 'secondFactor'>,
  now: Date,
): SignOnDecision {
  if (!account) return { outcome: 'unknown' };
  if (account.disabledAt) return { outcome: 'disabled' };
  if (account.lockedUntil && account.lockedUntil > now) {
    return { outcome: 'locked', until: account.lockedUntil };
  }
  // What a role demands and is not set up yet is demanded by the session itself.
  if (!secondFactor && account.secondFactor) return { outcome: 'code_needed' };
  return { outcome: 'in', secondFactor };
}

export type CodeDecision =
  | { readonly outcome: 'disabled' }
  | { readonly outcome: 'locked'; readonly until: Date; readonly now: boolean }
  | { readonly outcome: 'wrong'; readonly failedAttempts: number }
  | { readonly outcome: 'in'; readonly usedPeriod: bigint };

/** @param period that of a right and unused code; null otherwise */
export function decideCode(account: Candidate, period: bigint | null, now: Date): CodeDecision {
  if (account.disabledAt) return { outcome: 'disabled' };
  if (account.lockedUntil && account.lockedUntil > now) {
    return { outcome: 'locked', until: account.lockedUntil, now: false };
  }
  return period === null ? countWrong(account, now) : { outcome: 'in', usedPeriod: period };
}

/**
 * Whether a first sign-on may be linked by what an administrator entered. Not where the account is
 * somebody else's at the provider already: a phone number is given to another person one day.
 */
export function mayLinkByClaim(
  found: { readonly linked: boolean; readonly disabledAt: Date | null } | undefined,
): boolean {
  return found !== undefined && !found.linked && found.disabledAt === null;
}
