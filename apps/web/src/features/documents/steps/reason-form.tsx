import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/desk/field.tsx';

/** A step that has to say why. */
export function ReasonForm(props: {
  readonly label: string;
  readonly hint: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly onSubmit: (reason: string) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation('documents');
  const { t: desk } = useTranslation('desk');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | undefined>();

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (reason.trim().length < 2) setFault(t('step.reasonMissing'));
    else if (!props.busy) props.onSubmit(reason.trim());
  }

  return (
    <form onSubmit={submit} noValidate>
      <Field id="step-reason" label={props.label} hint={props.hint} fault={fault}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value);
              setFault(undefined);
            }}
          />
        )}
      </Field>
      <div className="card-actions">
        <Button type="primary" danger htmlType="submit" aria-busy={props.busy}>
          {props.submit}
        </Button>
        <Button onClick={props.onCancel}>{desk('cancel')}</Button>
      </div>
    </form>
  );
}
