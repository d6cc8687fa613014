import type { Language } from './texts.ts';

type Entry = readonly [zh: string, en: string];

/** Why a relief does or does not count, what a step of the procedure found; by code. */
const REASONS: Readonly<Record<string, Entry>> = {
  'adoption.none': [
    '没有在册的采纳文件，征求意见稿在当地还不生效。',
    'No adoption is on record; the draft has no effect here yet.',
  ],
  'adoption.not_yet': [
    '采纳文件 {name} 自 {from} 起才生效。',
    'The adoption {name} takes effect on {from}.',
  ],
  'adoption.expired': ['采纳文件 {name} 已于 {to} 到期。', 'The adoption {name} ended on {to}.'],
  'adoption.no_arrangement': [
    '采纳文件 {number} 没有写明省级统一部署的文号，省级以下区域不能启用。',
    'The adoption {number} names no provincial arrangement, which an area below province level needs.',
  ],
  'area.outside': [
    '选址不在任何一个在册的改革区域里。',
    'The site lies in no reform area on record.',
  ],
  'area.not_yet': ['{name}自 {from} 起才是改革区域。', '{name} becomes a reform area on {from}.'],
  'area.expired': [
    '{name}的改革已于 {to} 到期，按原类别办。',
    'The reform of {name} ended on {to}; the full level holds.',
  ],
  'area.negative': [
    '列入环评审批负面清单，不能降级：{no}　{text}',
    'On the negative list, so no lower level: {no} {text}',
  ],
  'area.standard': [
    '不符合项目准入环境标准：{no}　{text}',
    'Does not meet the admission standard: {no} {text}',
  ],
  'area.standards_not_declared': [
    '没有确认符合区域的项目准入环境标准。',
    'It was not confirmed that the admission standards are met.',
  ],
  'facility.not_yet': ['{name}自 {from} 起才投用。', '{name} comes into use on {from}.'],
  'facility.expired': ['{name}已于 {to} 停用。', '{name} went out of use on {to}.'],
  'facility.building': [
    '{name}还在建设，没有投用，不能扣除。',
    '{name} is still being built; nothing is left out.',
  ],
  'facility.suspended': [
    '{name}已暂停运行，不能扣除。',
    '{name} is suspended; nothing is left out.',
  ],
  'facility.no_eia': ['{name}自身没有环评批复。', '{name} has no EIA approval of its own.'],
  'facility.other_park': ['{name}不在您选的园区里。', '{name} is in another park.'],
  'facility.nothing': [
    '您填的工序里没有由{name}承担的。',
    'None of the work you named is done by {name}.',
  ],
  'facility.no_agreement': [
    '没有和设施运营单位签订协议，或者设施余量不够。',
    'There is no agreement with the operator, or the facility has no room.',
  ],
  'exclusion.entry': ['目录条目：{no}　{text}', 'Entry of the list: {no} {text}'],
  'exclusion.sensitive': [
    '邻近自然保护区、饮用水水源保护区的，不按目录免除。',
    'Near nature reserves or water sources the list does not exempt.',
  ],
  'pilot.not_entered': [
    '没有录入试点县（市、区），不能直接入驻。',
    'No pilot county has been entered, so there is no direct entry.',
  ],
  'pilot.outside': [
    '{county}不在园区整体环评试点范围内，不能直接入驻。',
    '{county} is not among the pilot counties, so there is no direct entry.',
  ],
  'pilot.not_yet': ['试点（{name}）自 {from} 起施行。', 'The pilot ({name}) begins on {from}.'],
  'pilot.expired': ['试点（{name}）已于 {to} 结束。', 'The pilot ({name}) ended on {to}.'],
  'park.no_eia': ['{name}没有整体环评。', '{name} has no park-wide EIA.'],
  'park.no_permit': [
    '{name}没有把排放量纳入排污许可证，不能直接入驻。',
    '{name} holds no permit for its emissions, so there is no direct entry.',
  ],
  'park.other_industry': [
    '行业 {code} 和园区整体环评的行业（{industries}）不是同一具体行业。',
    'Industry {code} is not the specific industry of the park-wide EIA ({industries}).',
  ],
  'park.outside_envelope': [
    '超出园区整体环评的范围：{no}　{text}',
    'Outside the envelope of the park-wide EIA: {no} {text}',
  ],
  'park.not_declared': [
    '污染物或废水超出园区给的份额，不能直接入驻。',
    'Pollutants or wastewater exceed the share of the park, so there is no direct entry.',
  ],
  'park_eia.not_yet': [
    '整体环评 {name} 自 {from} 起生效。',
    'Park-wide EIA {name} holds from {from}.',
  ],
  'park_eia.expired': ['整体环评 {name} 已于 {to} 到期。', 'Park-wide EIA {name} ended on {to}.'],
  'park_eia.major_change': [
    '园区自 {day} 起发生重大变化，重新报批前停止引用。',
    'A major change of the park since {day} stops this until a new approval.',
  ],
  'park_eia.superseded': [
    '整体环评 {name} 已由新的整体环评替代。',
    'Park-wide EIA {name} was superseded by a new one.',
  ],
  'dataset.withdrawn': ['{name}已于 {day} 撤回。', '{name} was withdrawn on {day}.'],
  'dataset.not_yet': ['{name}自 {from} 起可用。', '{name} may be used from {from}.'],
  'dataset.superseded': [
    '{name}已于 {day} 由“{by}”更新。',
    '{name} was superseded by “{by}” on {day}.',
  ],
  'dataset.file_locked': [
    '{name}的文件查出病毒，已封存。',
    'The file of {name} is locked away because of a virus.',
  ],
  'dataset.expired': ['{name}的有效期已于 {to} 届满。', '{name} was valid until {to}.'],
  'zone.barred': [
    '不符合管控单元的准入要求：{no}　{text}',
    'Not admitted by the zoning unit: {no} {text}',
  ],
  'step.not_listed': ['名录没有规定。', 'The catalogue does not provide for it.'],
  'step.permit_conditional': [
    '如果整个厂区实行排污登记管理，就不用再填登记表；排污许可类别还没有定下来。',
    'If the whole site is under permit registration no form is due; the permit category is not settled yet.',
  ],
  'step.filing_waived': [
    '本项目实行排污登记管理，不再填报环境影响登记表。',
    'The project is under permit registration, so no EIA registration form is filed.',
  ],
  'step.items': ['达到类别的项目：第 {items} 项。', 'Items that reach a level: {items}.'],
  'step.outside_main_works': [
    '改动不涉及主体工程，只看改动内容。',
    'The change leaves the main works alone; only its content counts.',
  ],
  'step.not_industrial': [
    '不在工业建筑里，带“*”的项目不适用。',
    'Not in an industrial building: items marked * do not apply.',
  ],
  'step.only_added': ['只算新增加的规模和用量。', 'Only what is newly added counts.'],
  'step.notes': ['按名录说明归类。', 'Classed by the notes of the catalogue.'],
  'step.relieved': ['按第 {measures} 条举措减免。', 'Relieved by measure {measures}.'],
  'step.zone': ['管控单元：{name}（{code}）。', 'Zoning unit: {name} ({code}).'],
};

