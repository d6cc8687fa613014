import type { Fact, Vocabulary } from '@ludao/rules';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';

/** What was said of a project, in words. */
export function useFactWords(vocabulary: Vocabulary) {
  const { t, i18n } = useTranslation('preLease');
  const language = currentLanguage(i18n);
  const unitOf = (unit: string) =>
    vocabulary.units.find(({ id }) => id === unit)?.label[language] ?? unit;

  function valueText(fact: Fact, value: unknown): string {
    if (value === null || value === 'unknown') return t('unsure');
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (fact.type === 'choice') {
      const name = (id: unknown) =>
        fact.options.find((option) => option.id === id)?.label[language] ?? plain(id);
      return (Array.isArray(value) ? value : [value]).map(name).join(t('or'));
    }
    if (fact.type !== 'quantity') return plain(value);
    if (value === 0) return t('none');
    return `${plain(value)} ${unitOf(fact.unit)}`;
  }

  const plain = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

  return { label: (fact: Fact) => fact.label[language], unitOf, valueText };
}
