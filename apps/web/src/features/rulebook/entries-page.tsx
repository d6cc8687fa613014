import { ENTRY_TOPICS, ROUTES, type EntryHead, type EntryQuery } from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { mayIn, useSession } from '../../api/session.ts';
import { dayInChina, showDay } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { RecordList, type Column } from '../../ui/desk/record-list.tsx';
import { EntryState } from './entry-state.tsx';
import { Filters } from './filters.tsx';
import { readEntrySearch, type Conditions, type EntrySearch } from './list-search.ts';
import { usePeriod } from './texts.ts';

const SIZE = 20;

/** Entries of the rulebook, those that wait for a decision on top. All state is in the address. */
export function RulebookPage() {
  const { t } = useTranslation('rulebook');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const search = useSearch({ from: '/in/rulebook' });
  const navigate = useNavigate({ from: '/rulebook' });
  const query = { ...search, size: SIZE };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['rulebook-entries', query],
    queryFn: ({ signal }) => ask(ROUTES.listEntries, { query }, signal),
    placeholderData: keepPreviousData,
  });
  const change = useCallback(
    (next: Conditions, replace = false) =>
      void navigate({
        search: (now: EntrySearch) => readEntrySearch({ ...now, page: undefined, ...next }),
        replace,
      }),
    [navigate],
  );
  const columns = useColumns();
  const { page = 1, sort = '-entered', ...conditions } = search;
  const isFiltered = Object.keys(conditions).length > 0;
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} actions={<Actions search={search} />} />
      {data && data.waiting > 0 && (
        <Notice tone="info" title={t('waiting', { count: data.waiting })} />
      )}
      <Filters search={search} onChange={change} />
      {error && (
        <Notice
          tone="fault"
          title={problemText(error)}
          actions={<Button onClick={() => void refetch()}>{desk('error.again')}</Button>}
        />
      )}
      {!data && !error && <Spin description={desk('loading')} />}
      {data?.total === 0 && !error && (
        <EmptyState
          title={isFiltered ? desk('nothing.title') : t('empty.title')}
          {...(!isFiltered && { icon: 'rulebook' as const })}
        >
          <p>{isFiltered ? desk('nothing.text') : t('empty.text')}</p>
        </EmptyState>
      )}
      {data && data.total > 0 && !error && (
        <RecordList<EntryHead>
          label={t('list')}
          columns={columns}
          rows={data.rows}
          total={data.total}
          page={page}
          size={SIZE}
          sort={sort}
          busy={isFetching}
          onSort={(next) => change({ sort: next as EntryQuery['sort'] })}
          onPage={(next) => change({ page: next })}
        />
      )}
      {data && (
        <section className="sheet rulebook-about" aria-labelledby="about">
          <h2 id="about">{t('about.title')}</h2>
          <p>{t('about.text')}</p>
          <p className="fine">
            {t('about.digest')} <code className="digest">{data.digest}</code>
          </p>
          <p className="screen-only">
            <a href="/law">{t('inForce')}</a>
          </p>
        </section>
      )}
    </>
  );
}

function Actions({ search }: { readonly search: EntrySearch }) {
  const { t } = useTranslation('rulebook');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const mayEnter = mayIn(session, 'create', 'rulebook_entry');
  return (
    <>
      <LinkButton to="/rulebook/calendar" search={{}}>
        {t('calendar')}
      </LinkButton>
      {mayIn(session, 'export', 'rulebook_entry') && (
        <Button
          href={addressOf(ROUTES.exportEntries, { query: { ...search, page: undefined } })}
          download
          icon={<Icon name="download" />}
        >
          {desk('export')}
        </Button>
      )}
      {mayEnter && (
        <>
          <LinkButton icon="upload" to="/rulebook/import" search={{}}>
            {t('import')}
          </LinkButton>
          <LinkButton primary icon="plus" to="/rulebook/new" search={{}}>
            {t('enter')}
          </LinkButton>
        </>
      )}
    </>
  );
}

function useColumns(): readonly Column<EntryHead>[] {
  const { t, i18n } = useTranslation('rulebook');
  const { t: desk } = useTranslation('desk');
  const period = usePeriod();
  const language = currentLanguage(i18n);
  return [
    {
      key: 'title',
      title: t('name'),
      sort: 'title',
      width: '26%',
      show: ({ id, title, rows, sourceNo }) => (
        <>
          <Link to="/rulebook/$id" params={{ id }} search={{}} className="record-link">
            {title}
          </Link>
          {rows > 1 && <span className="quiet-text"> {t('rowsOf', { count: rows })}</span>}
          <br />
          <small className="fine">{sourceNo}</small>
        </>
      ),
    },
    { key: 'topic', title: t('topic'), show: ({ topic }) => ENTRY_TOPICS[topic][language] },
    {
      key: 'county',
      title: t('county'),
      width: 104,
      show: ({ district }) => desk(`counties.${district}`, { defaultValue: district }),
    },
    { key: 'period', title: t('period'), sort: 'from', show: (entry) => period(entry) },
    {
      key: 'entered',
      title: t('enteredOn'),
      sort: 'entered',
      width: 130,
      show: ({ enteredAt }) => showDay(dayInChina(enteredAt), i18n.language),
    },
    {
      key: 'state',
      title: t('state'),
      width: 110,
      show: ({ state, countsUntil }) => (
        <>
          <EntryState state={state} />
          {countsUntil !== null && <small className="fine"> {t('superseded')}</small>}
        </>
      ),
    },
  ];
}
