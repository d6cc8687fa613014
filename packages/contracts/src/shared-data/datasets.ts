import { z } from 'zod';
import type { Bilingual } from '../people/bilingual.ts';
import type { Role } from '../people/roles.ts';
import { FileView } from '../files.ts';
import { ListQuery } from '../register.ts';

/** What a park shares so that nobody measures it again; the keys are those of the law's list. */
export const DATASET_KINDS = {
  ambient: { zh: '环境质量本底', en: 'Ambient baseline' },
  soil_groundwater: { zh: '土壤和地下水本底', en: 'Soil and groundwater baseline' },
  sewer: { zh: '污水入网证明', en: 'Certificate of sewer connection' },
} as const satisfies Record<string, Bilingual>;
export type DatasetKind = keyof typeof DATASET_KINDS;
export const DATASET_KIND_NAMES = Object.keys(DATASET_KINDS) as [DatasetKind, ...DatasetKind[]];
const Kinds = z.enum(DATASET_KIND_NAMES);

/** What was decided about a dataset; that its days are over or not begun, the calendar says. */
export const DATASET_STATES = {
  AVAILABLE: { zh: '可引用', en: 'Available' },
  WITHDRAWN: { zh: '已撤回', en: 'Withdrawn' },
  SUPERSEDED: { zh: '已被更新', en: 'Superseded' },
} as const satisfies Record<string, Bilingual>;
export type DatasetState = keyof typeof DATASET_STATES;

/** How it stands on a day. */
export const DATASET_STANDINGS = {
  ...DATASET_STATES,
  NOT_YET: { zh: '尚未生效', en: 'Not valid yet' },
  EXPIRED: { zh: '已过期', en: 'Expired' },
} as const satisfies Record<string, Bilingual>;
export type DatasetStanding = keyof typeof DATASET_STANDINGS;
const STANDING_NAMES = Object.keys(DATASET_STANDINGS) as [DatasetStanding, ...DatasetStanding[]];

