/** 统一社会信用代码 of GB 32100-2015: 18 characters, the last of them a check character. */
export type CreditCodeCheck =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly reason: 'LENGTH'; readonly length: number }
  /** `at` counts from 1. Positions 3 to 8 hold the district and take digits only. */
  | { readonly ok: false; readonly reason: 'CHARACTER'; readonly at: number }
  | {
      readonly ok: false;
      readonly reason: 'CHECK_DIGIT';
      readonly at: 18;
      /** What the first 17 characters ask for; the mistake may as well be among them. */
      readonly expected: string;
    };

/** A character's place is its value. I O S V Z are left out, being read as 1 0 5 U 2. */
export const CREDIT_CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const BASE = CREDIT_CODE_ALPHABET.length;
const LENGTH = 18;

/**
 * Full-width characters, small letters, spaces and hyphens are put right before the check.
 * @returns the code as it is stored, or the first thing wrong with it
 */
export function checkCreditCode(text: string): CreditCodeCheck {
  const code = normalise(text);
  const length = Array.from(code).length;
  if (length !== LENGTH) return { ok: false, reason: 'LENGTH', length };
  const wrong = wrongCharacter(code);
  if (wrong !== null) return { ok: false, reason: 'CHARACTER', at: wrong };
  const expected = checkCharacter(code);
  if (code[17] !== expected) return { ok: false, reason: 'CHECK_DIGIT', at: 18, expected };
  return { ok: true, code };
}

/**
 * For demonstration data: a code that passes the check and belongs to whom nobody knows.
 * @throws RangeError when these are not 17 characters that a code may begin with
 */
export function completeCreditCode(first17: string): string {
  const start = normalise(first17);
  if (start.length !== LENGTH - 1 || wrongCharacter(start) !== null) {
    throw new RangeError(`not the first 17 characters of a credit code: ${first17}`);
  }
  return start + checkCharacter(start);
}

function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\u2060\ufeff-]/g, '')
    .toUpperCase();
}

/** @returns the position of the first character that cannot stand where it stands, or null */
function wrongCharacter(code: string): number | null {
  const characters = Array.from(code);
  const wrong = characters.findIndex((character, place) => {
    const value = CREDIT_CODE_ALPHABET.indexOf(character);
    return value < 0 || (place >= 2 && place < 8 && value > 9);
  });
  return wrong < 0 ? null : wrong + 1;
}

/** The values times 3^0, 3^1 … 3^16, with the check character's own, make a multiple of 31. */
function checkCharacter(code: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, LENGTH - 1)) {
    sum += CREDIT_CODE_ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % BASE;
  }
  return CREDIT_CODE_ALPHABET[(BASE - (sum % BASE)) % BASE]!;
}
