import type { RetrofitView } from '@ludao/contracts';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/desk/field.tsx';
import { Refused } from '../refused.tsx';
import { daysAgo } from '../../../ui/today.ts';
import { useRetrofitStep } from './queries.ts';

interface Props {
  readonly retrofit: RetrofitView;
}

/** The number and day that the official system gave: with it the retrofit is exempt. */
export function RecordOutside({ retrofit }: Props) {
  const { t } = useTranslation('retrofits');
  const [number, setNumber] = useState('');
  const [on, setOn] = useState(daysAgo(0));
  const step = useRetrofitStep(retrofit);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!step.isPending && number.trim() !== '') step.mutate({ step: 'recordOutside', number, on });
  }
  return (
    <form onSubmit={submit} noValidate>
      <Refused error={step.error} />
      <Field id="officialNumber" label={t('officialNumber')}>
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={60}
            autoComplete="off"
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        )}
      </Field>
      <Field id="officialOn" label={t('officialOn')}>
        {(wiring) => (
          <Input
            {...wiring}
            type="date"
            max={daysAgo(0)}
            value={on}
            onChange={(event) => setOn(event.target.value)}
          />
        )}
      </Field>
      <Button
        type="primary"
        htmlType="submit"
        disabled={number.trim().length < 2}
        aria-busy={step.isPending}
      >
        {t('recordOutside')}
      </Button>
    </form>
  );
}

/** The permit is applied for elsewhere; its number closes what waits. */
export function PermitChanged({ retrofit }: Props) {
  const { t } = useTranslation('retrofits');
  const [number, setNumber] = useState('');
  const step = useRetrofitStep(retrofit);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!step.isPending && number.trim().length >= 2)
      step.mutate({ step: 'permitChanged', number });
  }
  return (
    <section className="sheet" aria-labelledby="permit-change">
      <h2 id="permit-change">{t('permitDue')}</h2>
      <p>
        {t('permitDueText')} <a href="/desk/permits">{t('toPermits')}</a>
      </p>
      <form onSubmit={submit} noValidate>
        <Refused error={step.error} />
        <Field id="permitNumber" label={t('permitNumber')}>
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={60}
              autoComplete="off"
              value={number}
              onChange={(event) => setNumber(event.target.value)}
            />
          )}
        </Field>
        <Button htmlType="submit" disabled={number.trim().length < 2} aria-busy={step.isPending}>
          {t('permitDone')}
        </Button>
      </form>
    </section>
  );
}