export const DATASET_STEPS = {
  shorten: { zh: '缩短有效期', en: 'Shorten' },
  supersede: { zh: '用新数据更新', en: 'Supersede' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
} as const satisfies Record<string, Bilingual>;
export type DatasetStep = keyof typeof DATASET_STEPS;

/** Which step leads where, and whose it is. What is withdrawn or superseded stays so. */
export const DATASET_TABLE = {
  AVAILABLE: {
    shorten: { to: 'AVAILABLE', roles: ['PARK_MANAGER'] },
    supersede: { to: 'SUPERSEDED', roles: ['PARK_MANAGER'] },
    withdraw: { to: 'WITHDRAWN', roles: ['PARK_MANAGER', 'APPROVAL_OFFICER'] },
  },
  WITHDRAWN: {},
  SUPERSEDED: {},
} as const satisfies Record<
  DatasetState,
  Partial<Record<DatasetStep, { readonly to: DatasetState; readonly roles: readonly Role[] }>>
>;

const day = z.iso.date();
const words = (most: number) => z.string().trim().min(1).max(most);

/** One factor as the laboratory reported it. */
export const DatasetFactor = z.object({
  name: words(60),
  value: words(60).meta({ description: 'As text: a figure, a range, or “未检出”.' }),
  unit: z.string().trim().max(30).default(''),
  method: z.string().trim().max(120).default(''),
});
export type DatasetFactor = z.infer<typeof DatasetFactor>;

export const DATASET_LIMITS = { factors: 200, points: 100 } as const;

export const DatasetForm = z.object({
  kind: Kinds,
  title: words(120),
  dataOwner: words(100).meta({ description: 'Whose the data are 数据所有人.' }),
  sampledOn: day.nullable().default(null).meta({
    description: 'The first day of sampling; validity counts from it. Null for a certificate.',
  }),
  laboratory: z.string().trim().max(100).default(''),
  cmaNo: z.string().trim().max(40).default('').meta({
    description: 'Number of the laboratory’s CMA certificate 资质认定证书编号.',
  }),
  points: z.array(words(80)).max(DATASET_LIMITS.points).default([]),
  factors: z.array(DatasetFactor).max(DATASET_LIMITS.factors).default([]),
  validFrom: day,
  validTo: day.nullable().default(null).meta({
    description: 'Left out: as long as the rulebook’s parameter says. Earlier may be given.',
  }),
  file: z.uuid().meta({ description: 'Sent before by uploadFile.' }),
  supersedes: z.uuid().nullable().default(null).meta({
    description: 'The available dataset of the same kind that this one takes the place of.',
  }),
});
export type DatasetForm = z.infer<typeof DatasetForm>;

export const DatasetShortening = z.object({ validTo: day });
export type DatasetShortening = z.infer<typeof DatasetShortening>;

export const DatasetWithdrawal = z.object({ reason: z.string().trim().min(2).max(300) });
export type DatasetWithdrawal = z.infer<typeof DatasetWithdrawal>;

export const DatasetRow = z.object({
  id: z.uuid(),
  kind: Kinds,
  title: z.string(),
  dataOwner: z.string(),
  sampledOn: day.nullable(),
  laboratory: z.string(),
  cmaNo: z.string(),
  validFrom: day,
  validTo: day,
  standing: z.enum(STANDING_NAMES).meta({ description: 'On the day of the answer.' }),
  endedOn: day.nullable().meta({ description: 'When it was withdrawn or superseded.' }),
  reason: z.string().meta({ description: 'Why it was withdrawn; else empty.' }),
  supersededBy: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  citations: z.int().meta({ description: 'Bundles that it went into.' }),
});
export type DatasetRow = z.infer<typeof DatasetRow>;

export const DatasetView = DatasetRow.extend({
  park: z.object({ id: z.uuid(), name: z.string() }),
  points: z.array(z.string()),
  factors: z.array(DatasetFactor),
  file: FileView,
  enteredOn: day,
  may: z.array(z.enum(Object.keys(DATASET_STEPS) as [DatasetStep, ...DatasetStep[]])),
});
export type DatasetView = z.infer<typeof DatasetView>;

export const DATASET_SORTS = [
  'validTo',
  '-validTo',
  'title',
  '-title',
  'citations',
  '-citations',
] as const;
export const DatasetQuery = ListQuery.extend({
  kind: Kinds.optional(),
  standing: z.enum(STANDING_NAMES).optional(),
  sort: z.enum(DATASET_SORTS).default('validTo'),
});
export type DatasetQuery = z.infer<typeof DatasetQuery>;

/** Years that monitoring data may be used; null where nobody has said how long. */
const Years = z.int().nullable();
export const DatasetList = z.object({
  park: z.object({ id: z.uuid(), name: z.string() }),
  rows: z.array(DatasetRow),
  total: z.int(),
  limits: z.object({ ambient: Years, soil_groundwater: Years }).meta({
    description: 'Parameters of the rulebook on this day, in years.',
  }),
  may: z.object({ enter: z.boolean(), export: z.boolean() }),
});
export type DatasetList = z.infer<typeof DatasetList>;

export const DATASET_COLUMNS = {
  kind: { zh: '数据类别', en: 'Kind' },
  title: { zh: '名称', en: 'Title' },
  dataOwner: { zh: '数据所有人', en: 'Owner of the data' },
  sampledOn: { zh: '采样日期', en: 'Sampled on' },
  laboratory: { zh: '监测机构', en: 'Laboratory' },
  cmaNo: { zh: '资质认定（CMA）编号', en: 'CMA number' },
  validFrom: { zh: '有效期起', en: 'Valid from' },
  validTo: { zh: '有效期止', en: 'Valid until' },
  standing: { zh: '状态', en: 'State' },
  reason: { zh: '撤回理由', en: 'Reason of withdrawal' },
  citations: { zh: '引用次数', en: 'Times cited' },
} as const satisfies Record<string, Bilingual>;
