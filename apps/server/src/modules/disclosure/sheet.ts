import {
  CHECK_LEVELS,
  CHECK_PERMITS,
  COUNTY_COLUMNS,
  DISTRICTS,
  type CheckLevel,
  type CheckPermit,
  type CountyTable,
} from '@ludao/contracts';
import { writeSheet } from '../../platform/excel/index.ts';

const FIGURES = [
  'parks',
  'starParks',
  'enterprises',
  'inParks',
  'withProfile',
  'withHazardousWaste',
] as const;

/** The table as it is passed on; whoever may not read checks gets no column of them. */
export function writeCountyTable(rows: CountyTable['rows']): Promise<Buffer> {
  const showsChecks = rows.some(({ checks }) => checks !== null);
  const column = (key: string, heading: string) =>
    ({ key, heading, type: 'number', width: 14 }) as const;
  const checkColumns = [
    column('checks', COUNTY_COLUMNS.checks.zh),
    ...(Object.keys(CHECK_LEVELS) as CheckLevel[]).map((level) =>
      column(`level.${level}`, `环评：${CHECK_LEVELS[level].zh}`),
    ),
    ...(Object.keys(CHECK_PERMITS) as CheckPermit[]).map((permit) =>
      column(`permit.${permit}`, `排污许可：${CHECK_PERMITS[permit].zh}`),
    ),
  ];
  return writeSheet({
    title: '区县一览',
    columns: [
      { key: 'district', heading: COUNTY_COLUMNS.district.zh, type: 'text', width: 16 },
      ...FIGURES.map((key) => column(key, COUNTY_COLUMNS[key].zh)),
      ...(showsChecks ? checkColumns : []),
    ],
    rows: rows.map(({ districtCode, checks, ...figures }) => ({
      ...figures,
      district:
        districtCode in DISTRICTS
          ? DISTRICTS[districtCode as keyof typeof DISTRICTS].zh
          : districtCode,
      ...(checks && {
        checks: checks.checks,
        ...prefixed('level', checks.levels),
        ...prefixed('permit', checks.permits),
      }),
    })),
  });
}

function prefixed(name: string, counts: Readonly<Record<string, number>>) {
  return Object.fromEntries(
    Object.entries(counts).map(([key, value]) => [`${name}.${key}`, value]),
  );
}
