import { checkCreditCode } from '../credit-code.ts';

/**
 * A number is the credit code of 18 characters, the serial of the place in three digits and one letter
 * (HJ 608-2017, appendix A: …001P). For registrations W is what receipts show; that letter is not
 * verified (confidence: practitioner). Used only where this platform is the record.
 */
const LETTERS = { LICENCE: 'P', REGISTRATION: 'W' } as const;

export const PERMIT_NUMBER = /^[0-9A-Z]{18}\d{3}[0-9A-Z]$/;

/** @param serial of the holder's places, from 1 */
export function permitNumber(
  creditCode: string,
  serial: number,
  track: keyof typeof LETTERS,
): string {
  return `${creditCode}${String(serial).padStart(3, '0')}${LETTERS[track]}`;
}

/** Whether a number can be that of a holder with this code; a holder without a good code is not judged. */
export function isNumberOf(number: string, creditCode: string | null): boolean {
  if (!PERMIT_NUMBER.test(number)) return false;
  const check = creditCode === null ? null : checkCreditCode(creditCode);
  return !check?.ok || number.startsWith(check.code);
}
