import { ROUTES, type Colleague } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { showDay } from '../../../i18n/dates.ts';
import { LinkButton } from '../../../ui/desk/link-button.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import type { Column } from '../../../ui/desk/record-list.tsx';
import { SearchBox } from '../../../ui/desk/search-box.tsx';
import { Listed, SIZE } from '../listed.tsx';

/** People of the house, with what they hold today and until when they are away. */
export function ColleaguesPage() {
  const search = useSearch({ from: '/in/people' });
  const { t } = useTranslation('people');
  const [word, setWord] = useState('');
  const [page, setPage] = useState(1);
  const [sort, setSort] = useState('name');
  const answer = useQuery({
    queryKey: ['colleagues', search],
    queryFn: ({ signal }) => ask(ROUTES.listColleagues, { query: search }, signal),
  });
  const found = (answer.data?.rows ?? []).filter(({ name, posts }) =>
    [name, ...posts.map(({ title }) => title)].some((text) => text.includes(word)),
  );
  const rows = sort === 'name' ? found : [...found].reverse();
  return (
    <>
      <PageHead
        title={t('colleagues.title')}
        lead={t('colleagues.lead')}
        actions={
          <LinkButton icon="post" to="/posts" search={search}>
            {t('posts.title')}
          </LinkButton>
        }
      />
      <search className="filters screen-only">
        <SearchBox
          label={t('colleagues.search')}
          placeholder={t('colleagues.searchHint')}
          value={word}
          onChange={(next) => {
            setWord(next);
            setPage(1);
          }}
        />
      </search>
      <Listed<Colleague>
        label={t('colleagues.title')}
        columns={useColumns()}
        answer={{
          ...answer,
          data: answer.data && {
            rows: rows.slice((page - 1) * SIZE, page * SIZE),
            total: rows.length,
          },
        }}
        page={page}
        sort={sort}
        {...(word === '' && {
          empty: { title: t('colleagues.none'), text: t('colleagues.noneText'), icon: 'people' },
        })}
        onSort={setSort}
        onPage={setPage}
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
