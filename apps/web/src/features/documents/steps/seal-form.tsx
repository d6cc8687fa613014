import { ROUTES, SEAL_WAYS, type DocumentView, type SealWay } from '@ludao/contracts';
import { Button, Input, Radio } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Field } from '../../../ui/desk/field.tsx';
import { useRefusals } from '../refusals.ts';
import { ScanUpload, type SentFile } from '../scan-upload.tsx';
import { today } from '../today.ts';
import { StepFault } from './step-fault.tsx';
import { useStep } from './use-step.ts';

/** Binding the stamped paper to the document by its scan. */
export function SealForm({ document }: { readonly document: DocumentView }) {
  const { t, i18n } = useTranslation('documents');
  const { id, version, signedOn } = document;
  const [way, setWay] = useState<SealWay>('SCAN');
  const [sealedOn, setSealedOn] = useState(today);
  const [file, setFile] = useState<SentFile | null>(null);
  const [isMissing, setMissing] = useState(false);
  const refusals = useRefusals([]);
  const seal = useStep(id, (fileId: string) =>
    ask(ROUTES.sealDocument, { params: { id }, body: { version, way, fileId, sealedOn } }),
  );
  const faults = seal.error ? refusals(seal.error) : [];
  const faultOf = (key: string) => faults.find(({ field }) => field === key)?.text;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setMissing(file === null);
    if (file && !seal.isPending) seal.mutate(file.id);
  }

  return (
    <form onSubmit={submit} noValidate>
      {!faultOf('sealedOn') && !faultOf('fileId') && (
        <StepFault error={seal.error} document={document} onFresh={() => seal.reset()} />
      )}
      <p>{t('seal.text')}</p>
      <p className="fine">{t('seal.honest')}</p>
      <Field id="way" label={t('seal.way')}>
        {({ id: wired }) => (
          <Radio.Group
            aria-labelledby={`${wired}-label`}
            className="choices"
            value={way}
            onChange={({ target }) => setWay(target.value as SealWay)}
            options={(Object.keys(SEAL_WAYS) as SealWay[]).map((value) => ({
              value,
              label: SEAL_WAYS[value][currentLanguage(i18n)],
            }))}
          />
        )}
      </Field>
      <Field id="sealedOn" label={t('seal.on')} fault={faultOf('sealedOn')}>
        {(wiring) => (
          <Input
            {...wiring}
            type="date"
            className="day-field"
            min={signedOn ?? undefined}
            max={today()}
            value={sealedOn}
            onChange={(event) => setSealedOn(event.target.value)}
          />
        )}
      </Field>
      <Field
        id="fileId"
        label={t('seal.file')}
        hint={t('seal.fileHint')}
        fault={isMissing && !file ? t('seal.missing') : faultOf('fileId')}
      >
        {(wiring) => (
          <ScanUpload wiring={wiring} purpose="document-seal" value={file} onChange={setFile} />
        )}
      </Field>
      <div className="card-actions">
        <Button type="primary" htmlType="submit" aria-busy={seal.isPending}>
          {t('seal.submit')}
        </Button>
      </div>
    </form>
  );
}
