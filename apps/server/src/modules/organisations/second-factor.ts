import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const PERIOD_SECONDS = 30;

/** A second factor by the six digits of an authenticator app (RFC 6238). */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address an app reads from the QR code. */
export function uriOf(secret: string, signInName: string): string {
  return totpOf(secret, signInName).toString();
}

/**
 * The period of a right code; null for a wrong one. One period early or late is accepted, for
 * phones whose clock is off.
 * @param usedPeriod that of the last accepted code: it and any earlier one are refused
 */
export function checkCode(
  secret: string,
  code: string,
  now: Date,
  usedPeriod: bigint | null,
): bigint | null {
  const delta = totpOf(secret, '').validate({ token: code, timestamp: now.getTime(), window: 1 });
  if (delta === null) return null;
  const period = BigInt(Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta);
  return usedPeriod !== null && period <= usedPeriod ? null : period;
}

/** The code of this moment, as an app shows it. */
export function codeAt(secret: string, now: Date): string {
  return totpOf(secret, '').generate({ timestamp: now.getTime() });
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({
    issuer: '小微园区环保服务平台',
    label,
    secret: Secret.fromBase32(secret),
    period: PERIOD_SECONDS,
  });
}

/** nonce (12 bytes), tag (16), secret: AES-256-GCM under the installation's key. */
export function seal(secret: string, key: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** @throws Error when it was altered, or sealed under another key */
export function unseal(sealed: Uint8Array, key: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
}
