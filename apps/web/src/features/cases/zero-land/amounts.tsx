import {
  GRAMS_PER_TONNE_DIGITS,
  MAIN_POLLUTANTS,
  POLLUTANTS,
  writeAmount,
  type Pollutant,
  type RetrofitForm,
} from '@ludao/contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../i18n/index.ts';
import { AmountInput } from '../../../ui/desk/amount-input.tsx';

type Amounts = RetrofitForm['amounts'];

export function rowOf(amounts: Amounts, pollutant: Pollutant): Amounts[number] {
  const none = { pollutant, beforeGrams: null, afterGrams: null };
  return amounts.find((one) => one.pollutant === pollutant) ?? none;
}

/** Each main pollutant before and after, in tonnes a year, kept in whole grams. */
export function AmountsTable(props: {
  readonly amounts: Amounts;
  readonly onChange: ((amounts: Amounts) => void) | null;
}) {
  const { t, i18n } = useTranslation('retrofits');
  const language = currentLanguage(i18n);
  const { amounts, onChange } = props;
  const rows = MAIN_POLLUTANTS.map((pollutant) => rowOf(amounts, pollutant));
  const write = (next: Amounts[number]) =>
    onChange?.(rows.map((row) => (row.pollutant === next.pollutant ? next : row)));
  const cell = (row: Amounts[number], key: 'beforeGrams' | 'afterGrams') => {
    const value = row[key];
    const name = t(key, { pollutant: POLLUTANTS[row.pollutant][language] });
    if (!onChange) {
      return value === null ? t('unknown') : `${writeAmount(value, GRAMS_PER_TONNE_DIGITS)} t`;
    }
    return (
      <AmountInput
        wiring={{ 'aria-label': name }}
        digits={GRAMS_PER_TONNE_DIGITS}
        unit="t/a"
        value={value}
        onChange={(amount) => write({ ...row, [key]: amount })}
      />
    );
  };
  const isOpen = rows.some((row) => row.beforeGrams === null || row.afterGrams === null);
  return (
    <>
      <table className="amounts retrofit-amounts">
        <caption>{t('amounts')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('pollutant')}</th>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('after')}</th>
            <th scope="col" className="end">
              {t('difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.pollutant}>
              <th scope="row">{POLLUTANTS[row.pollutant][language]}</th>
              <td data-label={t('before')}>{cell(row, 'beforeGrams')}</td>
              <td data-label={t('after')}>{cell(row, 'afterGrams')}</td>
              <td className="end" data-label={t('difference')}>
                <Difference row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {onChange && isOpen && (
        <p>
          <Button
            onClick={() =>
              onChange(
                rows.map(({ pollutant, beforeGrams, afterGrams }) =>
                  beforeGrams === null && afterGrams === null
                    ? { pollutant, beforeGrams: 0, afterGrams: 0 }
                    : { pollutant, beforeGrams, afterGrams },
                ),
              )
            }
          >
            {t('restNone')}
          </Button>{' '}
          <span className="fine">{t('restNoneHint')}</span>
        </p>
      )}
    </>
  );
}

function Difference({ row: { beforeGrams, afterGrams } }: { readonly row: Amounts[number] }) {
  const { t } = useTranslation('retrofits');
  if (beforeGrams === null || afterGrams === null || beforeGrams < 0 || afterGrams < 0) return '—';
  const by = afterGrams - beforeGrams;
  const amount = `${writeAmount(Math.abs(by), GRAMS_PER_TONNE_DIGITS)} t`;
  if (by > 0) return <strong className="retrofit-more">{t('more', { amount })}</strong>;
  return by < 0 ? t('less', { amount }) : t('same');
}
