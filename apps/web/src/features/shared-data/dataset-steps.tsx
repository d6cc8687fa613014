import { ROUTES, type DatasetView } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { Field } from '../../ui/desk/field.tsx';
import { Notice } from '../../ui/desk/notice.tsx';

interface Props {
  readonly dataset: DatasetView;
  readonly onClose: () => void;
}

function useDatasetStep(id: string, act: () => Promise<DatasetView>, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (dataset) => {
      queries.setQueryData(['dataset', id], dataset);
      onDone();
      await queries.invalidateQueries({ queryKey: ['datasets'] });
    },
  });
}

export function WithdrawForm({ dataset: { id }, onClose }: Props) {
  const { t } = useTranslation('sharedData');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const withdraw = useDatasetStep(
    id,
    () => ask(ROUTES.withdrawDataset, { params: { id }, body: { reason } }),
    onClose,
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    const lacks = reason.trim().length < 2;
    setIsMissing(lacks);
    if (!lacks && !withdraw.isPending) withdraw.mutate();
  }

  return (
    <form
      className="sheet inline-form"
      onSubmit={submit}
      noValidate
      aria-label={t('data.withdraw')}
    >
      {withdraw.error && <Notice tone="fault" title={problemText(withdraw.error)} />}
      <p>{t('data.withdrawText')}</p>
      <Field
        id="reason"
        label={t('data.reason')}
        hint={t('data.reasonHint')}
        fault={isMissing ? t('form.missing') : undefined}
      >
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <div className="card-actions">
        <Button type="primary" danger htmlType="submit" aria-busy={withdraw.isPending}>
          {t('data.withdrawNow')}
        </Button>
        <Button onClick={onClose}>{desk('cancel')}</Button>
      </div>
    </form>
  );
}

export function ShortenForm({ dataset: { id }, onClose }: Props) {
  const { t } = useTranslation('sharedData');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const [validTo, setValidTo] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const shorten = useDatasetStep(
    id,
    () => ask(ROUTES.shortenDataset, { params: { id }, body: { validTo } }),
    onClose,
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    setIsMissing(validTo === '');
    if (validTo !== '' && !shorten.isPending) shorten.mutate();
  }

  return (
    <form className="sheet inline-form" onSubmit={submit} noValidate aria-label={t('data.shorten')}>
      {shorten.error && <Notice tone="fault" title={problemText(shorten.error)} />}
      <Field
        id="new-end"
        label={t('data.newEnd')}
        fault={isMissing ? t('form.missing') : undefined}
      >
        {(wiring) => (
          <Input
            {...wiring}
            type="date"
            value={validTo}
            onChange={(event) => setValidTo(event.target.value)}
          />
        )}
      </Field>
      <div className="card-actions">
        <Button type="primary" htmlType="submit" aria-busy={shorten.isPending}>
          {t('data.shorten')}
        </Button>
        <Button onClick={onClose}>{desk('cancel')}</Button>
      </div>
    </form>
  );
}
