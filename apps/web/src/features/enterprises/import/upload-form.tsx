import { IMPORT_LIMITS, ROUTES } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Radio } from 'antd';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { FaultSummary, type Fault } from '../../../ui/desk/fault-summary.tsx';
import { Field } from '../../../ui/desk/field.tsx';
import { FileDrop } from '../../../ui/desk/file-drop.tsx';
import { faultOfFile } from './fault-of-file.ts';
import { useCount, useImportProblem, useSaid } from './texts.ts';

type OnExisting = 'change' | 'skip';

/** Chooses a file and how to treat what is registered; then the import has an address. */
export function UploadForm() {
  const { t } = useTranslation('imports');
  const { t: desk } = useTranslation('desk');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const said = useSaid();
  const problem = useImportProblem();
  const count = useCount();
  const [file, setFile] = useState<File | null>(null);
  const [onExisting, setOnExisting] = useState<OnExisting>('change');
  const [wrong, setWrong] = useState<string | null>(null);
  const upload = useMutation({
    mutationFn: (chosen: File) =>
      ask(ROUTES.uploadImport, {
        query: { fileName: chosen.name.slice(-200), onExisting },
        file: chosen,
      }),
    onError: (error) => setWrong(problem(error)),
    onSuccess: async (view) => {
      queries.setQueryData(['enterprise-import', view.id], view);
      await queries.invalidateQueries({ queryKey: ['enterprise-imports'] });
      const isResumed = view.state !== 'READING' || view.progress.staged > 0;
      const search = isResumed ? { resumed: 'yes' as const } : {};
      await navigate({ to: '/enterprises/import/$id', params: { id: view.id }, search });
    },
  });
  const faults = useMemo<Fault[]>(
    () => (wrong === null ? [] : [{ field: 'import-file', text: wrong }]),
    [wrong],
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (upload.isPending) return;
    const fault = file && faultOfFile(file);
    const text = file === null ? t('form.missing') : fault && said(fault);
    setWrong(text);
    if (file !== null && text === null) upload.mutate(file);
  }

  return (
    <form className="sheet import-form" onSubmit={submit} noValidate>
      <h2>{t('form.title')}</h2>
      <FaultSummary title={desk('summary', { count: faults.length })} faults={faults} />
      <Field
        id="import-file"
        label={t('form.file')}
        hint={t('form.limits', {
          megabytes: IMPORT_LIMITS.bytes / 1024 / 1024,
          rows: count(IMPORT_LIMITS.rows),
        })}
        fault={wrong ?? undefined}
      >
        {(wiring) => (
          <FileDrop
            wiring={wiring}
            invitation={t('form.choose')}
            again={t('form.change')}
            file={file}
            onChange={(chosen) => {
              if (!chosen) return;
              setFile(chosen);
              const fault = faultOfFile(chosen);
              setWrong(fault && said(fault));
            }}
          />
        )}
      </Field>
      <fieldset className="import-choice">
        <legend>{t('form.existing')}</legend>
        <Radio.Group
          name="onExisting"
          value={onExisting}
          onChange={(event) => setOnExisting(event.target.value as OnExisting)}
          options={[
            { value: 'change', label: <Choice name="update" /> },
            { value: 'skip', label: <Choice name="skip" /> },
          ]}
        />
        <p className="hint quiet-text">{t('form.existingHint')}</p>
      </fieldset>
      <div className="form-actions">
        <Button type="primary" htmlType="submit" aria-busy={upload.isPending}>
          {t(upload.isPending ? 'form.busy' : 'form.submit')}
        </Button>
      </div>
    </form>
  );
}

function Choice({ name }: { readonly name: 'update' | 'skip' }) {
  const { t } = useTranslation('imports');
  return (
    <>
      {t(`form.${name}`)}
      <span className="quiet-text">{` · ${t(`form.${name}Text`)}`}</span>
    </>
  );
}
