import { completeCreditCode, IMPORT_COLUMNS, IMPORT_COLUMN_NAMES } from '@ludao/contracts';
import { writeSheet } from '../../apps/server/src/platform/excel/index.ts';

/** An invented row of the first county; each number has a code of its own. */
export function aFileRow(number: number, place: { readonly park?: string } = {}) {
  return {
    name: `演示导入${number}号有限公司`,
    creditCode: completeCreditCode(`91330603TTT${String(number).padStart(6, '0')}`),
    industries: '1752',
    districtCode: '330603',
    address: `演示路${number}号`,
    wastewater: '纳管',
    hazardousWaste: number % 2 === 0 ? '是' : '否',
    ...place,
  };
}

export function aFile(rows: readonly ReturnType<typeof aFileRow>[]): Promise<Buffer> {
  return writeSheet({
    title: '企业名单',
    columns: IMPORT_COLUMN_NAMES.map((key) => {
      const { zh, type } = IMPORT_COLUMNS[key];
      return { key, heading: zh, type };
    }),
    rows,
  });
}