const TENSIONS: Readonly<Record<string, Entry>> = {
  T1: [
    '名录规定不得擅自改变类别，自行降级的备案无效；改革是省里的试点，省级以下区域要有省级统一部署的文号。',
    'The catalogue forbids changing a level at will and a filing lowered on one’s own is void; the reform is a provincial pilot, and areas below province level need the number of the provincial arrangement.',
  ],
  T2: [
    '征求意见稿以园区法人为主体、由园区持证；排污许可条例规定由实际排污的单位申请。许可依据属试点，两边的责任都在。',
    'The draft makes the park’s legal entity the permit holder; the permit regulation addresses whoever discharges. The permit rests on a pilot and both remain liable.',
  ],
  T3: [
    '本底数据可以共享，但监测数据有时效，过期的不能引用。',
    'Baseline data may be shared, but monitoring data go stale; expired ones may not be cited.',
  ],
  T4: [
    '不纳入审批的目录写在2008年名录上，与2021年版名录不一致的以2021年版为准。',
    'The exclusion list was written on the catalogue of 2008; where it differs, that of 2021 governs.',
  ],
  T5: [
    '自2025年2月2日起分局的审批权限收窄，由谁审批按类别和日期看。',
    'Since 2 February 2025 county branches may approve less; who decides depends on class and day.',
  ],
  T6: [
    '名录第95项把新建工业废水集中处理列为报告书；免除只限于技术改造，不含新建。',
    'Item 95 puts a new central plant for industrial wastewater at the report; the exemption covers retrofits only.',
  ],
  T12: [
    '名录的“……除外”对没有涂装的项目有不同理解，先按较高的，由审批部门确认。',
    'The catalogue’s brackets are read differently where nothing is coated; the higher level stands until an officer confirms.',
  ],
  T13: [
    '这是征求意见稿，没有采纳文件的地方不生效。',
    'This is a draft for comment; without an adoption it has no effect.',
  ],
};

function fill(entry: Entry, language: Language, params: Readonly<Record<string, string>>): string {
  return entry[language === 'zh' ? 0 : 1].replace(
    /\{(\w+)\}/g,
    (_, name: string) => params[name] ?? '',
  );
}

/** The sentence for a reason's code; an unknown code is shown as it is, never hidden. */
export function reasonText(
  reason: { readonly code: string; readonly params: Readonly<Record<string, string>> },
  language: Language,
): string {
  const entry = REASONS[reason.code];
  return entry ? fill(entry, language, reason.params) : reason.code;
}

/** Where the draft and superior law pull apart; shown wherever it bites (dossier T1–T13). */
export function tensionText(code: string, language: Language): string {
  const entry = TENSIONS[code];
  return entry ? fill(entry, language, {}) : code;
}

export const REASON_CODES: readonly string[] = Object.keys(REASONS);
export const TENSION_CODES: readonly string[] = Object.keys(TENSIONS);
