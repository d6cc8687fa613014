import { z } from 'zod';
import { CertificateRecord } from './certificate-record.ts';
import { FileView } from '../files.ts';
import { ListQuery } from '../register.ts';
import { CaseRow } from './views.ts';
import {
  MAIN_POLLUTANTS,
  PERMIT_CHANGE_NAMES,
  REGISTERED_RETROFIT_STATES,
  RETROFIT_BARS,
  RETROFIT_BASELINE_NAMES,
  RETROFIT_CHECKS,
  RETROFIT_KINDS,
  RETROFIT_QUESTIONS,
} from './retrofit-words.ts';

const keysOf = <T extends object>(table: T) =>
  Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];

const Pollutants = z.enum(MAIN_POLLUTANTS);
const Kinds = z.enum(keysOf(RETROFIT_KINDS));
const Checks = z.enum(keysOf(RETROFIT_CHECKS));
const Baselines = z.enum(RETROFIT_BASELINE_NAMES);
/** Ten million tonnes: more is a slip of the unit. */
const grams = z.int().min(0).max(10_000_000_000_000).nullable();
const answer = z.boolean().nullable().default(null);
const Version = z.int().min(1).meta({ description: 'The version that the asker has seen.' });

/** The declaration of a retrofit; null is what nobody has said yet. */
export const RetrofitForm = z.object({
  kind: Kinds.nullable().default(null),
  facility: z.string().trim().max(100).default(''),
  works: z.string().trim().max(2000).default('').meta({ description: 'What is done 改造内容.' }),
  centralPlant: answer.meta({
    description: 'Whether a centralised industrial wastewater plant is built or extended.',
  }),
  newLandM2: z.int().min(0).max(10_000_000).nullable().default(null),
  landFile: z.uuid().nullable().default(null).meta({ description: 'The land certificate.' }),
  baseline: Baselines.nullable().default(null).meta({
    description: 'What the amounts before are taken from; null: as the parameter says.',
  }),
  amounts: z
    .array(z.object({ pollutant: Pollutants, beforeGrams: grams, afterGrams: grams }))
    .max(MAIN_POLLUTANTS.length)
    .refine((rows) => new Set(rows.map(({ pollutant }) => pollutant)).size === rows.length)
    .default([])
    .meta({ description: 'Whole grams in a year, before and after; each pollutant once.' }),
  changes: z
    .object(
      Object.fromEntries(PERMIT_CHANGE_NAMES.map((name) => [name, answer])) as Record<
        (typeof PERMIT_CHANGE_NAMES)[number],
        typeof answer
      >,
    )
    .prefault({}),
});
export type RetrofitForm = z.infer<typeof RetrofitForm>;

/** Steps of whoever declares. */
export const RetrofitStep = z.discriminatedUnion('step', [
  z.object({ step: z.literal('save'), version: Version, form: RetrofitForm }),
  z.object({ step: z.literal('declare'), version: Version }),
  z.object({
    step: z.literal('recordOutside'),
    version: Version,
    number: z.string().trim().min(2).max(60),
    on: z.iso.date(),
  }),
  z.object({
    step: z.literal('permitChanged'),
    version: Version,
    number: z.string().trim().min(2).max(60).meta({ description: 'Of the permit as changed.' }),
  }),
]);
export type RetrofitStep = z.infer<typeof RetrofitStep>;

export const RetrofitVoiding = z.object({
  version: Version,
  reason: z.string().trim().min(2).max(500),
});
export type RetrofitVoiding = z.infer<typeof RetrofitVoiding>;

/** The after-check: drawn by an officer, then found as declared or not. */
export const RetrofitCheckStep = z.discriminatedUnion('step', [
  z.object({ step: z.literal('draw') }),
  z.object({
    step: z.literal('check'),
    on: z.iso.date(),
    result: z.enum(['AS_DECLARED', 'NOT_AS_DECLARED']),
    words: z.string().trim().max(2000).default(''),
  }),
]);
export type RetrofitCheckStep = z.infer<typeof RetrofitCheckStep>;

