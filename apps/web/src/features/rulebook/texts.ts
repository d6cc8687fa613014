import { fieldName, type EntryFault, type EntryHead } from '@ludao/contracts';
import { ENTRY_CODES, entryText } from '@ludao/contracts/entry-texts';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';

type Topic = EntryHead['topic'];

/** What is wrong, in the language of the page. */
export function useFaultText(): (fault: Pick<EntryFault, 'code' | 'params'>) => string {
  const { i18n } = useTranslation();
  return ({ code, params }) => entryText(code, params, currentLanguage(i18n));
}

/** Why a request about a file was refused; what concerns the file has texts of its own. */
export function useFileProblem(): (error: unknown) => string {
  const faultText = useFaultText();
  const problemText = useProblemText();
  return (error) =>
    error instanceof ApiProblem && ENTRY_CODES.includes(error.code)
      ? faultText(error)
      : problemText(error);
}

/** The names along a path, without the numbers in it. */
export function useFieldName(topic: Topic): (path: readonly (string | number)[]) => string {
  const { i18n } = useTranslation();
  return (path) => {
    const names = path.filter((part) => typeof part === 'string' && !/^\d+$/.test(part));
    return fieldName(topic, names.map(String))[currentLanguage(i18n)];
  };
}

/** The same with the names of what it lies in: 整体环评·批复文号. */
export function useFieldPlace(topic: Topic): (path: readonly (string | number)[]) => string {
  const name = useFieldName(topic);
  return (path) => {
    const names = path.filter((part) => typeof part === 'string' && !/^\d+$/.test(part));
    return names.map((_, at) => name(names.slice(0, at + 1))).join('·');
  };
}

/** From when to when an entry counts. */
export function usePeriod(): (
  entry: Pick<EntryHead, 'effectiveFrom' | 'effectiveTo' | 'countsUntil'>,
) => string {
  const { t, i18n } = useTranslation('rulebook');
  return ({ effectiveFrom, effectiveTo, countsUntil }) => {
    const from = showDay(effectiveFrom, i18n.language);
    const to = countsUntil ?? effectiveTo;
    return to === null ? t('from', { from }) : t('span', { from, to: showDay(to, i18n.language) });
  };
}
