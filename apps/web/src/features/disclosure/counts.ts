import type { CheckCounts, CountyTable } from '@ludao/contracts';
import type { CountyColumn } from './search.ts';

export type Row = CountyTable['rows'][number];

const COUNTED = [
  'parks',
  'starParks',
  'enterprises',
  'inParks',
  'withProfile',
  'withHazardousWaste',
] as const;

/** What a column sorts by; a share of nothing comes first. */
export function valueOf(row: Row, column: CountyColumn): number | string {
  const { enterprises } = row;
  const share = (part: number) => (enterprises === 0 ? -1 : part / enterprises);
  switch (column) {
    case 'district':
      return row.districtCode;
    case 'inParksShare':
      return share(row.inParks);
    case 'withProfileShare':
      return share(row.withProfile);
    case 'checks':
      return row.checks?.checks ?? -1;
    default:
      return row[column];
  }
}

export function sortRows(rows: readonly Row[], sort: string): Row[] {
  const column = sort.replace(/^-/, '') as CountyColumn;
  const sign = sort.startsWith('-') ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [one, other] = [valueOf(a, column), valueOf(b, column)];
    if (one === other) return a.districtCode < b.districtCode ? -1 : 1;
    return one < other ? -sign : sign;
  });
}

/** All rows as one, without a county. */
export function sumOf(rows: readonly Row[]): Row {
  const sum = (pick: (row: Row) => number) => rows.reduce((total, row) => total + pick(row), 0);
  const counts = Object.fromEntries(COUNTED.map((key) => [key, sum((row) => row[key])]));
  const checks = rows.some((row) => row.checks !== null)
    ? {
        checks: sum((row) => row.checks?.checks ?? 0),
        levels: sumParts(rows, 'levels'),
        permits: sumParts(rows, 'permits'),
      }
    : null;
  return { ...(counts as Pick<Row, (typeof COUNTED)[number]>), districtCode: '', checks };
}

function sumParts<Part extends 'levels' | 'permits'>(
  rows: readonly Row[],
  part: Part,
): CheckCounts[Part] {
  const total: Record<string, number> = {};
  for (const { checks } of rows) {
    for (const [key, count] of Object.entries(checks?.[part] ?? {})) {
      total[key] = (total[key] ?? 0) + count;
    }
  }
  return total as CheckCounts[Part];
}
