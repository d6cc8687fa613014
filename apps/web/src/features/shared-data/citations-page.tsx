import {
  CITATION_STAGES,
  ROUTES,
  type CitationQuery,
  type CitationRow,
  type CitationStage,
} from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Select, Spin } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { ProblemState } from '../../api/problem-state.tsx';
import { mayIn, useSession } from '../../api/session.ts';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { RecordList, type Column } from '../../ui/desk/record-list.tsx';
import { SearchBox } from '../../ui/desk/search-box.tsx';
import { readCitationSearch, type CitationConditions, type CitationSearch } from './list-search.ts';

const SIZE = 20;
const STAGES = Object.keys(CITATION_STAGES) as CitationStage[];

/** Bundles in reach: an enterprise's own, a park's, a county's. */
export function CitationsPage() {
  const search = useSearch({ from: '/in/citations' });
  const { t, i18n } = useTranslation('sharedData');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const navigate = useNavigate({ from: '/citations' });
  const query = { ...search, size: SIZE };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['citations', query],
    queryFn: ({ signal }) => ask(ROUTES.listCitations, { query }, signal),
    placeholderData: keepPreviousData,
  });
  const change = useCallback(
    (next: CitationConditions, replace = false) =>
      void navigate({
        search: (now: CitationSearch) => readCitationSearch({ ...now, page: undefined, ...next }),
        replace,
      }),
    [navigate],
  );
  const find = useCallback((q: string) => change({ q: q === '' ? undefined : q }, true), [change]);
  const columns = useColumns();
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  const isFiltered = Boolean(search.q ?? search.stage ?? search.park);
  const isNew = data?.total === 0 && !isFiltered;
  return (
    <>
      <PageHead
        title={t('bundles.title')}
        lead={t('bundles.lead')}
        actions={
          mayIn(session, 'create', 'citation') && (
            <LinkButton primary icon="plus" to="/citing">
              {t('bundles.toCiting')}
            </LinkButton>
          )
        }
      />
      {!data && <Spin description={desk('loading')} />}
      {data && !isNew && (
        <search className="filters screen-only">
          <SearchBox
            label={t('bundles.search')}
            placeholder={t('bundles.searchHint')}
            value={search.q ?? ''}
            onChange={find}
          />
          <Select<CitationStage | ''>
            aria-label={t('citing.stage')}
            value={search.stage ?? ''}
            options={[
              { value: '', label: t('bundles.anyStage') },
              ...STAGES.map((value) => ({
                value,
                label: CITATION_STAGES[value][currentLanguage(i18n)],
              })),
            ]}
            onChange={(stage) => change({ stage: stage === '' ? undefined : stage })}
          />
        </search>
      )}
      {isNew && (
        <EmptyState title={t('bundles.emptyTitle')} icon="file">
          <p>{t('bundles.emptyText')}</p>
        </EmptyState>
      )}
      {data?.total === 0 && isFiltered && (
        <EmptyState title={desk('nothing.title')}>
          <p>{desk('nothing.text')}</p>
        </EmptyState>
      )}
      {data && data.total > 0 && (
        <RecordList<CitationRow>
          label={t('bundles.label')}
          columns={columns}
          rows={data.rows}
          total={data.total}
          page={search.page ?? 1}
          size={SIZE}
          sort={search.sort ?? '-madeOn'}
          busy={isFetching}
          onSort={(sort) => change({ sort: sort as CitationQuery['sort'] })}
          onPage={(page) => change({ page })}
        />
      )}
    </>
  );
}

function useColumns(): readonly Column<CitationRow>[] {
  const { t, i18n } = useTranslation('sharedData');
  return [
    {
      key: 'project',
      title: t('bundles.project'),
      show: ({ id, project }) => (
        <Link to="/citations/$id" params={{ id }} className="record-link">
          {project}
        </Link>
      ),
    },
    {
      key: 'number',
      title: t('bundles.number'),
      sort: 'number',
      width: 120,
      show: ({ number }) => <span className="code">{number}</span>,
    },
    { key: 'enterprise', title: t('bundles.enterprise'), show: ({ enterprise }) => enterprise },
    { key: 'park', title: t('bundles.park'), show: ({ park }) => park.name },
    {
      key: 'stage',
      title: t('citing.stage'),
      width: 130,
      show: ({ stage }) => CITATION_STAGES[stage][currentLanguage(i18n)],
    },
    {
      key: 'state',
      title: t('bundles.state'),
      width: 170,
      show: ({ lapsed }) => <LapsedMark lapsed={lapsed} />,
    },
    {
      key: 'madeOn',
      title: t('bundles.madeOn'),
      sort: 'madeOn',
      width: 140,
      show: ({ madeOn }) => showDay(madeOn, i18n.language),
    },
  ];
}

function LapsedMark({ lapsed }: { readonly lapsed: number }) {
  const { t } = useTranslation('sharedData');
  return lapsed === 0 ? (
    <span className="standing good">
      <Icon name="check" size={15} /> {t('bundles.fresh')}
    </span>
  ) : (
    <span className="standing caution">
      <Icon name="warn" size={15} /> {t('bundles.lapsed', { count: lapsed })}
    </span>
  );
}
