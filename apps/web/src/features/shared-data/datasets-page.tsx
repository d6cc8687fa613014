import {
  DATASET_KIND_NAMES,
  DATASET_KINDS,
  DATASET_STANDINGS,
  ROUTES,
  type DatasetKind,
  type DatasetQuery,
  type DatasetRow,
  type DatasetStanding,
} from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button, Select, Spin } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/client.ts';
import { ProblemState } from '../../api/problem-state.tsx';
import { currentLanguage } from '../../i18n/index.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { RecordList, type Column } from '../../ui/desk/record-list.tsx';
import { SearchBox } from '../../ui/desk/search-box.tsx';
import { readDatasetSearch, type DatasetConditions, type DatasetSearch } from './list-search.ts';
import { ParkTabs } from './park-tabs.tsx';
import { StandingMark, ValidityBar } from './validity-bar.tsx';

const SIZE = 20;
const STANDINGS = Object.keys(DATASET_STANDINGS) as DatasetStanding[];

/** What a park shares. All of the list's state is in the address. */
export function DatasetsPage() {
  const { id } = useParams({ from: '/in/parks/$id/shared-data' });
  const search = useSearch({ from: '/in/parks/$id/shared-data' });
  const { t, i18n } = useTranslation('sharedData');
  const { t: desk } = useTranslation('desk');
  const navigate = useNavigate({ from: '/parks/$id/shared-data' });
  const query = { ...search, size: SIZE };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['datasets', id, query],
    queryFn: ({ signal }) => ask(ROUTES.listDatasets, { params: { id }, query }, signal),
    placeholderData: keepPreviousData,
  });
  const change = useCallback(
    (next: DatasetConditions, replace = false) =>
      void navigate({
        search: (now: DatasetSearch) => readDatasetSearch({ ...now, page: undefined, ...next }),
        replace,
      }),
    [navigate],
  );
  const find = useCallback((q: string) => change({ q: q === '' ? undefined : q }, true), [change]);
  const columns = useColumns();
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Spin description={desk('loading')} />;
  const isFiltered = Boolean(search.q ?? search.kind ?? search.standing);
  const isNew = data.total === 0 && !isFiltered;
  const years = (value: number | null) => value ?? t('list.noLimit');
  const language = currentLanguage(i18n);
  return (
    <>
      <PageHead
        title={t('list.title')}
        eyebrow={data.park.name}
        lead={t('list.lead')}
        actions={
          <>
            {!isNew && data.may.export && (
              <Button
                href={addressOf(ROUTES.exportDatasets, {
                  params: { id },
                  query: { ...search, page: undefined },
                })}
                download
                icon={<Icon name="download" />}
              >
                {desk('export')}
              </Button>
            )}
            {data.may.enter && (
              <LinkButton primary icon="plus" to="/parks/$id/shared-data/new" params={{ id }}>
                {t('list.add')}
              </LinkButton>
            )}
          </>
        }
      />
      <ParkTabs id={id} />
      {!isNew && (
        <search className="filters screen-only">
          <SearchBox
            label={t('list.search')}
            placeholder={t('list.searchHint')}
            value={search.q ?? ''}
            onChange={find}
          />
          <Select<DatasetKind | ''>
            aria-label={t('list.kind')}
            value={search.kind ?? ''}
            options={[
              { value: '', label: t('list.anyKind') },
              ...DATASET_KIND_NAMES.map((value) => ({
                value,
                label: DATASET_KINDS[value][language],
              })),
            ]}
            onChange={(kind) => change({ kind: kind === '' ? undefined : kind })}
          />
          <Select<DatasetStanding | ''>
            aria-label={t('list.standing')}
            value={search.standing ?? ''}
            options={[
              { value: '', label: t('list.anyStanding') },
              ...STANDINGS.map((value) => ({ value, label: DATASET_STANDINGS[value][language] })),
            ]}
            onChange={(standing) => change({ standing: standing === '' ? undefined : standing })}
          />
        </search>
      )}
      {isNew && (
        <EmptyState title={t('list.emptyTitle')} icon="file">
          <p>{t('list.emptyText')}</p>
        </EmptyState>
      )}
      {data.total === 0 && isFiltered && (
        <EmptyState title={desk('nothing.title')}>
          <p>{desk('nothing.text')}</p>
        </EmptyState>
      )}
      {data.total > 0 && (
        <RecordList<DatasetRow>
          label={t('list.label')}
          columns={columns}
          rows={data.rows}
          total={data.total}
          page={search.page ?? 1}
          size={SIZE}
          sort={search.sort ?? 'validTo'}
          busy={isFetching}
          onSort={(sort) => change({ sort: sort as DatasetQuery['sort'] })}
          onPage={(page) => change({ page })}
        />
      )}
      <p className="fine">
        {t('list.limits', {
          ambient: years(data.limits.ambient),
          soil: years(data.limits.soil_groundwater),
        })}
      </p>
    </>
  );
}

function useColumns(): readonly Column<DatasetRow>[] {
  const { t, i18n } = useTranslation('sharedData');
  return [
    {
      key: 'title',
      title: t('list.name'),
      sort: 'title',
      show: ({ id, title }) => (
        <Link to="/datasets/$id" params={{ id }} className="record-link">
          {title}
        </Link>
      ),
    },
    {
      key: 'kind',
      title: t('list.kind'),
      width: 150,
      show: ({ kind }) => DATASET_KINDS[kind][currentLanguage(i18n)],
    },
    {
      key: 'standing',
      title: t('list.standing'),
      width: 120,
      show: ({ standing }) => <StandingMark standing={standing} />,
    },
    {
      key: 'validTo',
      title: t('list.validity'),
      sort: 'validTo',
      width: 230,
      show: (dataset) => <ValidityBar dataset={dataset} />,
    },
    { key: 'laboratory', title: t('list.laboratory'), show: ({ laboratory }) => laboratory },
    {
      key: 'citations',
      title: t('list.citations'),
      sort: 'citations',
      width: 110,
      align: 'end',
      show: ({ citations }) => citations,
    },
  ];
}
