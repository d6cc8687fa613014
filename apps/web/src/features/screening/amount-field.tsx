import type { FactInput, QuantityFact, Unit } from '@ludao/rules';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { bandsOf, type Band } from './bands.ts';
import { idOf, type FieldProps } from './form.ts';

/** An amount by the law's own bands, as a figure, or not known: a shop owner knows the band. */
export function AmountField(props: FieldProps & { readonly unit: Unit }) {
  const { t, i18n } = useTranslation('screening');
  const language = currentLanguage(i18n);
  const { question, value, onGive, flagged, unit } = props;
  const fact = question.fact as QuantityFact;
  const id = idOf(question);
  const unitName = unit.label[language];
  const exact = typeof value === 'string';
  const bands = bandsOf(question.limits, fact.zeroWhenUnstated);
  const choices: { key: string; value: FactInput; text: string }[] = [
    ...(fact.zeroWhenUnstated && !question.byTick
      ? [{ key: 'none', value: 0, text: t('amount.none') }]
      : []),
    ...bands.map((band) => ({ key: JSON.stringify(band), value: band, text: bandText(band) })),
  ];

  function bandText(band: Band): string {
    const from = band.min ?? (band.above || undefined);
    const to = band.max ?? band.below;
    const upper = band.below === undefined ? 'upTo' : 'under';
    if (from === undefined && to === undefined) return t('amount.some');
    if (from === undefined)
      return t(`amount.${upper}`, { value: shortNumber(to!), unit: unitName });
    const lower = band.min === undefined ? 'over' : 'from';
    if (to === undefined) return t(`amount.${lower}`, { value: shortNumber(from), unit: unitName });
    return t('amount.between', {
      from: t(`amount.${lower}`, { value: shortNumber(from), unit: '' }).trim(),
      to: t(`amount.${upper}`, { value: shortNumber(to), unit: unitName }),
    });
  }

  function shortNumber(number: number): string {
    if (language === 'zh' && number >= 10_000 && number % 1000 === 0) return `${number / 10_000}万`;
    return new Intl.NumberFormat(i18n.language).format(number);
  }

  return (
    <fieldset id={id} className={flagged ? 'amount flagged' : 'amount'}>
      <legend>{fact.label[language]}</legend>
      {fact.help && <p className="hint">{fact.help[language]}</p>}
      {flagged && <p className="problem">{t('wizard.chooseOne')}</p>}
      <div className="bands">
        {choices.map((choice) => (
          <label key={choice.key} className="option">
            <input
              type="radio"
              name={id}
              checked={!exact && JSON.stringify(value) === JSON.stringify(choice.value)}
              onChange={() => onGive(choice.value)}
            />
            <span>{choice.text}</span>
          </label>
        ))}
        <label className="option">
          <input type="radio" name={id} checked={exact} onChange={() => onGive('')} />
          <span>{t('amount.exact')}</span>
        </label>
        <label className="option">
          <input type="radio" name={id} checked={value === null} onChange={() => onGive(null)} />
          <span>{t('unknown')}</span>
        </label>
      </div>
      {exact && (
        <label className="figure">
          <span>{t('amount.figure', { unit: unitName })}</span>
          <input
            type="text"
            inputMode="decimal"
            maxLength={40}
            value={value}
            placeholder={t('amount.example')}
            onChange={(event) => onGive(event.target.value)}
          />
        </label>
      )}
    </fieldset>
  );
}
