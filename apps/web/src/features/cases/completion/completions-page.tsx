import {
  COMPLETION_COLUMNS,
  COMPLETION_STATES,
  ROUTES,
  type CompletionQuery,
  type CompletionRow,
  type CompletionState,
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
import { Icon } from '../../../ui/desk/icons.tsx';
import { LinkButton } from '../../../ui/desk/link-button.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { RecordList, type Column } from '../../../ui/desk/record-list.tsx';
import { SearchBox } from '../../../ui/desk/search-box.tsx';
import { readCompletionSearch, type CompletionSearch, type Conditions } from './search.ts';
import { CompletionMark } from './state-mark.tsx';

const SIZE = 20;

/** Completion acceptances in reach, what is due first at the top. */
export function CompletionsPage() {
  const { t } = useTranslation('completions');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const problemText = useProblemText();
  const columns = useColumns();
  const search = useSearch({ from: '/in/completions' });
  const navigate = useNavigate({ from: '/completions' });
  const query = { ...search, size: SIZE };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['completions', query],
    queryFn: ({ signal }) => ask(ROUTES.listCompletions, { query }, signal),
    placeholderData: keepPreviousData,
  });
  const change = useCallback(
    (next: Conditions, replace = false) =>
      void navigate({
        search: (now: CompletionSearch) =>
          readCompletionSearch({ ...now, page: undefined, ...next }),
        replace,
      }),
    [navigate],
  );
  const { page: _, sort: __, ...conditions } = search;
  const isFiltered = Object.values(conditions).some((condition) => condition !== undefined);
  const isNew = data?.total === 0 && !isFiltered;
  const begin = mayIn(session, 'create', 'completion_acceptance') && (
    <LinkButton primary icon="plus" to="/completions/new">
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
              {mayIn(session, 'export', 'completion_acceptance') && (
                <ExportButton
                  route={ROUTES.exportCompletions}
                  input={{ query: { ...search, page: undefined } }}
                />
              )}
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
        <EmptyState title={t('emptyTitle')} icon="check">
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
        <RecordList<CompletionRow>
          label={t('title')}
          columns={columns}
          rows={data.rows}
          total={data.total}
          page={search.page ?? 1}
          size={SIZE}
          sort={search.sort ?? 'due'}
          busy={isFetching}
          onSort={(sort) => change({ sort: sort as CompletionQuery['sort'] })}
          onPage={(page) => change({ page })}
        />
      )}
    </>
  );
}

function Filters(props: {
  readonly search: CompletionSearch;
  readonly isFiltered: boolean;
  readonly onChange: (next: Conditions, replace?: boolean) => void;
}) {
  const { t, i18n } = useTranslation('completions');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const { search, onChange } = props;
  const find = useCallback(
    (q: string) => onChange({ q: q === '' ? undefined : q }, true),
    [onChange],
  );
  return (
    <search className="filters screen-only">
      <SearchBox
        label={t('search')}
        placeholder={t('searchHint')}
        value={search.q ?? ''}
        onChange={find}
      />
      <Select
        aria-label={t('filter.state')}
        placeholder={t('filter.state')}
        allowClear
        popupMatchSelectWidth={false}
        options={(Object.keys(COMPLETION_STATES) as CompletionState[]).map((value) => ({
          value,
          label: COMPLETION_STATES[value][language],
        }))}
        value={search.state ?? null}
        onChange={(state: CompletionState | null) => onChange({ state: state ?? undefined })}
      />
      <Select
        aria-label={t('filter.due')}
        placeholder={t('filter.due')}
        allowClear
        popupMatchSelectWidth={false}
        options={(['overdue', 'late'] as const).map((value) => ({
          value,
          label: t(`due.${value}`),
        }))}
        value={search.due ?? null}
        onChange={(due: 'overdue' | 'late' | null) => onChange({ due: due ?? undefined })}
      />
      {props.isFiltered && (
        <Button
          type="link"
          onClick={() =>
            onChange({
              q: undefined,
              district: undefined,
              park: undefined,
              state: undefined,
              due: undefined,
            })
          }
        >
          {desk('clear')}
        </Button>
      )}
    </search>
  );
}

function useColumns(): readonly Column<CompletionRow>[] {
  const { t, i18n } = useTranslation('completions');
  const language = currentLanguage(i18n);
  const title = (key: keyof typeof COMPLETION_COLUMNS) => COMPLETION_COLUMNS[key][language];
  return [
    {
      key: 'project',
      title: title('project'),
      sort: 'name',
      show: ({ id, project, stage }) => (
        <Link to="/completions/$id" params={{ id }} className="record-link">
          {stage === '' ? project : `${project}（${stage}）`}
        </Link>
      ),
    },
    {
      key: 'state',
      title: title('state'),
      width: 190,
      show: ({ state }) => <CompletionMark state={state} />,
    },
    {
      key: 'due',
      title: title('dueOn'),
      sort: 'due',
      width: 190,
      show: ({ dueOn, isOverdue, isLate }) => (
        <>
          {dueOn ? showDay(dueOn, i18n.language) : '—'}{' '}
          {(isOverdue || isLate) && (
            <span className="case-state ended">
              <Icon name="warn" size={15} />
              {t(isOverdue ? 'due.overdue' : 'due.late')}
            </span>
          )}
        </>
      ),
    },
    { key: 'proponent', title: title('proponent'), show: ({ proponent }) => proponent },
    { key: 'park', title: title('park'), show: ({ park }) => park ?? '—' },
    {
      key: 'completedOn',
      title: title('completedOn'),
      sort: 'completed',
      width: 130,
      show: ({ completedOn }) => showDay(completedOn, i18n.language),
    },
  ];
}
