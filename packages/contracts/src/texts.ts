/**
 * Texts that more than one door shows (page and command line), by code, in both languages.
 * `{name}` is filled from the parameters. Texts of one screen only live in the web app.
 */
export type Language = 'zh' | 'en';
export { proposalText } from './proposal-texts.ts';
type Entry = readonly [zh: string, en: string];

const LEVELS = {
  REPORT: ['环境影响报告书', 'Environmental impact report'],
  FORM: ['环境影响报告表', 'Environmental impact report form'],
  REGISTRATION: ['环境影响登记表', 'Environmental impact registration form'],
  EXEMPT: ['免于环评手续', 'No EIA formality, by a relief in force'],
  NOT_LISTED: ['不纳入环评管理', 'Not under EIA management'],
  KEY: ['排污许可重点管理', 'Key permit management'],
  SIMPLIFIED: ['排污许可简化管理', 'Simplified permit management'],
} as const satisfies Record<string, Entry>;

const PERMIT_LEVELS = {
  KEY: ['排污许可重点管理', 'Permit: key management'],
  SIMPLIFIED: ['排污许可简化管理', 'Permit: simplified management'],
  REGISTRATION: ['排污登记管理', 'Discharge registration, no permit'],
  NOT_LISTED: ['不纳入排污许可管理', 'Neither permit nor registration'],
} as const satisfies Record<string, Entry>;

const STATUSES = {
  decided: ['已有结论', 'Decided'],
  provisional: ['暂定，还差几项情况', 'Provisional'],
  beyond_edition: ['本系统还判断不了', 'Beyond this edition'],
  no_project: ['还没有选行业或建设内容', 'No industry or works chosen'],
} as const satisfies Record<string, Entry>;

