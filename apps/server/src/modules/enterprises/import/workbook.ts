import {
  CORRECTION_COLUMNS,
  IMPORT_COLUMNS,
  IMPORT_COLUMN_NAMES,
  IMPORT_LIMITS,
  PERMIT_LABELS,
  WASTEWATER_LABELS,
  YES_NO,
  type ImportColumn,
  type ImportRow,
} from '@ludao/contracts';
import { importText } from '@ludao/contracts/import-texts';
import { writeSheet, type SheetColumnOut } from '../../../platform/excel/index.ts';
import type { Asker, ParkChoice } from './model.ts';

const NOTES: Readonly<Record<ImportColumn, string>> = {
  name: '必填，按营业执照填写。',
  creditCode: '必填，18 位。已登记的企业按它识别。',
  industries:
    '必填，GB/T 4754-2017 的 4 位小类代码，主要行业写在前面，几个之间用顿号隔开，最多 5 个。',
  districtCode: '6 位。填了园区可以不填。',
  address: '最多 200 字。',
  park: '从下拉列表里选；不在园区的留空。园区管理员必填。',
  unit: '写法如“1号楼 101”，须属于所填园区。',
  movedIn: '写法如 2026-01-31。',
  wastewater: '从下拉列表里选。',
  hazardousWaste: '填“是”或“否”。',
  permitCategory: '从下拉列表里选。',
  permitNumber: '22 位，许可证编号或登记编号。',
  permitValidTo: '写法如 2026-01-31。',
  wastewaterVolume: '每年，立方米，例如 1200 或 0.5。',
  wastes: '代码、空格、每年吨数，几种之间用分号隔开，例如：900-041-49 0.5；900-249-08 1.2',
};

const LINES = [
  `一行一家企业，最多 ${IMPORT_LIMITS.rows} 行；表头不要改动，列的顺序可以不同。`,
  '已登记的企业（统一社会信用代码相同）按本表更新；单元格留空的，保留原来登记的内容。',
  '请不要使用公式和合并单元格；从别的表复制时用“选择性粘贴—数值”。',
  '上传后先检查、不写入；看过检查结果再确认写入。',
  '',
];

/** More names than anybody looks through in a list. */
const MOST_OPTIONS = 2000;
/** Down to which row of the template something can be picked. */
const TEMPLATE_ROWS = 5000;

/** The workbook to fill in, with lists of what the asker may choose and no more. */
export function writeTemplate(asker: Asker, parks: readonly ParkChoice[]): Promise<Buffer> {
  return writeSheet({
    title: '企业名单',
    columns: columnsFor(asker, parks),
    rows: [],
    notes: { title: '填写说明', lines: LINES },
    optionRows: TEMPLATE_ROWS,
  });
}

/** The faulty rows as they were sent, with their number before and what is wrong after them. */
export function writeFaultyRows(
  asker: Asker,
  parks: readonly ParkChoice[],
  rows: AsyncIterable<ImportRow>,
): Promise<Buffer> {
  const { rowNumber, problems } = CORRECTION_COLUMNS;
  return writeSheet<ImportColumn | keyof typeof CORRECTION_COLUMNS>({
    title: '有问题的行',
    columns: [
      { key: 'rowNumber', heading: rowNumber.zh, width: rowNumber.width, type: 'number' },
      ...columnsFor(asker, parks),
      { key: 'problems', heading: problems.zh, width: problems.width, type: 'text' },
    ],
    rows: withProblems(rows),
    notes: {
      title: '填写说明',
      lines: ['按“问题”一列改正后，把本文件传回同一次导入；“原行号”一列不要改动。', ...LINES],
    },
  });
}

async function* withProblems(rows: AsyncIterable<ImportRow>) {
  for await (const { row, values, faults } of rows) {
    yield { ...values, rowNumber: row, problems: faults.map(sentenceOf).join('\n') };
  }
}

function sentenceOf({ column, code, params }: ImportRow['faults'][number]): string {
  return `${IMPORT_COLUMNS[column].zh}：${importText(code, params, 'zh')}`;
}

function columnsFor(
  { districts }: Asker,
  parks: readonly ParkChoice[],
): SheetColumnOut<ImportColumn>[] {
  const counties = distinct([...districts, ...parks.map(({ districtCode }) => districtCode)]);
  const options: Partial<Record<ImportColumn, readonly string[]>> = {
    districtCode: counties,
    park: distinct(parks.map(({ name }) => name)),
    unit: distinct(parks.flatMap(({ unitNames }) => unitNames)),
    wastewater: WASTEWATER_LABELS,
    hazardousWaste: [YES_NO.yes.zh, YES_NO.no.zh],
    permitCategory: PERMIT_LABELS,
  };
  return IMPORT_COLUMN_NAMES.map((key) => {
    const { zh, type, required, width } = IMPORT_COLUMNS[key];
    const own = options[key];
    return {
      key,
      heading: required ? `${zh}*` : zh,
      width,
      type,
      note: NOTES[key],
      ...(own && own.length <= MOST_OPTIONS && { options: own }),
    };
  });
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
