import {
  ROUTES,
  SERVICE_WAYS,
  type DocumentView,
  type FileView,
  type ServiceWay,
} from '@ludao/contracts';
import { Button, Checkbox, Input, Radio, Select } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { FileUpload } from '../../../api/file-upload.tsx';
import { currentLanguage } from '../../../i18n/index.ts';
import { Field } from '../../../ui/desk/field.tsx';
import { useRefusals } from '../refusals.ts';
import { SCANS, Sha256 } from '../sha256.tsx';
import { today } from '../../../ui/today.ts';
import { StepFault } from './step-fault.tsx';
import { useStep } from './use-step.ts';

const NOTES: Partial<Record<ServiceWay, string>> = { MAIL: 'mailNote', ENTRUSTED: 'entrustedNote' };
const NOTHING = { receiver: '', witness: '', consent: false, note: '' };

/** Recording that a document reached its addressee, by which way; or that it did not. */
export function ServeForm({ document }: { readonly document: DocumentView }) {
  const { t, i18n } = useTranslation('documents');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const { id, version, signedOn } = document;
  const [outcome, setOutcome] = useState<'SERVED' | 'FAILED'>('SERVED');
  const [way, setWay] = useState<ServiceWay>('DIRECT');
  const [on, setOn] = useState(today);
  const [said, setSaid] = useState(NOTHING);
  const [receipts, setReceipts] = useState<readonly FileView[]>([]);
  const refusals = useRefusals([]);
  const serve = useStep(id, () =>
    ask(ROUTES.serveDocument, {
      params: { id },
      body: { version, outcome, way, on, ...said, receiptFileId: receipts[0]?.id ?? null },
    }),
  );
  const faults = serve.error ? refusals(serve.error) : [];
  const faultOf = (key: string) => faults.find(({ field }) => field === key)?.text;
  const isPlaced = faults.some(({ field }) => field !== null);
  const isFailed = outcome === 'FAILED';
  const set = (next: Partial<typeof NOTHING>) => setSaid((now) => ({ ...now, ...next }));

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!serve.isPending) serve.mutate(undefined);
  }

  const line = (key: 'receiver' | 'witness' | 'note', label: string, isOptional: boolean) => (
    <Field
      id={key}
      label={label}
      optional={isOptional ? desk('optional') : undefined}
      fault={faultOf(key)}
    >
      {(wiring) => (
        <Input
          {...wiring}
          autoComplete="off"
          maxLength={{ receiver: 60, witness: 120, note: 300 }[key]}
          value={said[key]}
          onChange={(event) => set({ [key]: event.target.value })}
        />
      )}
    </Field>
  );
  const day = isFailed ? 'onFailed' : way === 'ANNOUNCED' ? 'onAnnounced' : 'on';

  return (
    <form onSubmit={submit} noValidate>
      {!isPlaced && (
        <StepFault error={serve.error} document={document} onFresh={() => serve.reset()} />
      )}
      <Field id="outcome" label={t('serve.outcome')}>
        {({ id: wired }) => (
          <Radio.Group
            aria-labelledby={`${wired}-label`}
            value={outcome}
            onChange={({ target }) => setOutcome(target.value as 'SERVED' | 'FAILED')}
            options={(['SERVED', 'FAILED'] as const).map((value) => ({
              value,
              label: t(`serve.${value}`),
            }))}
          />
        )}
      </Field>
      <Field id="way" label={t('serve.way')} hint={isFailed ? undefined : t(`serve.hint.${way}`)}>
        {(wiring) => (
          <Select
            {...wiring}
            options={(Object.keys(SERVICE_WAYS) as ServiceWay[]).map((value) => ({
              value,
              label: SERVICE_WAYS[value][language],
            }))}
            value={way}
            onChange={(next: ServiceWay) => {
              setWay(next);
              setSaid(NOTHING);
            }}
          />
        )}
      </Field>
      <Field id="on" label={t(`serve.${day}`)} fault={faultOf('on')}>
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
      {!isFailed && line('receiver', t(`serve.receiver.${way}`), way === 'LEFT')}
      {!isFailed && way === 'LEFT' && line('witness', t('serve.witness'), false)}
      {!isFailed && way === 'ELECTRONIC' && (
        <div className={faultOf('consent') ? 'field flagged' : 'field'} id="consent">
          <Checkbox
            checked={said.consent}
            onChange={({ target }) => set({ consent: target.checked })}
          >
            {t('serve.consent')}
          </Checkbox>
          {faultOf('consent') && <p className="fault">{faultOf('consent')}</p>}
        </div>
      )}
      {line('note', t(`serve.${isFailed ? 'failedNote' : (NOTES[way] ?? 'note')}`), !isFailed)}
      {!isFailed && (
        <>
          <p className="fine">{t('serve.receiptHint')}</p>
          <FileUpload
            id="receiptFileId"
            label={t('serve.receipt')}
            optional={desk('optional')}
            purpose="document-receipt"
            kinds={SCANS}
            fault={faultOf('receiptFileId')}
            files={receipts}
            onChange={setReceipts}
          />
          <Sha256 of={receipts} />
        </>
      )}
      <div className="card-actions">
        <Button type="primary" htmlType="submit" aria-busy={serve.isPending}>
          {t(isFailed ? 'serve.submitFailed' : 'serve.submit')}
        </Button>
      </div>
    </form>
  );
}
