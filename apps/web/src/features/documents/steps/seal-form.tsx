import { ROUTES, type DocumentView, type FileView } from '@ludao/contracts';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { FileUpload } from '../../../api/file-upload.tsx';
import { Field } from '../../../ui/desk/field.tsx';
import { useRefusals } from '../refusals.ts';
import { SCANS, Sha256 } from '../sha256.tsx';
import { today } from '../../../ui/today.ts';
import { StepFault } from './step-fault.tsx';
import { useStep } from './use-step.ts';

/** Binding the stamped paper to the document by its scan. */
export function SealForm({ document }: { readonly document: DocumentView }) {
  const { t } = useTranslation('documents');
  const { id, version, signedOn } = document;
  const [sealedOn, setSealedOn] = useState(today);
  const [files, setFiles] = useState<readonly FileView[]>([]);
  const [isMissing, setMissing] = useState(false);
  const refusals = useRefusals([]);
  const seal = useStep(id, (fileId: string) =>
    ask(ROUTES.sealDocument, { params: { id }, body: { version, fileId, sealedOn } }),
  );
  const faults = seal.error ? refusals(seal.error) : [];
  const faultOf = (key: string) => faults.find(({ field }) => field === key)?.text;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const [file] = files;
    setMissing(!file);
    if (file && !seal.isPending) seal.mutate(file.id);
  }

  return (
    <form onSubmit={submit} noValidate>
      {!faultOf('sealedOn') && !faultOf('fileId') && (
        <StepFault error={seal.error} document={document} onFresh={() => seal.reset()} />
      )}
      <p>{t('seal.text')}</p>
      <p className="fine">{t('seal.honest')}</p>
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
      <FileUpload
        id="fileId"
        label={t('seal.file')}
        purpose="document-seal"
        kinds={SCANS}
        fault={isMissing && files.length === 0 ? t('seal.missing') : faultOf('fileId')}
        files={files}
        onChange={setFiles}
      />
      <Sha256 of={files} />
      <div className="card-actions">
        <Button type="primary" htmlType="submit" aria-busy={seal.isPending}>
          {t('seal.submit')}
        </Button>
      </div>
    </form>
  );
}
