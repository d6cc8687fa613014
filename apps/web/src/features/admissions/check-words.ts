import {
  ADMISSION_CHECKS,
  ALLOWANCE_ITEMS,
  GRAMS_PER_KILOGRAM_DIGITS,
  LITRES_PER_CUBIC_METRE_DIGITS,
  writeAmount,
  type AdmissionCheck,
  type AllowanceItem,
} from '@ludao/contracts';
import { reasonText } from '@ludao/contracts/reason-texts';
import { useTranslation } from 'react-i18next';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';

/** Params that are days. */
const DAYS = ['from', 'to', 'since'];

/** One check in words: what was asked, and exactly what does not fit. */
export function useCheckWords(factName: (key: string) => string) {
  const { t, i18n } = useTranslation('admissions');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const amount = (item: AllowanceItem, value: unknown) => {
    const isWater = item === 'WASTEWATER';
    const digits = isWater ? LITRES_PER_CUBIC_METRE_DIGITS : GRAMS_PER_KILOGRAM_DIGITS;
    const unit = t(isWater ? 'unit.water' : 'unit.grams');
    return `${writeAmount(Number(value ?? 0), digits)} ${unit}`;
  };
  return {
    amount,
    nameOf: ({ code, item }: AdmissionCheck) =>
      item === null ? ADMISSION_CHECKS[code][language] : ALLOWANCE_ITEMS[item][language],
    reasonOf({ reason, params, met }: AdmissionCheck): string | null {
      if (met || reason === null) return null;
      const said = Object.fromEntries(
        Object.entries(params).map(([key, value]) => [
          key,
          DAYS.includes(key) ? showDay(String(value), i18n.language) : String(value),
        ]),
      );
      if (reason.includes('.')) {
        const county = desk(`counties.${said['county']}`, { defaultValue: said['county'] ?? '' });
        return reasonText({ code: reason, params: { ...said, county } }, language);
      }
      const facts = String(params['facts'] ?? '')
        .split(' ')
        .filter(Boolean);
      return t(`why.${reason}`, {
        ...said,
        words: said[language] ?? '',
        facts: facts.map(factName).join(t('separator')),
      });
    },
  };
}
