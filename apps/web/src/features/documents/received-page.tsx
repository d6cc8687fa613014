import { ROUTES, type ReceivedRow } from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { showDay } from '../../i18n/dates.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { RecordList, type Column } from '../../ui/desk/record-list.tsx';
import { SearchBox } from '../../ui/desk/search-box.tsx';
import { readReceivedSearch, type ReceivedSearch } from './list-search.ts';
import { EffectMark } from './state-mark.tsx';

const SIZE = 20;

/** What offices served on the reader's organisation, the newest first. */
export function ReceivedPage() {
  const { t } = useTranslation('documents');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const columns = useColumns();
  const search = useSearch({ from: '/in/received' });
  const navigate = useNavigate({ from: '/received' });
  const query = { ...search, size: SIZE };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['received-documents', query],
    queryFn: ({ signal }) => ask(ROUTES.listReceivedDocuments, { query }, signal),
    placeholderData: keepPreviousData,
  });
  const change = useCallback(
    (next: { readonly q?: string | undefined; readonly page?: number | undefined }) =>
      void navigate({
        search: (now: ReceivedSearch) => readReceivedSearch({ ...now, page: undefined, ...next }),
        replace: 'q' in next,
      }),
    [navigate],
  );
  const find = useCallback((q: string) => change({ q: q === '' ? undefined : q }), [change]);
  const isNew = data?.total === 0 && !search.q;
  return (
    <>
      <PageHead title={t('received.title')} lead={t('received.lead')} />
      {!isNew && (
        <search className="filters screen-only">
          <SearchBox
            label={t('received.search')}
            placeholder={t('received.searchHint')}
            value={search.q ?? ''}
            onChange={find}
          />
        </search>
      )}
      {error && (
        <Notice
          tone="fault"
          title={problemText(error)}
          actions={<Button onClick={() => void refetch()}>{desk('error.again')}</Button>}
        />
      )}
      {!data && !error && <Spin description={desk('loading')} />}
      {isNew && (
        <EmptyState title={t('received.emptyTitle')} icon="received">
          <p>{t('received.emptyText')}</p>
        </EmptyState>
      )}
      {data?.total === 0 && search.q && (
        <EmptyState title={desk('nothing.title')}>
          <p>{desk('nothing.text')}</p>
        </EmptyState>
      )}
      {data && data.total > 0 && !error && (
        <RecordList<ReceivedRow>
          label={t('received.list')}
          columns={columns}
          rows={data.rows}
          total={data.total}
          page={search.page ?? 1}
          size={SIZE}
          sort=""
          busy={isFetching}
          onSort={() => undefined}
          onPage={(page) => change({ page })}
        />
      )}
    </>
  );
}

function useColumns(): readonly Column<ReceivedRow>[] {
  const { t, i18n } = useTranslation('documents');
  return [
    {
      key: 'title',
      title: t('name'),
      show: ({ id, title, adverse }) => (
        <>
          <a
            className="record-link"
            href={addressOf(ROUTES.getReceivedDocument, { params: { id } })}
            target="_blank"
            rel="noreferrer"
          >
            {title}
          </a>
          {adverse && (
            <span className="received-adverse">
              <Icon name="info" size={15} /> {t('received.adverse')}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'number',
      title: t('received.number'),
      width: 210,
      show: ({ number }) => <span className="code">{number}</span>,
    },
    { key: 'office', title: t('received.office'), show: ({ office }) => office },
    {
      key: 'servedOn',
      title: t('received.servedOn'),
      width: 140,
      show: ({ servedOn }) => showDay(servedOn, i18n.language),
    },
    {
      key: 'effect',
      title: t('received.effect'),
      width: 110,
      show: ({ effect }) =>
        effect ? <EffectMark effect={effect} /> : <span>{t('received.inForce')}</span>,
    },
  ];
}
