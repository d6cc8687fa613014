import { ROUTES, type PreLeaseList } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { mayIn, useSession } from '../../api/session.ts';
import { showDay } from '../../i18n/dates.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { RecordList, type Column } from '../../ui/desk/record-list.tsx';
import { Outcome } from './outcome.tsx';

type Row = PreLeaseList['rows'][number];
const SIZE = 20;

/** The opinions given so far, in reach. */
export function PreLeaseChecksPage() {
  const { t } = useTranslation('preLease');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const problemText = useProblemText();
  const columns = useColumns();
  const [page, setPage] = useState(1);
  const [sort, setSort] = useState('-madeOn');
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['pre-lease-checks'],
    queryFn: ({ signal }) => ask(ROUTES.listPreLeaseChecks, {}, signal),
  });
  const rows = sorted(data?.rows ?? [], sort);
  const begin = mayIn(session, 'create', 'pre_lease_check') && (
    <LinkButton primary icon="plus" to="/pre-lease/new">
      {t('begin')}
    </LinkButton>
  );
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} actions={data?.rows.length !== 0 && begin} />
      {error && (
        <Notice
          tone="fault"
          title={problemText(error)}
          actions={<Button onClick={() => void refetch()}>{desk('error.again')}</Button>}
        />
      )}
      {!data && !error && <Spin description={desk('loading')} />}
      {data?.rows.length === 0 && (
        <EmptyState title={t('empty.title')} icon="lease">
          <p>{t('empty.text')}</p>
          {begin}
        </EmptyState>
      )}
      {data && data.rows.length > 0 && (
        <RecordList<Row>
          label={t('list')}
          columns={columns}
          rows={rows.slice((page - 1) * SIZE, page * SIZE)}
          total={rows.length}
          page={page}
          size={SIZE}
          sort={sort}
          busy={isFetching}
          onSort={(next) => {
            setSort(next);
            setPage(1);
          }}
          onPage={setPage}
        />
      )}
    </>
  );
}

/** The list comes whole, newest first. */
function sorted(rows: readonly Row[], sort: string): readonly Row[] {
  if (sort === '-madeOn') return rows;
  if (sort === 'madeOn') return [...rows].reverse();
  const sign = sort.startsWith('-') ? -1 : 1;
  return [...rows].sort((a, b) => sign * a.tenantName.localeCompare(b.tenantName, 'zh-CN'));
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
