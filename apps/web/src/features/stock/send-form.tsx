import { ROUTES, STOCK_LIMITS, type StockImport } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
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

/** Workbook and scans together; what comes of them has an address. */
export function SendForm({ parkId }: { readonly parkId: string }) {
  const { t, i18n } = useTranslation('stock');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { problem } = useStockTexts();
  const [file, setFile] = useState<File | null>(null);
  const [scans, setScans] = useState<readonly File[]>([]);
  const [done, setDone] = useState<number | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);

  async function open(view: StockImport): Promise<void> {
    queries.setQueryData(stockImportQuery(view.id).queryKey, view);
    for (const key of ['park-stock', 'stock-parks']) {
      await queries.invalidateQueries({ queryKey: [key] });
    }
    await navigate({ to: '/stock-imports/$id', params: { id: view.id } });
  }
  const send = useMutation({
    mutationFn: async (chosen: File) => {
      const view = await ask(ROUTES.sendStock, {
        params: { id: parkId },
        query: { fileName: chosen.name.slice(-200) },
        file: chosen,
      });
      if (scans.length === 0 || !view.may.send) return view;
      try {
        return await sendScans(view.id, scans, setDone);
      } catch {
        // The workbook is there; its page says which scans are missing.
        return view;
      }
    },
    onError: (error) => setWrong(problem(error)),
    onSuccess: open,
    onSettled: () => setDone(null),
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (send.isPending) return;
    setWrong(file === null ? t('send.missing') : null);
    if (file !== null) send.mutate(file);
  }

  const template = addressOf(ROUTES.getStockTemplate, {
    params: { id: parkId },
    query: { language: currentLanguage(i18n) },
  });
  return (
    <form
      className="sheet import-form screen-only"
      onSubmit={submit}
      noValidate
      aria-labelledby="send"
    >
      <h2 id="send">{t('send.title')}</h2>
      <p>{t('send.text')}</p>
      <p>
        <Button href={template} download icon={<Icon name="download" />}>
          {t('send.template')}
        </Button>
      </p>
      {wrong !== null && <Notice tone="fault" title={wrong} />}
      <Field
        id="stock-file"
        label={t('send.file')}
        hint={t('send.limits', {
          megabytes: STOCK_LIMITS.bytes / 1024 / 1024,
          rows: STOCK_LIMITS.rows,
        })}
        fault={wrong ?? undefined}
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
              setWrong(null);
            }}
          />
        )}
      </Field>
      <Field id="stock-scans" label={t('send.scans')} hint={t('send.scansHint')}>
        {(wiring) => (
          <ScanDrop
            wiring={wiring}
            isChosen={scans.length > 0}
            text={
              scans.length > 0 ? t('send.chosen', { count: scans.length }) : t('send.chooseScans')
            }
            onChange={setScans}
          />
        )}
      </Field>
      <div className="form-actions">
        <Button type="primary" htmlType="submit" aria-busy={send.isPending}>
          {done !== null
            ? t('send.scansBusy', { done, count: scans.length })
            : t(send.isPending ? 'send.busy' : 'send.submit')}
        </Button>
      </div>
    </form>
  );
}
