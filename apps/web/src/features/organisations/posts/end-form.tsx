import { ROUTES, type PostDetail } from '@ludao/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { FaultSummary } from '../../../ui/desk/fault-summary.tsx';
import { chinaDay, TextField, useRefused } from '../fields.tsx';
import { refreshPosts } from './appoint-form.tsx';

/** A post ends with everybody in it. */
export function EndForm(props: {
  readonly post: PostDetail;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation('people');
  const { t: desk } = useTranslation('desk');
  const queries = useQueryClient();
  const { id, version } = props.post;
  const [on, setOn] = useState(chinaDay());
  const end = useMutation({
    mutationFn: () => ask(ROUTES.endPost, { params: { id }, body: { version, on } }),
    onSuccess: async () => {
      await refreshPosts(queries);
      props.onDone();
    },
  });
  const faults = useRefused(end.error);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!end.isPending) end.mutate();
  }

  return (
    <form className="sheet people-form" onSubmit={submit} noValidate aria-labelledby="end">
      <h2 id="end">{t('end.title')}</h2>
      <p>{t('end.lead')}</p>
      <FaultSummary title={desk('summary', { count: faults.length })} faults={faults} />
      <TextField
        id="on"
        type="date"
        label={t('end.on')}
        min={chinaDay()}
        faults={faults}
        value={on}
        onChange={setOn}
      />
      <div className="form-actions">
        <Button type="primary" danger htmlType="submit" aria-busy={end.isPending}>
          {t('end.submit')}
        </Button>
        <Button onClick={props.onCancel}>{desk('cancel')}</Button>
      </div>
    </form>
  );
}
