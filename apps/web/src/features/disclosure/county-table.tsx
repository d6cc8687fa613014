import { CHECK_LEVELS, CHECK_PERMITS, COUNTY_COLUMNS, ROUTES } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { addressOf, ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { mayIn, useSession } from '../../api/session.ts';
import { currentLanguage } from '../../i18n/index.ts';
import { Icon } from '../../ui/desk/icons.tsx';
import { Notice } from '../../ui/desk/notice.tsx';
import { Figure, Share } from './county-figure.tsx';
import { CountyRows, type ShownColumn } from './county-rows.tsx';
import { sortRows, type Row } from './counts.ts';

/** Parks, enterprises and checks by county, with their sums: the first cockpit. */
export function CountyTable() {
  const { t } = useTranslation('desk');
  const problemText = useProblemText();
  const session = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: ['county-table'],
    queryFn: ({ signal }) => ask(ROUTES.getCountyTable, {}, signal),
  });
  return (
    <section className="sheet cockpit" aria-labelledby="cockpit-title">
      <header>
        <h2 id="cockpit-title">{t('cockpit.title')}</h2>
        {mayIn(session, 'export', 'park') && (
          <Button
            className="screen-only"
            href={addressOf(ROUTES.exportCountyTable, {})}
            download
            icon={<Icon name="download" />}
          >
            {t('export')}
          </Button>
        )}
      </header>
      {error && (
        <Notice
          tone="caution"
          title={problemText(error)}
          actions={<Button onClick={() => void refetch()}>{t('error.again')}</Button>}
        />
      )}
      {!data && !error && <Spin />}
      {data?.rows.length === 0 && <p className="quiet-text">{t('cockpit.none')}</p>}
      {data && data.rows.length > 0 && <Figures rows={data.rows} />}
    </section>
  );
}

function Figures({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation('desk');
  const { sort = 'district' } = useSearch({ from: '/in/' });
  const navigate = useNavigate({ from: '/' });
  const turn = (next: string) =>
    void navigate({ search: next === 'district' ? {} : { sort: next }, replace: true });
  const sorted = sortRows(rows, sort);
  const showsChecks = rows.some(({ checks }) => checks !== null);
  const registerColumns = useRegisterColumns(showsChecks);
  const checkColumns = useCheckColumns();
  return (
    <>
      <CountyRows
        label={t('cockpit.title')}
        rows={sorted}
        columns={registerColumns}
        sort={sort}
        onSort={turn}
      />
      <p className="fine">{t('cockpit.caption')}</p>
      {showsChecks && (
        <>
          <h3>{t('cockpit.checks')}</h3>
          <CountyRows label={t('cockpit.checks')} rows={sorted} columns={checkColumns} />
          <p className="fine">{t('cockpit.checksCaption')}</p>
        </>
      )}
    </>
  );
}

/** A sum has no county, and leads to the list of all. */
const of = ({ districtCode }: Row) => (districtCode === '' ? {} : { district: districtCode });

function useRegisterColumns(showsChecks: boolean): readonly ShownColumn[] {
  const { i18n } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const column = (
    key: Exclude<keyof typeof COUNTY_COLUMNS, 'district'>,
    show: ShownColumn['show'],
  ): ShownColumn => ({ key, title: COUNTY_COLUMNS[key][language], sort: key, show });
  return [
    column('parks', (row) => <Figure count={row.parks} to="/parks" search={of(row)} />),
    column('starParks', (row) => (
      <Figure count={row.starParks} to="/parks" search={{ ...of(row), stars: 'any' }} />
    )),
    column('enterprises', (row) => (
      <Figure count={row.enterprises} to="/enterprises" search={of(row)} />
    )),
    column('inParks', (row) => (
      <Figure count={row.inParks} to="/enterprises" search={{ ...of(row), tenancy: 'in' }} />
    )),
    column('inParksShare', (row) => <Share part={row.inParks} whole={row.enterprises} />),
    column('withProfile', (row) => (
      <Figure count={row.withProfile} to="/enterprises" search={{ ...of(row), profile: 'full' }} />
    )),
    column('withProfileShare', (row) => <Share part={row.withProfile} whole={row.enterprises} />),
    column('withHazardousWaste', (row) => (
      <Figure
        count={row.withHazardousWaste}
        to="/enterprises"
        search={{ ...of(row), waste: 'yes' }}
      />
    )),
    ...(showsChecks
      ? [
          column('checks', (row) => (
            <Figure count={row.checks?.checks ?? 0} to="/pre-lease" search={of(row)} />
          )),
        ]
      : []),
  ];
}

function useCheckColumns(): readonly ShownColumn[] {
  const { t, i18n } = useTranslation('desk');
  const language = currentLanguage(i18n);
  const levels = Object.entries(CHECK_LEVELS).map(([level, words]): ShownColumn => ({
    key: `level-${level}`,
    group: t('cockpit.byLevel'),
    title: words[language],
    show: (row) => (
      <Figure
        count={row.checks?.levels[level as keyof typeof CHECK_LEVELS] ?? 0}
        to="/pre-lease"
        search={{ ...of(row), level }}
      />
    ),
  }));
  const permits = Object.entries(CHECK_PERMITS).map(([permit, words]): ShownColumn => ({
    key: `permit-${permit}`,
    group: t('cockpit.byPermit'),
    title: words[language],
    show: (row) => (
      <Figure
        count={row.checks?.permits[permit as keyof typeof CHECK_PERMITS] ?? 0}
        to="/pre-lease"
        search={{ ...of(row), permit }}
      />
    ),
  }));
  return [...levels, ...permits];
}
