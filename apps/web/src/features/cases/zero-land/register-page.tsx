import {
  CASE_STATES,
  REGISTERED_RETROFIT_STATES,
  RETROFIT_CHECKS,
  RETROFIT_COLUMNS,
  RETROFIT_KINDS,
  ROUTES,
  type Bilingual,
  type RetrofitQuery,
  type RetrofitRow,
} from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select, Spin } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { ExportButton } from '../../../api/export-button.tsx';
import { useProblemText } from '../../../api/problem-text.ts';
import { mayIn, useSession } from '../../../api/session.ts';
import { showDay } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { EmptyState } from '../../../ui/desk/empty-state.tsx';
import { LinkButton } from '../../../ui/desk/link-button.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { RecordList, type Column } from '../../../ui/desk/record-list.tsx';
import { SearchBox } from '../../../ui/desk/search-box.tsx';
import { StateMark } from '../state-mark.tsx';
import { readRetrofitSearch, type Conditions, type RetrofitSearch } from './search.ts';

const SIZE = 20;

/** The register of exempt retrofits, and the pool of their after-checks. */
export function RetrofitsPage() {
  const { t } = useTranslation('retrofits');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const problemText = useProblemText();
  const columns = useColumns();
  const search = useSearch({ from: '/in/retrofits' });
  const navigate = useNavigate({ from: '/retrofits' });
  const query = { ...search, size: SIZE };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['retrofits', query],
    queryFn: ({ signal }) => ask(ROUTES.listRetrofits, { query }, signal),
    placeholderData: keepPreviousData,
  });
  const change = useCallback(
    (next: Conditions, replace = false) =>
      void navigate({
        search: (now: RetrofitSearch) => readRetrofitSearch({ ...now, page: undefined, ...next }),
        replace,
      }),
    [navigate],
  );
  const { page: _, sort: __, ...conditions } = search;
  const isFiltered = Object.values(conditions).some((condition) => condition !== undefined);
  const isNew = data?.total === 0 && !isFiltered;
  const begin = mayIn(session, 'create', 'eia_case') && (
    <LinkButton primary icon="plus" to="/retrofits/new">
      {t('begin')}
    </LinkButton>
  );
  return (
    <>
      <PageHead
        title={t('register')}
        lead={t('registerLead')}
        actions={
          !isNew && (
            <>
              <ExportButton
                route={ROUTES.exportRetrofits}
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
        <EmptyState title={t('emptyTitle')} icon="file">
          <p>{begin ? t('emptyText') : t('emptyReader')}</p>
          {begin}
        </EmptyState>
      )}
      {data?.total === 0 && isFiltered && !error && (
        <EmptyState title={desk('nothing.title')}>
          <p>{desk('nothing.text')}</p>
        </EmptyState>
      )}
      {data && data.total > 0 && !error && (
        <RecordList<RetrofitRow>
          label={t('register')}
          columns={columns}
          rows={data.rows}
          total={data.total}
          page={search.page ?? 1}
          size={SIZE}
          sort={search.sort ?? '-declared'}
          busy={isFetching}
          onSort={(sort) => change({ sort: sort as RetrofitQuery['sort'] })}
          onPage={(page) => change({ page })}
        />
      )}
    </>
  );
}

function Filters(props: {
  readonly search: RetrofitSearch;
  readonly isFiltered: boolean;
  readonly onChange: (next: Conditions, replace?: boolean) => void;
}) {
  const { t, i18n } = useTranslation('retrofits');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const language = currentLanguage(i18n);
  const { search, onChange } = props;
  const find = useCallback(
    (q: string) => onChange({ q: q === '' ? undefined : q }, true),
    [onChange],
  );
  const counties = session.districts.map((value) => ({
    value,
    label: desk(`counties.${value}`, { defaultValue: value }),
  }));
  const states = Object.fromEntries(
    REGISTERED_RETROFIT_STATES.map((state) => [state, CASE_STATES[state]]),
  );
  const select = (key: 'state' | 'check', words: Readonly<Record<string, Bilingual>>) => (
    <Select
      aria-label={t(`filter.${key}`)}
      placeholder={t(`filter.${key}`)}
      allowClear
      popupMatchSelectWidth={false}
      options={Object.entries(words).map(([value, label]) => ({ value, label: label[language] }))}
      value={search[key] ?? null}
      onChange={(chosen: RetrofitQuery[typeof key] | null) =>
        onChange({ [key]: chosen ?? undefined })
      }
    />
  );
  return (
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
          placeholder={t('county')}
          allowClear
          options={counties}
          value={search.district ?? null}
          onChange={(district) => onChange({ district: district ?? undefined })}
        />
      )}
      {select('state', states)}
      {select('check', RETROFIT_CHECKS)}
      {props.isFiltered && (
        <Button
          type="link"
          onClick={() =>
            onChange({
              q: undefined,
              district: undefined,
              park: undefined,
              state: undefined,
              check: undefined,
            })
          }
        >
          {desk('clear')}
        </Button>
      )}
    </search>
  );
}

function useColumns(): readonly Column<RetrofitRow>[] {
  const { t, i18n } = useTranslation('retrofits');
  const language = currentLanguage(i18n);
  const title = (key: keyof typeof RETROFIT_COLUMNS) => RETROFIT_COLUMNS[key][language];
  return [
    {
      key: 'name',
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
      width: 160,
      show: ({ state }) => <StateMark state={state} />,
    },
    {
      key: 'check',
      title: title('check'),
      width: 130,
      show: ({ check }) => RETROFIT_CHECKS[check][language],
    },
    { key: 'applicant', title: title('applicant'), show: ({ applicant }) => applicant },
    {
      key: 'kind',
      title: title('kind'),
      width: 130,
      show: ({ kind }) => (kind ? RETROFIT_KINDS[kind][language] : '—'),
    },
    {
      key: 'permitChange',
      title: title('permitChange'),
      width: 100,
      show: ({ permitChange }) => t(permitChange ? 'changeDue' : 'changeNone'),
    },
    {
      key: 'declaredOn',
      title: title('declaredOn'),
      sort: 'declared',
      width: 130,
      show: ({ declaredOn }) => (declaredOn ? showDay(declaredOn, i18n.language) : '—'),
    },
    {
      key: 'number',
      title: title('number'),
      width: 170,
      show: ({ number }) => <span className="code">{number ?? '—'}</span>,
    },
  ];
}
