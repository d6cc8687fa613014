import { ROUTES, type Colleague, type ColleagueQuery } from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { ExportButton } from '../../../api/export-button.tsx';
import { showDay } from '../../../i18n/dates.ts';
import { LinkButton } from '../../../ui/desk/link-button.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import type { Column } from '../../../ui/desk/record-list.tsx';
import { SearchBox } from '../../../ui/desk/search-box.tsx';
import { Listed, SIZE } from '../listed.tsx';
import { readColleagueSearch, type ColleagueSearch, type Conditions } from '../search.ts';

/** People of the house, with what they hold today and until when they are away. */
export function ColleaguesPage() {
  const search = useSearch({ from: '/in/people' });
  const navigate = useNavigate({ from: '/people' });
  const { t } = useTranslation('people');
  const { page = 1, ...asked } = search;
  const answer = useQuery({
    queryKey: ['colleagues', asked],
    queryFn: ({ signal }) => ask(ROUTES.listColleagues, { query: asked }, signal),
    placeholderData: keepPreviousData,
  });
  const change = useCallback(
    (next: Conditions<ColleagueSearch>, replace = false) =>
      void navigate({
        search: (now: ColleagueSearch) => readColleagueSearch({ ...now, page: undefined, ...next }),
        replace,
      }),
    [navigate],
  );
  const find = useCallback((q: string) => change({ q }, true), [change]);
  const rows = answer.data?.rows;
  return (
    <>
      <PageHead
        title={t('colleagues.title')}
        lead={t('colleagues.lead')}
        actions={
          <>
            <ExportButton route={ROUTES.exportColleagues} input={{ query: asked }} />
            <LinkButton icon="post" to="/posts" search={search.org ? { org: search.org } : {}}>
              {t('posts.title')}
            </LinkButton>
          </>
        }
      />
      <search className="filters screen-only">
        <SearchBox
          label={t('colleagues.search')}
          placeholder={t('colleagues.searchHint')}
          value={search.q ?? ''}
          onChange={find}
        />
      </search>
      <Listed<Colleague>
        label={t('colleagues.title')}
        columns={useColumns()}
        answer={{
          ...answer,
          data: rows && { rows: rows.slice((page - 1) * SIZE, page * SIZE), total: rows.length },
        }}
        page={page}
        sort={search.sort ?? 'name'}
        {...(!search.q && {
          empty: { title: t('colleagues.none'), text: t('colleagues.noneText'), icon: 'people' },
        })}
        onSort={(sort) => change({ sort: sort as ColleagueQuery['sort'] })}
        onPage={(next) => change({ page: next })}
      />
    </>
  );
}

function useColumns(): readonly Column<Colleague>[] {
  const { t, i18n } = useTranslation('people');
  return [
    {
      key: 'name',
      title: t('person'),
      sort: 'name',
      width: 220,
      show: ({ id, name }) => (
        <Link to="/people/$id" params={{ id }} className="record-link">
          {name}
        </Link>
      ),
    },
    {
      key: 'posts',
      title: t('colleagues.posts'),
      show: ({ posts }) =>
        posts.length === 0 ? (
          <span className="quiet-text">{t('colleagues.noPost')}</span>
        ) : (
          posts.map(({ title, part }) => `${title}（${part}）`).join('、')
        ),
    },
    {
      key: 'absent',
      title: t('colleagues.today'),
      width: 220,
      show: ({ absentUntil }) =>
        absentUntil
          ? t('posts.absentUntil', { day: showDay(absentUntil, i18n.language) })
          : t('colleagues.present'),
    },
  ];
}
