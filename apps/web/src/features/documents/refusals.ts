import { ApiProblem } from '../../api/problem.ts';
import { useProblemText } from '../../api/problem-text.ts';
import type { TemplateField } from '@ludao/contracts';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import type { Fault } from '../../ui/desk/fault-summary.tsx';

/** On the page, the fields of a template keep apart from the page's own. */
export const fieldId = (key: string): string => `field-${key}`;

const NAMED: Readonly<Record<string, string>> = {
  FIELD_TOO_LONG: 'form.fieldLong',
  FIELD_ONE_LINE: 'form.fieldOneLine',
  FIELD_NO_DAY: 'form.fieldNoDay',
};

/** What the server said no to: beside the template's field where it names one. */
export function useRefusals(fields: readonly TemplateField[]): (error: unknown) => Fault[] {
  const problemText = useProblemText();
  const { t, i18n } = useTranslation('documents');
  const { t: problems } = useTranslation('problems');
  const language = currentLanguage(i18n);
  const nameOf = (key: string) => fields.find((one) => one.key === key)?.name[language];
  return (error) => {
    if (!(error instanceof ApiProblem)) return [{ field: null, text: problemText(error) }];
    const { code, params, errors } = error;
    if (code === 'FIELDS_EMPTY') {
      return String(params['fields'] ?? '')
        .split(',')
        .map((key) => ({
          field: fieldId(key),
          text: t('form.fieldEmpty', { name: nameOf(key) ?? key }),
        }));
    }
    if (errors.length > 0) {
      return errors.map(({ pointer, code: what }) => {
        const [, top = '', key] = pointer.split('/');
        const known = i18n.exists(`problems:field.${what}`) ? what : 'unknown';
        const name = (key && nameOf(key)) ?? t(`form.${top}`, { defaultValue: pointer });
        const gap = language === 'zh' ? '：' : ' ';
        return {
          field: top === 'fields' && key ? fieldId(key) : top,
          text: `${name}${gap}${problems(`field.${known}`)}`,
        };
      });
    }
    const field = params['field'];
    if (typeof field !== 'string') return [{ field: null, text: problemText(error) }];
    const name = nameOf(field);
    const named = name === undefined ? undefined : NAMED[code];
    return [
      {
        field: name === undefined ? field : fieldId(field),
        text: named ? t(named, { name, ...params }) : problemText(error),
      },
    ];
  };
}
