import type { Bilingual } from '../people/bilingual.ts';

/** Where pollutants leave the place; the prefix is that of HJ 608-2017 where it has one. */
export const OUTLET_KINDS = {
  AIR_ORGANISED: { zh: '有组织废气', en: 'Air, through a stack', prefix: 'DA' },
  AIR_FUGITIVE: { zh: '无组织废气', en: 'Air, fugitive', prefix: null },
  WATER_DIRECT: { zh: '废水直接排放', en: 'Wastewater, directly', prefix: 'DW' },
  WATER_INDIRECT: { zh: '废水间接排放', en: 'Wastewater, indirectly', prefix: 'DW' },
  RAINWATER: { zh: '雨水', en: 'Rainwater', prefix: null },
} as const satisfies Record<string, Bilingual & { readonly prefix: string | null }>;
export type OutletKind = keyof typeof OUTLET_KINDS;

/** Units of permitted concentrations; a number without a dimension, such as pH, has NONE. */
export const CONCENTRATION_UNITS = {
  MG_M3: { zh: 'mg/m³', en: 'mg/m³' },
  MG_L: { zh: 'mg/L', en: 'mg/L' },
  KG_H: { zh: 'kg/h', en: 'kg/h' },
  NONE: { zh: '无量纲', en: 'no dimension' },
} as const satisfies Record<string, Bilingual>;
export type ConcentrationUnit = keyof typeof CONCENTRATION_UNITS;

/** Why a new application is due although a permit is in force: 排污许可管理条例第十五条. */
export const REAPPLY_REASONS = {
  PROJECT: {
    zh: '新建、改建、扩建排放污染物的项目',
    en: 'A new, rebuilt or extended project that discharges',
    cite: '第十五条第（一）项',
  },
  MOVED: {
    zh: '生产经营场所、排放口位置或者排放方式、排放去向发生变化',
    en: 'The place, the position of an outlet, or how and where it discharges has changed',
    cite: '第十五条第（二）项',
  },
  MORE: {
    zh: '排放口数量或者污染物种类、排放量、排放浓度增加',
    en: 'More outlets, or more kinds, amounts or concentrations of pollutants',
    cite: '第十五条第（三）项',
  },
} as const satisfies Record<string, Bilingual & { readonly cite: string }>;
export type ReapplyReason = keyof typeof REAPPLY_REASONS;

/** What of the holder has changed: 排污许可管理条例第十四条第三款. Names of persons are no part of it. */
export const BASIC_CHANGES = {
  NAME: { zh: '单位名称', en: 'Name' },
  ADDRESS: { zh: '住所', en: 'Address' },
  REPRESENTATIVE: {
    zh: '法定代表人或者主要负责人',
    en: 'Legal representative or person in charge',
  },
} as const satisfies Record<string, Bilingual>;
export type BasicChange = keyof typeof BASIC_CHANGES;

export const CANCEL_REASONS = {
  CLOSED: { zh: '停产关闭，不再排放污染物', en: 'Closed: nothing is discharged any more' },
  MOVED_AWAY: { zh: '搬离该生产经营场所', en: 'Moved away from the place' },
  LOWER: { zh: '改为排污登记管理', en: 'Registration is enough from now on' },
} as const satisfies Record<string, Bilingual>;
export type CancelReason = keyof typeof CANCEL_REASONS;

/** Why an application is not taken up at all: 排污许可管理条例第九条. */
export const DECLINE_REASONS = {
  NOT_NEEDED: {
    zh: '依法不需要取得排污许可证',
    en: 'No permit is needed by law',
    cite: '第九条第（一）项',
  },
  NOT_OURS: {
    zh: '不属于本机关职权范围',
    en: 'Another authority is responsible',
    cite: '第九条第（二）项',
  },
} as const satisfies Record<string, Bilingual & { readonly cite: string }>;
export type DeclineReason = keyof typeof DECLINE_REASONS;

export const PERMIT_OUTCOMES = {
  GRANT: { zh: '准予', en: 'Grant' },
  REFUSE: { zh: '不予', en: 'Refuse' },
} as const satisfies Record<string, Bilingual>;
export type PermitOutcome = keyof typeof PERMIT_OUTCOMES;

/** What the applicant is told of an end. */
export const PERMIT_RESULTS = {
  GRANTED: { zh: '准予', en: 'granted' },
  REFUSED: { zh: '不予许可', en: 'refused' },
  DECLINED: { zh: '不予受理', en: 'not accepted' },
  CANCELLED: { zh: '已注销', en: 'cancelled' },
} as const satisfies Record<string, Bilingual>;

/** A permit runs so many years (排污许可管理条例第十四条第一款); so does a registration (confidence: secondary). */
export const PERMIT_YEARS = 5;
/** Days before the last one by which the renewal has to be applied for (第十四条第二款), for lists; clock C18 counts. */
export const RENEWAL_DAYS = 60;
/** So many days more before that, the owner and the officer are reminded. A choice of ours. */
export const RENEWAL_NOTICE_DAYS = 30;

/** A park's permit rests on a pilot: both chains of duty are told, on the page and in print (T2). */
export const PILOT_BASIS = {
  zh: '试点依据：本证由园区法人持有，依据征求意见稿第2条（园区整体环评、一证管理），须有当地采纳文件。《排污许可管理条例》第二条、第六条规定由实际排放污染物的单位按生产经营场所申请；外地打捆审批中，各建设单位仍对自己的项目负责。两条责任链都记录在案，以上位法为准。',
  en: 'Pilot: the park’s legal entity holds this permit by clause 2 of the draft measures (one EIA and one permit for the park), which needs an adoption on record. Articles 2 and 6 of the permit regulation have the actual discharger apply for each place; where approvals were bundled elsewhere, each proponent stayed liable. Both chains of duty are recorded, and the higher law prevails.',
} as const satisfies Bilingual;

/** Shown where a period has no text that gives it. */
export const NO_PERIOD = {
  zh: '条例没有写明办理期限（未核实其他规定）',
  en: 'The regulation gives no period (other texts were not verified)',
} as const satisfies Bilingual;

/** Headings of the list, on the screen and in Excel. */
export const PERMIT_COLUMNS = {
  holder: { zh: '持证单位', en: 'Holder' },
  category: { zh: '管理类别', en: 'Category' },
  number: { zh: '证书（登记）编号', en: 'Number' },
  state: { zh: '状态', en: 'State' },
  validTo: { zh: '有效期至', en: 'Valid to' },
  application: { zh: '正在办理', en: 'Under way' },
  district: { zh: '区、县（市）', en: 'County' },
  park: { zh: '所在园区', en: 'Park' },
} as const satisfies Record<string, Bilingual>;
