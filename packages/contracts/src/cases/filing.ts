import { z } from 'zod';
import type { Bilingual } from '../people/bilingual.ts';
import { readPhone } from '../masks.ts';
import { ProjectCode } from './forms.ts';

/** 建设性质, as the registration form has it. */
export const BUILD_KINDS = {
  NEW: { zh: '新建', en: 'New' },
  REBUILD: { zh: '改建', en: 'Rebuilding' },
  EXPAND: { zh: '扩建', en: 'Extension' },
  RETROFIT: { zh: '技术改造', en: 'Technical upgrade' },
} as const satisfies Record<string, Bilingual>;
export type BuildKind = keyof typeof BUILD_KINDS;

/** 主要环境影响, each with the measure against it and where it goes. */
export const IMPACTS = {
  AIR: { zh: '废气', en: 'Waste gas' },
  WASTEWATER: { zh: '生产废水', en: 'Production wastewater' },
  SEWAGE: { zh: '生活污水', en: 'Domestic sewage' },
  SOLID_WASTE: { zh: '固体废物', en: 'Solid waste' },
  NOISE: { zh: '噪声', en: 'Noise' },
  ECOLOGY: { zh: '生态影响', en: 'Effect on nature' },
} as const satisfies Record<string, Bilingual>;
export type Impact = keyof typeof IMPACTS;

/** Noise and effects on nature are carried nowhere. */
const GOES_NOWHERE: readonly Impact[] = ['NOISE', 'ECOLOGY'];

/** Longest texts and largest figures; all that a receipt repeats fits on its page. */
export const FILING_LIMITS = {
  content: 600,
  measure: 100,
  destination: 40,
  name: 40,
  phone: 30,
  floorAreaM2: 10_000_000,
  /** 900 亿元. */
  investmentCents: 9_000_000_000_000,
} as const;

const { content, measure, destination, name, phone, floorAreaM2, investmentCents } = FILING_LIMITS;
const Money = z.int().min(0).max(investmentCents).nullable();

/** 环境影响登记表: what is not filled in yet is null or empty; `filingFaults` says what is missing. */
export const FilingForm = z.strictObject({
  nature: z.enum(Object.keys(BUILD_KINDS) as [BuildKind, ...BuildKind[]]).nullable(),
  floorAreaM2: z.int().min(0).max(floorAreaM2).nullable(),
  investmentCents: Money.meta({ description: 'Whole fen: 1 万元 is 1000000.' }),
  environmentalInvestmentCents: Money,
  operationOn: z.iso.date().nullable().meta({ description: 'Planned start of operation.' }),
  content: z.string().trim().max(content),
  impacts: z
    .array(
      z.strictObject({
        kind: z.enum(Object.keys(IMPACTS) as [Impact, ...Impact[]]),
        measure: z.string().trim().max(measure),
        destination: z.string().trim().max(destination),
      }),
    )
    .max(Object.keys(IMPACTS).length),
  legalRepresentative: z.string().trim().max(name),
  contact: z.string().trim().max(name),
  phone: z.string().trim().max(phone),
});
export type FilingForm = z.infer<typeof FilingForm>;

export const EMPTY_FILING: FilingForm = {
  nature: null,
  floorAreaM2: null,
  investmentCents: null,
  environmentalInvestmentCents: null,
  operationOn: null,
  content: '',
  impacts: [],
  legalRepresentative: '',
  contact: '',
  phone: '',
};

/** A field of the form; of an impact with its kind, as `impacts.AIR`. */
export type FilingField = Exclude<keyof FilingForm, 'impacts'> | 'impacts' | `impacts.${Impact}`;

export interface FilingFault {
  readonly field: FilingField;
  readonly code: 'EMPTY' | 'ABOVE_TOTAL' | 'PHONE' | 'TWICE' | 'MEASURE' | 'DESTINATION';
}

