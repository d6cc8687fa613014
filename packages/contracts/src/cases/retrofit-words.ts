import type { Bilingual } from '../people/bilingual.ts';
import { POLLUTANTS, type Pollutant } from '../profile.ts';

/** Public environmental infrastructure that a retrofit without new land may be about. */
export const RETROFIT_KINDS = {
  WASTEWATER: { zh: '废水处理设施', en: 'Wastewater treatment' },
  WASTE_GAS: { zh: '废气处理设施', en: 'Waste-gas treatment' },
  OTHER: { zh: '其他公共环保设施', en: 'Other public environmental infrastructure' },
} as const satisfies Record<string, Bilingual>;
export type RetrofitKind = keyof typeof RETROFIT_KINDS;

/**
 * What the amounts before the retrofit are taken from, in the order of the parameter
 * `zero_land.baseline`. The permitted amounts are what practice compares.
 */
export const RETROFIT_BASELINES = {
  PERMITTED: { zh: '排污许可证载明的年许可排放量', en: 'Annual amounts of the discharge permit' },
  APPROVED: { zh: '环评批复的年排放量', en: 'Annual amounts of the EIA approval' },
  MEASURED: { zh: '上一年度实际排放量', en: 'Amounts discharged in the year before' },
} as const satisfies Record<string, Bilingual>;
export type RetrofitBaseline = keyof typeof RETROFIT_BASELINES;
export const RETROFIT_BASELINE_NAMES = Object.keys(RETROFIT_BASELINES) as [
  RetrofitBaseline,
  ...RetrofitBaseline[],
];

/** What makes a permit to be applied for anew (排污许可管理条例第十五条), besides amounts that grow. */
export const PERMIT_CHANGES = {
  project: {
    zh: '内容属于新建、改建、扩建排放污染物的项目（不只是治理设施的改造）',
    en: 'A new, rebuilt or extended project that discharges, not only its treatment',
    clause: '第十五条第一项',
  },
  moved: {
    zh: '生产经营场所、排放口位置、排放方式或排放去向变化',
    en: 'The place, the position of an outlet, the way or the destination of a discharge changes',
    clause: '第十五条第二项',
  },
  outlets: {
    zh: '排放口数量增加',
    en: 'More outlets than before',
    clause: '第十五条第三项',
  },
  kinds: {
    zh: '排放的污染物种类增加',
    en: 'A pollutant that was not discharged before',
    clause: '第十五条第三项',
  },
  concentration: {
    zh: '污染物排放浓度增加',
    en: 'A higher concentration at an outlet',
    clause: '第十五条第三项',
  },
} as const satisfies Record<string, Bilingual & { readonly clause: string }>;
export type PermitChange = keyof typeof PERMIT_CHANGES;
export const PERMIT_CHANGE_NAMES = Object.keys(PERMIT_CHANGES) as [PermitChange, ...PermitChange[]];

/** Each is asked for: one that is not mentioned is not known. */
export const MAIN_POLLUTANTS = Object.keys(POLLUTANTS) as [Pollutant, ...Pollutant[]];

/** Why a retrofit is not exempt. */
export const RETROFIT_BARS = {
  NOT_IN_PARK: {
    zh: '不在小微企业园区内',
    en: 'Not in a park',
    cite: '征求意见稿第5条',
  },
  NOT_PUBLIC: {
    zh: '改造的不是园区公共环保基础设施',
    en: 'Not public environmental infrastructure of the park',
    cite: '征求意见稿第5条',
  },
  NOT_A_RETROFIT: {
    zh: '不是在现有设施上的技术改造',
    en: 'Not a retrofit of what is there',
    cite: '征求意见稿第5条',
  },
  CENTRAL_PLANT: {
    zh: '新建、扩建工业废水集中处理厂，须编制环境影响报告书，不适用免于环评',
    en: 'A new or extended centralised industrial wastewater plant needs an impact report and is never exempt',
    cite: '建设项目环境影响评价分类管理名录（2021年版）第95项',
  },
  NEW_LAND: {
    zh: '新增建设用地',
    en: 'It takes new construction land',
    cite: '征求意见稿第5条、浙政发〔2014〕38号',
  },
  POLLUTANT_UP: {
    zh: '主要污染物排放量增加',
    en: 'A main pollutant increases',
    cite: '征求意见稿第5条',
  },
} as const satisfies Record<string, Bilingual & { readonly cite: string }>;
export type RetrofitBar = keyof typeof RETROFIT_BARS;

/** What has to be said before anything can be decided. */
export const RETROFIT_QUESTIONS = {
  PLACE: { zh: '是否在小微企业园区内', en: 'Whether it lies in a park' },
  PUBLIC: { zh: '是否园区公共环保基础设施', en: 'Whether the infrastructure is public' },
  RETROFIT: { zh: '是否技术改造', en: 'Whether it is a retrofit' },
  KIND: { zh: '设施类别', en: 'Kind of infrastructure' },
  FACILITY: { zh: '设施名称', en: 'Name of the facility' },
  WORKS: { zh: '改造内容', en: 'What is done' },
  CENTRAL_PLANT: {
    zh: '是否新建、扩建工业废水集中处理厂',
    en: 'Whether a centralised industrial wastewater plant is built or extended',
  },
  NEW_LAND: { zh: '新增建设用地面积', en: 'New construction land' },
  LAND_FILE: { zh: '土地权属证明', en: 'Land certificate' },
  POLLUTANT: { zh: '改造前后的年排放量', en: 'Annual amount before and after' },
  PERMIT_CHANGE: { zh: '是否涉及排污许可变化', en: 'Whether the permit is touched' },
} as const satisfies Record<string, Bilingual>;
export type RetrofitQuestion = keyof typeof RETROFIT_QUESTIONS;

/** Where an exempt retrofit stands in the pool of after-checks 事后核查. */
export const RETROFIT_CHECKS = {
  NOT_DRAWN: { zh: '未抽中', en: 'Not drawn' },
  DRAWN: { zh: '已抽中，待核查', en: 'Drawn, to be checked' },
  AS_DECLARED: { zh: '与申报一致', en: 'Found as declared' },
  NOT_AS_DECLARED: { zh: '与申报不符', en: 'Not as declared' },
} as const satisfies Record<string, Bilingual>;
export type RetrofitCheck = keyof typeof RETROFIT_CHECKS;

/** States in which a retrofit stands in the register: exempt, or exempt until it was voided. */
export const REGISTERED_RETROFIT_STATES = ['PREPARED', 'EXEMPT', 'VOID'] as const;
