import { ROUTES, type StockImport } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/client.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Field } from '../../ui/desk/field.tsx';
import { FileDrop } from '../../ui/desk/file-drop.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { stockImportQuery } from './queries.ts';
import { ScanDrop } from './scan-drop.tsx';
import { sendScans } from './send-scans.ts';
import { useStockTexts } from './texts.ts';

/** The workbook out with its problems and back, and the scans that are still missing. */
export function PutRight({ view }: { readonly view: StockImport }) {
  const { t, i18n } = useTranslation('stock');
  const queries = useQueryClient();
  const { problem } = useStockTexts();
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  const [sent, setSent] = useState<{ done: number; count: number } | null>(null);
  const { id } = view;
  const show = (after: StockImport) => {
    queries.setQueryData(stockImportQuery(id).queryKey, after);
    setFile(null);
  };
  const correct = useMutation({
    mutationFn: (chosen: File) =>
      ask(ROUTES.correctStock, { params: { id }, query: {}, file: chosen }),
    onSuccess: show,
  });
  const add = useMutation({
    mutationFn: (scans: readonly File[]) =>
      sendScans(id, scans, (done) => setSent({ done, count: scans.length })),
    onSuccess: show,
    onSettled: () => setSent(null),
  });
  const wrong = correct.error ?? add.error;
  function submit(event: FormEvent): void {
    event.preventDefault();
    setMissing(file === null);
    if (file !== null && !correct.isPending) correct.mutate(file);
  }
  const download = addressOf(ROUTES.getStockWorkbook, {
    params: { id },
    query: { language: currentLanguage(i18n) },
  });
  return (
    <section className="sheet put-right" aria-labelledby="put-right">
      <h2 id="put-right">{t('fix.title')}</h2>
      <p>{t('fix.text')}</p>
      {wrong && <Notice tone="fault" title={problem(wrong)} />}
      <p>
        <Button href={download} download icon={<Icon name="download" />}>
          {t('fix.download')}
        </Button>
      </p>
      <form onSubmit={submit} noValidate>
        <Field
          id="corrected-stock"
          label={t('fix.upload')}
          fault={missing ? t('send.missing') : undefined}
        >
          {(wiring) => (
            <FileDrop
              wiring={wiring}
              invitation={t('send.choose')}
              again={t('send.change')}
              file={file}
              onChange={(chosen) => {
                if (!chosen) return;
                setFile(chosen);
                setMissing(false);
              }}
            />
          )}
        </Field>
        <Button htmlType="submit" aria-busy={correct.isPending}>
          {t(correct.isPending ? 'send.busy' : 'fix.submit')}
        </Button>
      </form>
      <Field id="more-scans" label={t('fix.addScans')} hint={t('send.scansHint')}>
        {(wiring) => (
          <ScanDrop
            wiring={wiring}
            isChosen={false}
            text={sent ? t('send.scansBusy', sent) : t('send.chooseScans')}
            onChange={(scans) => {
              if (scans.length > 0 && !add.isPending) add.mutate(scans);
            }}
          />
        )}
      </Field>
    </section>
  );
}
