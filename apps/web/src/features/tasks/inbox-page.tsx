import {
  CLOCK_COLOURS,
  ROLES,
  ROUTES,
  type ClockColour,
  type InboxItem,
  type InboxQuery,
} from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Segmented, Select } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { useSession } from '../../api/session.ts';
import { dayInChina } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { Icon } from '../../ui/desk/icons.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';
import { RecordList, type Column } from '../../ui/desk/record-list.tsx';
import { SearchBox } from '../../ui/desk/search-box.tsx';
import { readInboxSearch, type Conditions, type InboxSearch } from './inbox-search.ts';
import { ItemActions } from './item-actions.tsx';
import { ItemLink } from './item-link.tsx';
import { DueDay, Standing } from './standing.tsx';

const SIZE = 50;

/** What waits at one's posts. All of the list's state is in the address. */
export function InboxPage() {
  const { t, i18n } = useTranslation('tasks');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const session = useSession();
  const problemText = useProblemText();
  const [fault, setFault] = useState<Error | null>(null);
  const search = useSearch({ from: '/in/inbox' });
  const navigate = useNavigate({ from: '/inbox' });
  const query = { ...search, size: SIZE };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['inbox', query],
    queryFn: ({ signal }) => ask(ROUTES.listInbox, { query }, signal),
    placeholderData: keepPreviousData,
  });
  const change = useCallback(
    (next: Conditions, replace = false) =>
      void navigate({
        search: (now: InboxSearch) => readInboxSearch({ ...now, page: undefined, ...next }),
        replace,
      }),
    [navigate],
  );
  const find = useCallback((q: string) => change({ q }, true), [change]);
  const columns = useColumns(search.state === 'done', setFault);
  const isFiltered = Boolean(search.q ?? search.colour ?? search.kind ?? search.post);
  const shown = error ?? fault;
  const empty = isFiltered ? 'nothing' : search.state === 'done' ? 'emptyDone' : 'empty';
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          <Button
            href={addressOf(ROUTES.exportInbox, { query: { ...search, page: undefined } })}
            download
            icon={<Icon name="download" />}
          >
            {desk('export')}
          </Button>
        }
      />
      <search className="filters screen-only">
        <Segmented
          aria-label={t('list')}
          options={(['open', 'done'] as const).map((value) => ({
            value,
            label: t(`state.${value}`),
          }))}
          value={search.state ?? 'open'}
          onChange={(state) => change({ state })}
        />
        {data?.mayAssign && (
          <Segmented
            aria-label={t('post')}
            options={(['mine', 'office'] as const).map((value) => ({
              value,
              label: t(`of.${value}`),
            }))}
            value={search.of ?? 'mine'}
            onChange={(of) => change({ of, post: undefined })}
          />
        )}
        <SearchBox
          label={t('search')}
          placeholder={t('searchHint')}
          value={search.q ?? ''}
          onChange={find}
        />
        <Select
          aria-label={t('colour')}
          placeholder={t('anyColour')}
          allowClear
          options={(Object.keys(CLOCK_COLOURS) as ClockColour[]).map((value) => ({
            value,
            label: CLOCK_COLOURS[value][language],
          }))}
          value={search.colour ?? null}
          onChange={(colour) => change({ colour: colour ?? undefined })}
        />
        <Select
          aria-label={t('kind')}
          placeholder={t('anyKind')}
          allowClear
          options={(data?.kinds ?? []).map(({ code, ...name }) => ({
            value: code,
            label: name[language],
          }))}
          value={search.kind ?? null}
          onChange={(kind) => change({ kind: kind ?? undefined })}
        />
        {session.posts.length > 1 && search.of !== 'office' && (
          <Select
            aria-label={t('post')}
            placeholder={t('anyPost')}
            allowClear
            options={session.posts.map(({ id, title }) => ({ value: id, label: title }))}
            value={search.post ?? null}
            onChange={(post) => change({ post: post ?? undefined })}
          />
        )}
      </search>
      {shown && (
        <Notice
          tone="fault"
          title={problemText(shown)}
          actions={<Button onClick={() => void refetch()}>{desk('error.again')}</Button>}
        />
      )}
      {data?.total === 0 && !error && (
        <EmptyState title={t(`${empty}.title`)}>
          <p>{t(`${empty}.text`)}</p>
        </EmptyState>
      )}
      {!error && data?.total !== 0 && (
        <RecordList<InboxItem>
          label={t('list')}
          columns={columns}
          rows={data?.rows ?? []}
          total={data?.total ?? 0}
          page={search.page ?? 1}
          size={SIZE}
          sort={search.sort ?? 'due'}
          busy={isFetching}
          onSort={(sort) => change({ sort: sort as InboxQuery['sort'] })}
          onPage={(page) => change({ page })}
        />
      )}
    </>
  );
}

function useColumns(
  isDone: boolean,
  onFault: (fault: Error | null) => void,
): readonly Column<InboxItem>[] {
  const { t, i18n } = useTranslation('tasks');
  const language = currentLanguage(i18n);
  return [
    { key: 'item', title: t('item'), show: (item) => <ItemLink item={item} /> },
    {
      key: 'colour',
      title: t('colour'),
      width: 130,
      show: ({ colour }) => <Standing colour={colour} />,
    },
    {
      key: 'due',
      title: t('due'),
      sort: 'due',
      width: 190,
      show: (item) => <DueDay item={item} />,
    },
    {
      key: 'holder',
      title: t('holder'),
      width: 170,
      show: ({ post, role }) => post?.title ?? t('role', { role: ROLES[role][language] }),
    },
    {
      key: 'opened',
      title: t(isDone ? 'settled' : 'opened'),
      ...(!isDone && { sort: 'opened' }),
      width: 120,
      show: ({ openedAt, settledAt }) => dayInChina(settledAt ?? openedAt),
    },
    {
      key: 'actions',
      title: '',
      width: 220,
      show: (item) => <ItemActions item={item} onFault={onFault} />,
    },
  ];
}
