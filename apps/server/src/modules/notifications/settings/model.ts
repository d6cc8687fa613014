/** Where to write to a person, as kept. */
export interface StoredAddress {
  readonly email: string | null;
  readonly pendingEmail: string | null;
  readonly codeHash: Uint8Array | null;
  readonly codeExpiresAt: Date | null;
  readonly codeAttempts: number;
}
