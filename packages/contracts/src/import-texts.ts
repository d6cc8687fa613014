/**
 * What is said about a row of an import, or about the import as a whole, by code, in both languages.
 * Codes of the Excel reader are looked up in its own texts.
 */
import { EXCEL_CODES, excelText, type ExcelParams } from './excel-texts.ts';
import type { Language } from './texts.ts';

type Entry = readonly [zh: string, en: string];

const TEXTS: ReadonlyMap<string, Entry> = new Map(
  Object.entries<Entry>({
    REQUIRED: ['必填。', 'Must be filled in.'],
    TOO_SHORT: ['至少 {limit} 个字。', 'At least {limit} characters.'],
    TOO_LONG: [
      '最多 {limit} 个字，现有 {length} 个。',
      'At most {limit} characters; it has {length}.',
    ],
    TEXT_HAS_MARKUP: [
      '不能含有尖括号或换行等控制字符。',
      'Angle brackets, line breaks and control characters are not allowed.',
    ],
    CREDIT_CODE_LENGTH: [
      '统一社会信用代码应为 18 位，现有 {length} 位。',
      'A credit code has 18 characters; this one has {length}.',
    ],
    CREDIT_CODE_CHARACTER: [
      '统一社会信用代码第 {at} 位不能是这个字符（不用 I、O、S、V、Z；第 3 至 8 位只用数字）。',
      'Character {at} of the credit code cannot stand there (no I, O, S, V, Z; digits only in places 3 to 8).',
    ],
    CREDIT_CODE_CHECK_DIGIT: [
      '统一社会信用代码校验不符：按前 17 位，第 {at} 位应为 {expected}。请对照营业执照逐位核对。',
      'The check character is wrong: by the first 17, character {at} should be {expected}. Compare with the business licence.',
    ],
    CREDIT_CODE_TAKEN: [
      '这个统一社会信用代码已登记，但不在您的管辖范围内。',
      'This credit code is registered, outside your reach.',
    ],
    DUPLICATE_ROW: [
      '第 {row} 行与第 {other} 行的统一社会信用代码相同。请只留一行。',
      'Rows {row} and {other} have the same credit code. Keep one of them.',
    ],
    INDUSTRY_FORM: [
      '行业代码应为 4 位数字，几个之间用顿号隔开，例如 1752、1751。',
      'Industry codes have 4 digits, separated by commas: 1752, 1751.',
    ],
    INDUSTRY_TOO_MANY: ['最多 {limit} 个行业代码。', 'At most {limit} industry codes.'],
    INDUSTRY_UNKNOWN: [
      '“{value}”不是 GB/T 4754-2017 的小类代码。',
      '“{value}” is no class of GB/T 4754-2017.',
    ],
    INDUSTRY_TWICE: ['同一个行业代码写了两次。', 'An industry code is given twice.'],
    DISTRICT_FORM: ['区县代码应为 6 位数字，例如 330603。', 'A county code has 6 digits: 330603.'],
    DISTRICT_OUT_OF_REACH: [
      '{value} 不在您的管辖范围内，或所填企业不在您的园区。',
      '{value} is outside your reach, or the enterprise is in none of your parks.',
    ],
    PARK_UNKNOWN: [
      '在您的管辖范围内没有这个园区。请从下拉列表里选。',
      'There is no such park in your reach. Pick one from the list.',
    ],
    PARK_AMBIGUOUS: [
      '有 {count} 个同名园区。请填写区县代码。',
      '{count} parks have this name. Fill in the county code.',
    ],
    PARK_ELSEWHERE: ['所填园区不在 {value}。', 'The park is not in {value}.'],
    UNIT_ELSEWHERE: ['这个园区没有这个单元。', 'The park has no such unit.'],
    UNIT_WITHOUT_PARK: ['填了单元，但没有填园区。', 'A unit is given without a park.'],
    MOVED_IN_NOWHERE: [
      '填了入驻日期，但没有填园区。',
      'A day of moving in is given without a park.',
    ],
    MOVED_IN_TOO_EARLY: [
      '入驻日期 {value} 早于上一处的入驻日期 {limit}。请核对。',
      'The day of moving in, {value}, lies before that of the place before, {limit}.',
    ],
    TENANCY_OVERLAPS: [
      '入驻日期 {value} 落在已登记的上一段入驻期（{from} 至 {limit}）之内。',
      'The day of moving in, {value}, lies within an earlier stay on record ({from} to {limit}).',
    ],
    FIELD_FIXED: [
      '这一项只能由园区或生态环境分局修改。',
      'Only the park or the county branch may change this.',
    ],
    PERMIT_NUMBER_FORM: [
      '排污许可证或登记编号为 22 位数字和大写字母。',
      'A permit or registration number has 22 digits and capital letters.',
    ],
    PERMIT_NOT_NEEDED: [
      '填了不纳入排污许可管理，又填了许可证信息。',
      'It is said not to be under permit management, and details of a permit are given.',
    ],
    WASTEWATER_NONE: [
      '填了无生产废水，又填了废水量。',
      'It is said to have no process wastewater, and an amount is given.',
    ],
    AMOUNT_FORM: [
      '应为不小于 0 的数，例如 1200 或 0.5。',
      'Must be a number of at least 0, such as 1200 or 0.5.',
    ],
    WASTE_FORM: [
      '“{value}”看不懂。写法如“900-041-49 0.5；900-249-08 1.2”：代码、空格、吨数。',
      '“{value}” is not understood. Write a code, a blank and tonnes: 900-041-49 0.5; 900-249-08 1.2.',
    ],
    WASTE_UNKNOWN: [
      '危险废物代码 {value} 的类别 {limit} 不在国家危险废物名录中。',
      'The category {limit} of waste code {value} is not in the national list.',
    ],
    WASTE_TWICE: ['危险废物代码 {value} 写了两次。', 'Waste code {value} is given twice.'],
    WASTE_NONE: [
      '填了不产生危险废物，又填了危险废物 {value}。',
      'It is said to have no hazardous waste, and {value} is given.',
    ],
    NOT_AN_OPTION: ['只能填：{known}。', 'Only one of these: {known}.'],
    ROW_NUMBER_UNKNOWN: [
      '更正文件第 {row} 行的原行号“{value}”不在本次导入里，更正没有采用。请不要改动“原行号”一列。',
      'Row {row} of the corrections names row “{value}”, which is not in this import; nothing was taken. Leave the column “原行号” as it is.',
    ],
    ROW_NUMBER_TWICE: [
      '更正文件里原行号“{value}”出现两次，更正没有采用。',
      'The corrections name row “{value}” twice; nothing was taken.',
    ],
    CHANGED_SINCE_CHECK: [
      '检查之后登记信息有变化（第 {row} 行），没有写入任何一行。已重新检查，请看过结果再写入。',
      'The register has changed since the check (row {row}); nothing was written. Look at the new result first.',
    ],
    COMMIT_TOO_OLD: [
      '写入中断了 {minutes} 分钟以上，没有写入任何一行。请再次确认写入。',
      'The commit was interrupted for more than {minutes} minutes; nothing was written. Confirm it again.',
    ],
    INTERNAL_ERROR: [
      '系统出错，没有写入任何一行。请再试一次；还不行请联系管理员。',
      'The server failed; nothing was written. Try once more, then tell the administrator.',
    ],
  }),
);

/** The sentence for a code; an unknown code is shown as it is, never hidden. */
export function importText(code: string, params: ExcelParams, language: Language): string {
  const entry = TEXTS.get(code);
  if (!entry) return excelText(code, params, language);
  return entry[language === 'zh' ? 0 : 1].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(params[name] ?? ''),
  );
}

/** Every code that has a text, for the test that both languages are complete. */
export const IMPORT_CODES: readonly string[] = [...TEXTS.keys(), ...EXCEL_CODES];