/** What keeps the form from being filed, in its order; nothing for a complete one. */
export function filingFaults(form: FilingForm): FilingFault[] {
  const { investmentCents: total, environmentalInvestmentCents: share } = form;
  const empty: readonly (readonly [FilingField, boolean])[] = [
    ['nature', form.nature === null],
    ['floorAreaM2', form.floorAreaM2 === null],
    ['investmentCents', total === null || total === 0],
    ['environmentalInvestmentCents', share === null],
    ['operationOn', form.operationOn === null],
    ['content', form.content.length < 2],
    ['impacts', form.impacts.length === 0],
  ];
  const faults: FilingFault[] = empty
    .filter(([, isEmpty]) => isEmpty)
    .map(([field]) => ({ field, code: 'EMPTY' }));
  if (total && share !== null && share > total) {
    faults.push({ field: 'environmentalInvestmentCents', code: 'ABOVE_TOTAL' });
  }
  form.impacts.forEach(({ kind, ...said }, at) => {
    const field = `impacts.${kind}` as const;
    const isTwice = form.impacts.findIndex((one) => one.kind === kind) < at;
    if (isTwice) faults.push({ field, code: 'TWICE' });
    else if (said.measure === '') faults.push({ field, code: 'MEASURE' });
    else if (said.destination === '' && !GOES_NOWHERE.includes(kind)) {
      faults.push({ field, code: 'DESTINATION' });
    }
  });
  for (const field of ['legalRepresentative', 'contact'] as const) {
    if (form[field].length < 2) faults.push({ field, code: 'EMPTY' });
  }
  if (readPhone(form.phone) === null) faults.push({ field: 'phone', code: 'PHONE' });
  return faults;
}

/** Digits between 万元, in which sums are written, and whole fen, in which they are kept. */
export const WAN_DIGITS = 6;

/** What the legal representative declares: 备案管理办法 art. 11; the last only in a reform area. */
export const DECLARATIONS = {
  truth: {
    zh: '填报内容真实、准确、完整，并由本单位承担不实的法律后果',
    en: 'What the form says is true, accurate and complete; we answer in law for what is not',
  },
  level: {
    zh: '已查阅、核对名录，本项目属于应当填报环境影响登记表的项目',
    en: 'The catalogue was read and checked: the project is one for a registration form',
  },
  reform: {
    zh: '本项目不属于改革区域的负面清单，符合其环境准入标准，并按承诺落实各项环保措施',
    en: 'The project is not on the negative list of the reform area, meets its entry standards, and carries out every measure as promised',
  },
} as const satisfies Record<string, Bilingual>;
export type Declaration = keyof typeof DECLARATIONS;
const Declared = z.enum(Object.keys(DECLARATIONS) as [Declaration, ...Declaration[]]);

/** What has to be declared in that kind of case. */
export function declarationsOf(track: 'REGISTRATION' | 'COMMITMENT'): readonly Declaration[] {
  return track === 'COMMITMENT' ? ['truth', 'reform'] : ['truth', 'level'];
}

/** Why a project is filed a second time before it operates: art. 13. */
export const REFILING_REASONS = {
  REPRESENTATIVE_CHANGED: {
    zh: '法定代表人或者主要负责人变更',
    en: 'Another legal representative',
  },
  PROPONENT_CHANGED: { zh: '建设单位变更', en: 'Another applicant' },
} as const satisfies Record<string, Bilingual>;
export type RefilingReason = keyof typeof REFILING_REASONS;

/** Why a filing counts for nothing: arts. 10 and 20. */
export const VOID_REASONS = {
  LEVEL_LOWERED: {
    zh: '应当编制报告书、报告表而填报登记表',
    en: 'A report or report form was due, not a registration form',
  },
  FALSE_STATEMENT: {
    zh: '填报内容不实，按实际情况不应当填报登记表',
    en: 'What was filled in is not true; in truth no registration form was due',
  },
} as const satisfies Record<string, Bilingual>;
export type VoidReason = keyof typeof VOID_REASONS;

const Version = z.int().min(1).meta({ description: 'The version that the asker has seen.' });

export const FilingChange = z.object({
  version: Version,
  name: z.string().trim().min(2).max(100),
  projectCode: ProjectCode.nullable(),
  address: z.string().trim().min(2).max(200),
  form: FilingForm,
});
export type FilingChange = z.infer<typeof FilingChange>;

export const CaseVersion = z.object({ version: Version });
export const Filing = z.object({
  version: Version,
  declared: z.array(Declared).max(3).meta({ description: 'What was ticked.' }),
});
export type Filing = z.infer<typeof Filing>;
export const Refiling = z.object({
  version: Version,
  reason: z.enum(Object.keys(REFILING_REASONS) as [RefilingReason, ...RefilingReason[]]),
  enterpriseId: z
    .uuid()
    .optional()
    .meta({ description: 'The new applicant; the same by default.' }),
});
export type Refiling = z.infer<typeof Refiling>;
export const FilingVoid = z.object({
  version: Version,
  reason: z.enum(Object.keys(VOID_REASONS) as [VoidReason, ...VoidReason[]]),
});
export type FilingVoid = z.infer<typeof FilingVoid>;

/** A filing is looked at after it: how far back the list of those goes that are to be looked at. */
export const AFTER_CHECK_DAYS = 30;
