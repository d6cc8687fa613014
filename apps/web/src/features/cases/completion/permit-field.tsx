import type { CompletionView } from '@ludao/contracts';
import { Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/desk/field.tsx';

export type Permit = NonNullable<CompletionView['permit']>;

/** What is known of the permit before anything is asked. */
export function permitOf({ permit, permitInForce }: CompletionView): Permit {
  return permit ?? { needed: true, number: permitInForce };
}

/** Art. 14: the permit comes before the first discharge. */
export function PermitField(props: {
  readonly permit: Permit;
  readonly inForce: string | null;
  readonly onChange: (permit: Permit) => void;
}) {
  const { t } = useTranslation('completions');
  const { permit, inForce, onChange } = props;
  return (
    <>
      <div className="field">
        <span className="field-label" id="needed-label">
          {t('permitNeeded')}
        </span>
        <Radio.Group
          name="needed"
          aria-labelledby="needed-label"
          options={[
            { value: true, label: t('yes') },
            { value: false, label: t('no') },
          ]}
          value={permit.needed}
          onChange={(event) => onChange({ ...permit, needed: event.target.value as boolean })}
        />
      </div>
      {permit.needed && (
        <Field
          id="permitNumber"
          label={t('permitNumber')}
          hint={inForce ? t('permitKnown', { number: inForce }) : t('permitHint')}
        >
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={60}
              autoComplete="off"
              value={permit.number ?? ''}
              onChange={(event) =>
                onChange({
                  ...permit,
                  number: event.target.value === '' ? null : event.target.value,
                })
              }
            />
          )}
        </Field>
      )}
    </>
  );
}
