import { ROUTES, type StockPark } from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { showDay } from '../../i18n/dates.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { RecordList, type Column } from '../../ui/desk/record-list.tsx';
import { SearchBox } from '../../ui/desk/search-box.tsx';
import { readStockSearch, type StockSearch } from './list-search.ts';

type Row = StockPark & { readonly id: string };
const SIZE = 20;

/** Parks in reach with how far their stock is taken over, those that wait first. */
export function StockPage() {
  const { t } = useTranslation('stock');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const columns = useColumns();
  const search = useSearch({ from: '/in/stock' });
  const navigate = useNavigate({ from: '/stock' });
  const query = { ...search, size: SIZE };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['stock-parks', query],
    queryFn: ({ signal }) => ask(ROUTES.listStockParks, { query }, signal),
    placeholderData: keepPreviousData,
  });
  const change = useCallback(
    (next: { q?: string | undefined; page?: number }, replace = false) =>
      void navigate({
        search: (now: StockSearch) => readStockSearch({ ...now, page: undefined, ...next }),
        replace,
      }),
    [navigate],
  );
  const find = useCallback((q: string) => change({ q: q === '' ? undefined : q }, true), [change]);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <search className="filters screen-only">
        <SearchBox
          label={t('search')}
          placeholder={t('searchHint')}
          value={search.q ?? ''}
          onChange={find}
        />
      </search>
      {error && (
        <Notice
          tone="fault"
          title={problemText(error)}
          actions={<Button onClick={() => void refetch()}>{desk('error.again')}</Button>}
        />
      )}
      {!data && !error && <Spin description={desk('loading')} />}
      {data?.total === 0 && !error && (
        <EmptyState title={search.q ? desk('nothing.title') : t('empty.title')} icon="park">
          <p>{search.q ? desk('nothing.text') : t('empty.text')}</p>
        </EmptyState>
      )}
      {data && data.total > 0 && !error && (
        <RecordList<Row>
          label={t('list')}
          columns={columns}
          rows={data.rows.map((row) => ({ id: row.parkId, ...row }))}
          total={data.total}
          page={search.page ?? 1}
          size={SIZE}
          sort=""
          busy={isFetching}
          onSort={() => {}}
          onPage={(page) => change({ page })}
        />
      )}
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { t, i18n } = useTranslation('stock');
  const { t: desk } = useTranslation('desk');
  return [
    {
      key: 'park',
      title: t('park'),
      show: ({ parkId, park }) => (
        <Link to="/stock/$id" params={{ id: parkId }}>
          {park}
        </Link>
      ),
    },
    {
      key: 'county',
      title: t('county'),
      show: ({ districtCode }) => desk(`counties.${districtCode}`, districtCode),
    },
    {
      key: 'standing',
      title: t('standing'),
      show: ({ hasEia, reconciledOn, waiting }) => {
        if (reconciledOn) {
          return (
            <span className="stock-mark open">
              <Icon name="check" size={16} />
              {t('reconciled', { day: showDay(reconciledOn, i18n.language) })}
            </span>
          );
        }
        return (
          <span className="stock-mark closed">
            <Icon name="warn" size={16} />
            {[
              t(hasEia ? 'notReconciled' : 'noEia'),
              waiting > 0 && t('waitingShares', { count: waiting }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        );
      },
    },
    { key: 'tenants', title: t('tenants'), align: 'end', show: ({ tenants }) => tenants },
    {
      key: 'unfinished',
      title: t('unfinished'),
      align: 'end',
      show: ({ unfinished }) => unfinished,
    },
  ];
}
