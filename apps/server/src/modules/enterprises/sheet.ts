import { DISTRICTS, ENTERPRISE_COLUMNS, type EnterpriseRow } from '@ludao/contracts';
import { writeSheet } from '../../platform/excel/index.ts';

const { name, creditCode, industries, district, park, movedIn } = ENTERPRISE_COLUMNS;

/** The list as officers pass it on. */
export function writeEnterprises(rows: readonly EnterpriseRow[]): Promise<Buffer> {
  return writeSheet({
    title: '企业名单',
    columns: [
      { key: 'name', heading: name.zh, type: 'text', width: 40 },
      { key: 'creditCode', heading: creditCode.zh, type: 'text', width: 24 },
      { key: 'industries', heading: industries.zh, type: 'text', width: 16 },
      { key: 'district', heading: district.zh, type: 'text', width: 14 },
      { key: 'park', heading: park.zh, type: 'text', width: 36 },
      { key: 'movedIn', heading: movedIn.zh, type: 'date', width: 14 },
    ],
    rows: rows.map((row) => ({
      name: row.name,
      creditCode: row.creditCode,
      industries: row.industries.join('、'),
      district: nameOf(row.districtCode),
      park: row.park?.name ?? '',
      movedIn: row.movedIn,
    })),
  });
}

function nameOf(code: string): string {
  return code in DISTRICTS ? DISTRICTS[code as keyof typeof DISTRICTS].zh : code;
}
