/**
 * What is said about an uploaded Excel file, by code, in both languages: why the whole file is
 * refused, and what is wrong in one cell. `{name}` is filled from the parameters; `{zh}` and `{en}`
 * carry the same headings in the two languages.
 */
import type { Language } from './texts.ts';

type Entry = readonly [zh: string, en: string];

/** The whole file is refused; nothing of it is taken over. */
const REFUSALS = {
  FILE_EMPTY: ['文件是空的。', 'The file is empty.'],
  FILE_TOO_LARGE: [
    '文件有 {megabytes} MB，上限 {limit} MB。请分成几个文件上传。',
    'The file has {megabytes} MB; the limit is {limit} MB. Upload it in several parts.',
  ],
  OLD_EXCEL: [
    '这是旧版 .xls（或 WPS .et）文件。请打开后“另存为”，类型选“Excel 工作簿（.xlsx）”，再上传。',
    'This is an old .xls (or WPS .et) file. Open it, save it as “Excel workbook (.xlsx)” and upload that.',
  ],
  CSV: [
    '这是 CSV 或文本文件。请用 Excel 打开，另存为 .xlsx 再上传；证件号码等长数字请先设为“文本”格式。',
    'This is a CSV or text file. Open it in Excel and save it as .xlsx; set columns of long numbers to text first.',
  ],
  HTML: [
    '这是改了扩展名的网页文件，不是 Excel。请用 Excel 打开，另存为 .xlsx 再上传。',
    'This is a web page with another name, not Excel. Open it in Excel, save it as .xlsx and upload that.',
  ],
  XML: [
    '这是 XML 文件。请用 Excel 打开，另存为 .xlsx 再上传。',
    'This is an XML file. Open it in Excel, save it as .xlsx and upload that.',
  ],
  PDF: ['这是 PDF 文件。请上传 .xlsx 表格。', 'This is a PDF. Upload a table in .xlsx.'],
  PICTURE: ['这是图片。请上传 .xlsx 表格。', 'This is a picture. Upload a table in .xlsx.'],
  OPEN_DOCUMENT: [
    '这是 OpenDocument（.ods）文件。请另存为 .xlsx 再上传。',
    'This is an OpenDocument file (.ods). Save it as .xlsx and upload that.',
  ],
  BINARY_WORKBOOK: [
    '这是二进制工作簿（.xlsb）。请另存为 .xlsx 再上传。',
    'This is a binary workbook (.xlsb). Save it as .xlsx and upload that.',
  ],
  NOT_A_SPREADSHEET: [
    '这不是 Excel 表格。请上传 .xlsx 文件。',
    'This is not an Excel table. Upload an .xlsx file.',
  ],
  ENCRYPTED: [
    '文件设了打开密码，系统读不了。请在 Excel 的“文件—信息—保护工作簿”里取消密码，再上传。',
    'The file has a password and cannot be read. Remove it in Excel under File, Info, Protect Workbook.',
  ],
  HAS_MACROS: [
    '文件带有宏（{part}），为安全起见不接收。请另存为不带宏的 .xlsx 再上传。',
    'The file has macros ({part}), which are not accepted. Save it as .xlsx without macros.',
  ],
  HAS_EXTERNAL_LINKS: [
    '文件链接了别的文件（{part}）。请在 Excel 的“数据—编辑链接”里断开链接，再上传。',
    'The file links to other files ({part}). Break the links in Excel under Data, Edit Links.',
  ],
  HAS_DOCTYPE: [
    '文件里有 Excel 不会写的内容（{part} 中的 DOCTYPE），为安全起见不接收。请用 Excel 另存一份再上传。',
    'The file has content that Excel never writes (DOCTYPE in {part}). Save it once more with Excel.',
  ],
  DAMAGED: [
    '文件损坏或没有传完（{part}）。请用 Excel 打开检查，另存一份再上传。',
    'The file is damaged or incomplete ({part}). Open it in Excel, save it once more and upload that.',
  ],
  TOO_MANY_PARTS: [
    '文件里有 {count} 个部件，上限 {limit} 个。请删去图片等附件，只留表格。',
    'The file has {count} parts; the limit is {limit}. Keep the table and remove pictures and the like.',
  ],
  UNPACKS_TOO_LARGE: [
    '文件解压后超过 {limit} MB 的上限（{part}）。请删去用不到的行和工作表，或分成几个文件。',
    'Unpacked, the file passes the limit of {limit} MB ({part}). Remove unused rows and sheets, or split it.',
  ],
  PACKED_TOO_TIGHT: [
    '文件解压后大了 {limit} 倍以上（{part}），为安全起见不接收。请把数据复制到新建的表格里再上传。',
    'Unpacked, the file grows more than {limit} times ({part}). Copy the data to a new workbook.',
  ],
  NO_VISIBLE_SHEET: [
    '文件里没有可见的工作表。请取消隐藏。',
    'The file has no visible sheet. Unhide the one to read.',
  ],
  SHEETS_MISSING: [
    '文件里没有要读的工作表。工作表的名称应为：{zh}。请用下载的模板填写，不要改工作表的名称。',
    'The file has none of the sheets to read: {en}. Fill in the template and leave the names of its sheets.',
  ],
  NO_HEADINGS: [
    '在工作表“{sheet}”的前 {limit} 行里找不到表头。表头应有：{zh}。',
    'No headings in the first {limit} rows of sheet “{sheet}”. There should be: {en}.',
  ],
  MISSING_COLUMNS: [
    '工作表“{sheet}”第 {row} 行的表头缺少：{zh}。',
    'The headings in row {row} of sheet “{sheet}” lack: {en}.',
  ],
  DUPLICATE_COLUMN: [
    '工作表“{sheet}”第 {row} 行里，{first} 列和 {second} 列都是“{heading}”。请只留一列。',
    'In row {row} of sheet “{sheet}” the columns {first} and {second} are both “{heading}”. Keep one.',
  ],
  TOO_MANY_ROWS: [
    '工作表“{sheet}”的数据超过 {limit} 行（到第 {row} 行）。请分成几个文件上传。',
    'Sheet “{sheet}” has more than {limit} rows of data (at row {row}). Upload it in several parts.',
  ],
  MERGED_CELLS: [
    '工作表“{sheet}”的 {range} 是合并单元格，分不清每行的内容。请取消合并，逐行填写。',
    'The cells {range} of sheet “{sheet}” are merged. Unmerge them and fill in every row.',
  ],
} as const satisfies Record<string, Entry>;

