import {
  GRAMS_PER_KILOGRAM_DIGITS,
  GRAMS_PER_TONNE_DIGITS,
  LITRES_PER_CUBIC_METRE_DIGITS,
  writeAmount,
} from '@ludao/contracts';

/** Stored units as people write them; what comes from the log may be anything. */
export const asTonnes = (grams: number) => writeAmount(grams, GRAMS_PER_TONNE_DIGITS);
export const asKilograms = (grams: number) => writeAmount(grams, GRAMS_PER_KILOGRAM_DIGITS);
export const asCubicMetres = (litres: number) => writeAmount(litres, LITRES_PER_CUBIC_METRE_DIGITS);
