import { CONTACT_LIMITS, ROUTES, type Contact } from '@ludao/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { Field } from '../../ui/desk/field.tsx';
import { Notice } from '../../ui/desk/notice.tsx';

type Way = 'ended' | 'erased';

/** Somebody is no contact any more, or asks to be forgotten at once. */
export function EndContact(props: {
  readonly contact: Contact;
  readonly onDone: (said: Way) => void;
  readonly onStale: () => void;
  readonly onCancel: () => void;
}) {
  const { id, version, name } = props.contact;
  const { t } = useTranslation('contacts');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const [way, setWay] = useState<Way>('ended');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const end = useMutation({
    mutationFn: () =>
      way === 'ended'
        ? ask(ROUTES.endContact, { params: { id }, body: { version } })
        : ask(ROUTES.eraseContact, { params: { id }, body: { version, reason: reason.trim() } }),
    onSuccess: () => props.onDone(way),
    onError: props.onStale,
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (way === 'erased' && reason.trim().length < 2) setFault(t('end.reasonMissing'));
    else if (!end.isPending) end.mutate();
  }

  return (
    <form className="contact-form" onSubmit={submit} noValidate aria-label={t('end.open')}>
      {end.error && <Notice tone="fault" title={problemText(end.error)} />}
      <div className="field">
        <span className="field-label" id={`way-${id}`}>
          {t('end.lead', { name })}
        </span>
        <Radio.Group
          className="stacked"
          name={`way-${id}`}
          aria-labelledby={`way-${id}`}
          options={[
            { value: 'ended', label: t('end.ended') },
            { value: 'erased', label: t('end.erased') },
          ]}
          value={way}
          onChange={(event) => setWay(event.target.value as Way)}
        />
      </div>
      {way === 'erased' && (
        <Field id={`why-${id}`} label={t('end.reason')} hint={t('end.reasonHint')} fault={fault}>
          {(wiring) => (
            <Input
              {...wiring}
              autoComplete="off"
              maxLength={CONTACT_LIMITS.reason}
              value={reason}
              onChange={(event) => {
                setReason(event.target.value);
                setFault(undefined);
              }}
            />
          )}
        </Field>
      )}
      <div className="card-actions">
        <Button
          type="primary"
          danger={way === 'erased'}
          htmlType="submit"
          aria-busy={end.isPending}
        >
          {t(way === 'ended' ? 'end.submitEnd' : 'end.submitErase')}
        </Button>
        <Button onClick={props.onCancel}>{desk('cancel')}</Button>
      </div>
    </form>
  );
}
