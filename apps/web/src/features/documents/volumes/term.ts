import { useTranslation } from 'react-i18next';

/** Years in words; null is for ever. */
export function useTermWords(): (years: number | null) => string {
  const { t } = useTranslation('documents');
  return (years) => (years === null ? t('volume.permanent') : t('volume.years', { count: years }));
}

/** Terms that archives know; one that a template asks for may be another. */
const TERMS = [10, 30, 50, 100] as const;

/** How long a volume may be kept instead of the least; null is for ever. */
export function longerTerms(least: number | null): readonly (number | null)[] {
  return least === null ? [] : [...TERMS.filter((years) => years > least), null];
}
