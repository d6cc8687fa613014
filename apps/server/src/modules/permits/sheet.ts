import {
  APPLICATION_KINDS,
  APPLICATION_STATES,
  DISTRICTS,
  PERMIT_CATEGORIES,
  PERMIT_COLUMNS,
  PERMIT_STATES,
  type PermitList,
} from '@ludao/contracts';
import { writeSheet } from '../../platform/excel/index.ts';

const { holder, category, number, state, validTo, application, district, park } = PERMIT_COLUMNS;

/** The list as an office keeps it 排污许可证管理台账. */
export function writePermits({ rows }: PermitList): Promise<Buffer> {
  return writeSheet({
    title: '排污许可',
    columns: [
      { key: 'holder', heading: holder.zh, type: 'text', width: 40 },
      { key: 'number', heading: number.zh, type: 'text', width: 28 },
      { key: 'category', heading: category.zh, type: 'text', width: 14 },
      { key: 'state', heading: state.zh, type: 'text', width: 14 },
      { key: 'validTo', heading: validTo.zh, type: 'date', width: 14 },
      { key: 'application', heading: application.zh, type: 'text', width: 28 },
      { key: 'district', heading: district.zh, type: 'text', width: 14 },
      { key: 'park', heading: park.zh, type: 'text', width: 30 },
    ],
    rows: rows.map((row) => ({
      holder: row.site === '' ? row.holder.name : `${row.holder.name}（${row.site}）`,
      number: row.number ?? '',
      category: row.category ? PERMIT_CATEGORIES[row.category].zh : '',
      state: PERMIT_STATES[row.state].zh,
      validTo: row.validTo,
      application: row.application
        ? `${APPLICATION_KINDS[row.application.kind].zh}：${APPLICATION_STATES[row.application.state].zh}`
        : '',
      district: DISTRICTS[row.districtCode as keyof typeof DISTRICTS]?.zh ?? row.districtCode,
      park: row.park?.name ?? '',
    })),
  });
}
