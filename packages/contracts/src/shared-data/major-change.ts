import { z } from 'zod';
import type { Bilingual } from '../people/bilingual.ts';
import type { Role } from '../people/roles.ts';
import { POLLUTANTS, type Pollutant } from '../profile.ts';

/**
 * What is asked about a change, in the order of the form. A question stands here once; which
 * trigger reads it, and with which threshold, the pack of triggers says.
 */
export const CHANGE_QUESTIONS = {
  use_changed: { zh: '开发、使用功能是否变化？', en: 'Does the purpose or use change?' },
  relocated: { zh: '是否重新选址？', en: 'Is it moved to another site?' },
  layout_shifted: {
    zh: '是否在原址附近调整（含总平面布置变化）？',
    en: 'Is it shifted nearby, or its layout changed?',
  },
  distance_range_changed: {
    zh: '调整是否使环境防护距离范围变化？',
    en: 'Does the shift change the range of the protection distance?',
  },
  sensitive_points_added: {
    zh: '是否因此新增敏感点？',
    en: 'Are sensitive places added by that?',
  },
  process_changed: {
    zh: '是否新增产品品种或生产工艺，或变化主要原辅材料、燃料？',
    en: 'Is there a new product or process, or another main raw material or fuel?',
  },
  handling_changed: {
    zh: '物料运输、装卸、贮存方式是否变化？',
    en: 'Are materials moved, loaded or stored in another way?',
  },
  measures_changed: {
    zh: '废气、废水污染防治措施是否变化？',
    en: 'Do measures against air or water pollution change?',
  },
  measures_improved: {
    zh: '这项措施变化是否属于无组织改有组织，或者强化、改进？',
    en: 'Is that only fugitive turned into organised, or a stronger or better measure?',
  },
  direct_outlet_added: {
    zh: '是否新增废水直接排放口？',
    en: 'Is an outlet for direct discharge of wastewater added?',
  },
  indirect_to_direct: {
    zh: '废水是否由间接排放改为直接排放？',
    en: 'Does indirect discharge of wastewater become direct?',
  },
  outlet_moved_worse: {
    zh: '废水直接排放口位置变化是否导致不利环境影响加重？',
    en: 'Is the direct outlet moved so that the impact is worse?',
  },
  main_air_outlet_added: {
    zh: '是否新增废气主要排放口？',
    en: 'Is a main outlet for waste gas added?',
  },
  main_air_outlet_from_fugitive: {
    zh: '新增的主要排放口是否由无组织排放改为有组织而来？',
    en: 'Does that outlet only gather what was fugitive?',
  },
  noise_soil_groundwater_worse: {
    zh: '噪声、土壤或地下水防治措施变化是否导致不利环境影响加重？',
    en: 'Do changed measures for noise, soil or groundwater make the impact worse?',
  },
  waste_self_disposal: {
    zh: '固体废物是否由委托外单位利用处置改为自行利用处置？',
    en: 'Does disposal of solid waste by others become the own?',
  },
  waste_own_eia: {
    zh: '自行利用处置设施是否单独开展了环评？',
    en: 'Has the own disposal an EIA of its own?',
  },
  self_disposal_worse: {
    zh: '固体废物自行处置方式变化是否导致不利环境影响加重？',
    en: 'Is the own disposal changed so that the impact is worse?',
  },
  accident_storage_weaker: {
    zh: '事故废水暂存能力或拦截设施是否变化，使环境风险防范能力弱化或降低？',
    en: 'Is the storage or interception of accident wastewater weakened?',
  },
} as const satisfies Record<string, Bilingual>;
export type ChangeQuestion = keyof typeof CHANGE_QUESTIONS;
export const CHANGE_QUESTION_NAMES = Object.keys(CHANGE_QUESTIONS) as [
  ChangeQuestion,
  ...ChangeQuestion[],
];

