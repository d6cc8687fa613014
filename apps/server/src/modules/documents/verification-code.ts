import { randomBytes } from 'node:crypto';

/** 130 bits in letters and digits that nobody confuses. */
export function newCode(): string {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  return Array.from(randomBytes(26), (byte) => letters[byte % 32]).join('');
}
