import { reasonText } from '@ludao/contracts/reason-texts';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.ts';
import { currentLanguage } from '../../i18n/index.ts';

/** Why the server made no bundle, in the words of the list; null where the problem says it all. */
export function useCitingReason(): (error: unknown) => string | null {
  const { i18n } = useTranslation();
  return (error) => {
    if (!(error instanceof ApiProblem) || error.code !== 'CITATION_REFUSED') return null;
    const { reason, ...params } = error.params;
    const words = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, String(value)]),
    );
    return reasonText({ code: String(reason), params: words }, currentLanguage(i18n));
  };
}
