import { z } from 'zod';

/** How a site is managed by its discharge permit; NONE is what the catalogue does not list. */
export const PERMIT_CATEGORIES = {
  KEY: { zh: '重点管理', en: 'Key management' },
  SIMPLIFIED: { zh: '简化管理', en: 'Simplified management' },
  REGISTRATION: { zh: '登记管理', en: 'Registration' },
  NONE: { zh: '不纳入排污许可管理', en: 'Not under permit management' },
} as const;
export type PermitCategory = keyof typeof PERMIT_CATEGORIES;

/** Main pollutants and what else small enterprises' permits count by the year. */
export const POLLUTANTS = {
  COD: { zh: '化学需氧量', en: 'Chemical oxygen demand' },
  NH3N: { zh: '氨氮', en: 'Ammonia nitrogen' },
  TN: { zh: '总氮', en: 'Total nitrogen' },
  TP: { zh: '总磷', en: 'Total phosphorus' },
  SO2: { zh: '二氧化硫', en: 'Sulphur dioxide' },
  NOX: { zh: '氮氧化物', en: 'Nitrogen oxides' },
  VOCS: { zh: '挥发性有机物', en: 'Volatile organic compounds' },
  PM: { zh: '颗粒物', en: 'Particulate matter' },
} as const;
export type Pollutant = keyof typeof POLLUTANTS;

export const EIA_DOCUMENTS = {
  REPORT: { zh: '环境影响报告书', en: 'Impact report' },
  FORM: { zh: '环境影响报告表', en: 'Impact report form' },
  REGISTRATION: { zh: '环境影响登记表', en: 'Registration form' },
} as const;
export type EiaDocument = keyof typeof EIA_DOCUMENTS;

/** Who takes the hazardous waste. */
export const WASTE_ROUTES = {
  COLLECTOR: { zh: '委托小微危废收运单位', en: 'Collector of small amounts' },
  FACILITY: { zh: '委托有资质单位利用处置', en: 'Licensed facility' },
  SELF: { zh: '自行利用处置', en: 'Own recovery or disposal' },
} as const;
export type WasteRoute = keyof typeof WASTE_ROUTES;

/** Wastewater and main pollutants go to the sewer, the park's plant, straight to water, or nowhere. */
export const WASTEWATER_ROUTES = {
  NONE: { zh: '无生产废水', en: 'No process wastewater' },
  SEWER: { zh: '纳管', en: 'To the sewer' },
  PARK_PLANT: { zh: '园区污水站', en: 'To the park’s plant' },
  DIRECT: { zh: '直排', en: 'Directly to water' },
} as const;
export type WastewaterRoute = keyof typeof WASTEWATER_ROUTES;

/** Ten million tonnes: more is a slip of the unit. */
const MOST_GRAMS = 10_000_000_000_000;
/** A hundred million cubic metres. */
const MOST_LITRES = 100_000_000_000;
const grams = z.int().min(1).max(MOST_GRAMS).meta({ description: 'Whole grams in a year.' });

const keysOf = <T extends object>(table: T) =>
  Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];

export const WastewaterKinds = z.enum(keysOf(WASTEWATER_ROUTES));

export const PollutantAmount = z.object({
  pollutant: z.enum(keysOf(POLLUTANTS)),
  gramsPerYear: grams,
});
export type PollutantAmount = z.infer<typeof PollutantAmount>;

export const EiaApproval = z.object({
  project: z.string().trim().min(2).max(100),
  document: z.enum(keysOf(EIA_DOCUMENTS)),
  number: z.string().trim().min(1).max(60).meta({ description: 'Of the approval or the filing.' }),
  approvedOn: z.iso.date(),
  acceptedOn: z.iso.date().nullable().default(null).meta({
    description: 'When the finished project was accepted; null where it was not yet.',
  }),
});
export type EiaApproval = z.infer<typeof EiaApproval>;

export const WasteAmount = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{3}-\d{3}-\d{2}$/)
    .meta({ description: 'Of the national list of hazardous waste, such as 900-041-49.' }),
  gramsPerYear: grams,
  route: z.enum(keysOf(WASTE_ROUTES)).nullable().default(null),
});
export type WasteAmount = z.infer<typeof WasteAmount>;

/** Another place of the same enterprise 厂区; its main one is the address of the enterprise. */
export const Site = z.object({
  name: z.string().trim().min(1).max(60),
  address: z.string().trim().min(2).max(200),
  parkId: z.uuid().nullable().default(null),
  longitude: z
    .string()
    .regex(/^\d{2,3}(\.\d{1,6})?$/)
    .nullable()
    .default(null),
  latitude: z
    .string()
    .regex(/^\d{1,2}(\.\d{1,6})?$/)
    .nullable()
    .default(null),
});
export type Site = z.infer<typeof Site>;

export const PROFILE_LIMITS = { approvals: 20, wastes: 50, sites: 10 } as const;

/** Discharge, waste and further sites: filled in little by little, often by the owner on a phone. */
export const PROFILE_FIELDS = {
  permitCategory: z.enum(keysOf(PERMIT_CATEGORIES)).nullable().default(null),
  permitNumber: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[0-9A-Z]{22}$/)
    .nullable()
    .default(null)
    .meta({ description: 'Of the permit or the registration: 22 characters.' }),
  permitValidTo: z.iso.date().nullable().default(null),
  wastewaterLitresPerYear: z.int().min(0).max(MOST_LITRES).nullable().default(null),
  pollutants: z.array(PollutantAmount).max(keysOf(POLLUTANTS).length).default([]),
  eiaApprovals: z.array(EiaApproval).max(PROFILE_LIMITS.approvals).default([]),
  wastes: z.array(WasteAmount).max(PROFILE_LIMITS.wastes).default([]),
  sites: z.array(Site).max(PROFILE_LIMITS.sites).default([]),
};
const Profile = z.object(PROFILE_FIELDS);
export type Profile = z.infer<typeof Profile>;

/** Nothing filled in yet. */
export const EMPTY_PROFILE: Profile = Profile.parse({});

/** The national list of hazardous waste, searched; several codes with commas are looked up as they are. */
export const WasteQuery = z.object({
  q: z.string().max(1200).default('').meta({ description: 'A word, pinyin, a code or codes.' }),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export const WasteList = z.object({
  wastes: z.array(
    z.object({
      code: z.string(),
      category: z.string(),
      name: z.string().meta({ description: 'Of the category.' }),
      description: z.string(),
    }),
  ),
  edition: z
    .object({ title: z.string(), effectiveTo: z.string().nullable() })
    .meta({ description: 'Of the list that is at hand; a later one may be in force.' }),
});
export type WasteList = z.infer<typeof WasteList>;

/** Headings of the profile in lists and forms; amounts in the units that people write. */
export const PROFILE_HEADINGS = {
  wastewater: { zh: '生产废水去向', en: 'Process wastewater goes' },
  wastewaterVolume: { zh: '年废水量（立方米）', en: 'Wastewater (m³ a year)' },
  permitCategory: { zh: '排污许可管理类别', en: 'Permit category' },
  permitNumber: { zh: '排污许可证（登记）编号', en: 'Permit number' },
  permitValidTo: { zh: '许可证有效期至', en: 'Permit valid to' },
  pollutants: { zh: '主要污染物年排放量（千克）', en: 'Pollutants (kg a year)' },
  hazardousWaste: { zh: '产生危险废物', en: 'Hazardous waste' },
  wastes: { zh: '危险废物代码和年产生量（吨）', en: 'Waste codes (tonnes a year)' },
  eiaApprovals: { zh: '环评批复或备案', en: 'EIA approvals' },
} as const;
