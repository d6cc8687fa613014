import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCreditCode, completeCreditCode, CREDIT_CODE_ALPHABET } from './credit-code.ts';

/** The example that is printed wherever the standard is explained. */
const EXAMPLE = '91350100M000100Y43';

const character = fc.constantFrom(...Array.from(CREDIT_CODE_ALPHABET));
const digit = fc.constantFrom(...Array.from('0123456789'));
const first17 = fc
  .tuple(
    fc.array(character, { minLength: 2, maxLength: 2 }),
    fc.array(digit, { minLength: 6, maxLength: 6 }),
    fc.array(character, { minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.flat().join(''));
const code = first17.map(completeCreditCode);

function swap(text: string, one: number, other: number): string {
  const characters = Array.from(text);
  [characters[one], characters[other]] = [characters[other]!, characters[one]!];
  return characters.join('');
}

describe('a unified social credit code', () => {
  it('is accepted as published', () => {
    expect(checkCreditCode(EXAMPLE)).toEqual({ ok: true, code: EXAMPLE });
    expect(completeCreditCode(EXAMPLE.slice(0, 17))).toBe(EXAMPLE);
  });

  it('has the check character that can be worked out by hand', () => {
    // One at the first place (weight 1), ones at the first two (1 + 3), 31 − 1 and 31 − 4.
    expect(completeCreditCode('10000000000000000')).toBe('10000000000000000Y');
    expect(completeCreditCode('11000000000000000')).toBe('11000000000000000U');
    expect(completeCreditCode('00000000000000000')).toBe('000000000000000000');
  });

  it.each([
    ['in small letters', EXAMPLE.toLowerCase()],
    ['with spaces between the groups', '91 350100 M000100Y4 3'],
    ['with hyphens', '91350100-M000100Y4-3'],
    ['in full-width characters', '９１３５０１００Ｍ０００１００Ｙ４３'],
    ['with full-width spaces around it', `\u3000${EXAMPLE}\u3000`],
    ['with the marks that copying from a web page leaves', `\ufeff${EXAMPLE}\u200b\n`],
  ])('may be written %s', (_, text) => {
    expect(checkCreditCode(text)).toEqual({ ok: true, code: EXAMPLE });
  });

  it.each([
    ['', 0],
    ['330600123456789', 15],
    [`${EXAMPLE}1`, 19],
    ['企业', 2],
    ['😀', 1],
  ])('of the wrong length is refused with its length: %j', (text, length) => {
    expect(checkCreditCode(text)).toEqual({ ok: false, reason: 'LENGTH', length });
  });

  it.each(['I', 'O', 'S', 'V', 'Z', '中', '*', 'é'])('never holds %s, and says where', (letter) => {
    const text = EXAMPLE.slice(0, 10) + letter + EXAMPLE.slice(11);
    expect(checkCreditCode(text)).toEqual({ ok: false, reason: 'CHARACTER', at: 11 });
  });

  it('has a district of digits at the third to eighth place', () => {
    const text = `91A50100M000100Y43`;
    expect(checkCreditCode(text)).toEqual({ ok: false, reason: 'CHARACTER', at: 3 });
  });

  it('with a wrong end is refused with the end it should have', () => {
    const text = `${EXAMPLE.slice(0, 17)}4`;
    const expected = { ok: false, reason: 'CHECK_DIGIT', at: 18, expected: '3' };
    expect(checkCreditCode(text)).toEqual(expected);
  });

  it('is always accepted when completed from any 17 characters', () => {
    fc.assert(fc.property(code, (whole) => checkCreditCode(whole).ok));
  });

  it('is refused when any one character is another', () => {
    fc.assert(
      fc.property(code, fc.nat(17), character, (whole, place, other) => {
        fc.pre(whole[place] !== other);
        const changed = whole.slice(0, place) + other + whole.slice(place + 1);
        return !checkCreditCode(changed).ok;
      }),
    );
  });

  it('is refused when two different characters have changed places, but for the first and last', () => {
    fc.assert(
      fc.property(code, fc.nat(17), fc.nat(17), (whole, one, other) => {
        fc.pre(whole[one] !== whole[other]);
        fc.pre(Math.abs(one - other) !== 17);
        return !checkCreditCode(swap(whole, one, other)).ok;
      }),
    );
  });

  it('does not show when its first and last have changed places: both count once', () => {
    fc.assert(fc.property(code, (whole) => checkCreditCode(swap(whole, 0, 17)).ok));
  });

  it('does not show every mistake in two places: about one in thirty-one passes', () => {
    // 4 × 1 + 1 × 3 is 1 × 1 + 2 × 3.
    expect(completeCreditCode('41000000000000000').at(-1)).toBe(
      completeCreditCode('12000000000000000').at(-1),
    );
  });

  it('is not completed from what is no beginning of a code', () => {
    expect(() => completeCreditCode('9135')).toThrow(RangeError);
    expect(() => completeCreditCode('9135010OM000100Y4')).toThrow(RangeError);
  });
});
