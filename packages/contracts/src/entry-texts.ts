/** What is said about a fault in what was entered into the rulebook, by code, in both languages. */
import { EXCEL_CODES, excelText, type ExcelParams } from './excel-texts.ts';
import { choiceName } from './rulebook-fields.ts';
import type { Language } from './texts.ts';

type Entry = readonly [zh: string, en: string];

const TEXTS: ReadonlyMap<string, Entry> = new Map<string, Entry>(
  Object.entries({
    'schema.missing': ['必须填写。', 'Must be filled in.'],
    'schema.invalid_format': [
      '“{value}”的格式不对（应为 {limit}）。',
      '“{value}” does not have the form {limit}.',
    ],
    'schema.invalid_value': [
      '“{value}”不能选。可填：{limit}。',
      '“{value}” is no choice. There are: {limit}.',
    ],
    'schema.invalid_type': [
      '“{value}”不是这一项要的内容。',
      '“{value}” is not what is asked here.',
    ],
    'schema.too_small': [
      '太短、太少或太小，至少 {limit}。',
      'Too short, few or small: at least {limit}.',
    ],
    'schema.too_big': [
      '太长、太多或太大，最多 {limit}。',
      'Too long, many or large: at most {limit}.',
    ],
    'schema.unrecognized_keys': ['没有这一项。', 'There is no such field.'],
    'schema.not_multiple_of': ['“{value}”应为整数。', '“{value}” should be a whole number.'],
    'list.twice': ['“{value}”写了两次。', '“{value}” stands twice.'],
    'list.period': [
      '截止日期 {value} 早于起始日期 {limit}。',
      'It ends on {value}, before it begins on {limit}.',
    ],
    'list.fact': [
      '“{value}”不是规则库里能答“是”或“否”的情况。',
      '“{value}” is no yes-or-no fact of the rulebook.',
    ],
    'list.entered': ['一条内容也没有。', 'There is nothing in it.'],
    'calendar.other_year': [
      '{value} 不在 {limit} 年。一次只录入一年的安排。',
      '{value} is not in {limit}. Enter one year at a time.',
    ],
    'calendar.make_up': [
      '{value} 不是周六、周日，本来就上班，不用写成调休。',
      '{value} is no Saturday or Sunday and is worked anyway.',
    ],
    'entry.other_district': [
      '地区 {value} 不在适用范围 {limit} 以内。',
      'The area {value} lies outside {limit}.',
    ],
    'entry.unknown_relief': [
      '规则库里没有减免“{value}”。',
      'The rulebook has no relief “{value}”.',
    ],
    'entry.unknown_parameter': [
      '规则库里没有参数“{value}”。',
      'The rulebook has no parameter “{value}”.',
    ],
    'entry.unknown_park': [
      '没有录入编号为“{value}”的园区。',
      'No park “{value}” has been entered.',
    ],
    'entry.unknown_area': [
      '没有录入编号为“{value}”的改革区域。',
      'No reform area “{value}” has been entered.',
    ],
    'entry.unknown_object': [
      '没有录入编号为“{value}”的园区或改革区域。',
      'No park or reform area “{value}” has been entered.',
    ],
    'entry.unknown_zone': [
      '没有录入编码为“{value}”的管控单元。',
      'No zoning unit “{value}” has been entered.',
    ],
    'entry.taken': [
      '“{value}”已在《{limit}》中，施行期间重叠。请从那一条发布新版本。',
      '“{value}” stands in “{limit}” already, for some of the same days. Make a new version of that one.',
    ],
    'entry.credit_code': [
      '统一社会信用代码“{value}”校验不通过，请对照营业执照逐位核对。',
      'The credit code “{value}” fails its check; compare it with the licence.',
    ],
    'entry.unevaluated': [
      '把试点扩大到 {value}，要先录入此前试点的评估，评估日期早于 {limit}。',
      'Before the pilot is widened to {value}, an evaluation from before {limit} has to be on record.',
    ],
    'list.unevaluated': [
      '把试点扩大到 {value}，要先录入此前试点的评估，评估日期早于 {limit}。',
      'Before the pilot is widened to {value}, an evaluation from before {limit} has to be on record.',
    ],
    'entry.out_of_range': [
      '{value} 超出范围，应在 {limit} 之间。',
      '{value} is not within {limit}.',
    ],
    'sheet.continued': [
      '续行里的“{value}”没有采用：续行只填编号和清单列。',
      '“{value}” in a further line is not taken: such lines hold the key and their list only.',
    ],
    'feel.full_width': [
      '条件里有全角字符“{value}”，请用半角。',
      'The condition holds the full-width “{value}”; use plain characters.',
    ],
    'feel.unknown_fact': [
      '条件从第 {limit} 个字符起（“{value}”）用了规则库没有的情况。',
      'From character {limit} on (“{value}”) the condition uses a fact that the rulebook lacks.',
    ],
    'feel.unknown_option': [
      '条件从第 {limit} 个字符起（“{value}”）用了没有的选项。',
      'From character {limit} on (“{value}”) the condition uses an option that is not there.',
    ],
    'feel.syntax': [
      '条件从第 {limit} 个字符起（“{value}”）读不懂。写法见操作指南。',
      'From character {limit} on (“{value}”) the condition cannot be read. See the guide.',
    ],
    feel: [
      '条件从第 {limit} 个字符起（“{value}”）不能这样写。写法见操作指南。',
      'From character {limit} on (“{value}”) the condition may not be written so. See the guide.',
    ],
  } satisfies Record<string, Entry>),
);

/** The form that a value should have, in words that an officer knows. */
const FORMS: Readonly<Record<string, Entry>> = {
  date: ['2026-01-31 这样、确有其日的日期', 'of a day that exists, like 2026-01-31'],
  '/^[a-z0-9][a-z0-9-]*$/': ['小写字母、数字和连字符', 'of small letters, digits and hyphens'],
  '/^(CN|\\d{2}|\\d{4}|\\d{6})$/': [
    'CN 或 2、4、6 位地区代码',
    'CN or an area code of 2, 4 or 6 digits',
  ],
  '/^\\d{3,4}$/': ['3 或 4 位行业代码', 'of an industry code of 3 or 4 digits'],
};

/** The sentence for a fault; an unknown code is shown as it is, never hidden. */
export function entryText(code: string, params: ExcelParams, language: Language): string {
  const at = language === 'zh' ? 0 : 1;
  const entry = TEXTS.get(code) ?? (code.startsWith('feel.') ? TEXTS.get('feel') : undefined);
  if (!entry) return excelText(code, params, language);
  const shown = { ...params, limit: limitText(code, String(params['limit'] ?? ''), language) };
  return entry[at].replace(/\{(\w+)\}/g, (_, name: string) =>
    String((shown as ExcelParams)[name] ?? ''),
  );
}

function limitText(code: string, limit: string, language: Language): string {
  if (code === 'schema.invalid_format') return FORMS[limit]?.[language === 'zh' ? 0 : 1] ?? limit;
  if (code !== 'schema.invalid_value') return limit;
  return limit
    .split(' ')
    .map((value) => choiceName(value)[language])
    .join(language === 'zh' ? '、' : ', ');
}

/** Every code that has a text, those of a file among them. */
export const ENTRY_CODES: readonly string[] = [...TEXTS.keys(), ...EXCEL_CODES];
