/**
 * What is said about a row of a stock workbook, by code, in both languages. Codes that an import of
 * enterprises or the Excel reader knows are looked up in their texts.
 */
import type { ExcelParams } from './excel-texts.ts';
import { importText } from './import-texts.ts';
import type { Language } from './texts.ts';

type Entry = readonly [zh: string, en: string];

const TEXTS: ReadonlyMap<string, Entry> = new Map(
  Object.entries<Entry>({
    NOT_A_TENANT: [
      '“{value}”不是本园区登记的入驻企业。请先在企业登记里登记入驻，再导入。',
      '“{value}” is not on record as a tenant of this park. Enter the tenancy in the register first.',
    ],
    NAME_DIFFERS: [
      '这个代码登记的企业是“{limit}”，与所填“{value}”不同。请核对代码。',
      'The enterprise registered under this code is “{limit}”, not “{value}”. Check the code.',
    ],
    STOCK_ROW_TWICE: [
      '与第 {other} 行重复。请只留一行。',
      'The same as row {other}. Keep one of them.',
    ],
    EIA_ONE_ROW: [
      '一个园区只接收一个整体环评，第 {other} 行已有一个。',
      'One park-wide EIA is taken for a park; row {other} has one already.',
    ],
    AMOUNT_TOO_FINE: [
      '“{value}”读不出来。应为不小于 0 的数，最多 {limit} 位小数。',
      '“{value}” is not understood: a number of at least 0 with at most {limit} decimals.',
    ],
    AMOUNT_TOO_LARGE: [
      '“{value}”超过可登记的上限 {limit}。请核对单位。',
      '“{value}” passes the most that can be entered, {limit}. Check the unit.',
    ],
    DAY_IN_FUTURE: [
      '日期 {value} 晚于今天 {limit}。',
      'The day {value} lies after today, {limit}.',
    ],
    ENDS_BEFORE_START: [
      '截止日期 {value} 早于起始日期 {limit}。',
      'The last day, {value}, lies before the first, {limit}.',
    ],
    IN_FORCE_BEFORE_APPROVAL: [
      '生效日期 {value} 早于批复日期 {limit}。',
      'It cannot be in force, {value}, before it was approved, {limit}.',
    ],
    ENDED_ALREADY: [
      '有效期至 {value}，早于今天 {limit}，已经失效，不再作为现行整体环评入库。',
      'It ended on {value}, before today, {limit}: it is not taken over as the one in force.',
    ],
    ACCEPTED_BEFORE_APPROVAL: [
      '竣工验收日期 {value} 早于批复日期 {limit}。',
      'The acceptance, {value}, lies before the approval, {limit}.',
    ],
    PARK_EIA_EXISTS: [
      '园区已有整体环评“{limit}”，与所填“{value}”不同。一个园区同时只有一个。',
      'The park has the park-wide EIA “{limit}”, not “{value}”. A park has one at a time.',
    ],
    EIA_WITHOUT_TOTALS: [
      '至少要填一项年排放总量或废水排放量。',
      'At least one annual total or the wastewater has to be filled in.',
    ],
    EIA_UNREADABLE: [
      '规则库读不懂这个整体环评（{reason}）。请核对准入行业和工艺。',
      'The rulebook cannot read this EIA ({reason}). Check industries and processes.',
    ],
    INDUSTRY_DIGITS: [
      '“{value}”不是 3 位或 4 位行业代码，或者位数与前面的不一样。',
      '“{value}” is no industry code of 3 or 4 digits, or has other digits than the first.',
    ],
    PROCESS_UNKNOWN: [
      '规则词汇表里没有工艺“{value}”。',
      'The vocabulary has no process “{value}”.',
    ],
    PERMIT_EXISTS: [
      '这个场所已有编号 {limit} 的排污许可，与所填 {value} 不同。变更请走排污许可办理。',
      'This place has permit {limit} already, not {value}. Changes go through the permits.',
    ],
    PERMIT_UNDER_WAY: [
      '这个场所正在平台上申请排污许可，不能再导入。',
      'A permit for this place is being applied for on the platform.',
    ],
    HOLDER_UNKNOWN: [
      '园区没有登记法人或运营单位，不能作为持证单位。请先补登园区信息。',
      'The park has neither legal entity nor operator on record. Complete the register first.',
    ],
    REGISTRATION_WITH_AMOUNTS: [
      '登记管理不许可排放量，请不要填写。',
      'A registration permits no amounts; leave them empty.',
    ],
    PARK_RECONCILED: [
      '园区已于 {limit} 完成对账，份额不再导入。变动请走直接入驻或退出登记。',
      'The park was reconciled on {limit}; shares change by direct entry or leaving now.',
    ],
    SHARE_HELD: ['这家企业已经持有份额。', 'This enterprise holds a share already.'],
    SCAN_MISSING: ['没有上传名为“{value}”的扫描件。', 'No scan named “{value}” was sent.'],
    SCAN_KIND: [
      '“{value}”不是 PDF 或图片，不能作为扫描件。',
      '“{value}” is neither a PDF nor a picture and cannot serve as a scan.',
    ],
    SCAN_INFECTED: [
      '“{value}”查出病毒，不能使用。',
      'A virus was found in “{value}”; it cannot be used.',
    ],
  }),
);

/** The sentence for a code; an unknown code is shown as it is, never hidden. */
export function stockText(code: string, params: ExcelParams, language: Language): string {
  const entry = TEXTS.get(code);
  if (!entry) return importText(code, params, language);
  return entry[language === 'zh' ? 0 : 1].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(params[name] ?? ''),
  );
}

/** Every code that has a text, for the test that both languages are complete. */
export const STOCK_CODES: readonly string[] = [...TEXTS.keys()];
