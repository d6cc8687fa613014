import { ROUTES, type VolumeQuery, type VolumeRow } from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Segmented, Spin } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../../api/client.ts';
import { useProblemText } from '../../../api/problem-text.ts';
import { mayIn, useSession } from '../../../api/session.ts';
import { showDay } from '../../../i18n/dates.ts';
import { EmptyState } from '../../../ui/desk/empty-state.tsx';
import { Icon } from '../../../ui/desk/icons.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { RecordList, type Column } from '../../../ui/desk/record-list.tsx';
import { SearchBox } from '../../../ui/desk/search-box.tsx';
import { readVolumeSearch, type VolumeConditions, type VolumeSearch } from '../list-search.ts';
import { VolumeState } from './volume-state.tsx';

const SIZE = 20;

/** Volumes of the offices in reach. All of the list's state is in the address. */
export function VolumesPage() {
  const { t } = useTranslation('documents');
  const { t: desk } = useTranslation('desk');
  const session = useSession();
  const problemText = useProblemText();
  const search = useSearch({ from: '/in/volumes' });
  const navigate = useNavigate({ from: '/volumes' });
  const query = { ...search, size: SIZE };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['volumes', query],
    queryFn: ({ signal }) => ask(ROUTES.listVolumes, { query }, signal),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns(data?.rows ?? []);
  const change = useCallback(
    (next: VolumeConditions, replace = false) =>
      void navigate({
        search: (now: VolumeSearch) => readVolumeSearch({ ...now, page: undefined, ...next }),
        replace,
      }),
    [navigate],
  );
  const find = useCallback((q: string) => change({ q: q === '' ? undefined : q }, true), [change]);
  const isFiltered = Boolean(search.q ?? search.state ?? search.office);
  const isNew = data?.total === 0 && !isFiltered;
  return (
    <>
      <PageHead
        title={t('volumes.title')}
        lead={t('volumes.lead')}
        actions={
          !isNew &&
          mayIn(session, 'export', 'document') && (
            <Button
              href={addressOf(ROUTES.exportVolumes, { query: { ...search, page: undefined } })}
              download
              icon={<Icon name="download" />}
            >
              {desk('export')}
            </Button>
          )
        }
      />
      {!isNew && (
        <search className="filters screen-only">
          <Segmented
            aria-label={t('volumes.states')}
            options={(['all', 'open', 'closed'] as const).map((value) => ({
              value,
              label: t(`volumes.${value}`),
            }))}
            value={search.state ?? 'all'}
            onChange={(state) => change({ state: state === 'all' ? undefined : state })}
          />
          <SearchBox
            label={t('volumes.search')}
            placeholder={t('volumes.searchHint')}
            value={search.q ?? ''}
            onChange={find}
          />
          {isFiltered && (
            <Button
              type="link"
              onClick={() => change({ q: undefined, state: undefined, office: undefined })}
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
        <EmptyState title={t('volumes.emptyTitle')} icon="file">
          <p>{t('volumes.emptyText')}</p>
        </EmptyState>
      )}
      {data?.total === 0 && isFiltered && !error && (
        <EmptyState title={desk('nothing.title')}>
          <p>{desk('nothing.text')}</p>
        </EmptyState>
      )}
      {data && data.total > 0 && !error && (
        <RecordList<VolumeRow>
          label={t('volumes.list')}
          columns={columns}
          rows={data.rows}
          total={data.total}
          page={search.page ?? 1}
          size={SIZE}
          sort={search.sort ?? '-opened'}
          busy={isFetching}
          onSort={(sort) => change({ sort: sort as VolumeQuery['sort'] })}
          onPage={(page) => change({ page })}
        />
      )}
    </>
  );
}

/** Whose volume it is stands there only where that is not the same for all. */
function useColumns(rows: readonly VolumeRow[]): readonly Column<VolumeRow>[] {
  const { t, i18n } = useTranslation('documents');
  const isOneOffice = new Set(rows.map(({ office }) => office)).size < 2;
  const columns: readonly Column<VolumeRow>[] = [
    {
      key: 'title',
      title: t('volumes.name'),
      sort: 'title',
      show: ({ id, title }) => (
        <Link to="/volumes/$id" params={{ id }} className="record-link">
          {title}
        </Link>
      ),
    },
    { key: 'subject', title: t('volumes.subject'), show: ({ subject }) => subject },
    {
      key: 'number',
      title: t('volumes.number'),
      sort: 'number',
      width: 190,
      show: ({ number }) =>
        number ? (
          <span className="code">{number}</span>
        ) : (
          <span className="quiet-text">{t('volumes.noNumber')}</span>
        ),
    },
    {
      key: 'state',
      title: t('volumes.state'),
      width: 110,
      show: ({ closedOn }) => <VolumeState isClosed={closedOn !== null} />,
    },
    {
      key: 'documents',
      title: t('volumes.documents'),
      width: 80,
      show: ({ documents }) => t('volumes.count', { count: documents }),
    },
    { key: 'office', title: t('volumes.office'), width: 170, show: ({ office }) => office },
    {
      key: 'opened',
      title: t('volumes.openedOn'),
      sort: 'opened',
      width: 130,
      show: ({ openedOn }) => showDay(openedOn, i18n.language),
    },
    {
      key: 'closed',
      title: t('volumes.closedOn'),
      width: 130,
      show: ({ closedOn }) => (closedOn ? showDay(closedOn, i18n.language) : ''),
    },
  ];
  return isOneOffice ? columns.filter(({ key }) => key !== 'office') : columns;
}
