import {
  ALLOWANCE_ITEMS,
  GRAMS_PER_KILOGRAM_DIGITS,
  LITRES_PER_CUBIC_METRE_DIGITS,
  writeAmount,
  type AllowanceItem,
} from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';

export const KILOGRAM = GRAMS_PER_KILOGRAM_DIGITS;
export const CUBIC_METRE = LITRES_PER_CUBIC_METRE_DIGITS;

/** Amounts of an account as people write them, with their unit. */
export function useAmounts() {
  const { t, i18n } = useTranslation('parkEia');
  return {
    nameOf: (item: AllowanceItem) => ALLOWANCE_ITEMS[item][currentLanguage(i18n)],
    unitOf: (item: AllowanceItem) => t(item === 'WASTEWATER' ? 'unit.water' : 'unit.grams'),
    show: (item: AllowanceItem, amount: number) =>
      writeAmount(amount, item === 'WASTEWATER' ? CUBIC_METRE : KILOGRAM),
  };
}
