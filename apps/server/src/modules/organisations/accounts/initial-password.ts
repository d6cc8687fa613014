import { randomInt } from 'node:crypto';

/** Without what looks like another: 0 O o, 1 l I, and so on. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz';
const DIGITS = '23456789';

/** Twelve characters in groups of four, to be read out or copied: some 68 bits. */
export function newInitialPassword(): string {
  const group = () =>
    Array.from({ length: 3 }, () => LETTERS[randomInt(LETTERS.length)]).join('') +
    DIGITS[randomInt(DIGITS.length)];
  return [group(), group(), group(), group()].join('-');
}
