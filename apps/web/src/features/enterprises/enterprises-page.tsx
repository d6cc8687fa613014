import { ROUTES, type EnterpriseQuery, type EnterpriseRow } from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/client.ts';
import { useIndustryNames } from '../../api/industry-names.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { mayIn, useSession } from '../../api/session.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { RecordList, type Column } from '../../ui/desk/record-list.tsx';
import { Filters } from './filters.tsx';
import { readEnterpriseSearch, type Conditions, type EnterpriseSearch } from './list-search.ts';

const SIZE = 20;

/** Enterprises in reach. All of the list's state is in the address. */
export function EnterprisesPage() {
  const { t } = useTranslation('enterprises');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const search = useSearch({ from: '/in/enterprises' });
  const navigate = useNavigate({ from: '/enterprises' });
  const query = { ...search, size: SIZE };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['enterprises', query],
    queryFn: ({ signal }) => ask(ROUTES.listEnterprises, { query }, signal),
    placeholderData: keepPreviousData,
  });
  /** A new question begins on the first page; undefined takes a condition away. */
  const change = useCallback(
    (next: Conditions, replace = false) =>
      void navigate({
        search: (now: EnterpriseSearch) =>
          readEnterpriseSearch({ ...now, page: undefined, ...next }),
        replace,
      }),
    [navigate],
  );
  const rows = data?.rows ?? [];
  const columns = useColumns(rows);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} actions={<Actions search={search} />} />
      <Filters search={search} parkName={rows[0]?.park?.name} onChange={change} />
      {error && (
        <Notice
          tone="fault"
          title={problemText(error)}
          actions={<Button onClick={() => void refetch()}>{desk('error.again')}</Button>}
        />
      )}
      {data?.total === 0 && !error && (
        <EmptyState title={desk('nothing.title')}>
          <p>{desk('nothing.text')}</p>
        </EmptyState>
      )}
      {!error && data?.total !== 0 && (
        <RecordList<EnterpriseRow>
          label={t('list')}
          columns={columns}
          rows={rows}
          total={data?.total ?? 0}
          page={search.page ?? 1}
          size={SIZE}
          sort={search.sort ?? 'name'}
          busy={isFetching}
          onSort={(sort) => change({ sort: sort as EnterpriseQuery['sort'] })}
          onPage={(page) => change({ page })}
        />
      )}
    </>
  );
}

function Actions({ search }: { readonly search: EnterpriseSearch }) {
  const { t } = useTranslation('enterprises');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  return (
    <>
      {mayIn(session, 'export', 'enterprise') && (
        <Button
          href={addressOf(ROUTES.exportEnterprises, { query: { ...search, page: undefined } })}
          download
          icon={<Icon name="download" />}
        >
          {desk('export')}
        </Button>
      )}
      {mayIn(session, 'merge', 'enterprise') && (
        <LinkButton to="/enterprises/duplicates" search={{}}>
          {t('duplicates')}
        </LinkButton>
      )}
      {mayIn(session, 'import', 'enterprise') && (
        <LinkButton icon="upload" to="/enterprises/import">
          {t('import')}
        </LinkButton>
      )}
      {mayIn(session, 'create', 'enterprise') && (
        <LinkButton primary icon="plus" to="/enterprises/new">
          {t('create')}
        </LinkButton>
      )}
    </>
  );
}

function useColumns(rows: readonly EnterpriseRow[]): readonly Column<EnterpriseRow>[] {
  const { t } = useTranslation('enterprises');
  const { t: desk } = useTranslation('desk');
  const names = useIndustryNames(rows.flatMap(({ industries }) => industries.slice(0, 1)));
  return [
    {
      key: 'name',
      title: t('name'),
      sort: 'name',
      width: '22%',
      show: ({ id, name }) => (
        <Link to="/enterprises/$id" params={{ id }} className="record-link">
          {name}
        </Link>
      ),
    },
    {
      key: 'code',
      title: t('creditCode'),
      sort: 'code',
      width: 176,
      show: ({ creditCode }) => <span className="credit-code">{creditCode}</span>,
    },
    {
      key: 'industries',
      title: t('industries'),
      show: ({ industries: [main = '', ...more] }) => (
        <>
          <span className="code">{main}</span> {names.get(main)}
          {more.length > 0 && (
            <span className="quiet-text"> {t('moreIndustries', { count: more.length + 1 })}</span>
          )}
        </>
      ),
    },
    {
      key: 'county',
      title: t('county'),
      width: 104,
      show: ({ districtCode }) => desk(`counties.${districtCode}`, { defaultValue: districtCode }),
    },
    {
      key: 'park',
      title: t('park'),
      show: ({ park }) => (park ? park.name : <span className="quiet-text">{t('outside')}</span>),
    },
    {
      key: 'movedIn',
      title: t('movedIn'),
      sort: 'moved_in',
      width: 108,
      show: ({ movedIn }) => <span className="code">{movedIn ?? desk('none')}</span>,
    },
  ];
}
