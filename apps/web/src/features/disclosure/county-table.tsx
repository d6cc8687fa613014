import { ROUTES, type CountyTable as Table } from '@ludao/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client.ts';
import { useProblemText } from '../../api/problem-text.ts';
import { showCount } from '../../i18n/dates.ts';
import { Notice } from '../../ui/desk/notice.tsx';

const COUNTED = ['parks', 'starParks', 'enterprises', 'inParks', 'withHazardousWaste'] as const;
const COLUMNS = [
  'parks',
  'starParks',
  'enterprises',
  'inParks',
  'inParksShare',
  'withHazardousWaste',
] as const;
type Row = Table['rows'][number];
type Counts = Pick<Row, (typeof COUNTED)[number]>;

/** Parks and enterprises by county, with their sums: the first cockpit. */
export function CountyTable() {
  const { t } = useTranslation('desk');
  const problemText = useProblemText();
  const { data, error } = useQuery({
    queryKey: ['county-table'],
    queryFn: ({ signal }) => ask(ROUTES.getCountyTable, {}, signal),
  });
  return (
    <section className="sheet" aria-labelledby="cockpit-title">
      <h2 id="cockpit-title">{t('cockpit.title')}</h2>
      {error && <Notice tone="caution" title={problemText(error)} />}
      {!data && !error && <Spin />}
      {data && (
        <>
          <Figures rows={data.rows} />
          <p className="fine">{t('cockpit.caption')}</p>
        </>
      )}
    </section>
  );
}

function Figures({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation('desk');
  const sums = Object.fromEntries(
    COUNTED.map((key) => [key, rows.reduce((sum, row) => sum + row[key], 0)]),
  ) as Counts;
  return (
    // Wider than a phone: it is scrolled there, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="figures" tabIndex={0} role="group" aria-label={t('cockpit.title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('cockpit.county')}</th>
            {COLUMNS.map((key) => (
              <th key={key} scope="col">
                {t(`cockpit.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.districtCode}>
              <th scope="row">
                <Link to="/parks" search={{ district: row.districtCode }}>
                  {t(`counties.${row.districtCode}`, { defaultValue: row.districtCode })}
                </Link>
              </th>
              <Cells counts={row} />
            </tr>
          ))}
        </tbody>
        {rows.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">{t('cockpit.sum')}</th>
              <Cells counts={sums} />
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function Cells({ counts }: { readonly counts: Counts }) {
  const { t, i18n } = useTranslation('desk');
  const { inParks, enterprises } = counts;
  const share = new Intl.NumberFormat(i18n.language, { style: 'percent' });
  const show = (key: (typeof COLUMNS)[number]) => {
    if (key !== 'inParksShare') return showCount(counts[key], i18n.language);
    return enterprises === 0 ? t('none') : share.format(inParks / enterprises);
  };
  return COLUMNS.map((key) => <td key={key}>{show(key)}</td>);
}
