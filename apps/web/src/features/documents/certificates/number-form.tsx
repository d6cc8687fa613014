import {
  OFFICIAL_NUMBER_REASONS,
  ROUTES,
  type CertificateView,
  type OfficialNumberReason,
} from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Field } from '../../../ui/desk/field.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { certificateQuery } from '../queries.ts';
import { useRefusals } from '../refusals.ts';
import { today } from '../../../ui/today.ts';

const REASONS = Object.keys(OFFICIAL_NUMBER_REASONS) as OfficialNumberReason[];

/** The number that the official system gave; where there is one, another in its place with a reason. */
export function CertificateNumberForm(props: {
  readonly certificate: CertificateView;
  readonly onSaved: () => void;
}) {
  const { t, i18n } = useTranslation('documents');
  const language = currentLanguage(i18n);
  const queries = useQueryClient();
  const { id, version, record } = props.certificate;
  const isCorrection = record.number !== null;
  const [number, setNumber] = useState(record.number ?? '');
  const [on, setOn] = useState(record.on ?? today);
  const [reason, setReason] = useState<OfficialNumberReason | null>(null);
  const [isChecked, setIsChecked] = useState(false);
  const refusals = useRefusals([]);
  const enter = useMutation({
    mutationFn: () =>
      ask(ROUTES.recordCertificateOutside, {
        params: { id },
        body: { version, number: number.trim(), on, reason },
      }),
    onSuccess: async (after) => {
      props.onSaved();
      queries.setQueryData(['certificate', id], after);
      await queries.invalidateQueries({ queryKey: ['tasks'] });
      await queries.invalidateQueries({ queryKey: ['inbox'] });
    },
  });
  const fresh = useMutation({
    mutationFn: () => queries.fetchQuery({ ...certificateQuery(id), staleTime: 0 }),
    onSuccess: () => enter.reset(),
  });
  const faults = enter.error ? refusals(enter.error) : [];
  const faultOf = (key: string) => faults.find(({ field }) => field === key)?.text;
  const whole = faults.filter(({ field }) => !['number', 'on', 'reason'].includes(field ?? ''));
  const isShort = number.trim().length < 2;
  const needsReason = isCorrection && reason === null;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setIsChecked(true);
    if (!isShort && !needsReason && on !== '' && !enter.isPending) enter.mutate();
  }

  return (
    <form onSubmit={submit} noValidate>
      {whole.length > 0 && (
        <Notice
          tone="fault"
          title={whole[0]!.text}
          actions={
            <Button aria-busy={fresh.isPending} onClick={() => fresh.mutate()}>
              {t('certificate.outside.newest')}
            </Button>
          }
        />
      )}
      <Field
        id="official-number"
        label={t('certificate.outside.number')}
        hint={t('certificate.outside.numberHint')}
        fault={isChecked && isShort ? t('certificate.outside.numberMissing') : faultOf('number')}
      >
        {(wiring) => (
          <Input
            {...wiring}
            autoComplete="off"
            maxLength={60}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        )}
      </Field>
      <Field id="official-day" label={t('certificate.outside.on')} fault={faultOf('on')}>
        {(wiring) => (
          <Input
            {...wiring}
            type="date"
            className="day-field"
            max={today()}
            value={on}
            onChange={(event) => setOn(event.target.value)}
          />
        )}
      </Field>
      {isCorrection && (
        <Field
          id="official-reason"
          label={t('certificate.outside.reason')}
          fault={
            isChecked && needsReason ? t('certificate.outside.reasonMissing') : faultOf('reason')
          }
        >
          {(wiring) => (
            <Select
              {...wiring}
              value={reason}
              onChange={setReason}
              options={REASONS.map((value) => ({
                value,
                label: OFFICIAL_NUMBER_REASONS[value][language],
              }))}
            />
          )}
        </Field>
      )}
      <Button type="primary" htmlType="submit" aria-busy={enter.isPending}>
        {t(isCorrection ? 'certificate.outside.change' : 'certificate.outside.submit')}
      </Button>
    </form>
  );
}
