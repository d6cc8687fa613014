import {
  POST_STATES,
  ROLES,
  ROUTES,
  type PostQuery,
  type PostRow,
  type PostState,
} from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { ExportButton } from '../../../api/export-button.tsx';
import { useSession } from '../../../api/session.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { LinkButton } from '../../../ui/desk/link-button.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import type { Column } from '../../../ui/desk/record-list.tsx';
import { SearchBox } from '../../../ui/desk/search-box.tsx';
import { Listed, SIZE } from '../listed.tsx';
import { readPostSearch, type Conditions, type PostSearch } from '../search.ts';
import { InPart, PostStateMark } from './parts.tsx';

/** Posts of the own house, or of the one that the system officer looks at. */
export function PostsPage() {
  const { t, i18n } = useTranslation('people');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const session = useSession();
  const search = useSearch({ from: '/in/posts' });
  const navigate = useNavigate({ from: '/posts' });
  const query = { ...search, size: SIZE };
  const answer = useQuery({
    queryKey: ['posts', query],
    queryFn: ({ signal }) => ask(ROUTES.listPosts, { query }, signal),
    placeholderData: keepPreviousData,
  });
  const change = useCallback(
    (next: Conditions<PostSearch>, replace = false) =>
      void navigate({
        search: (now: PostSearch) => readPostSearch({ ...now, page: undefined, ...next }),
        replace,
      }),
    [navigate],
  );
  const find = useCallback((q: string) => change({ q }, true), [change]);
  const states = (Object.keys(POST_STATES) as PostState[]).map((value) => ({
    value,
    label: POST_STATES[value][language],
  }));
  const house = search.org ? { org: search.org } : {};
  return (
    <>
      <PageHead
        title={t('posts.title')}
        lead={t(search.org ? 'posts.ofHouse' : 'posts.lead')}
        actions={
          <>
            <ExportButton
              route={ROUTES.exportPosts}
              input={{ query: { ...search, page: undefined } }}
            />
            <LinkButton icon="people" to="/people" search={house}>
              {t('colleagues.title')}
            </LinkButton>
            <LinkButton primary icon="plus" to="/posts/new" search={house}>
              {t('posts.create')}
            </LinkButton>
          </>
        }
      />
      <search className="filters screen-only">
        <SearchBox
          label={t('posts.search')}
          placeholder={t('posts.searchHint')}
          value={search.q ?? ''}
          onChange={find}
        />
        <Select
          aria-label={t('posts.state')}
          placeholder={t('posts.anyState')}
          allowClear
          options={states}
          value={search.state ?? null}
          onChange={(state) => change({ state: state ?? undefined })}
        />
        {(search.q ?? search.state) && (
          <Button type="link" onClick={() => change({ q: undefined, state: undefined })}>
            {desk('clear')}
          </Button>
        )}
      </search>
      <Listed<PostRow>
        label={t('posts.list')}
        columns={useColumns(session.posts.some(({ role }) => role === 'SYSTEM_OFFICER'))}
        answer={answer}
        page={search.page ?? 1}
        sort={search.sort ?? 'title'}
        {...(!search.q &&
          !search.state && {
            empty: { title: t('posts.none'), text: t('posts.noneText'), icon: 'people' },
          })}
        onSort={(sort) => change({ sort: sort as PostQuery['sort'] })}
        onPage={(page) => change({ page })}
      />
    </>
  );
}

function useColumns(ofAllHouses: boolean): readonly Column<PostRow>[] {
  const { t, i18n } = useTranslation('people');
  const language = currentLanguage(i18n);
  const house: Column<PostRow> = {
    key: 'organisation',
    title: t('organisation'),
    show: ({ organisation }) => organisation.name,
  };
  return [
    {
      key: 'title',
      title: t('posts.name'),
      sort: 'title',
      show: ({ id, title, park }) => (
        <>
          <Link to="/posts/$id" params={{ id }} className="record-link">
            {title}
          </Link>
          {park && <small className="quiet-text under">{park}</small>}
        </>
      ),
    },
    {
      key: 'role',
      title: t('posts.role'),
      sort: 'role',
      width: 150,
      show: ({ role }) => ROLES[role][language],
    },
    ...(ofAllHouses ? [house] : []),
    {
      key: 'holder',
      title: t('posts.holder'),
      sort: 'holder',
      show: ({ holder }) => <InPart part={holder} />,
    },
    {
      key: 'standIn',
      title: t('posts.standIn'),
      show: ({ standIn }) => <InPart part={standIn} />,
    },
    {
      key: 'state',
      title: t('posts.state'),
      sort: 'state',
      width: 160,
      show: ({ state }) => <PostStateMark state={state} />,
    },
  ];
}
