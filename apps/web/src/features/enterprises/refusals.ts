import { useTranslation } from 'react-i18next';
import { ApiProblem, isProblem } from '../../api/problem.ts';
import { useProblemText } from '../../api/problem-text.ts';
import type { Fault } from '../../ui/desk/fault-summary.tsx';
import { useFactName } from './fact-value.tsx';
import { fieldOfCode, fieldOfPointer } from './form.ts';

/** What the server said no to, field by field where it can be told. */
export function useRefusals(): (error: unknown) => readonly Fault[] {
  const problemText = useProblemText();
  const factName = useFactName();
  const { t, i18n } = useTranslation('problems');
  return (error) => {
    if (!(error instanceof ApiProblem) || error.errors.length === 0) {
      const field = error instanceof ApiProblem ? fieldOfCode(error.code, error.params) : null;
      const named = isProblem(error, 'FIELD_FIXED') && field !== null;
      return [
        { field, text: named ? t('FIELD_FIXED', { field: factName(field) }) : problemText(error) },
      ];
    }
    return error.errors.map(({ pointer, code }) => {
      const field = fieldOfPointer(pointer);
      const what = i18n.exists(`problems:field.${code}`) ? code : 'unknown';
      const name = field === null ? pointer : factName(field);
      return {
        field,
        text: `${name}${i18n.language.startsWith('zh') ? '：' : ' '}${t(`field.${what}`)}`,
      };
    });
  };
}
