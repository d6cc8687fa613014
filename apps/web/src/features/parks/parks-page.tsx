import { PARK_KINDS, ROUTES, type ParkKind, type ParkQuery, type ParkRow } from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { mayIn, useSession } from '../../api/session.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { RecordList, type Column } from '../../ui/desk/record-list.tsx';
import { SearchBox } from '../../ui/desk/search-box.tsx';
import { readParkSearch, type Conditions, type ParkSearch } from './list-search.ts';
import { Stars } from './stars.tsx';

const SIZE = 20;

/** Parks in reach. All of the list's state is in the address. */
export function ParksPage() {
  const { t, i18n } = useTranslation('parks');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const session = useSession();
  const problemText = useProblemText();
  const search = useSearch({ from: '/in/parks' });
  const navigate = useNavigate({ from: '/parks' });
  const query = { ...search, size: SIZE };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['parks', query],
    queryFn: ({ signal }) => ask(ROUTES.listParks, { query }, signal),
    placeholderData: keepPreviousData,
  });
  /** A new question begins on the first page; undefined takes a condition away. */
  const change = useCallback(
    (next: Conditions, replace = false) =>
      void navigate({
        search: (now: ParkSearch) => readParkSearch({ ...now, page: undefined, ...next }),
        replace,
      }),
    [navigate],
  );
  const find = useCallback((q: string) => change({ q }, true), [change]);
  const counties = session.districts.map((value) => ({
    value,
    label: desk(`counties.${value}`, { defaultValue: value }),
  }));
  const kinds = (Object.keys(PARK_KINDS) as ParkKind[]).map((value) => ({
    value,
    label: PARK_KINDS[value][language],
  }));
  const columns = useColumns();
  const isFiltered = Boolean(search.q ?? search.district ?? search.kind ?? search.stars);
  const stars = (['any', 'none', 'ending', '5', '4', '3', '2', '1'] as const).map((value) => ({
    value,
    label: t(`filter.${value}`),
  }));
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {mayIn(session, 'export', 'park') && (
              <Button
                href={addressOf(ROUTES.exportParks, { query: { ...search, page: undefined } })}
                download
                icon={<Icon name="download" />}
              >
                {desk('export')}
              </Button>
            )}
            {mayIn(session, 'create', 'park') && (
              <LinkButton primary icon="plus" to="/parks/new">
                {t('edit.create')}
              </LinkButton>
            )}
          </>
        }
      />
      <search className="filters screen-only">
        <SearchBox
          label={t('search')}
          placeholder={t('searchHint')}
          value={search.q ?? ''}
          onChange={find}
        />
        {counties.length > 1 && (
          <Select
            aria-label={t('county')}
            placeholder={t('anyCounty')}
            allowClear
            options={counties}
            value={search.district ?? null}
            onChange={(district) => change({ district: district ?? undefined })}
          />
        )}
        <Select
          aria-label={t('kind')}
          placeholder={t('anyKind')}
          allowClear
          options={kinds}
          value={search.kind ?? null}
          onChange={(kind) => change({ kind: kind ?? undefined })}
        />
        <Select
          aria-label={t('stars')}
          placeholder={t('anyStars')}
          allowClear
          options={stars}
          value={search.stars ?? null}
          onChange={(chosen) => change({ stars: chosen ?? undefined })}
        />
        {isFiltered && (
          <Button
            type="link"
            onClick={() =>
              change({ q: undefined, district: undefined, kind: undefined, stars: undefined })
            }
          >
            {desk('clear')}
          </Button>
        )}
      </search>
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
        <RecordList<ParkRow>
          label={t('list')}
          columns={columns}
          rows={data?.rows ?? []}
          total={data?.total ?? 0}
          page={search.page ?? 1}
          size={SIZE}
          sort={search.sort ?? 'name'}
          busy={isFetching}
          onSort={(sort) => change({ sort: sort as ParkQuery['sort'] })}
          onPage={(page) => change({ page })}
        />
      )}
    </>
  );
}

function useColumns(): readonly Column<ParkRow>[] {
  const { t, i18n } = useTranslation('parks');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  return [
    {
      key: 'name',
      title: t('name'),
      sort: 'name',
      show: ({ id, name }) => (
        <Link to="/parks/$id" params={{ id }} className="record-link">
          {name}
        </Link>
      ),
    },
    {
      key: 'county',
      title: t('county'),
      width: 120,
      show: ({ districtCode }) => desk(`counties.${districtCode}`, { defaultValue: districtCode }),
    },
    { key: 'kind', title: t('kind'), width: 120, show: ({ kind }) => PARK_KINDS[kind][language] },
    {
      key: 'stars',
      title: t('stars'),
      sort: 'stars',
      width: 120,
      show: ({ stars }) => <Stars count={stars} />,
    },
    { key: 'operator', title: t('operator'), show: ({ operator }) => operator ?? desk('none') },
    {
      key: 'enterprises',
      title: t('enterprises'),
      sort: 'enterprises',
      align: 'end',
      width: 120,
      show: ({ enterprises }) => enterprises,
    },
  ];
}
