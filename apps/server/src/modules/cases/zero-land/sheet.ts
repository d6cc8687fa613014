import {
  CASE_STATES,
  DISTRICTS,
  RETROFIT_CHECKS,
  RETROFIT_COLUMNS,
  RETROFIT_KINDS,
  type RetrofitRow,
} from '@ludao/contracts';
import { writeSheet } from '../../../platform/excel/index.ts';

const COLUMNS = Object.entries(RETROFIT_COLUMNS).map(([key, { zh }]) => ({
  key,
  heading: zh,
  type: 'text' as const,
  width: key === 'name' || key === 'applicant' || key === 'facility' ? 36 : 16,
}));

/** The register as it is passed on. */
export function writeRetrofits(rows: readonly RetrofitRow[]): Promise<Buffer> {
  return writeSheet({
    title: '零土地技改备案台账',
    columns: COLUMNS,
    rows: rows.map((row) => ({
      ...row,
      kind: row.kind ? RETROFIT_KINDS[row.kind].zh : '',
      state: CASE_STATES[row.state].zh,
      declaredOn: row.declaredOn ?? '',
      checkedOn: row.checkedOn ?? '',
      permitChange: row.permitChange ? '应当变更' : '不涉及',
      check: RETROFIT_CHECKS[row.check].zh,
      district:
        row.districtCode in DISTRICTS
          ? DISTRICTS[row.districtCode as keyof typeof DISTRICTS].zh
          : row.districtCode,
    })),
  });
}
