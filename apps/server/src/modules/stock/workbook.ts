import {
  EIA_DOCUMENTS,
  LIABILITIES,
  OF_THE_PARK,
  PERMIT_CATEGORIES,
  PROBLEM_COLUMN,
  STOCK_LIMITS,
  STOCK_SHEET_NAMES,
  STOCK_SHEETS,
  stockColumns,
  type Bilingual,
  type StockSheet,
} from '@ludao/contracts';
import { stockText } from '@ludao/contracts/stock-texts';
import { writeSheets, type SheetColumnOut, type SheetOut } from '../../platform/excel/index.ts';
import type { Judged, Staged, Tenant } from './model.ts';

type Language = keyof Bilingual;

const NOTES: Readonly<Record<Language, { title: string; lines: string[] }>> = {
  zh: {
    title: '填写说明',
    lines: [
      '本表登记园区加入平台前已有的环评批复、排污许可、企业份额和整体环评，照原件填写，不重新适用规则。',
      `每张工作表最多 ${STOCK_LIMITS.rows} 行；没有的内容可以整张留空，工作表名称和表头不要改动。`,
      '扫描件（PDF 或图片）与本表一起上传，在“扫描件”一列写文件名。',
      '“企业份额”已列出本园区的入驻企业；只有代码和名称的行不导入。确实不占份额的，只填占用起始日期。',
      '上传后先检查、不写入；全部改好后由审批人员一次写入。',
      '',
    ],
  },
  en: {
    title: 'How to fill in',
    lines: [
      'What existed before the park joined: EIA approvals, permits, shares and the park-wide EIA, as on paper. No rule is run again.',
      `At most ${STOCK_LIMITS.rows} rows a sheet; a sheet may stay empty. Leave names of sheets and headings as they are.`,
      'Scans (PDF or pictures) are sent together with the workbook; write the name of the file in the column “Scan”.',
      'The tenants of the park are listed under “Tenants’ shares”; rows with code and name alone are passed over. For a tenant that holds no share, fill in the first day only.',
      'The file is checked first and nothing is written; once all is right an officer writes it in one go.',
      '',
    ],
  },
};

/** The workbook to fill in, with the park's tenants listed where their shares go. */
export function writeTemplate(tenants: readonly Tenant[], language: Language): Promise<Buffer> {
  const codes = tenants.flatMap(({ creditCode }) => creditCode ?? []);
  const sheets = STOCK_SHEET_NAMES.map((sheet): SheetOut => ({
    title: STOCK_SHEETS[sheet][language],
    columns: columnsOf(sheet, codes, language),
    rows:
      sheet === 'SHARES'
        ? tenants.flatMap(({ creditCode, enterprise: name }) =>
            creditCode === null ? [] : [{ creditCode, name }],
          )
        : [],
  }));
  return writeSheets(sheets, NOTES[language]);
}

/** The workbook as it was sent, with what is wrong beside each row. */
export function writeProblems(
  staged: Staged,
  judged: readonly Judged[],
  tenants: readonly Tenant[],
  language: Language,
): Promise<Buffer> {
  const codes = tenants.flatMap(({ creditCode }) => creditCode ?? []);
  const problems = new Map(
    judged.map(({ sheet, row, faults }) => [
      `${sheet} ${row.rowNumber}`,
      faults
        .map(({ column, code, params }) => {
          const heading = stockColumns(sheet).get(column)?.[language] ?? column;
          return `${heading}: ${stockText(code, params, language)}`;
        })
        .join('\n'),
    ]),
  );
  const sheets = STOCK_SHEET_NAMES.map((sheet): SheetOut => ({
    title: STOCK_SHEETS[sheet][language],
    columns: [
      ...columnsOf(sheet, codes, language),
      { key: 'problems', heading: PROBLEM_COLUMN[language], width: 60, type: 'text' },
    ],
    rows: staged[sheet].map(({ rowNumber, values }) => ({
      ...values,
      problems: problems.get(`${sheet} ${rowNumber}`) ?? '',
    })),
  }));
  return writeSheets(sheets, NOTES[language]);
}

function columnsOf(
  sheet: StockSheet,
  codes: readonly string[],
  language: Language,
): SheetColumnOut[] {
  const label = (words: Bilingual) => words[language];
  const { NONE: _none, ...categories } = PERMIT_CATEGORIES;
  const options: Readonly<Record<string, readonly string[]>> = {
    creditCode: sheet === 'PERMITS' ? [OF_THE_PARK[language], ...codes] : codes,
    liability: Object.values(LIABILITIES).map(label),
    category: Object.values(categories).map(label),
    document: Object.values(EIA_DOCUMENTS).map(label),
  };
  return [...stockColumns(sheet)].map(([key, { type, required, width, note, ...words }]) => {
    const own = options[key];
    return {
      key,
      heading: required ? `${words[language]}*` : words[language],
      width,
      type,
      ...(note && { note: note[language] }),
      ...(own && { options: own }),
    };
  });
}
