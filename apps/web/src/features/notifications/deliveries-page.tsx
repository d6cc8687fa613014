import {
  CHANNELS,
  DELIVERY_FAULTS,
  kindOf,
  ROUTES,
  type DeliverySettlement,
} from '@ludao/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { showMoment } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';

/** 「没有送达的消息」: whose, by which way and why; what they say is nobody's business here. */
export function DeliveriesPage() {
  const { t, i18n } = useTranslation('notifications');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const language = currentLanguage(i18n);
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['message-deliveries'],
    queryFn: ({ signal }) => ask(ROUTES.listFailedDeliveries, {}, signal),
  });
  const settle = useMutation({
    mutationFn: (body: DeliverySettlement) => ask(ROUTES.settleDeliveries, { body }),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['message-deliveries'] }),
        queries.invalidateQueries({ queryKey: ['tasks'] }),
      ]),
  });
  const failure = error ?? settle.error;
  return (
    <>
      <PageHead title={t('deliveries.title')} lead={t('deliveries.lead')} />
      {failure && (
        <Notice
          tone="fault"
          title={problemText(failure)}
          actions={<Button onClick={() => void refetch()}>{desk('error.again')}</Button>}
        />
      )}
      {!data && !error && <Spin description={desk('loading')} />}
      {data?.rows.length === 0 && <EmptyState icon="check" title={t('deliveries.none')} />}
      {data && data.rows.length > 0 && (
        <section className="sheet" aria-label={t('deliveries.title')}>
          <ul className="plain-list">
            {data.rows.map(({ id, channel, kind, signInName, fault, attempts, createdAt }) => (
              <li key={id}>
                <time dateTime={createdAt}>{showMoment(createdAt, i18n.language)}</time>
                <span>
                  {kindOf(kind).name[language]} <span className="code">{signInName}</span>
                </span>
                <span>{CHANNELS[channel][language]}</span>
                <span>
                  {DELIVERY_FAULTS[fault][language]}{' '}
                  <span className="quiet-text">
                    {t('deliveries.attempts', { count: attempts })}
                  </span>
                </span>
                <span className="card-actions">
                  <Button
                    size="small"
                    disabled={settle.isPending}
                    onClick={() => settle.mutate({ ids: [id], decision: 'send_again' })}
                  >
                    {t('deliveries.again')}
                  </Button>
                  <Button
                    size="small"
                    disabled={settle.isPending}
                    onClick={() => settle.mutate({ ids: [id], decision: 'close' })}
                  >
                    {t('deliveries.close')}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