/** What has a figure before and after. Each is a whole number of its unit. */
export const CHANGE_AMOUNTS = {
  capacity: { zh: '生产、处置或储存能力', en: 'Capacity to make, treat or store' },
  fugitive_grams: {
    zh: '大气污染物无组织排放量（克/年）',
    en: 'Fugitive emission to air (grams in a year)',
  },
  stack_centimetres: { zh: '主要排放口排气筒高度（厘米）', en: 'Height of the main stack (cm)' },
} as const satisfies Record<string, Bilingual>;
export type ChangeAmount = keyof typeof CHANGE_AMOUNTS;
export const CHANGE_AMOUNT_NAMES = Object.keys(CHANGE_AMOUNTS) as [ChangeAmount, ...ChangeAmount[]];

/** Factors that may be over the standard of environmental quality there. */
export const EXCEEDED_FACTORS = {
  PM25: { zh: '细颗粒物（PM2.5）', en: 'Fine particles (PM2.5)' },
  O3: { zh: '臭氧', en: 'Ozone' },
  ...POLLUTANTS,
} as const satisfies Record<string, Bilingual>;
export type ExceededFactor = keyof typeof EXCEEDED_FACTORS;
export const EXCEEDED_NAMES = Object.keys(EXCEEDED_FACTORS) as [
  ExceededFactor,
  ...ExceededFactor[],
];

const whole = z.int().min(0).max(1_000_000_000_000_000);
const POLLUTANT_NAMES = Object.keys(POLLUTANTS) as [Pollutant, ...Pollutant[]];

/** What is discharged before and after the change; null is not known. */
export const ChangedPollutant = z.object({
  pollutant: z.enum(POLLUTANT_NAMES).nullable().meta({ description: 'Null for another one.' }),
  name: z.string().trim().max(40).default('').meta({ description: 'Of another one.' }),
  beforeGrams: whole.nullable(),
  afterGrams: whole.nullable(),
  classOne: z.boolean().nullable().meta({
    description: 'Whether it is a class 1 pollutant of wastewater 废水第一类污染物.',
  }),
  lessToxic: z.boolean().nullable().meta({
    description: 'Of a new one: whether it is less toxic or volatile than what it replaces.',
  }),
});
export type ChangedPollutant = z.infer<typeof ChangedPollutant>;

/** What is known of a change. Whatever is null or left out is not known, which is not “no”. */
export const ChangeFacts = z.object({
  answers: z.partialRecord(z.enum(CHANGE_QUESTION_NAMES), z.boolean()).default({}),
  amounts: z
    .partialRecord(
      z.enum(CHANGE_AMOUNT_NAMES),
      z.object({ before: whole.nullable(), after: whole.nullable() }),
    )
    .default({}),
  pollutants: z.array(ChangedPollutant).max(60).nullable().default(null),
  exceeded: z.array(z.enum(EXCEEDED_NAMES)).nullable().default(null).meta({
    description: 'Factors over the quality standard there; [] where none is.',
  }),
});
export type ChangeFacts = z.infer<typeof ChangeFacts>;

/** What an open trigger waits for. */
export const ChangeMissing = z.enum([
  ...CHANGE_QUESTION_NAMES,
  ...CHANGE_AMOUNT_NAMES,
  'pollutants',
  'exceeded',
]);
export type ChangeMissing = z.infer<typeof ChangeMissing>;

export const CHANGE_VERDICTS = {
  MAJOR: { zh: '属于重大变动', en: 'A major change' },
  NOT_MAJOR: { zh: '不属于重大变动', en: 'No major change' },
  OPEN: { zh: '尚不能判断', en: 'Not decided yet' },
} as const satisfies Record<string, Bilingual>;
export type ChangeVerdict = keyof typeof CHANGE_VERDICTS;

export const CHANGE_GROUPS = {
  nature: { zh: '性质', en: 'Nature' },
  scale: { zh: '规模', en: 'Scale' },
  place: { zh: '地点', en: 'Place' },
  process: { zh: '生产工艺', en: 'Process' },
  measures: { zh: '环境保护措施', en: 'Measures' },
} as const satisfies Record<string, Bilingual>;
export type ChangeGroup = keyof typeof CHANGE_GROUPS;

