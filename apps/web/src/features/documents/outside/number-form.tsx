import { ROUTES, type DocumentView } from '@ludao/contracts';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { Field } from '../../../ui/desk/field.tsx';
import { useRefusals } from '../refusals.ts';
import { StepFault } from '../steps/step-fault.tsx';
import { useStep } from '../steps/use-step.ts';
import { today } from '../../../ui/today.ts';

/** The number that the official system gave, with which the act is closed. */
export function OfficialNumberForm({ document }: { readonly document: DocumentView }) {
  const { t } = useTranslation('documents');
  const { id, version, signedOn } = document;
  const [number, setNumber] = useState('');
  const [on, setOn] = useState(today);
  const [isMissing, setMissing] = useState(false);
  const refusals = useRefusals([]);
  const record = useStep(id, () =>
    ask(ROUTES.recordDocumentOutside, {
      params: { id },
      body: { version, number: number.trim(), on },
    }),
  );
  const faults = record.error ? refusals(record.error) : [];
  const faultOf = (key: string) => faults.find(({ field }) => field === key)?.text;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const isShort = number.trim().length < 2;
    setMissing(isShort);
    if (!isShort && !record.isPending) record.mutate(undefined);
  }

  return (
    <form onSubmit={submit} noValidate>
      {!faultOf('number') && !faultOf('on') && (
        <StepFault error={record.error} document={document} onFresh={() => record.reset()} />
      )}
      <Field
        id="official-number"
        label={t('outside.number')}
        hint={t('outside.numberHint')}
        fault={isMissing ? t('outside.numberMissing') : faultOf('number')}
      >
        {(wiring) => (
          <Input
            {...wiring}
            autoComplete="off"
            maxLength={60}
            value={number}
            onChange={(event) => {
              setNumber(event.target.value);
              setMissing(false);
            }}
          />
        )}
      </Field>
      <Field id="official-day" label={t('outside.on')} fault={faultOf('on')}>
        {(wiring) => (
          <Input
            {...wiring}
            type="date"
            className="day-field"
            min={signedOn ?? undefined}
            max={today()}
            value={on}
            onChange={(event) => setOn(event.target.value)}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" aria-busy={record.isPending}>
        {t('outside.submit')}
      </Button>
    </form>
  );
}
