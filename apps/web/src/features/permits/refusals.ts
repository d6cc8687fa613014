import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { PERMIT_CATEGORIES } from '@ludao/contracts';
import { currentLanguage } from '../../i18n/index.ts';
import type { Fault } from '../../ui/desk/fault-summary.tsx';

const LEVELS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> =
  PERMIT_CATEGORIES;

/** What the server said no to, beside the field that it names. */
export function useRefusals(): (error: unknown) => Fault[] {
  const { t, i18n } = useTranslation('permits');
  const { t: problems } = useTranslation('problems');
  const problemText = useProblemText();
  const language = currentLanguage(i18n);
  return (error) => {
    if (!(error instanceof ApiProblem)) return [{ field: null, text: problemText(error) }];
    const { code, params, errors } = error;
    if (errors.length > 0) {
      const found = errors.map(({ pointer, code: what }) => {
        const [, top = '', second = top] = pointer.split('/');
        const field = top === 'content' ? second : top;
        const known = i18n.exists(`problems:field.${what}`) ? what : 'unknown';
        const gap = language === 'zh' ? '：' : ' ';
        const name = t(`content.${field}`, { defaultValue: field });
        return { field, text: `${name}${gap}${problems(`field.${known}`)}` };
      });
      return found.filter(({ text }, at) => found.findIndex((other) => other.text === text) === at);
    }
    const field = typeof params['field'] === 'string' ? params['field'] : null;
    if (code === 'PERMIT_FIELD_EMPTY' && field !== null) {
      return [{ field, text: t('form.empty', { name: t(`content.${field}`) }) }];
    }
    if (code === 'CATEGORY_TOO_LOW') {
      const limit = LEVELS[String(params['limit'])]?.[language] ?? String(params['limit']);
      return [{ field, text: problems(code, { ...params, limit }) }];
    }
    return [{ field, text: problemText(error) }];
  };
}
