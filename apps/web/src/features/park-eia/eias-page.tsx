import { PARK_EIA_STATES, ROUTES, type ParkEiaList, type ParkEiaState } from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select, Spin } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { mayIn, useSession } from '../../api/session.ts';
import { showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { RecordList, type Column } from '../../ui/desk/record-list.tsx';
import { SearchBox } from '../../ui/desk/search-box.tsx';
import { readParkEiaSearch, type Conditions, type ParkEiaSearch } from './list-search.ts';
import { StateMark } from './state-mark.tsx';

type Row = ParkEiaList['rows'][number];
const SIZE = 20;

/** Park-wide EIAs in reach, those that wait first. */
export function ParkEiasPage() {
  const { t, i18n } = useTranslation('parkEia');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const problemText = useProblemText();
  const columns = useColumns();
  const search = useSearch({ from: '/in/park-eias' });
  const navigate = useNavigate({ from: '/park-eias' });
  const query = { ...search, size: SIZE };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['park-eias', query],
    queryFn: ({ signal }) => ask(ROUTES.listParkEias, { query }, signal),
    placeholderData: keepPreviousData,
  });
  const change = useCallback(
    (next: Conditions, replace = false) =>
      void navigate({
        search: (now: ParkEiaSearch) => readParkEiaSearch({ ...now, page: undefined, ...next }),
        replace,
      }),
    [navigate],
  );
  const find = useCallback((q: string) => change({ q: q === '' ? undefined : q }, true), [change]);
  const { page: _, ...conditions } = search;
  const isFiltered = Object.values(conditions).some((one) => one !== undefined);
  const isNew = data?.total === 0 && !isFiltered;
  const begin = mayIn(session, 'create', 'park_eia') && (
    <LinkButton primary icon="plus" to="/park-eias/new">
      {t('begin')}
    </LinkButton>
  );
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} actions={!isNew && begin} />
      {!isNew && (
        <search className="filters screen-only">
          <SearchBox
            label={t('search')}
            placeholder={t('searchHint')}
            value={search.q ?? ''}
            onChange={find}
          />
          <Select
            aria-label={t('anyState')}
            placeholder={t('anyState')}
            allowClear
            popupMatchSelectWidth={false}
            options={Object.entries(PARK_EIA_STATES).map(([value, label]) => ({
              value,
              label: label[currentLanguage(i18n)],
            }))}
            value={search.state ?? null}
            onChange={(state: ParkEiaState | null) => change({ state: state ?? undefined })}
          />
          {isFiltered && (
            <Button
              type="link"
              onClick={() => change({ q: undefined, state: undefined, park: undefined })}
            >
              {desk('clear')}
            </Button>
          )}
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
        <EmptyState title={t('empty.title')} icon="park">
          <p>{t(begin ? 'empty.text' : 'empty.reader')}</p>
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
  const { t, i18n } = useTranslation('parkEia');
  const { t: desk } = useTranslation('desk');
  return [
    {
      key: 'title',
      title: t('name'),
      show: ({ id, title }) => (
        <Link to="/park-eias/$id" params={{ id }}>
          {title}
        </Link>
      ),
    },
    { key: 'park', title: t('park'), show: ({ park }) => park },
    { key: 'state', title: t('state'), show: ({ state }) => <StateMark state={state} /> },
    {
      key: 'days',
      title: t('days'),
      show: ({ inForceFrom, validTo }) =>
        inForceFrom && validTo
          ? `${showDay(inForceFrom, i18n.language)}–${showDay(validTo, i18n.language)}`
          : desk('none'),
    },
    {
      key: 'admitted',
      title: t('admitted'),
      align: 'end',
      show: ({ admitted, state }) => (state === 'IN_FORCE' ? admitted : desk('none')),
    },
  ];
}
