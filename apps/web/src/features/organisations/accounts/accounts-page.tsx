import {
  ACCOUNT_STATES,
  ROUTES,
  type AccountQuery,
  type AccountRow,
  type AccountState,
  type InitialPassword,
} from '@ludao/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/client.ts';
import { ExportButton } from '../../../api/export-button.tsx';
import { mayIn, useSession } from '../../../api/session.ts';
import { showMoment } from '../../../i18n/dates.ts';
import { currentLanguage } from '../../../i18n/index.ts';
import { Icon, type IconName } from '../../../ui/desk/icons.tsx';
import { Notice } from '../../../ui/desk/notice.tsx';
import { PageHead } from '../../../ui/desk/page-head.tsx';
import type { Column } from '../../../ui/desk/record-list.tsx';
import { SearchBox } from '../../../ui/desk/search-box.tsx';
import { Listed, SIZE } from '../listed.tsx';
import { readAccountSearch, type AccountSearch, type Conditions } from '../search.ts';
import { AccountActs, type ActDone } from './account-acts.tsx';
import { NewAccountForm } from './new-account-form.tsx';
import { PasswordOnce } from './password-once.tsx';

/** Every account of the platform, for the officers who keep and who lock them. */
export function AccountsPage() {
  const { t, i18n } = useTranslation('people');
  const { t: desk } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const session = useSession();
  const search = useSearch({ from: '/in/accounts' });
  const navigate = useNavigate({ from: '/accounts' });
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<InitialPassword | null>(null);
  const [said, setSaid] = useState<ActDone | null>(null);
  const query = { ...search, size: SIZE };
  const answer = useQuery({
    queryKey: ['accounts', query],
    queryFn: ({ signal }) => ask(ROUTES.listAccounts, { query }, signal),
    placeholderData: keepPreviousData,
  });
  const change = useCallback(
    (next: Conditions<AccountSearch>, replace = false) =>
      void navigate({
        search: (now: AccountSearch) => readAccountSearch({ ...now, page: undefined, ...next }),
        replace,
      }),
    [navigate],
  );
  const find = useCallback((q: string) => change({ q }, true), [change]);
  const columns = useColumns((done) => {
    setSaid(done);
    setMade(done.password ? { ...done.account, password: done.password } : null);
  });
  return (
    <>
      <PageHead
        title={t('accounts.title')}
        lead={t('accounts.lead')}
        actions={
          <>
            <ExportButton
              route={ROUTES.exportAccounts}
              input={{ query: { ...search, page: undefined } }}
            />
            {mayIn(session, 'create', 'account') && !isOpen && (
              <Button type="primary" icon={<Icon name="plus" />} onClick={() => setOpen(true)}>
                {t('accounts.create')}
              </Button>
            )}
          </>
        }
      />
      {isOpen && (
        <NewAccountForm
          org={search.org}
          onDone={(account) => {
            setOpen(false);
            setSaid(null);
            setMade(account);
          }}
          onCancel={() => setOpen(false)}
        />
      )}
      {made && <PasswordOnce made={made} onClose={() => setMade(null)} />}
      {said && !made && (
        <Notice tone="good" title={t(`accounts.done.${said.act}`, { name: said.account.name })} />
      )}
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
          options={(Object.keys(ACCOUNT_STATES) as AccountState[]).map((value) => ({
            value,
            label: ACCOUNT_STATES[value][language],
          }))}
          value={search.state ?? null}
          onChange={(state) => change({ state: state ?? undefined })}
        />
        {(search.q ?? search.state ?? search.org) && (
          <Button
            type="link"
            onClick={() => change({ q: undefined, state: undefined, org: undefined })}
          >
            {desk('clear')}
          </Button>
        )}
      </search>
      <Listed<AccountRow>
        label={t('accounts.title')}
        columns={columns}
        answer={answer}
        page={search.page ?? 1}
        sort={search.sort ?? 'name'}
        onSort={(sort) => change({ sort: sort as AccountQuery['sort'] })}
        onPage={(page) => change({ page })}
      />
    </>
  );
}

const ICONS: Readonly<Record<AccountState, readonly [icon: IconName, look: string]>> = {
  ACTIVE: ['check', 'present'],
  INITIAL: ['key', 'stood-in'],
  LOCKED: ['warn', 'absent'],
  DISABLED: ['stop', 'ended'],
};

function useColumns(onDone: (done: ActDone) => void): readonly Column<AccountRow>[] {
  const { t, i18n } = useTranslation('people');
  const language = currentLanguage(i18n);
  return [
    {
      key: 'name',
      title: t('person'),
      sort: 'name',
      show: ({ name, signInName }) => (
        <>
          {name}
          <small className="quiet-text under">{signInName}</small>
        </>
      ),
    },
    {
      key: 'organisation',
      title: t('organisation'),
      show: ({ organisation, posts }) => (
        <>
          {organisation.name}
          <small className="quiet-text under">
            {posts.length > 0 ? posts.join('、') : t('colleagues.noPost')}
          </small>
        </>
      ),
    },
    {
      key: 'state',
      title: t('accounts.state'),
      width: 150,
      show: ({ state, secondFactor }) => (
        <>
          <span className={`post-state ${ICONS[state][1]}`} data-state={state}>
            <Icon name={ICONS[state][0]} size={16} /> {ACCOUNT_STATES[state][language]}
          </span>
          {secondFactor && <small className="quiet-text under">{t('accounts.factor')}</small>}
        </>
      ),
    },
    {
      key: 'lastSignIn',
      title: t('accounts.lastSignIn'),
      sort: 'lastSignIn',
      width: 190,
      show: ({ lastSignIn }) =>
        lastSignIn ? (
          showMoment(lastSignIn, i18n.language)
        ) : (
          <span className="quiet-text">{t('accounts.never')}</span>
        ),
    },
    {
      key: 'acts',
      title: t('accounts.acts'),
      width: 250,
      show: (row) => <AccountActs key={row.state} account={row} onDone={onDone} />,
    },
  ];
}
