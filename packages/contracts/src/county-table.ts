import { z } from 'zod';

const count = z.int().default(0);
/** Checks before a lease by what the law said of the project; OPEN where facts were missing. */
export const CheckCounts = z.object({
  checks: count,
  levels: z.object({ REPORT: count, FORM: count, REGISTRATION: count, NONE: count, OPEN: count }),
  permits: z.object({
    KEY: count,
    SIMPLIFIED: count,
    REGISTRATION: count,
    NONE: count,
    OPEN: count,
  }),
});
export type CheckCounts = z.infer<typeof CheckCounts>;

/** One line per county: the first cockpit. Each figure is that of a list with filters. */
export const CountyTable = z.object({
  rows: z.array(
    z.object({
      districtCode: z.string(),
      parks: z.int(),
      starParks: z.int(),
      enterprises: z.int(),
      inParks: z.int(),
      withProfile: z.int(),
      withHazardousWaste: z.int(),
      checks: CheckCounts.nullable().meta({
        description: 'Null for whoever may not read checks before a lease.',
      }),
    }),
  ),
});
export type CountyTable = z.infer<typeof CountyTable>;

/** Headings of the cockpit, on the screen and in Excel. */
export const COUNTY_COLUMNS = {
  district: { zh: '区、县（市）', en: 'County' },
  parks: { zh: '园区', en: 'Parks' },
  starParks: { zh: '星级园区', en: 'Star parks' },
  enterprises: { zh: '企业', en: 'Enterprises' },
  inParks: { zh: '已入园', en: 'In parks' },
  inParksShare: { zh: '入园率', en: 'In parks, share' },
  withProfile: { zh: '已填排污情况', en: 'With a profile' },
  withProfileShare: { zh: '填报率', en: 'With a profile, share' },
  withHazardousWaste: { zh: '产生危废', en: 'With hazardous waste' },
  checks: { zh: '租前查询', en: 'Checks before a lease' },
} as const;
export const CHECK_LEVELS = {
  REPORT: { zh: '报告书', en: 'Report' },
  FORM: { zh: '报告表', en: 'Form' },
  REGISTRATION: { zh: '登记表', en: 'Registration form' },
  NONE: { zh: '不用办', en: 'None' },
  OPEN: { zh: '未定', en: 'Open' },
} as const;
export type CheckLevel = keyof typeof CHECK_LEVELS;
export const CHECK_PERMITS = {
  KEY: { zh: '重点管理', en: 'Key' },
  SIMPLIFIED: { zh: '简化管理', en: 'Simplified' },
  REGISTRATION: { zh: '登记管理', en: 'Registration' },
  NONE: { zh: '不纳入', en: 'None' },
  OPEN: { zh: '未定', en: 'Open' },
} as const;
export type CheckPermit = keyof typeof CHECK_PERMITS;
