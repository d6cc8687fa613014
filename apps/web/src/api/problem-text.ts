import { useTranslation } from 'react-i18next';
import { showMoment } from '../i18n/dates.ts';
import { ApiProblem } from './problem.ts';

/** Params that are moments, and are shown as a person reads them. */
const MOMENTS = ['until', 'at'];

/** What to tell the person about a failure, in the language of the page. */
export function useProblemText(): (error: unknown) => string {
  const { t, i18n } = useTranslation('problems');
  return (error) => {
    if (!(error instanceof ApiProblem)) return t('unknown', { code: String(error) });
    const { code, params } = error;
    const shown = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        MOMENTS.includes(name) && typeof value === 'string' && value.includes('T')
          ? showMoment(value, i18n.language)
          : value,
      ]),
    );
    if ('by' in shown && shown['by'] === '') shown['by'] = t('somebody');
    return i18n.exists(`problems:${code}`) ? t(code, shown) : t('unknown', { code });
  };
}
