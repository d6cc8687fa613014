import {
  APPLICATION_KINDS,
  DISTRICTS,
  PERMIT_CATEGORIES,
  PERMIT_COLUMNS,
  ROUTES,
  type PermitQuery,
  type PermitRow,
} from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { mayIn, useSession } from '../../api/session.ts';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { RecordList, type Column } from '../../ui/desk/record-list.tsx';
import { Filters } from './filters.tsx';
import { readPermitSearch, type Conditions, type PermitSearch } from './list-search.ts';
import { ApplicationMark, StateMark } from './state-mark.tsx';

const SIZE = 20;

/** Permits and registrations in reach. All of the list's state is in the address. */
export function PermitsPage() {
  const { t } = useTranslation('permits');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const problemText = useProblemText();
  const search = useSearch({ from: '/in/permits' });
  const navigate = useNavigate({ from: '/permits' });
  const query = { ...search, size: SIZE };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['permits', query],
    queryFn: ({ signal }) => ask(ROUTES.listPermits, { query }, signal),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  /** A new question begins on the first page; undefined takes a condition away. */
  const change = useCallback(
    (next: Conditions, replace = false) =>
      void navigate({
        search: (now: PermitSearch) => readPermitSearch({ ...now, page: undefined, ...next }),
        replace,
      }),
    [navigate],
  );
  const { page: _, sort: __, ...conditions } = search;
  const isFiltered = Object.values(conditions).some((condition) => condition !== undefined);
  const mayApply = mayIn(session, 'create', 'permit');
  const begin = mayApply && (
    <LinkButton primary icon="plus" to="/permits/new" search={{}}>
      {t('new')}
    </LinkButton>
  );
  const isNone = data?.total === 0 && !isFiltered;
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t(mayApply ? 'leadOwn' : 'lead')}
        actions={
          <>
            {mayIn(session, 'export', 'permit') && (
              <Button
                href={addressOf(ROUTES.exportPermits, { query: { ...search, page: undefined } })}
                download
                icon={<Icon name="download" />}
              >
                {desk('export')}
              </Button>
            )}
            {!isNone && begin}
          </>
        }
      />
      {!isNone && <Filters search={search} isFiltered={isFiltered} onChange={change} />}
      {error && (
        <Notice
          tone="fault"
          title={problemText(error)}
          actions={<Button onClick={() => void refetch()}>{desk('error.again')}</Button>}
        />
      )}
      {!data && !error && <Spin description={desk('loading')} />}
      {isNone && (
        <EmptyState title={t('empty.title')} icon="shield">
          <p>{t(mayApply ? 'empty.own' : 'empty.reader')}</p>
          {begin}
        </EmptyState>
      )}
      {data?.total === 0 && isFiltered && !error && (
        <EmptyState title={desk('nothing.title')}>
          <p>{desk('nothing.text')}</p>
        </EmptyState>
      )}
      {data && data.total > 0 && !error && (
        <RecordList<PermitRow>
          label={t('list')}
          columns={columns}
          rows={data.rows}
          total={data.total}
          page={search.page ?? 1}
          size={SIZE}
          sort={search.sort ?? 'valid_to'}
          busy={isFetching}
          onSort={(sort) => change({ sort: sort as PermitQuery['sort'] })}
          onPage={(page) => change({ page })}
        />
      )}
    </>
  );
}

function useColumns(): readonly Column<PermitRow>[] {
  const { t, i18n } = useTranslation('permits');
  const language = currentLanguage(i18n);
  const title = (name: keyof typeof PERMIT_COLUMNS) => PERMIT_COLUMNS[name][language];
  const none = <span className="quiet-text">{t('none')}</span>;
  return [
    {
      key: 'holder',
      title: title('holder'),
      sort: 'holder',
      show: ({ id, holder, site, number, pilotBasis }) => (
        <>
          <Link to="/permits/$id" params={{ id }} search={{}} className="record-link">
            {holder.name}
            {site && `（${site}）`}
          </Link>
          {number && <small className="under code">{number}</small>}
          {pilotBasis && <span className="badge">{t('pilot')}</span>}
        </>
      ),
    },
    {
      key: 'category',
      title: title('category'),
      width: 110,
      show: ({ category }) => (category ? PERMIT_CATEGORIES[category][language] : none),
    },
    {
      key: 'state',
      title: title('state'),
      width: 130,
      show: ({ state }) => <StateMark state={state} />,
    },
    {
      key: 'validTo',
      title: title('validTo'),
      sort: 'valid_to',
      width: 130,
      show: ({ validTo }) => (validTo ? showDay(validTo, i18n.language) : none),
    },
    {
      key: 'application',
      title: title('application'),
      width: 210,
      show: ({ application }) =>
        application ? (
          <>
            {APPLICATION_KINDS[application.kind][language]}{' '}
            <ApplicationMark state={application.state} />
            {application.dueOn && (
              <small className="under">
                {t('dueOn', { day: showDay(application.dueOn, i18n.language) })}
              </small>
            )}
          </>
        ) : (
          none
        ),
    },
    {
      key: 'district',
      title: title('district'),
      width: 110,
      show: ({ districtCode }) =>
        DISTRICTS[districtCode as keyof typeof DISTRICTS]?.[language] ?? districtCode,
    },
  ];
}
