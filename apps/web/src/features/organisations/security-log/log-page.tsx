import {
  SECURITY_EVENT_KINDS,
  SECURITY_EVENTS,
  ROUTES,
  type SecurityLogQuery,
  type SecurityLogRow,
} from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { ExportButton } from '../../../api/export-button.tsx';
import { showMoment } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import type { Column } from '../../../ui/desk/record-list.tsx';
import { SearchBox } from '../../../ui/desk/search-box.tsx';
import { Listed, SIZE } from '../listed.tsx';
import { readLogSearch, type Conditions, type LogSearch } from '../search.ts';

/** Who signed in, failed to, and who gave or took which right. Read by two officers, taken by none. */
export function SecurityLogPage() {
  const { t, i18n } = useTranslation('people');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const search = useSearch({ from: '/in/security-log' });
  const navigate = useNavigate({ from: '/security-log' });
  const query = { ...search, size: SIZE };
  const answer = useQuery({
    queryKey: ['security-log', query],
    queryFn: ({ signal }) => ask(ROUTES.readSecurityLog, { query }, signal),
    placeholderData: keepPreviousData,
  });
  const change = useCallback(
    (next: Conditions<LogSearch>, replace = false) =>
      void navigate({
        search: (now: LogSearch) => readLogSearch({ ...now, page: undefined, ...next }),
        replace,
      }),
    [navigate],
  );
  const find = useCallback((q: string) => change({ q }, true), [change]);
  const isFiltered = Boolean(search.q ?? search.kind ?? search.from ?? search.to);
  return (
    <>
      <PageHead
        title={t('log.title')}
        lead={answer.data && t('log.lead', { months: answer.data.keptMonths })}
        actions={
          <ExportButton
            route={ROUTES.exportSecurityLog}
            input={{ query: { ...search, page: undefined } }}
          />
        }
      />
      <search className="filters screen-only">
        <SearchBox
          label={t('log.search')}
          placeholder={t('log.searchHint')}
          value={search.q ?? ''}
          onChange={find}
        />
        <Select
          aria-label={t('log.kind')}
          placeholder={t('log.anyKind')}
          allowClear
          options={SECURITY_EVENT_KINDS.map((value) => ({
            value,
            label: SECURITY_EVENTS[value][language],
          }))}
          value={search.kind ?? null}
          onChange={(kind) => change({ kind: kind ?? undefined })}
        />
        {(['from', 'to'] as const).map((end) => (
          <label key={end} className="day-filter">
            {t(`log.${end}`)}
            <Input
              type="date"
              value={search[end] ?? ''}
              onChange={(event) => change({ [end]: event.target.value || undefined })}
            />
          </label>
        ))}
        {isFiltered && (
          <Button
            type="link"
            onClick={() =>
              change({ q: undefined, kind: undefined, from: undefined, to: undefined })
            }
          >
            {desk('clear')}
          </Button>
        )}
      </search>
      <Listed<SecurityLogRow>
        label={t('log.title')}
        columns={useColumns()}
        answer={answer}
        page={search.page ?? 1}
        sort={search.sort ?? '-at'}
        onSort={(sort) => change({ sort: sort as SecurityLogQuery['sort'] })}
        onPage={(page) => change({ page })}
      />
    </>
  );
}

function useColumns(): readonly Column<SecurityLogRow>[] {
  const { t, i18n } = useTranslation('people');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  return [
    {
      key: 'at',
      title: t('log.at'),
      sort: 'at',
      width: 190,
      show: ({ at }) => showMoment(at, i18n.language),
    },
    {
      key: 'kind',
      title: t('log.kind'),
      width: 170,
      show: ({ kind }) => SECURITY_EVENTS[kind][language],
    },
    {
      key: 'person',
      title: t('log.person'),
      show: ({ person, signInName }) =>
        person === null ? (
          <span className="quiet-text">{t('log.nobody')}</span>
        ) : (
          <>
            {person}
            {signInName && <small className="quiet-text under">{signInName}</small>}
          </>
        ),
    },
    { key: 'subject', title: t('log.subject'), show: ({ subject }) => subject ?? desk('none') },
    { key: 'detail', title: t('log.detail'), show: ({ detail }) => detail || desk('none') },
    {
      key: 'address',
      title: t('log.address'),
      width: 130,
      show: ({ address }) => <span className="code">{address || desk('none')}</span>,
    },
  ];
}
