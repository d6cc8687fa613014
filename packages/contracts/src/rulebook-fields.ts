import type { EntryTopic, Field } from '@ludao/rules/entries';
import type { Bilingual } from './people/bilingual.ts';

type Words = readonly [zh: string, en: string];

/** What can be entered, as screens and tables call it. */
export const ENTRY_TOPICS: Readonly<Record<EntryTopic, Bilingual>> = {
  adoptions: { zh: '采纳文件', en: 'Adoptions' },
  'reform-areas': { zh: '“区域环评+环境标准”改革区域', en: 'Reform areas' },
  parks: { zh: '园区整体环评与共享数据', en: 'Park-wide EIAs and shared data' },
  facilities: { zh: '共享设施（绿岛）', en: 'Shared facilities' },
  'exclusion-list': { zh: '不纳入环评审批目录', en: 'Exclusion list' },
  zoning: { zh: '生态环境分区管控单元', en: 'Zoning units' },
  'key-dischargers': { zh: '重点排污单位名录', en: 'Key dischargers' },
  'approval-offices': { zh: '审批、备案部门', en: 'Deciding offices' },
  'barred-preparers': {
    zh: '禁止、限期整改的环评编制单位和人员',
    en: 'Barred preparers of EIA documents',
  },
  parameters: { zh: '参数', en: 'Parameters' },
  'record-modes': { zh: '以谁的记录为准', en: 'Whose record counts' },
  pilots: { zh: '试点范围', en: 'Pilot counties' },
  calendar: { zh: '工作日历', en: 'Calendar of working days' },
};

const COMMON: Readonly<Record<string, Words>> = {
  id: ['编号', 'Key'],
  name: ['名称', 'Name'],
  jurisdiction: ['适用地区代码', 'Area code'],
  from: ['施行日期', 'From'],
  to: ['截止日期', 'Until'],
  title: ['名称', 'Title'],
  documentNo: ['文号', 'Document number'],
  no: ['条款编号', 'Clause'],
  text: ['条款原文', 'Words of the clause'],
  when: ['判断条件', 'Condition'],
  basis: ['依据条款', 'Basis'],
  zh: ['中文', 'in Chinese'],
  en: ['英文', 'in English'],
};

/** By topic and path; a path that is not here has the common word of its last part. */
const OWN: Readonly<Partial<Record<EntryTopic, Readonly<Record<string, Words>>>>> = {
  adoptions: {
    reliefs: ['采纳的减免', 'Reliefs adopted'],
    adoptedBy: ['采纳机关', 'Adopted by'],
    title: ['文件名称', 'Title of the document'],
    objects: ['只限这些园区、区域', 'Only these parks and areas'],
    provincialArrangementNo: ['省级部署文号', 'Number of the provincial arrangement'],
  },
  'reform-areas': {
    grade: ['区域级别', 'Grade'],
    planEia: ['规划环评', 'Area EIA'],
    'planEia.reviewNo': ['审查意见文号', 'Number of the review'],
    'planEia.reviewedOn': ['审查日期', 'Reviewed on'],
    standards: ['准入环境标准', 'Access standards'],
    negativeList: ['负面清单', 'Negative list'],
  },
  parks: {
    area: ['所在改革区域编号', 'Reform area'],
    zone: ['所在管控单元编码', 'Zoning unit'],
    eia: ['整体环评', 'Park-wide EIA'],
    'eia.approvalNo': ['批复文号', 'Approval number'],
    'eia.approvedOn': ['批复日期', 'Approved on'],
    'eia.majorChangeOn': ['重大变化日期', 'Major change on'],
    'eia.permitNo': ['排污许可证编号', 'Discharge permit'],
    'eia.liability': ['排污责任', 'Liability'],
    'eia.industries': ['行业代码', 'Industry codes'],
    'eia.digits': ['同一行业按前几位', 'Digits of the same industry'],
    'eia.envelope': ['准入范围', 'Envelope'],
    'eia.conclusions': ['可引用的结论', 'Conclusions to cite'],
    datasets: ['共享数据', 'Shared data'],
    'datasets.id': ['数据编号', 'Key of the data'],
    'datasets.kind': ['数据类别', 'Kind'],
    'datasets.title': ['数据名称', 'Title of the data'],
    'datasets.owner': ['数据所有人', 'Owner'],
    'datasets.laboratory': ['监测机构', 'Laboratory'],
    'datasets.sampledOn': ['采样日期', 'Sampled on'],
    'datasets.validFrom': ['有效期起', 'Valid from'],
    'datasets.validTo': ['有效期止', 'Valid until'],
    'datasets.withdrawnOn': ['撤回日期', 'Withdrawn on'],
  },
  facilities: {
    park: ['所在园区编号', 'Park'],
    operator: ['运营单位', 'Operator'],
    eiaApprovalNo: ['环评批复文号', 'EIA approval'],
    state: ['状态', 'State'],
    capacity: ['处理能力', 'Capacity'],
    does: ['承担的工序或治理', 'What it does'],
  },
  zoning: {
    code: ['单元编码', 'Code'],
    category: ['单元类别', 'Category'],
    access: ['准入清单', 'Access list'],
  },
  'key-dischargers': {
    creditCode: ['统一社会信用代码', 'Credit code'],
    name: ['单位名称', 'Name'],
    kinds: ['类别', 'Kinds'],
  },
  'approval-offices': {
    classes: ['管哪几级', 'Levels'],
    office: ['部门', 'Office'],
    decidedBy: ['由哪一级决定', 'Decided by'],
    confidence: ['可信程度', 'Confidence'],
  },
  'barred-preparers': {
    code: ['信用代码或信用编号', 'Credit code or platform number'],
    kind: ['单位或人员', 'Organisation or person'],
    list: ['名单', 'List'],
  },
  'record-modes': {
    act: ['事项', 'Act'],
    mode: ['方式', 'Mode'],
    system: ['官方系统', 'Official system'],
    address: ['系统网址', 'Its address'],
  },
  pilots: {
    measure: ['举措', 'Measure'],
    jurisdiction: ['试点县（市、区）代码', 'County'],
    evaluation: ['试点评估', 'Evaluation'],
    'evaluation.documentNo': ['评估文号', 'Number of the evaluation'],
    'evaluation.on': ['评估日期', 'Evaluated on'],
    'evaluation.conclusion': ['评估结论', 'Conclusion'],
  },
  parameters: {
    parameter: ['参数', 'Parameter'],
    value: ['取值', 'Value'],
  },
  calendar: {
    date: ['日期', 'Day'],
    kind: ['安排', 'Kind of day'],
    name: ['节日', 'Holiday'],
  },
};

