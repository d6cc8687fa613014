import { fieldHint, type EntryForm } from '@ludao/contracts';
import type { Field as EntryField } from '@ludao/rules/entries';
import { Button, Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/index.ts';
import { Field } from '../../ui/desk/field.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import type { Choice } from './choices.ts';
import { emptyRow, textOf, type RowDraft, type RowValue } from './draft.ts';
import { useFieldName } from './texts.ts';

interface Shared {
  readonly topic: EntryForm['topic'];
  readonly choices: (field: EntryField) => readonly Choice[] | null;
  readonly faultOf: (id: string) => string | undefined;
  /** The key of a new version stays as it is. */
  readonly fixed: string | null;
}

interface Props extends Shared {
  readonly fields: readonly EntryField[];
  readonly row: RowDraft;
  readonly path: readonly (string | number)[];
  readonly onChange: (row: RowDraft) => void;
}

/** The id of a field on the page. */
export function idOf(path: readonly (string | number)[]): string {
  return ['row', ...path].join('-').replaceAll('.', '-');
}

/** The fields of one row, as its schema has them. */
export function RowFields({ fields, row, onChange, ...shared }: Props) {
  const plain = fields.filter(({ kind }) => kind !== 'group' && kind !== 'rows');
  const nested = fields.filter(({ kind }) => kind === 'group' || kind === 'rows');
  const change = (name: string) => (value: RowValue) => onChange({ ...row, [name]: value });
  return (
    <>
      <div className="two">
        {plain.map((field) => (
          <OneField
            key={field.name}
            {...shared}
            field={field}
            path={[...shared.path, field.name]}
            value={row[field.name] ?? ''}
            onChange={change(field.name)}
          />
        ))}
      </div>
      {nested.map((field) => {
        const props = {
          ...shared,
          field,
          path: [...shared.path, field.name],
          onChange: change(field.name),
        };
        const value = row[field.name] ?? null;
        return field.kind === 'group' ? (
          <Group key={field.name} {...props} value={value as RowDraft | null} />
        ) : (
          <Rows key={field.name} {...props} value={(value ?? []) as readonly RowDraft[]} />
        );
      })}
    </>
  );
}

interface One<V> extends Shared {
  readonly field: EntryField;
  readonly path: readonly (string | number)[];
  readonly value: V;
  readonly onChange: (value: RowValue) => void;
}

function OneField({ field, path, value, onChange, ...shared }: One<RowValue>) {
  const { t, i18n } = useTranslation('rulebook');
  const { t: desk } = useTranslation('desk');
  const name = useFieldName(shared.topic);
  const id = idOf(path);
  const names = path.filter((part) => typeof part === 'string');
  const hint = fieldHint(shared.topic, names)?.[currentLanguage(i18n)];
  const choices = shared.choices(field);
  const fault = shared.faultOf(id);
  const several = (Array.isArray(value) ? value : []) as readonly string[];
  if (field.kind === 'texts' && choices && choices.length <= 12) {
    return (
      <Ticks
        id={id}
        label={name(path)}
        fault={fault}
        choices={choices}
        value={several}
        onChange={onChange}
      />
    );
  }
  const isLong = field.kind === 'condition' || field.name === 'text';
  const isKey = field.name === shared.fixed && path.length === 2;
  return (
    <div className={isLong || field.kind === 'texts' ? 'whole-line' : ''}>
      <Field
        id={id}
        label={name(path)}
        optional={field.required ? undefined : desk('optional')}
        hint={hint ?? (field.kind === 'texts' && !choices ? t('form.several') : undefined)}
        fault={fault}
      >
        {(wiring) => {
          if (choices) {
            return (
              <Select
                {...wiring}
                {...(field.kind === 'texts' && { mode: 'multiple' as const })}
                showSearch={{ optionFilterProp: 'title' }}
                allowClear={!field.required}
                disabled={isKey}
                placeholder={t('form.choose')}
                options={choices.map(({ value: key, label, note }) => ({
                  value: key,
                  label,
                  title: `${label} ${note}`,
                }))}
                value={field.kind === 'texts' ? [...several] : textOf(value) || null}
                onChange={(chosen: string | string[] | null) => onChange(chosen ?? '')}
              />
            );
          }
          if (field.kind === 'texts' || isLong) {
            return (
              <Input.TextArea
                {...wiring}
                rows={field.kind === 'texts' ? 3 : 2}
                maxLength={2000}
                value={field.kind === 'texts' ? several.join('\n') : textOf(value)}
                onChange={({ target }) =>
                  onChange(field.kind === 'texts' ? target.value.split('\n') : target.value)
                }
              />
            );
          }
          return (
            <Input
              {...wiring}
              type={field.kind === 'day' ? 'date' : 'text'}
              {...(field.kind === 'number' && { inputMode: 'numeric' as const })}
              autoComplete="off"
              maxLength={300}
              disabled={isKey}
              value={textOf(value)}
              onChange={({ target }) => onChange(target.value)}
            />
          );
        }}
      </Field>
    </div>
  );
}

function Ticks(props: {
  readonly id: string;
  readonly label: string;
  readonly fault: string | undefined;
  readonly choices: readonly Choice[];
  readonly value: readonly string[];
  readonly onChange: (value: RowValue) => void;
}) {
  return (
    <fieldset className={`field whole-line${props.fault ? ' flagged' : ''}`} id={props.id}>
      <legend className="field-label">{props.label}</legend>
      <Checkbox.Group
        className="relief-list"
        value={[...props.value]}
        onChange={(ids) => props.onChange(ids.map(String))}
        options={props.choices.map(({ value, label, note }) => ({
          value,
          label: (
            <>
              {label} {note && <small>{note}</small>}
            </>
          ),
        }))}
      />
      {props.fault && (
        <p className="fault">
          <Icon name="warn" size={16} />
          {props.fault}
        </p>
      )}
    </fieldset>
  );
}

function Group({ field, path, value, onChange, ...shared }: One<RowDraft | null>) {
  const { t } = useTranslation('rulebook');
  const name = useFieldName(shared.topic)(path);
  if (value === null) {
    return (
      <p className="group-door">
        <Button icon={<Icon name="plus" />} onClick={() => onChange(emptyRow(field.fields))}>
          {t('form.addGroup', { name })}
        </Button>
      </p>
    );
  }
  return (
    <fieldset className="group">
      <legend>{name}</legend>
      <RowFields {...shared} fields={field.fields} row={value} path={path} onChange={onChange} />
      {!field.required && (
        <Button size="small" onClick={() => onChange(null)}>
          {t('form.removeGroup', { name })}
        </Button>
      )}
    </fieldset>
  );
}

function Rows({ field, path, value, onChange, ...shared }: One<readonly RowDraft[]>) {
  const { t } = useTranslation('rulebook');
  const name = useFieldName(shared.topic)(path);
  return (
    <fieldset className="group">
      <legend>{name}</legend>
      {value.map((row, at) => (
        // A row has no name of its own while it is written.
        <div
          key={at}
          className="group-row"
          role="group"
          aria-label={`${name} ${t('form.rowNo', { no: at + 1 })}`}
        >
          <RowFields
            {...shared}
            fields={field.fields}
            row={row}
            path={[...path, at]}
            onChange={(next) => onChange(value.map((one, index) => (index === at ? next : one)))}
          />
          <Button
            size="small"
            aria-label={`${name} ${t('form.removeRow', { no: at + 1 })}`}
            onClick={() => onChange(value.filter((_, index) => index !== at))}
          >
            {t('form.removeRow', { no: at + 1 })}
          </Button>
        </div>
      ))}
      <Button
        icon={<Icon name="plus" />}
        aria-label={`${name} ${t('form.addRow')}`}
        onClick={() => onChange([...value, emptyRow(field.fields)])}
      >
        {t('form.addRow')}
      </Button>
    </fieldset>
  );
}