const PROBLEMS: Readonly<Record<string, Entry>> = {
  'industry.unknown': [
    '行业代码“{value}”不在 GB/T 4754-2017 里。应为 2 到 4 位数字，例如 2926。',
    'Industry code “{value}” is not in GB/T 4754-2017. Give 2 to 4 digits, for example 2926.',
  ],
  'work.unknown': [
    '没有“{value}”这种建设内容。可用：{known}',
    'There is no listed work “{value}”. Known: {known}',
  ],
  'activity.twice': ['“{value}”写了两次。', '“{value}” is given twice.'],
  'activity.too_many': [
    '一个项目最多 {limit} 个行业，现有 {count} 个。',
    'A project has at most {limit} industries; {count} are given.',
  ],
  'fact.unknown': ['没有“{value}”这项情况。', 'There is no fact “{value}”.'],
  'fact.unknown_near': [
    '没有“{value}”这项情况，是不是“{near}”？',
    'There is no fact “{value}”; did you mean “{near}”?',
  ],
  'fact.belongs_to_project': [
    '“{value}”说的是整个项目，请写到项目的 facts 里。',
    '“{value}” is about the whole project: put it under the project’s facts.',
  ],
  'fact.belongs_to_activity': [
    '有多个行业时，“{value}”要写到各自行业的 facts 里。',
    'With several industries, “{value}” belongs under the facts of each industry.',
  ],
  'fact.settled_by_code': [
    '行业 {industry} 已经决定了“{value}”，与填写的相反。',
    'Industry {industry} already settles “{value}” the other way.',
  ],
  'fact.wrong_type': [
    '“{fact}”不能是 {value}，应写成 {expected}。',
    '“{fact}” cannot be {value}; write {expected}.',
  ],
  'fact.unknown_option': [
    '没有“{value}”这个选项。可选：{known}',
    'There is no option “{value}”. Known: {known}',
  ],
  'facts.contradict': ['{zh}（{facts}）', '{en} ({facts})'],
  'place.unknown_parks': ['名单里没有园区“{value}”。', 'No park “{value}” is on the list.'],
  'place.unknown_reform-areas': [
    '名单里没有改革区域“{value}”。',
    'No reform area “{value}” is on the list.',
  ],
  'place.unknown_zoning': ['没有管控单元“{value}”。', 'There is no zoning unit “{value}”.'],
  'place.unknown_facilities': [
    '名单里没有共享设施“{value}”。',
    'No shared facility “{value}” is on the list.',
  ],
  'quantity.unreadable': [
    '“{fact}”的数量“{text}”看不懂。可写 12、“12 吨/年”、“<10”、“5-8”。',
    'The amount “{text}” of “{fact}” cannot be read. Write 12, "12 t/a", "<10" or "5-8".',
  ],
  'quantity.unknown_unit': [
    '“{fact}”不能用单位“{unit}”。可用：{accepted}',
    '“{fact}” cannot be given in “{unit}”. Known: {accepted}',
  ],
  'quantity.negative': ['“{fact}”不能小于 0（{value}）。', '“{fact}” cannot be below 0 ({value}).'],
  'quantity.absurd': [
    '“{fact}”为 {value}，超过了可信的上限 {max} {unit}。',
    '“{fact}” is {value}, above the believable limit of {max} {unit}.',
  ],
  'quantity.empty_range': [
    '“{fact}”的范围 {min} 到 {max} 是空的。',
    'The range {min} to {max} of “{fact}” is empty.',
  ],
  'description.empty': ['还没有写内容。', 'There is no text yet.'],
  'description.too_long': [
    '文字有 {length} 个字，最多 {limit} 个。请删去与建设内容无关的部分。',
    'The text has {length} characters; at most {limit} are read. Leave out what is not about the project.',
  ],
  'date.before_any_edition': [
    '{on} 没有有效的名录版本。本系统最早的版本自 {first} 起施行。',
    'No edition of the catalogue is in force on {on}. The earliest here is in force from {first}.',
  ],
  'input.unrecognized_keys': ['不认识的字段：{keys}', 'Unknown field: {keys}'],
  'input.invalid_type': ['这里应是 {expected}。', 'Expected {expected} here.'],
  'input.invalid_format': [
    '格式不对，应为 {format}（日期为 YYYY-MM-DD，地区为 6 位数字）。',
    'Wrong format: {format} (a date is YYYY-MM-DD, a county 6 digits).',
  ],
  'input.invalid_union': ['这里的写法看不懂。', 'This cannot be read.'],
  'input.too_big': [
    '太长或太多，上限 {maximum}。',
    'Too long or too many; the limit is {maximum}.',
  ],
  'input.other': ['这里不符合要求：{message}', 'Not acceptable here: {message}'],
  'file.not_found': ['找不到文件 {file}', 'File {file} is not there'],
  'file.too_large': [
    '{file} 有 {size} 字节，上限 {limit}。',
    '{file} has {size} bytes; the limit is {limit}.',
  ],
  'file.not_yaml': [
    '{file} 第 {line} 行不是有效的 YAML/JSON：{message}',
    '{file} line {line} is not valid YAML/JSON: {message}',
  ],
};

function pick(entry: Entry, language: Language): string {
  return entry[language === 'zh' ? 0 : 1];
}

export function levelText(level: keyof typeof LEVELS, language: Language): string {
  return pick(LEVELS[level], language);
}

export function permitLevelText(level: keyof typeof PERMIT_LEVELS, language: Language): string {
  return pick(PERMIT_LEVELS[level], language);
}

export function statusText(status: keyof typeof STATUSES, language: Language): string {
  return pick(STATUSES[status], language);
}

/** The sentence for a problem's code; an unknown code is shown as it is, never hidden. */
export function problemText(
  code: string,
  params: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  const entry = PROBLEMS[code] ?? (code.startsWith('input.') ? PROBLEMS['input.other']! : null);
  if (!entry) return `${code} ${JSON.stringify(params)}`;
  return pick(entry, language).replace(/\{(\w+)\}/g, (_, name: string) =>
    String(params[name] ?? ''),
  );
}

/** Every code that has a text, for the test that both languages are complete. */
export const PROBLEM_CODES: readonly string[] = Object.keys(PROBLEMS);
