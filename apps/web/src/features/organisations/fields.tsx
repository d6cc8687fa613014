import { Input, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.ts';
import { useProblemText } from '../../api/problem-text.ts';
import type { Fault } from '../../ui/desk/fault-summary.tsx';
import { Field } from '../../ui/desk/field.tsx';

interface Shared {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly faults: readonly Fault[];
}

function useField({ id, label, hint, optional, faults }: Shared) {
  const { t: desk } = useTranslation('desk');
  return {
    id,
    label,
    hint,
    optional: optional ? desk('optional') : undefined,
    fault: faults.find(({ field }) => field === id)?.text,
  };
}

export function TextField(
  props: Shared & {
    readonly value: string;
    readonly type?: 'text' | 'date' | 'password';
    readonly min?: string;
    readonly maxLength?: number;
    readonly autoComplete?: string;
    readonly onChange: (value: string) => void;
  },
) {
  const field = useField(props);
  return (
    <Field {...field}>
      {(wiring) => (
        <Input
          {...wiring}
          type={props.type ?? 'text'}
          autoComplete={props.autoComplete ?? 'off'}
          maxLength={props.maxLength ?? 200}
          {...(props.min !== undefined && { min: props.min })}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export function SelectField(
  props: Shared & {
    readonly value: string | null;
    readonly options: readonly Option[];
    readonly searchable?: boolean;
    readonly disabled?: boolean;
    readonly onChange: (value: string | null) => void;
  },
) {
  const { t } = useTranslation('people');
  const field = useField(props);
  return (
    <Field {...field}>
      {(wiring) => (
        <Select
          {...wiring}
          placeholder={t('choose')}
          {...(props.searchable && {
            showSearch: { optionFilterProp: 'label' },
          })}
          allowClear={props.optional ?? false}
          disabled={props.disabled ?? false}
          options={[...props.options]}
          value={props.value}
          onChange={(value: string | undefined) => props.onChange(value ?? null)}
        />
      )}
    </Field>
  );
}

/** What the server said no to. One list per answer: the summary takes the focus with a new one. */
export function useRefused(error: unknown): readonly Fault[] {
  const { t } = useTranslation('problems');
  const problemText = useProblemText();
  return useMemo(
    () => {
      if (!error) return [];
      if (!(error instanceof ApiProblem) || error.errors.length === 0) {
        return [{ field: null, text: problemText(error) }];
      }
      return error.errors.map(({ pointer, code }) => ({
        field: pointer.slice(1) || null,
        text: t([`field.${code}`, 'field.unknown']),
      }));
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [error],
  );
}

/** The date in China, 'YYYY-MM-DD', `days` from today. */
export function chinaDay(days = 0): string {
  const at = new Date(Date.now() + days * 24 * 60 * 60 * 1000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(at);
}
