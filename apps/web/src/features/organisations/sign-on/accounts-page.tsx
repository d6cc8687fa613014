import { ROUTES, type SignOnAccount, type SignOnAccountsQuery } from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { ExportButton } from '../../../api/export-button.tsx';
import { useProblemText } from '../../../api/problem-text.ts';
import { showMoment } from '../../../i18n/dates.ts';
import { EmptyState } from '../../../ui/desk/empty-state.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import { RecordList, type Column } from '../../../ui/desk/record-list.tsx';
import { SearchBox } from '../../../ui/desk/search-box.tsx';
import { AccountControl } from './account-control.tsx';
import { useSignOn } from './offer.tsx';
import { readAccountsSearch, type AccountsSearch, type Conditions } from './search.ts';

const SIZE = 20;
const STATES = ['linked', 'open'] as const;

/** Which accounts are linked to the office's own sign-on: prepared and ended by the system officer. */
export function SignOnAccountsPage() {
  const { t } = useTranslation('signOn');
  const { t: desk } = useTranslation('desk');
  const problemText = useProblemText();
  const title = useSignOn()?.title ?? '';
  const search = useSearch({ from: '/in/sign-on/accounts' });
  const navigate = useNavigate({ from: '/sign-on/accounts' });
  const [said, setSaid] = useState<'numberSaved' | 'unlinked' | null>(null);
  const query = { ...search, size: SIZE };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['sign-on-accounts', query],
    queryFn: ({ signal }) => ask(ROUTES.listSignOnAccounts, { query }, signal),
    placeholderData: keepPreviousData,
  });
  const change = useCallback(
    (next: Conditions, replace = false) =>
      void navigate({
        search: (now: AccountsSearch) => readAccountsSearch({ ...now, page: undefined, ...next }),
        replace,
      }),
    [navigate],
  );
  const find = useCallback((q: string) => change({ q: q || undefined }, true), [change]);
  const columns = useColumns(data?.linkBy ?? 'none', setSaid);
  return (
    <>
      <PageHead
        title={t('accounts.title')}
        lead={
          <>
            {t('accounts.lead', { title })}
            <br />
            {data && t(`accounts.how.${data.linkBy}`)}
          </>
        }
        actions={
          <ExportButton
            route={ROUTES.exportSignOnAccounts}
            input={{ query: { ...search, page: undefined } }}
          />
        }
      />
      {said && <Notice tone="good" title={t(`accounts.${said}`)} />}
      <search className="filters screen-only">
        <SearchBox
          label={t('accounts.search')}
          placeholder={t('accounts.searchHint')}
          value={search.q ?? ''}
          onChange={find}
        />
        <Select
          aria-label={t('accounts.state')}
          placeholder={t('accounts.anyState')}
          allowClear
          options={STATES.map((value) => ({ value, label: t(`accounts.${value}`) }))}
          value={search.state ?? null}
          onChange={(state) => change({ state: state ?? undefined })}
        />
        {(search.q ?? search.state) && (
          <Button type="link" onClick={() => change({ q: undefined, state: undefined })}>
            {desk('clear')}
          </Button>
        )}
      </search>
      {error && (
        <Notice
          tone="fault"
          title={problemText(error)}
          actions={<Button onClick={() => void refetch()}>{desk('error.again')}</Button>}
        />
      )}
      {data?.total === 0 && !error && (
        <EmptyState title={desk('nothing.title')}>
          <p>{desk('nothing.text')}</p>
        </EmptyState>
      )}
      {!error && data?.total !== 0 && (
        <RecordList<SignOnAccount>
          label={t('accounts.list')}
          columns={columns}
          rows={data?.rows ?? []}
          total={data?.total ?? 0}
          page={search.page ?? 1}
          size={SIZE}
          sort={search.sort ?? 'name'}
          busy={isFetching}
          onSort={(sort) => change({ sort: sort as SignOnAccountsQuery['sort'] })}
          onPage={(page) => change({ page })}
        />
      )}
    </>
  );
}

function useColumns(
  linkBy: 'none' | 'phone' | 'number',
  onDone: (said: 'numberSaved' | 'unlinked') => void,
): readonly Column<SignOnAccount>[] {
  const { t, i18n } = useTranslation('signOn');
  const { t: desk } = useTranslation('desk');
  const moment = (iso: string) => showMoment(iso, i18n.language);
  const number: Column<SignOnAccount> = {
    key: 'number',
    title: t('accounts.number'),
    width: 110,
    show: ({ staffNumber }) =>
      staffNumber ? <span className="code">{staffNumber}</span> : desk('none'),
  };
  return [
    {
      key: 'name',
      title: t('accounts.person'),
      sort: 'name',
      show: ({ name, disabled }) => (
        <>
          {name}
          {disabled && <span className="badge">{t('accounts.disabled')}</span>}
        </>
      ),
    },
    { key: 'organisation', title: t('accounts.organisation'), show: (row) => row.organisation },
    {
      key: 'signInName',
      title: t('accounts.signInName'),
      width: 110,
      show: (row) => <span className="code">{row.signInName}</span>,
    },
    ...(linkBy === 'number' ? [number] : []),
    {
      key: 'linkedAt',
      title: t('accounts.linkedAt'),
      sort: 'linkedAt',
      width: 190,
      show: ({ linkedAt, linkedBy }) =>
        linkedAt && linkedBy ? (
          <>
            {moment(linkedAt)}
            <br />
            <small className="quiet-text">{t(`accounts.by${linkedBy}`)}</small>
          </>
        ) : (
          t('accounts.open')
        ),
    },
    {
      key: 'usedAt',
      title: t('accounts.usedAt'),
      width: 150,
      show: ({ usedAt }) => (usedAt ? moment(usedAt) : t('accounts.never')),
    },
    {
      key: 'actions',
      title: t('accounts.actions'),
      width: 190,
      show: (row) => (
        <AccountControl
          // What was typed belongs to the row as it was.
          key={`${row.staffNumber} ${row.linkedAt}`}
          account={row}
          takesNumber={linkBy === 'number'}
          onDone={onDone}
        />
      ),
    },
  ];
}
