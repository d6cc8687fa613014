import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/desk/field.tsx';

/** Why it goes back, in words that the other side can act on. */
export function ReasonForm(props: {
  readonly label: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly onSubmit: (reason: string) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation('parkEia');
  const { t: desk } = useTranslation('desk');
  const [reason, setReason] = useState('');
  const [isShort, setShort] = useState(false);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const said = reason.trim();
    setShort(said.length < 2);
    if (said.length >= 2 && !props.busy) props.onSubmit(said);
  }

  return (
    <form onSubmit={submit} noValidate>
      <Field id="reason" label={props.label} fault={isShort ? t('fault.reason') : undefined}>
        {(wiring) => (
          <Input.TextArea
            {...wiring}
            rows={4}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <div className="form-actions">
        <Button type="primary" htmlType="submit" aria-busy={props.busy}>
          {props.submit}
        </Button>
        <Button onClick={props.onCancel}>{desk('cancel')}</Button>
      </div>
    </form>
  );
}
