import {
  DISTRICTS,
  KIND_NAMES,
  ORGANISATION_KINDS,
  ROUTES,
  type OrganisationQuery,
  type OrganisationRow,
} from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { ExportButton } from '../../../api/export-button.tsx';
import { currentLanguage } from '../../../i18n/index.ts';
import { Icon } from '../../../ui/desk/icons.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import type { Column } from '../../../ui/desk/record-list.tsx';
import { SearchBox } from '../../../ui/desk/search-box.tsx';
import { Listed, SIZE } from '../listed.tsx';
import { readOrganisationSearch, type Conditions, type OrganisationSearch } from '../search.ts';
import { OrganisationForm } from './organisation-form.tsx';

/** Every organisation that takes part, entered and kept by the system officer. */
export function OrganisationsPage() {
  const { t, i18n } = useTranslation('people');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const search = useSearch({ from: '/in/organisations' });
  const navigate = useNavigate({ from: '/organisations' });
  const [form, setForm] = useState<OrganisationRow | 'new' | null>(null);
  const [isDone, setDone] = useState(false);
  const query = { ...search, size: SIZE };
  const answer = useQuery({
    queryKey: ['organisations', query],
    queryFn: ({ signal }) => ask(ROUTES.listOrganisations, { query }, signal),
    placeholderData: keepPreviousData,
  });
  const change = useCallback(
    (next: Conditions<OrganisationSearch>, replace = false) =>
      void navigate({
        search: (now: OrganisationSearch) =>
          readOrganisationSearch({ ...now, page: undefined, ...next }),
        replace,
      }),
    [navigate],
  );
  const find = useCallback((q: string) => change({ q }, true), [change]);
  return (
    <>
      <PageHead
        title={t('houses.title')}
        lead={t('houses.lead')}
        actions={
          <>
            <ExportButton
              route={ROUTES.exportOrganisations}
              input={{ query: { ...search, page: undefined } }}
            />
            {form === null && (
              <Button type="primary" icon={<Icon name="plus" />} onClick={() => setForm('new')}>
                {t('houses.create')}
              </Button>
            )}
          </>
        }
      />
      {isDone && form === null && <Notice tone="good" title={t('houses.done')} />}
      {form && (
        <OrganisationForm
          key={form === 'new' ? 'new' : form.id}
          before={form === 'new' ? null : form}
          onDone={() => {
            setForm(null);
            setDone(true);
          }}
          onCancel={() => setForm(null)}
        />
      )}
      <search className="filters screen-only">
        <SearchBox
          label={t('houses.search')}
          placeholder={t('houses.searchHint')}
          value={search.q ?? ''}
          onChange={find}
        />
        <Select
          aria-label={t('houses.kind')}
          placeholder={t('houses.anyKind')}
          allowClear
          options={KIND_NAMES.map((value) => ({
            value,
            label: ORGANISATION_KINDS[value][language],
          }))}
          value={search.kind ?? null}
          onChange={(kind) => change({ kind: kind ?? undefined })}
        />
        <Select
          aria-label={t('houses.district')}
          placeholder={t('houses.anyDistrict')}
          allowClear
          options={Object.keys(DISTRICTS).map((value) => ({
            value,
            label: desk(`counties.${value}`),
          }))}
          value={search.district ?? null}
          onChange={(district) => change({ district: district ?? undefined })}
        />
        {(search.q ?? search.kind ?? search.district) && (
          <Button
            type="link"
            onClick={() => change({ q: undefined, kind: undefined, district: undefined })}
          >
            {desk('clear')}
          </Button>
        )}
      </search>
      <Listed<OrganisationRow>
        label={t('houses.title')}
        columns={useColumns(setForm)}
        answer={answer}
        page={search.page ?? 1}
        sort={search.sort ?? 'name'}
        onSort={(sort) => change({ sort: sort as OrganisationQuery['sort'] })}
        onPage={(page) => change({ page })}
      />
    </>
  );
}

function useColumns(onEdit: (row: OrganisationRow) => void): readonly Column<OrganisationRow>[] {
  const { t, i18n } = useTranslation('people');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  return [
    {
      key: 'name',
      title: t('houses.name'),
      sort: 'name',
      show: ({ name, creditCode }) => (
        <>
          {name}
          {creditCode && <small className="quiet-text under credit-code">{creditCode}</small>}
        </>
      ),
    },
    {
      key: 'kind',
      title: t('houses.kind'),
      sort: 'kind',
      width: 170,
      show: ({ kind }) => ORGANISATION_KINDS[kind][language],
    },
    {
      key: 'district',
      title: t('houses.district'),
      width: 130,
      show: ({ districtCode }) => desk(`counties.${districtCode}`, { defaultValue: districtCode }),
    },
    {
      key: 'people',
      title: t('houses.people'),
      sort: 'people',
      align: 'end',
      width: 90,
      show: ({ people }) => people,
    },
    {
      key: 'ways',
      title: t('accounts.acts'),
      width: 210,
      show: (row) => (
        <span className="row-ways">
          <Link to="/accounts" search={{ org: row.id }}>
            {t('accounts.title')}
          </Link>
          <Link to="/posts" search={{ org: row.id }}>
            {t('posts.short')}
          </Link>
          {row.kind !== 'ENTERPRISE' && (
            <Button size="small" onClick={() => onEdit(row)}>
              {desk('edit')}
            </Button>
          )}
        </span>
      ),
    },
  ];
}
