import { ROUTES, type PreLeaseList, type PreLeaseQuery } from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { mayIn, useSession } from '../../api/session.ts';
import { showDay } from '../../i18n/dates.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { RecordList, type Column } from '../../ui/desk/record-list.tsx';
import { Filters } from './checks-filters.tsx';
import { readPreLeaseSearch, type Conditions, type PreLeaseSearch } from './list-search.ts';
import { Outcome } from './outcome.tsx';

type Row = PreLeaseList['rows'][number];
const SIZE = 20;

/** The opinions given so far, in reach. All of the list's state is in the address. */
export function PreLeaseChecksPage() {
  const { t } = useTranslation('preLease');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const problemText = useProblemText();
  const columns = useColumns();
  const search = useSearch({ from: '/in/pre-lease' });
  const navigate = useNavigate({ from: '/pre-lease' });
  const query = { ...search, size: SIZE };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['pre-lease-checks', query],
    queryFn: ({ signal }) => ask(ROUTES.listPreLeaseChecks, { query }, signal),
    placeholderData: keepPreviousData,
  });
  /** A new question begins on the first page; undefined takes a condition away. */
  const change = useCallback(
    (next: Conditions, replace = false) =>
      void navigate({
        search: (now: PreLeaseSearch) => readPreLeaseSearch({ ...now, page: undefined, ...next }),
        replace,
      }),
    [navigate],
  );
  const { page: _, sort: __, ...conditions } = search;
  const isFiltered = Object.values(conditions).some((condition) => condition !== undefined);
  const isNew = data?.total === 0 && !isFiltered;
  const begin = mayIn(session, 'create', 'pre_lease_check') && (
    <LinkButton primary icon="plus" to="/pre-lease/new">
      {t('begin')}
    </LinkButton>
  );
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          !isNew && (
            <>
              {mayIn(session, 'export', 'pre_lease_check') && (
                <Button
                  href={addressOf(ROUTES.exportPreLeaseChecks, {
                    query: { ...search, page: undefined },
                  })}
                  download
                  icon={<Icon name="download" />}
                >
                  {desk('export')}
                </Button>
              )}
              {begin}
            </>
          )
        }
      />
      {!isNew && <Filters search={search} isFiltered={isFiltered} onChange={change} />}
      {error && (
        <Notice
          tone="fault"
          title={problemText(error)}
          actions={<Button onClick={() => void refetch()}>{desk('error.again')}</Button>}
        />
      )}
      {!data && !error && <Spin description={desk('loading')} />}
      {isNew && (
        <EmptyState title={t('empty.title')} icon="lease">
          <p>{begin ? t('empty.text') : t('empty.reader')}</p>
          {begin}
        </EmptyState>
      )}
      {data?.total === 0 && isFiltered && !error && (
        <EmptyState title={desk('nothing.title')}>
          <p>{desk('nothing.text')}</p>
        </EmptyState>
      )}
      {data && data.total > 0 && !error && (
        <RecordList<Row>
          label={t('list')}
          columns={columns}
          rows={data.rows}
          total={data.total}
          page={search.page ?? 1}
          size={SIZE}
          sort={search.sort ?? '-madeOn'}
          busy={isFetching}
          onSort={(sort) => change({ sort: sort as PreLeaseQuery['sort'] })}
          onPage={(page) => change({ page })}
        />
      )}
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { t, i18n } = useTranslation('preLease');
  return [
    {
      key: 'tenant',
      title: t('tenant'),
      sort: 'tenantName',
      show: ({ id, tenantName }) => (
        <Link to="/pre-lease/$id" params={{ id }} className="record-link">
          {tenantName}
        </Link>
      ),
    },
    {
      key: 'outcome',
      title: t('outcome'),
      width: 210,
      show: ({ outcome }) => <Outcome outcome={outcome} />,
    },
    { key: 'park', title: t('park'), show: ({ park }) => park },
    { key: 'unit', title: t('unit'), width: 110, show: ({ unit }) => unit },
    {
      key: 'madeOn',
      title: t('madeOn'),
      sort: 'madeOn',
      width: 140,
      show: ({ madeOn }) => showDay(madeOn, i18n.language),
    },
    {
      key: 'number',
      title: t('number'),
      width: 190,
      show: ({ number }) => <span className="code">{number}</span>,
    },
  ];
}
