import { CASE_COLUMNS, CASE_TRACKS, ROUTES, type CaseQuery, type CaseRow } from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { ExportButton } from '../../api/export-button.tsx';
import { useProblemText } from '../../api/problem-text.ts';
import { mayIn, useSession } from '../../api/session.ts';
import { showMoment } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { RecordList, type Column } from '../../ui/desk/record-list.tsx';
import { Filters } from './cases-filters.tsx';
import { readCaseSearch, type CaseSearch, type Conditions } from './list-search.ts';
import { StateMark } from './state-mark.tsx';

const SIZE = 20;

/** Filings and applications in reach. All of the list's state is in the address. */
export function CasesPage() {
  const { t } = useTranslation('cases');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const problemText = useProblemText();
  const columns = useColumns();
  const search = useSearch({ from: '/in/cases' });
  const navigate = useNavigate({ from: '/cases' });
  const query = { ...search, size: SIZE };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['cases', query],
    queryFn: ({ signal }) => ask(ROUTES.listCases, { query }, signal),
    placeholderData: keepPreviousData,
  });
  /** A new question begins on the first page; undefined takes a condition away. */
  const change = useCallback(
    (next: Conditions, replace = false) =>
      void navigate({
        search: (now: CaseSearch) => readCaseSearch({ ...now, page: undefined, ...next }),
        replace,
      }),
    [navigate],
  );
  const { page: _, sort: __, ...conditions } = search;
  const isFiltered = Object.values(conditions).some((condition) => condition !== undefined);
  const isNew = data?.total === 0 && !isFiltered;
  const begin = mayIn(session, 'create', 'eia_case') && (
    <LinkButton primary icon="plus" to="/cases/new">
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
              <ExportButton
                route={ROUTES.exportCases}
                input={{ query: { ...search, page: undefined } }}
              />
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
        <EmptyState title={t('empty.title')} icon="file">
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
        <RecordList<CaseRow>
          label={t('list')}
          columns={columns}
          rows={data.rows}
          total={data.total}
          page={search.page ?? 1}
          size={SIZE}
          sort={search.sort ?? '-changed'}
          busy={isFetching}
          onSort={(sort) => change({ sort: sort as CaseQuery['sort'] })}
          onPage={(page) => change({ page })}
        />
      )}
    </>
  );
}

function useColumns(): readonly Column<CaseRow>[] {
  const { t, i18n } = useTranslation('cases');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const title = (key: keyof typeof CASE_COLUMNS) => CASE_COLUMNS[key][language];
  return [
    {
      key: 'name',
      width: 260,
      title: title('name'),
      sort: 'name',
      show: ({ id, name }) => (
        <Link to="/cases/$id" params={{ id }} className="record-link">
          {name}
        </Link>
      ),
    },
    {
      key: 'state',
      title: title('state'),
      width: 170,
      show: ({ state }) => <StateMark state={state} />,
    },
    {
      key: 'track',
      title: title('track'),
      width: 150,
      show: ({ track }) => CASE_TRACKS[track][language],
    },
    { key: 'applicant', title: title('applicant'), show: ({ applicant }) => applicant },
    {
      key: 'park',
      title: title('park'),
      show: ({ park, districtCode }) =>
        park ?? desk(`counties.${districtCode}`, { defaultValue: districtCode }),
    },
    {
      key: 'number',
      title: title('number'),
      width: 200,
      show: ({ number }) => (number ? <span className="code">{number}</span> : '—'),
    },
    {
      key: 'changed',
      title: t('changedAt'),
      sort: 'changed',
      width: 160,
      show: ({ changedAt }) => showMoment(changedAt, i18n.language),
    },
  ];
}
