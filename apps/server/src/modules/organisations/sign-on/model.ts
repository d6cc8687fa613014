/** How long a person may take: at the provider, and for the own second factor afterwards. */
export const SIGN_ON = { minutesAway: 10, minutesForCode: 5 } as const;

/** Who the provider says that this is. */
export interface Recognised {
  readonly issuer: string;
  readonly subject: string;
  /** The value of the configured claim, by which a first sign-on may find its account. */
  readonly claim: string | null;
  /** Whether the provider says that it asked for a second factor. */
  readonly secondFactor: boolean;
}

/** An account that may be meant, as it stands. */
export interface Candidate {
  readonly personId: string;
  readonly secondFactor: Uint8Array | null;
  readonly secondFactorUsed: bigint | null;
  readonly failedAttempts: number;
  readonly lockedUntil: Date | null;
  readonly disabledAt: Date | null;
}

/** A Chinese mobile number without the ways of writing it: +86, 0086, spaces, hyphens. */
export function plainPhone(text: string): string {
  const digits = text.replace(/[^\d+]/g, '').replace(/^(\+|00)86/, '');
  return digits.replace(/^86(?=1\d{10}$)/, '');
}