/** What stands below a field, where its name does not say enough. */
const HINTS: Readonly<Record<string, Words>> = {
  'record-modes.mode': [
    '选“以本平台为准”，须有书面采纳本平台为正式系统的文件。',
    'The platform counts only where a document adopts it as the official system.',
  ],
  'pilots.evaluation': [
    '第一个试点县（市、区）不填；扩大到其他县（市、区）必须填，评估日期早于施行日期。',
    'Empty for the first county; for any further one, an evaluation from before it begins.',
  ],
  'adoptions.objects': ['留空为全部。', 'Empty for all.'],
  'adoptions.provincialArrangementNo': [
    '采纳“省级以下园区……降低一级”的必须填，否则省级以下区域不能降级。',
    'Needed for lowering a level below province level; without it such areas stay as they are.',
  ],
  when: [
    '写得出条件的才填，写法见操作指南；留空的条款由业主或审批人员确认。',
    'Only where the words can be written as a condition (see the guide); otherwise a person confirms.',
  ],
  id: ['只用小写字母、数字和连字符。', 'Lower-case letters, digits and hyphens only.'],
  'parks.eia.digits': [
    '3 或 4；留空按参数“同一具体行业”取值。',
    '3 or 4; empty for the value of the parameter.',
  ],
};

const CHOICES: Readonly<Record<string, Words>> = {
  record: ['以本平台为准', 'This platform is the record'],
  front: ['以官方系统为准，本平台预填', 'The official system is the record'],
  filing: ['登记表备案', 'Filing of a registration form'],
  eia_approval: ['环评审批', 'EIA approval'],
  permit: ['排污许可', 'Discharge permit'],
  manifest: ['危废转移联单', 'Waste manifest'],
  quota_trade: ['排污权交易', 'Quota trade'],
  acceptance: ['竣工环保验收', 'Completion acceptance'],
  enforcement: ['行政执法', 'Enforcement'],
  provincial_plus: ['省级及以上', 'Province level and above'],
  below_province: ['省级以下', 'Below province level'],
  park_entity: ['园区法人', 'The park’s legal entity'],
  each_proponent: ['各建设单位', 'Each enterprise'],
  ambient: ['环境质量本底', 'Ambient baseline'],
  soil_groundwater: ['土壤和地下水本底', 'Soil and groundwater'],
  sewer: ['污水入网证明', 'Sewer connection'],
  building: ['在建', 'Being built'],
  operating: ['运行', 'Operating'],
  suspended: ['停运', 'Suspended'],
  priority: ['优先保护', 'Priority'],
  key: ['重点管控', 'Key'],
  general: ['一般管控', 'General'],
  REPORT: ['报告书', 'Report'],
  FORM: ['报告表', 'Report form'],
  REGISTRATION: ['登记表', 'Registration form'],
  NOT_LISTED: ['不纳入环评管理', 'Not under EIA management'],
  verified: ['已核对原文', 'Seen in the original'],
  secondary: ['据转述', 'Reported by others'],
  practitioner: ['实务口径', 'As practised'],
  MUNICIPAL_EEB: ['市生态环境局', 'City bureau'],
  COUNTY_EEB: ['区县分局', 'County branch'],
  unit: ['编制单位', 'Organisation'],
  lead: ['编制主持人', 'Lead preparer'],
  barred: ['禁止从业（黑名单）', 'Barred'],
  rectification: ['限期整改名单', 'Under rectification'],
  HOLIDAY: ['放假', 'Holiday'],
  MAKE_UP: ['调休上班', 'Worked to make up'],
};