/** What the declaration comes to: every bar and every open question, never only the first. */
export const RetrofitFindings = z.object({
  verdict: z.enum(['EXEMPT', 'NOT_EXEMPT', 'OPEN']),
  bars: z.array(
    z.object({
      code: z.enum(keysOf(RETROFIT_BARS)),
      pollutant: Pollutants.nullable(),
      before: z.int().nullable().meta({ description: 'Grams in a year.' }),
      after: z.int().nullable().meta({ description: 'Grams in a year; of land, square metres.' }),
      by: z.int().nullable().meta({ description: 'How much more.' }),
    }),
  ),
  open: z.array(
    z.object({ code: z.enum(keysOf(RETROFIT_QUESTIONS)), pollutant: Pollutants.nullable() }),
  ),
  permit: z.object({
    change: z.enum(['DUE', 'NOT_DUE', 'OPEN']),
    reasons: z.array(z.enum(PERMIT_CHANGE_NAMES)),
  }),
});
export type RetrofitFindings = z.infer<typeof RetrofitFindings>;

export const RetrofitView = z.object({
  caseId: z.uuid(),
  version: z.int(),
  form: RetrofitForm,
  findings: RetrofitFindings,
  baseline: z.object({
    baseline: Baselines,
    basis: z.string().meta({ description: 'Of the parameter; empty where no office has set it.' }),
    confidence: z.string(),
  }),
  permit: z
    .object({
      number: z.string(),
      amounts: z.array(z.object({ pollutant: Pollutants, gramsPerYear: z.int() })),
    })
    .nullable()
    .meta({ description: 'The permit in force that the platform knows.' }),
  landFile: FileView.nullable(),
  restriction: z
    .object({ documentNo: z.string(), since: z.iso.date() })
    .nullable()
    .meta({ description: 'Of the park: while it lasts nothing is declared.' }),
  certificate: CertificateRecord.nullable(),
  permitChanged: z.object({ number: z.string(), on: z.iso.date() }).nullable(),
  check: z.object({
    state: Checks,
    drawnOn: z.iso.date().nullable(),
    checkedOn: z.iso.date().nullable(),
    words: z.string(),
  }),
  voided: z.object({ reason: z.string(), on: z.iso.date() }).nullable(),
  may: z.object({
    draw: z.boolean(),
    check: z.boolean(),
    void: z.boolean(),
    permitChanged: z.boolean(),
  }),
});
export type RetrofitView = z.infer<typeof RetrofitView>;

export const RetrofitQuery = ListQuery.extend({
  district: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  park: z.uuid().optional(),
  state: z.enum(REGISTERED_RETROFIT_STATES).optional(),
  check: Checks.optional(),
  sort: z.enum(['-declared', 'declared', 'name', '-name']).default('-declared'),
});
export type RetrofitQuery = z.infer<typeof RetrofitQuery>;

export const RetrofitRow = CaseRow.pick({
  id: true,
  state: true,
  name: true,
  applicant: true,
  park: true,
  districtCode: true,
  number: true,
}).extend({
  kind: Kinds.nullable(),
  facility: z.string(),
  declaredOn: z.iso.date().nullable(),
  permitChange: z.boolean().meta({ description: 'Whether a change of the permit fell due.' }),
  check: Checks,
  checkedOn: z.iso.date().nullable(),
});
export type RetrofitRow = z.infer<typeof RetrofitRow>;
export const RetrofitList = z.object({ rows: z.array(RetrofitRow), total: z.int() });
export type RetrofitList = z.infer<typeof RetrofitList>;

export const RETROFIT_COLUMNS = {
  name: { zh: '项目名称', en: 'Project' },
  applicant: { zh: '申报单位', en: 'Declared by' },
  park: { zh: '园区', en: 'Park' },
  district: { zh: '区县', en: 'County' },
  kind: { zh: '设施类别', en: 'Infrastructure' },
  facility: { zh: '设施名称', en: 'Facility' },
  declaredOn: { zh: '申报日期', en: 'Declared on' },
  state: { zh: '状态', en: 'State' },
  number: { zh: '编号', en: 'Number' },
  permitChange: { zh: '许可变更', en: 'Permit change' },
  check: { zh: '事后核查', en: 'After-check' },
  checkedOn: { zh: '核查日期', en: 'Checked on' },
} as const;
