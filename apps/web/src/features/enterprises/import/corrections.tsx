import { ROUTES, type ImportView } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../../api/client.ts';
import { Field } from '../../../ui/desk/field.tsx';
import { Icon } from '../../../ui/desk/icons.tsx';
import { FileDrop } from '../../../ui/desk/file-drop.tsx';
import { faultOfFile } from './fault-of-file.ts';
import { useImportProblem, useSaid } from './texts.ts';

/** The faulty rows out to Excel, and back into the same import. */
export function Corrections({ view }: { readonly view: ImportView }) {
  const { t } = useTranslation('imports');
  const queries = useQueryClient();
  const said = useSaid();
  const problem = useImportProblem();
  const [file, setFile] = useState<File | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const { id } = view;
  const send = useMutation({
    mutationFn: (chosen: File) =>
      ask(ROUTES.correctImport, { params: { id }, query: {}, file: chosen }),
    onError: (error) => setWrong(problem(error)),
    onSuccess: (now) => queries.setQueryData(['enterprise-import', id], now),
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (send.isPending) return;
    const fault = file && faultOfFile(file);
    const text = file === null ? t('form.missing') : fault && said(fault);
    setWrong(text);
    if (file !== null && text === null) send.mutate(file);
  }

  return (
    <div className="sheet corrections">
      <div>
        <h3>{t('fix.title')}</h3>
        <ul>
          <li>{t('fix.inPage')}</li>
          <li>{t('fix.inFile')}</li>
        </ul>
        <Button
          href={addressOf(ROUTES.getFaultyRows, { params: { id } })}
          download
          icon={<Icon name="download" />}
        >
          {t('fix.download')}
        </Button>
      </div>
      <form onSubmit={submit} noValidate>
        <Field id="corrected-file" label={t('fix.upload')} fault={wrong ?? undefined}>
          {(wiring) => (
            <FileDrop
              wiring={wiring}
              invitation={t('fix.choose')}
              again={t('form.change')}
              file={file}
              onChange={(chosen) => {
                if (!chosen) return;
                setFile(chosen);
                setWrong(null);
              }}
            />
          )}
        </Field>
        <Button htmlType="submit" aria-busy={send.isPending}>
          {t(send.isPending ? 'form.busy' : 'fix.submit')}
        </Button>
      </form>
    </div>
  );
}
