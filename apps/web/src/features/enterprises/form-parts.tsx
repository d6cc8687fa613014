import { Radio } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What the bureau or the park keeps: to be read here, and put right by them. */
export function Fixed({ label, value }: { readonly label: string; readonly value: string }) {
  const { t } = useTranslation('enterprises');
  return (
    <p className="fixed-park">
      <strong>{label}</strong> {value}
      <br />
      <span className="hint">{t('form.fixedHint')}</span>
    </p>
  );
}

/** A few options and 「未填报」, which is an answer too. */
export function Choice<Value extends string | boolean>(props: {
  readonly name: string;
  readonly label: string;
  readonly note: ReactNode;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
}) {
  const { t } = useTranslation('desk');
  const labelId = `${props.name}-label`;
  return (
    <div className="field" id={props.name}>
      <span className="field-label" id={labelId}>
        {props.label}
        <span className="optional">{t('optional')}</span>
      </span>
      <Radio.Group
        name={props.name}
        aria-labelledby={labelId}
        options={[...props.options, { value: 'unknown', label: t('unknown') }].map((option) => ({
          ...option,
          value: String(option.value),
        }))}
        value={String(props.value ?? 'unknown')}
        onChange={(event) => {
          const chosen: unknown = event.target.value;
          const option = props.options.find(({ value }) => String(value) === chosen);
          props.onChange(option?.value ?? null);
        }}
      />
      {props.note && <div className="field-note">{props.note}</div>}
    </div>
  );
}
