import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sumOf, type Row } from './counts.ts';

export interface ShownColumn {
  readonly key: string;
  readonly title: string;
  /** The heading over several columns. */
  readonly group?: string;
  /** The word of the address for this order. */
  readonly sort?: string;
  readonly show: (row: Row) => ReactNode;
}

/** Figures with a line per county and their sum. */
export function CountyRows(props: {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly ShownColumn[];
  readonly sort?: string;
  readonly onSort?: (sort: string) => void;
}) {
  const { t } = useTranslation('desk');
  const { rows, columns, sort, onSort } = props;
  const groups = [...new Set(columns.map(({ group }) => group))];
  const heading = (key: string, title: string, word?: string, rowSpan?: number) => (
    <th
      key={key}
      scope="col"
      rowSpan={rowSpan}
      aria-sort={word === undefined ? undefined : orderOf(word, sort)}
    >
      {word !== undefined && onSort ? (
        <button type="button" className="sort" onClick={() => onSort(nextOrder(word, sort))}>
          {title}
          <span aria-hidden="true">{SIGNS[orderOf(word, sort)]}</span>
        </button>
      ) : (
        title
      )}
    </th>
  );
  const isTall = groups.length > 1;
  const county = heading(
    'district',
    t('cockpit.county'),
    onSort ? 'district' : undefined,
    isTall ? 2 : undefined,
  );
  return (
    // Wider than a phone: it is scrolled there, so the keyboard must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="figures" tabIndex={0} role="group" aria-label={props.label}>
      <table>
        <thead>
          {isTall && (
            <tr>
              {county}
              {groups.map((group) => (
                <th
                  key={group}
                  scope="colgroup"
                  colSpan={columns.filter((column) => column.group === group).length}
                >
                  {group}
                </th>
              ))}
            </tr>
          )}
          <tr>
            {!isTall && county}
            {columns.map(({ key, title, sort: word }) => heading(key, title, word))}
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
              {columns.map(({ key, show }) => (
                <td key={key}>{show(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
        {rows.length > 1 && <Sum rows={rows} columns={columns} />}
      </table>
    </div>
  );
}

function Sum(props: { readonly rows: readonly Row[]; readonly columns: readonly ShownColumn[] }) {
  const { t } = useTranslation('desk');
  const sum = sumOf(props.rows);
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('cockpit.sum')}</th>
        {props.columns.map(({ key, show }) => (
          <td key={key}>{show(sum)}</td>
        ))}
      </tr>
    </tfoot>
  );
}

const SIGNS = { ascending: ' ▲', descending: ' ▼', none: '' } as const;

function orderOf(word: string, sort: string | undefined): keyof typeof SIGNS {
  if (sort === word) return 'ascending';
  return sort === `-${word}` ? 'descending' : 'none';
}

/** Names begin with the first, figures with the greatest. */
function nextOrder(word: string, sort: string | undefined): string {
  if (word === 'district') return sort === 'district' ? '-district' : 'district';
  return sort === `-${word}` ? word : `-${word}`;
}
