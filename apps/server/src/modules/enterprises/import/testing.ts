import {
  completeCreditCode,
  IMPORT_COLUMNS,
  IMPORT_COLUMN_NAMES,
  type ImportColumn,
} from '@ludao/contracts';
import { writeSheet } from '../../../platform/excel/index.ts';

export type FileRow = Readonly<Partial<Record<ImportColumn, string>>>;

/** A code that passes the check and that the demonstration does not use. */
export function aCreditCode(number: number, district = '330603'): string {
  return completeCreditCode(`91${district}TTT${String(number).padStart(6, '0')}`);
}

/** An invented row of the first county that nothing is wrong with. */
export function aFileRow(number: number, changes: FileRow = {}): FileRow {
  return {
    name: `演示导入${number}号有限公司`,
    creditCode: aCreditCode(number),
    industries: '1752',
    districtCode: '330603',
    address: `演示路${number}号`,
    wastewater: '纳管',
    hazardousWaste: number % 2 === 0 ? '是' : '否',
    ...changes,
  };
}

/** A file as somebody fills it in; the first row stands in line 2. */
export function aFile(rows: readonly FileRow[]): Promise<Buffer> {
  return writeSheet({
    title: '企业名单',
    columns: IMPORT_COLUMN_NAMES.map((key) => {
      const { zh, type } = IMPORT_COLUMNS[key];
      return { key, heading: zh, type };
    }),
    rows,
  });
}
