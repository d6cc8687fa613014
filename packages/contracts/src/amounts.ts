/** Powers of ten between what people write and the whole units that are stored. */
export const GRAMS_PER_TONNE_DIGITS = 6;
export const GRAMS_PER_KILOGRAM_DIGITS = 3;
export const LITRES_PER_CUBIC_METRE_DIGITS = 3;

/**
 * Reads a decimal number as a whole number of smaller units, digit by digit and without rounding:
 * '1.25' with 6 digits is 1250000. Null where it is no such number, is finer than the smaller unit,
 * or is too large to be exact.
 */
export function readAmount(text: string, digits: number): number | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  const found = /^(\d+)(?:\.(\d*))?$/.exec(plain);
  if (!found) return null;
  const [, whole = '', fraction = ''] = found;
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > digits) return null;
  const amount = Number(whole + kept.padEnd(digits, '0'));
  return Number.isSafeInteger(amount) ? amount : null;
}

/** The same the other way round, without needless noughts: 1250000 with 6 digits is '1.25'. */
export function writeAmount(amount: number, digits: number): string {
  const written = String(amount).padStart(digits + 1, '0');
  const whole = written.slice(0, written.length - digits);
  const fraction = written.slice(written.length - digits).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}
