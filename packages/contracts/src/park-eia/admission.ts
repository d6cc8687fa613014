import { z } from 'zod';
import { PollutantAmount, POLLUTANTS } from '../profile.ts';
import type { Bilingual } from '../people/bilingual.ts';
import { ListQuery } from '../register.ts';
import { ScreeningAnswer, ScreeningRequest } from '../screening.ts';
import { AllowanceItems, Envelope, LIABILITIES, type Liability } from './envelope.ts';
import { ADMISSION_STATES, LEAVE_CAUSES, type AdmissionState, type LeaveCause } from './states.ts';

const States = z.enum(Object.keys(ADMISSION_STATES) as [AdmissionState, ...AdmissionState[]]);
const Liabilities = z.enum(Object.keys(LIABILITIES) as [Liability, ...Liability[]]);

/** What is asked before a tenant enters directly; each is answered, met or not. */
export const ADMISSION_CHECKS = {
  RESTRICTION: { zh: '园区没有被项目限批', en: 'The park is under no restriction' },
  PARK_EIA: { zh: '园区整体环评当日有效', en: 'The park-wide EIA is in force' },
  RECONCILED: { zh: '园区期初份额已核对', en: 'The park’s opening balance is confirmed' },
  PILOT: { zh: '所在县（市、区）在试点范围内', en: 'The county is in the pilot' },
  ADOPTION: { zh: '直接入驻已有采纳文件', en: 'Direct entry is adopted' },
  LAW: { zh: '项目符合直接入驻的条件', en: 'The law allows direct entry' },
  PROCESS: { zh: '工艺在整体环评范围内', en: 'The processes are covered' },
  PERMIT: { zh: '园区排污许可证当日有效', en: 'The park’s permit is in force' },
  AMOUNT: { zh: '排放量在园区剩余份额之内', en: 'The amount fits what is left' },
} as const satisfies Record<string, Bilingual>;
export type AdmissionCheckCode = keyof typeof ADMISSION_CHECKS;

export const AdmissionCheck = z.object({
  code: z.enum(Object.keys(ADMISSION_CHECKS) as [AdmissionCheckCode, ...AdmissionCheckCode[]]),
  met: z.boolean(),
  reason: z.string().nullable().meta({
    description: 'What exactly does not fit, by code; texts are looked up by it.',
  }),
  item: AllowanceItems.nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).meta({
    description: 'Of an amount: asked, left and total, in grams a year or litres a day.',
  }),
});
export type AdmissionCheck = z.infer<typeof AdmissionCheck>;

/** The tenant's place of today and what its park-wide EIA allows: what the form is made from. */
export const AdmissionPlace = z.object({
  enterpriseId: z.uuid(),
  enterprise: z.string(),
  industries: z.array(z.string()),
  park: z
    .object({
      id: z.uuid(),
      name: z.string(),
      districtCode: z.string(),
      unit: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    })
    .nullable()
    .meta({ description: 'Null where no tenancy is on record.' }),
  eia: z
    .object({
      id: z.uuid(),
      title: z.string(),
      approvalNo: z.string(),
      validTo: z.iso.date(),
      liability: Liabilities,
      envelope: Envelope,
      listedAs: z.string().nullable().meta({ description: 'Its park in the list of the law.' }),
    })
    .nullable(),
  admission: z.uuid().nullable().meta({ description: 'Of the share that it holds already.' }),
});
export type AdmissionPlace = z.infer<typeof AdmissionPlace>;
export const AdmissionPlaces = z.object({ places: z.array(AdmissionPlace) });
export type AdmissionPlaces = z.infer<typeof AdmissionPlaces>;

export const AdmissionForm = z.object({
  enterpriseId: z.uuid(),
  project: ScreeningRequest.pick({ industries: true, works: true, facts: true, unstated: true }),
  processes: z
    .array(z.string().regex(/^process\.[a-z0-9_]+$/))
    .max(60)
    .default([])
    .meta({ description: 'All processes of the project that the park-wide EIA names.' }),
  pollutants: z.array(PollutantAmount).max(Object.keys(POLLUTANTS).length).default([]),
  wastewaterLitresPerDay: z.int().min(0).max(100_000_000).default(0),
  representative: z.string().trim().min(2).max(40).meta({
    description: 'Name of the legal representative who commits.',
  }),
  committed: z.literal(true).meta({
    description: 'The statement of commitment was read and is given.',
  }),
});
export type AdmissionForm = z.infer<typeof AdmissionForm>;

export const AdmissionLeave = z.object({
  version: z.int().min(1),
  leftOn: z.iso.date(),
  cause: z.enum(Object.keys(LEAVE_CAUSES) as [LeaveCause, ...LeaveCause[]]),
});
export type AdmissionLeave = z.infer<typeof AdmissionLeave>;

export const AdmissionRow = z.object({
  id: z.uuid(),
  enterpriseId: z.uuid(),
  enterprise: z.string(),
  parkId: z.uuid(),
  park: z.string(),
  unit: z.string().nullable(),
  districtCode: z.string(),
  state: States,
  historical: z.boolean().meta({ description: 'Taken over from before the platform.' }),
  appliedOn: z.iso.date(),
  leftOn: z.iso.date().nullable(),
});
export type AdmissionRow = z.infer<typeof AdmissionRow>;

export const AdmissionQuery = ListQuery.extend({
  state: States.optional(),
  park: z.uuid().optional(),
  sort: z.enum(['-appliedOn', 'appliedOn', 'enterprise', '-enterprise']).default('-appliedOn'),
});
export type AdmissionQuery = z.infer<typeof AdmissionQuery>;
export const AdmissionList = z.object({ rows: z.array(AdmissionRow), total: z.int() });
export type AdmissionList = z.infer<typeof AdmissionList>;
export const ADMISSION_COLUMNS = {
  enterprise: { zh: '企业', en: 'Enterprise' },
  park: { zh: '园区', en: 'Park' },
  unit: { zh: '厂房', en: 'Unit' },
  state: { zh: '结果', en: 'Result' },
  appliedOn: { zh: '申请日期', en: 'Applied on' },
} as const satisfies Record<string, Bilingual>;

export const Admission = AdmissionRow.extend({
  eia: z
    .object({
      id: z.uuid(),
      title: z.string(),
      approvalNo: z.string(),
      liability: Liabilities,
    })
    .nullable(),
  checks: z.array(AdmissionCheck),
  shares: z.array(z.object({ item: AllowanceItems, amount: z.int() })),
  project: AdmissionForm.shape.project,
  answer: ScreeningAnswer.nullable().meta({
    description: 'As it was on the day; null of a tenant that was there before.',
  }),
  representative: z.string().meta({
    description: 'In full for the enterprise itself; masked for others.',
  }),
  leaveCause: z.enum(Object.keys(LEAVE_CAUSES) as [LeaveCause, ...LeaveCause[]]).nullable(),
  certificateId: z.uuid().nullable(),
  version: z.int(),
  may: z.object({ leave: z.boolean() }),
});
export type Admission = z.infer<typeof Admission>;
