import type { Change, FactValue, Screener } from '@ludao/rules';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';

/** Facts and changes as short sentences in the visitor's language. */
export function useFactText(screener: Screener) {
  const { t, i18n } = useTranslation('screening');
  const language = currentLanguage(i18n);
  const { table } = screener;
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 6 });
  const label = (key: string) => table.getFact(key).label[language];
  const unitName = (unit: string) => table.getUnit(unit).label[language];
  const optionName = (key: string, id: string) => {
    const fact = table.getFact(key);
    return (
      (fact.type === 'choice' &&
        fact.options.find((option) => option.id === id)?.label[language]) ||
      id
    );
  };

  function changeText({ fact, activity, to }: Change): string {
    const where = activity ? `（${activity}）` : '';
    if (to === true) return `${label(fact)}${where}`;
    if (to === false) return t('change.not', { fact: label(fact) }) + where;
    if (typeof to === 'string') {
      return t('change.option', { fact: label(fact), option: optionName(fact, to) }) + where;
    }
    if (to.by === '>' && to.value === 0) return `${label(fact)}${where}`;
    const by = { '>=': 'from', '>': 'over', '<': 'under', '<=': 'upTo', '=': 'upTo' }[to.by];
    const amount = t(`amount.${by}`, { value: number.format(to.value), unit: unitName(to.unit) });
    return t('change.amount', { fact: label(fact), amount }) + where;
  }

  function valueText({ fact, value }: FactValue): string {
    if (value === null) return t('unknown');
    if (value === true) return t('yes');
    if (value === false) return t('no');
    if ('unit' in value) {
      const unit = unitName(value.unit);
      const { min, max } = value;
      if (max === null) return t('amount.from', { value: number.format(min), unit });
      if (max === min) return min === 0 ? t('amount.none') : `${number.format(min)} ${unit}`;
      return `${number.format(min)} – ${number.format(max)} ${unit}`;
    }
    return value.map((id) => optionName(fact, id)).join(language === 'zh' ? '或' : ' or ');
  }

  return { label, changeText, valueText };
}