/** The layers that an office may enter a document under; a draft is no document in force. */
export const ENTRY_LAYERS = [
  'LAW',
  'ADMIN_REGULATION',
  'MINISTRY_RULE',
  'MINISTRY_NORMATIVE',
  'PROVINCIAL_NORMATIVE',
  'MUNICIPAL_NORMATIVE',
] as const;
export type EntryLayer = (typeof ENTRY_LAYERS)[number];

/** What the document says once for every row, by the field of the row. */
const EVERY_ROW = { jurisdiction: 'district', from: 'effectiveFrom', to: 'effectiveTo' } as const;
const OF_ADOPTIONS = {
  adoptedBy: 'issuer',
  documentNo: 'sourceNo',
  title: 'sourceTitle',
} as const;
export type DocumentField =
  | (typeof EVERY_ROW)[keyof typeof EVERY_ROW]
  | (typeof OF_ADOPTIONS)[keyof typeof OF_ADOPTIONS];

/** Fields that a row need not say, with what of the document they are then. */
export function fromDocument(topic: EntryTopic): Readonly<Record<string, DocumentField>> {
  return topic === 'adoptions' ? { ...EVERY_ROW, ...OF_ADOPTIONS } : EVERY_ROW;
}

/** The name of a field by its path without indexes, for example `eia.approvalNo`. */
export function fieldName(topic: EntryTopic, path: readonly string[]): Bilingual {
  const last = lastOf(path);
  const words = OWN[topic]?.[path.join('.')] ?? COMMON[last];
  return bilingual(words ?? [last, last]);
}

export function fieldHint(topic: EntryTopic, path: readonly string[]): Bilingual | null {
  const words = HINTS[`${topic}.${path.join('.')}`] ?? HINTS[lastOf(path)];
  return words ? bilingual(words) : null;
}

/** The word for one value of a choice. */
export function choiceName(value: string): Bilingual {
  return bilingual(CHOICES[value] ?? [value, value]);
}

/** A column of the topic's table: a field that holds one value, or several in one cell. */
export interface EntryColumn {
  /** For example `eia.envelope.when`. */
  readonly key: string;
  readonly path: readonly string[];
  readonly field: Field;
  /** The path of the rows it belongs to, of which a further line adds one; null for the entry. */
  readonly rows: string | null;
  readonly heading: Bilingual;
}

/** The columns of a topic's table, in the order of its fields. */
export function entryColumns(topic: EntryTopic, fields: readonly Field[]): EntryColumn[] {
  const walk = (
    inside: readonly Field[],
    path: readonly string[],
    rows: string | null,
  ): EntryColumn[] =>
    inside.flatMap((field): EntryColumn[] => {
      const own = [...path, field.name];
      const key = own.join('.');
      if (field.kind === 'group') return walk(field.fields, own, rows);
      if (field.kind === 'rows') return walk(field.fields, own, key);
      return [{ key, path: own, field, rows, heading: headingOf(topic, own) }];
    });
  return walk(fields, [], null);
}

/** 整体环评·批复文号: the names along the path, so that each stands over one column only. */
function headingOf(topic: EntryTopic, path: readonly string[]): Bilingual {
  const names = path.map((_, at) => fieldName(topic, path.slice(0, at + 1)));
  return {
    zh: names.map(({ zh }) => zh).join('·'),
    en: names.map(({ en }) => en).join(' · '),
  };
}

function lastOf(path: readonly string[]): string {
  return path[path.length - 1] ?? '';
}

function bilingual([zh, en]: Words): Bilingual {
  return { zh, en };
}