/** One cell cannot be taken over; the rest of its row can. */
const FAULTS = {
  FORMULA: [
    '第 {row} 行 {column} 列（{heading}）是公式。请复制后“选择性粘贴—数值”。',
    'Row {row}, column {column} ({heading}) is a formula. Copy it and paste it as a value.',
  ],
  NUMBER_LOST_DIGITS: [
    '第 {row} 行 {column} 列（{heading}）的号码被 Excel 当成了数字 {value}，15 位以后的数字已经丢失。请把这一列设为“文本”格式，重新填写。',
    'Row {row}, column {column} ({heading}): Excel has made the number {value} of it and lost the digits after the 15th. Set the column to text and enter it again.',
  ],
  ERROR_VALUE: [
    '第 {row} 行 {column} 列（{heading}）是错误值 {value}。请改正。',
    'Row {row}, column {column} ({heading}) holds the error {value}. Put it right.',
  ],
  NOT_A_DATE: [
    '第 {row} 行 {column} 列（{heading}）的“{value}”不是日期。请写成 2026-01-31 这样。',
    'Row {row}, column {column} ({heading}): “{value}” is no date. Write it like 2026-01-31.',
  ],
  NOT_A_NUMBER: [
    '第 {row} 行 {column} 列（{heading}）的“{value}”不是数字。请只写数字，不写单位。',
    'Row {row}, column {column} ({heading}): “{value}” is no number. Write digits only, without a unit.',
  ],
} as const satisfies Record<string, Entry>;

export type ExcelRefusalCode = keyof typeof REFUSALS;
export type ExcelFaultCode = keyof typeof FAULTS;
export type ExcelParams = Readonly<Record<string, string | number>>;

const TEXTS: ReadonlyMap<string, Entry> = new Map(Object.entries({ ...REFUSALS, ...FAULTS }));

/** The sentence for a code; an unknown code is shown as it is, never hidden. */
export function excelText(code: string, params: ExcelParams, language: Language): string {
  const entry = TEXTS.get(code);
  if (!entry) return `${code} ${JSON.stringify(params)}`;
  return entry[language === 'zh' ? 0 : 1].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(params[name] ?? ''),
  );
}

/** Every code that has a text, for the test that both languages are complete. */
export const EXCEL_CODES: readonly string[] = [...TEXTS.keys()];
