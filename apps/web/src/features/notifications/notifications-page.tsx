import { notificationText, ROUTES, type NotificationRow } from '@ludao/contracts';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { showDay, showMoment } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { EmptyState } from '../../ui/desk/empty-state.tsx';
import { LinkButton } from '../../ui/desk/link-button.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { PageHead } from '../../ui/desk/page-head.tsx';

/** 「消息」: what I was told, unread first; opening one marks it as read. */
export function NotificationsPage() {
  const { t } = useTranslation('notifications');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    {
      queryKey: ['notifications', 'list'],
      queryFn: ({ pageParam, signal }) =>
        ask(
          ROUTES.listNotifications,
          { query: { ...(pageParam && { after: pageParam }) } },
          signal,
        ),
      initialPageParam: '',
      getNextPageParam: ({ next }) => next,
    },
  );
  const read = useMutation({
    mutationFn: (ids: 'all' | string[]) => ask(ROUTES.readNotifications, { body: { ids } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['notifications'] }),
  });
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const unread = data?.pages[0]?.unread ?? 0;
  const failure = error ?? read.error;
  return (
    <>
      <PageHead
        title={t('title')}
        lead={data && t(unread > 0 ? 'lead.unread' : 'lead.none', { unread })}
        actions={
          <>
            {unread > 0 && (
              <Button loading={read.isPending} onClick={() => read.mutate('all')}>
                {t('readAll')}
              </Button>
            )}
            <LinkButton to="/me/messages">{t('settings.title')}</LinkButton>
          </>
        }
      />
      {failure && (
        <Notice
          tone="fault"
          title={problemText(failure)}
          actions={<Button onClick={() => void refetch()}>{desk('error.again')}</Button>}
        />
      )}
      {!data && !error && <Spin description={desk('loading')} />}
      {data && rows.length === 0 && (
        <EmptyState icon="bell" title={t('empty.title')}>
          <p>{t('empty.text')}</p>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <ul className="messages sheet" aria-label={t('title')}>
          {rows.map((row) => (
            <Message key={row.id} row={row} onOpen={() => read.mutate([row.id])} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <p className="messages-more">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </p>
      )}
    </>
  );
}

function Message({ row, onOpen }: { readonly row: NotificationRow; readonly onOpen: () => void }) {
  const { t, i18n } = useTranslation('notifications');
  const { link, createdAt, readAt } = row;
  const isUnread = readAt === null;
  const [path = '/', query = ''] = link.split('?');
  const day = (iso: string) => showDay(iso, i18n.language);
  return (
    <li className={isUnread ? 'unread' : undefined}>
      {/* Addresses come from the capabilities; each page's own schema reads them. */}
      <Link
        to={path}
        search={Object.fromEntries(new URLSearchParams(query))}
        onClick={() => isUnread && onOpen()}
      >
        {notificationText(row, currentLanguage(i18n), day)}
      </Link>
      <span className="message-foot">
        {isUnread && <strong className="badge">{t('unread')}</strong>}
        <time dateTime={createdAt}>{showMoment(createdAt, i18n.language)}</time>
      </span>
    </li>
  );
}
