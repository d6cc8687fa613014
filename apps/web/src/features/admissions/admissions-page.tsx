import {
  ADMISSION_COLUMNS,
  ADMISSION_STATES,
  ROUTES,
  type AdmissionList,
  type AdmissionQuery,
  type AdmissionState,
} from '@ludao/contracts';
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
import { readAdmissionSearch, type AdmissionSearch, type Conditions } from './list-search.ts';
import { Outcome } from './outcome.tsx';

type Row = AdmissionList['rows'][number];
const SIZE = 20;
const UNFILTERED: Conditions = { q: undefined, state: undefined, park: undefined };

/** Direct entries in reach. All of the list's state is in the address. */
export function AdmissionsPage() {
  const { t, i18n } = useTranslation('admissions');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const problemText = useProblemText();
  const columns = useColumns();
  const search = useSearch({ from: '/in/admissions' });
  const navigate = useNavigate({ from: '/admissions' });
  const query = { ...search, size: SIZE };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['admissions', query],
    queryFn: ({ signal }) => ask(ROUTES.listAdmissions, { query }, signal),
    placeholderData: keepPreviousData,
  });
  const change = useCallback(
    (next: Conditions, replace = false) =>
      void navigate({
        search: (now: AdmissionSearch) => readAdmissionSearch({ ...now, page: undefined, ...next }),
        replace,
      }),
    [navigate],
  );
  const find = useCallback((q: string) => change({ q: q === '' ? undefined : q }, true), [change]);
  const { page: _, sort: __, ...conditions } = search;
  const isFiltered = Object.values(conditions).some((one) => one !== undefined);
  const isNew = data?.total === 0 && !isFiltered;
  const begin = mayIn(session, 'create', 'admission') && (
    <LinkButton primary icon="plus" to="/admissions/new">
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
            options={Object.entries(ADMISSION_STATES).map(([value, label]) => ({
              value,
              label: label[currentLanguage(i18n)],
            }))}
            value={search.state ?? null}
            onChange={(state: AdmissionState | null) => change({ state: state ?? undefined })}
          />
          {isFiltered && (
            <Button type="link" onClick={() => change(UNFILTERED)}>
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
        <EmptyState title={t('empty.title')} icon="enterprise">
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
          sort={search.sort ?? '-appliedOn'}
          busy={isFetching}
          onSort={(sort) => change({ sort: sort as AdmissionQuery['sort'] })}
          onPage={(page) => change({ page })}
        />
      )}
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const { t, i18n } = useTranslation('admissions');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const title = (key: keyof typeof ADMISSION_COLUMNS) => ADMISSION_COLUMNS[key][language];
  return [
    {
      key: 'enterprise',
      title: title('enterprise'),
      sort: 'enterprise',
      show: ({ id, enterprise }) => (
        <Link to="/admissions/$id" params={{ id }}>
          {enterprise}
        </Link>
      ),
    },
    {
      key: 'state',
      title: title('state'),
      show: ({ state, historical }) => (
        <>
          <Outcome state={state} /> {historical && <span className="badge">{t('historical')}</span>}
        </>
      ),
    },
    { key: 'park', title: title('park'), show: ({ park }) => park },
    { key: 'unit', title: title('unit'), show: ({ unit }) => unit ?? desk('none') },
    {
      key: 'appliedOn',
      title: title('appliedOn'),
      sort: 'appliedOn',
      show: ({ appliedOn }) => showDay(appliedOn, i18n.language),
    },
  ];
}
