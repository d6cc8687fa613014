import { STOCK_SHEET_NAMES, STOCK_SHEETS, stockColumns, type StockSheet } from '@ludao/contracts';
import { writeSheets } from '../../platform/excel/index.ts';

export type WorkbookRows = Readonly<
  Partial<Record<StockSheet, readonly Readonly<Record<string, string>>[]>>
>;

/** A workbook as an office would send it: all sheets, with the headings of the template. */
export function aStockWorkbook(rows: WorkbookRows, language: 'zh' | 'en' = 'zh'): Promise<Buffer> {
  return writeSheets(
    STOCK_SHEET_NAMES.map((sheet) => ({
      title: STOCK_SHEETS[sheet][language],
      columns: [...stockColumns(sheet)].map(([key, { type, ...words }]) => ({
        key,
        heading: words[language],
        type,
      })),
      rows: rows[sheet] ?? [],
    })),
  );
}

/** An approval for dyeing mills with ten tonnes of COD and a thousand cubic metres a day. */
export function anEiaRow(over: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    title: '演示轻纺小微园整体环境影响报告书',
    approvalNo: '演示环审〔2023〕10号',
    office: '演示市生态环境局柯桥分局',
    approvedOn: '2023-05-20',
    inForceFrom: '2023-05-20',
    validTo: '2028-05-19',
    liability: '园区法人为责任主体',
    industries: '1752',
    processes: '染色',
    conditions: '按重量不超过6000吨',
    COD: '10',
    WASTEWATER: '1000',
    scan: '整体环评批复.pdf',
    ...over,
  };
}

export function aPermitRow(
  creditCode: string,
  over: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    creditCode,
    category: '重点管理',
    number: '91330603MA2D0000XA001P',
    validFrom: '2023-06-01',
    validTo: '2028-05-31',
    COD: '8',
    ...over,
  };
}

export function anApprovalRow(
  creditCode: string,
  over: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    creditCode,
    project: '年产900吨印染布项目',
    document: '环境影响报告表',
    number: '演示环建〔2021〕7号',
    office: '演示市生态环境局柯桥分局',
    approvedOn: '2021-03-01',
    ...over,
  };
}

export function aShareRow(
  creditCode: string,
  over: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return { creditCode, since: '2021-06-01', COD: '3', WASTEWATER: '100', ...over };
}
