import { ROUTES, type DocumentList, type DocumentQuery } from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { mayIn, useSession } from '../../api/session.ts';
import { showMoment } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { RecordList, type Column } from '../../ui/desk/record-list.tsx';
import { Filters } from './documents-filters.tsx';
import { Duties } from './duties.tsx';
import { readDocumentSearch, type Conditions, type DocumentSearch } from './list-search.ts';
import { StateMark } from './state-mark.tsx';

type Row = DocumentList['rows'][number];
const SIZE = 20;

/** Documents of the offices in reach. All of the list's state is in the address. */
export function DocumentsPage() {
  const { t } = useTranslation('documents');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const problemText = useProblemText();
  const search = useSearch({ from: '/in/documents' });
  const navigate = useNavigate({ from: '/documents' });
  const query = { ...search, size: SIZE };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['documents', query],
    queryFn: ({ signal }) => ask(ROUTES.listDocuments, { query }, signal),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns(data?.rows ?? []);
  /** A new question begins on the first page; undefined takes a condition away. */
  const change = useCallback(
    (next: Conditions, replace = false) =>
      void navigate({
        search: (now: DocumentSearch) => readDocumentSearch({ ...now, page: undefined, ...next }),
        replace,
      }),
    [navigate],
  );
  const { page: _, sort: __, ...conditions } = search;
  const isFiltered = Object.values(conditions).some((condition) => condition !== undefined);
  const isNew = data?.total === 0 && !isFiltered;
  const begin = mayIn(session, 'create', 'document') && (
    <LinkButton primary icon="plus" to="/documents/new">
      {t('new')}
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
              <LinkButton icon="file" to="/volumes" search={{}}>
                {t('volumes.title')}
              </LinkButton>
              {mayIn(session, 'export', 'document') && (
                <Button
                  href={addressOf(ROUTES.exportDocuments, {
                    query: { ...search, page: undefined },
                  })}
                  download
                  icon={<Icon name="download" />}
                >
                  {desk('export')}
                </Button>
              )}
              {begin}
            </>
          )
        }
      />
      {!isNew && <Duties search={search} />}
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
        <EmptyState title={t('empty.title')} icon="paper">
          <p>{begin ? t('empty.text') : t('empty.reader')}</p>
          {begin}
        </EmptyState>
      )}
      {data?.total === 0 && isFiltered && !error && (
        <EmptyState title={desk('nothing.title')}>
          <p>{search.q ? desk('nothing.text') : t('empty.work')}</p>
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
          sort={search.sort ?? '-changed'}
          busy={isFetching}
          onSort={(sort) => change({ sort: sort as DocumentQuery['sort'] })}
          onPage={(page) => change({ page })}
        />
      )}
    </>
  );
}

/** Whose document it is stands there only where that is not the same for all. */
function useColumns(rows: readonly Row[]): readonly Column<Row>[] {
  const { t, i18n } = useTranslation('documents');
  const language = currentLanguage(i18n);
  const isOneOffice = new Set(rows.map(({ office }) => office)).size < 2;
  const columns: readonly Column<Row>[] = [
    {
      key: 'title',
      title: t('name'),
      sort: 'title',
      show: ({ id, title, kindName }) => (
        <>
          <Link to="/documents/$id" params={{ id }} className="record-link">
            {title}
          </Link>
          {title !== kindName[language] && <small className="under">{kindName[language]}</small>}
        </>
      ),
    },
    { key: 'addressee', title: t('addressee'), show: ({ addressee }) => addressee },
    {
      key: 'number',
      title: t('number'),
      sort: 'number',
      width: 190,
      show: ({ number }) =>
        number ? (
          <span className="code">{number}</span>
        ) : (
          <span className="quiet-text">{t('noNumber')}</span>
        ),
    },
    {
      key: 'state',
      title: t('state'),
      width: 130,
      show: ({ state, effect }) => <StateMark state={state} effect={effect} />,
    },
    { key: 'office', title: t('office'), width: 170, show: ({ office }) => office },
    {
      key: 'changed',
      title: t('changedAt'),
      sort: 'changed',
      width: 160,
      show: ({ changedAt }) => showMoment(changedAt, i18n.language),
    },
  ];
  return isOneOffice ? columns.filter(({ key }) => key !== 'office') : columns;
}
