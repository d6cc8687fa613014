import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.ts';
import { useProblemText } from '../../api/problem-text.ts';
import type { Fault } from '../../ui/desk/fault-summary.tsx';

/** What the server said no to, field by field where it names one. */
export function useRefusals(): (error: unknown) => readonly Fault[] {
  const problemText = useProblemText();
  const { t, i18n } = useTranslation('problems');
  const { t: parks } = useTranslation('parks');
  return (error) => {
    if (!(error instanceof ApiProblem) || error.errors.length === 0) {
      const field = error instanceof ApiProblem ? error.params['field'] : undefined;
      return [{ field: typeof field === 'string' ? field : null, text: problemText(error) }];
    }
    return error.errors.map(({ pointer, code }) => {
      const field = pointer.split('/')[1] ?? '';
      const what = i18n.exists(`problems:field.${code}`) ? code : 'unknown';
      const name = i18n.exists(`parks:${field}`) ? parks(field) : pointer;
      const gap = i18n.language.startsWith('zh') ? '：' : ' ';
      return { field: field || null, text: `${name}${gap}${t(`field.${what}`)}` };
    });
  };
}