const words = z.object({ zh: z.string(), en: z.string() });
export const ChangeTrigger = z.object({
  no: z.int(),
  group: z.enum(Object.keys(CHANGE_GROUPS) as [ChangeGroup, ...ChangeGroup[]]),
  text: words,
  verdict: z.enum(['HIT', 'CLEAR', 'OPEN']),
  missing: z.array(ChangeMissing),
});
export type ChangeTrigger = z.infer<typeof ChangeTrigger>;

export const ChangeAssessment = z.object({
  edition: z.string(),
  source: z.string().meta({ description: 'Title and number of the list.' }),
  confidence: z.string(),
  verdict: z.enum(Object.keys(CHANGE_VERDICTS) as [ChangeVerdict, ...ChangeVerdict[]]),
  triggers: z.array(ChangeTrigger),
  missing: z.array(ChangeMissing).meta({ description: 'In the order in which to ask.' }),
});
export type ChangeAssessment = z.infer<typeof ChangeAssessment>;

export const CHANGE_STATES = {
  REPORTED: { zh: '待认定', en: 'Reported' },
  DECLARED: { zh: '已认定为重大变动', en: 'Declared a major change' },
  DISMISSED: { zh: '认定不属于重大变动', en: 'Found to be none' },
} as const satisfies Record<string, Bilingual>;
export type ChangeState = keyof typeof CHANGE_STATES;
export type ChangeStep = 'declare' | 'dismiss';

/** An officer decides, and not about the own report. */
export const CHANGE_TABLE = {
  REPORTED: {
    declare: { to: 'DECLARED', roles: ['APPROVAL_OFFICER'] },
    dismiss: { to: 'DISMISSED', roles: ['APPROVAL_OFFICER'] },
  },
  DECLARED: {},
  DISMISSED: {},
} as const satisfies Record<
  ChangeState,
  Partial<Record<ChangeStep, { readonly to: ChangeState; readonly roles: readonly Role[] }>>
>;

export const ChangeReport = z.object({
  title: z.string().trim().min(2).max(120),
  description: z.string().trim().max(1000).default(''),
  capacityUnit: z.string().trim().max(20).default(''),
  facts: ChangeFacts,
});
export type ChangeReport = z.infer<typeof ChangeReport>;

export const ChangeDecision = z.object({
  decision: z.enum(['declare', 'dismiss']),
  reason: z.string().trim().min(2).max(500),
});
export type ChangeDecision = z.infer<typeof ChangeDecision>;

export const ChangeView = z.object({
  id: z.uuid(),
  park: z.object({ id: z.uuid(), name: z.string() }),
  parkEia: z.object({ title: z.string(), approvalNo: z.string() }),
  title: z.string(),
  description: z.string(),
  capacityUnit: z.string(),
  facts: ChangeFacts,
  assessment: ChangeAssessment,
  state: z.enum(Object.keys(CHANGE_STATES) as [ChangeState, ...ChangeState[]]),
  reportedOn: z.iso.date(),
  decidedOn: z.iso.date().nullable(),
  reason: z.string(),
  told: z.int().nullable().meta({ description: 'Enterprises that were told of it.' }),
  may: z.array(z.enum(['declare', 'dismiss'])),
});
export type ChangeView = z.infer<typeof ChangeView>;

export const ChangeRow = ChangeView.pick({
  id: true,
  title: true,
  state: true,
  reportedOn: true,
  decidedOn: true,
  told: true,
}).extend({ verdict: ChangeAssessment.shape.verdict });
export type ChangeRow = z.infer<typeof ChangeRow>;
export const ChangeList = z.object({
  park: z.object({ id: z.uuid(), name: z.string() }),
  parkEia: z.object({ title: z.string(), approvalNo: z.string() }).nullable(),
  rows: z.array(ChangeRow),
  may: z.object({ report: z.boolean() }),
});
export type ChangeList = z.infer<typeof ChangeList>;
