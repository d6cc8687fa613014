import { DISTRICTS, PARK_COLUMNS, PARK_KINDS, type ParkRow } from '@ludao/contracts';
import { writeSheet } from '../../platform/excel/index.ts';

const { name, district, kind, stars, operator, enterprises } = PARK_COLUMNS;

/** The list as officers pass it on. */
export function writeParks(rows: readonly ParkRow[]): Promise<Buffer> {
  return writeSheet({
    title: '园区名单',
    columns: [
      { key: 'name', heading: name.zh, type: 'text', width: 40 },
      { key: 'district', heading: district.zh, type: 'text', width: 14 },
      { key: 'kind', heading: kind.zh, type: 'text', width: 14 },
      { key: 'stars', heading: stars.zh, type: 'number', width: 8 },
      { key: 'operator', heading: operator.zh, type: 'text', width: 40 },
      { key: 'enterprises', heading: enterprises.zh, type: 'number', width: 12 },
    ],
    rows: rows.map((row) => ({
      ...row,
      kind: PARK_KINDS[row.kind].zh,
      district:
        row.districtCode in DISTRICTS
          ? DISTRICTS[row.districtCode as keyof typeof DISTRICTS].zh
          : row.districtCode,
    })),
  });
}
