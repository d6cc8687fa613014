import { DOCUMENT_LIMITS, emptyFields, type DocumentKind } from '@ludao/contracts';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../i18n/index.ts';
import type { Fault } from '../../../ui/desk/fault-summary.tsx';
import { Field, type Wiring } from '../../../ui/desk/field.tsx';
import { Icon } from '../../../ui/desk/icons.tsx';
import { fieldId } from '../refusals.ts';
import type { Fields } from './fields.ts';

/** The form that a template asks for. */
export function TemplateFields(props: {
  readonly template: DocumentKind;
  readonly fields: Fields;
  readonly faults: readonly Fault[];
  readonly onChange: (fields: Fields) => void;
}) {
  const { t, i18n } = useTranslation('documents');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const { template, fields } = props;
  const set = (key: string, value: string) => props.onChange({ ...fields, [key]: value });
  const empty = emptyFields(template, fields);
  const names = template.fields
    .filter(({ key }) => empty.includes(key))
    .map(({ name }) => name[language]);

  const control = (key: string, kind: 'line' | 'text' | 'date', wiring: Wiring) => {
    const value = fields[key] ?? '';
    if (kind === 'text') {
      return (
        <Input.TextArea
          {...wiring}
          rows={rowsFor(value)}
          maxLength={DOCUMENT_LIMITS.text}
          value={value}
          onChange={(event) => set(key, event.target.value)}
        />
      );
    }
    return (
      <Input
        {...wiring}
        {...(kind === 'date' ? { type: 'date', className: 'day-field' } : {})}
        autoComplete="off"
        maxLength={DOCUMENT_LIMITS.line}
        value={value}
        onChange={(event) => set(key, event.target.value)}
      />
    );
  };

  return (
    <>
      {template.fields.map(({ key, name, hint, kind, required }) => (
        <Field
          key={key}
          id={fieldId(key)}
          label={name[language]}
          optional={required ? undefined : desk('optional')}
          hint={hint?.[language]}
          fault={props.faults.find(({ field }) => field === fieldId(key))?.text}
        >
          {(wiring) => control(key, kind, wiring)}
        </Field>
      ))}
      <p className={empty.length === 0 ? 'good' : 'quiet-text'} role="status">
        <Icon name={empty.length === 0 ? 'check' : 'info'} size={16} />{' '}
        {empty.length === 0
          ? t('form.complete')
          : t('form.remaining', {
              count: empty.length,
              fields: names.join(language === 'zh' ? '、' : ', '),
            })}
      </p>
    </>
  );
}

/** Ant Design measures by inline styles, which the page's policy forbids. */
function rowsFor(text: string): number {
  const lines = text.split('\n').reduce((sum, { length }) => sum + 1 + Math.floor(length / 36), 0);
  return Math.min(16, Math.max(3, lines + 1));
}
