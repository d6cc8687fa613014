import { z } from 'zod';
import { CHECK_LEVELS, CHECK_PERMITS, type CheckLevel, type CheckPermit } from './county-table.ts';
import { ListQuery } from './register.ts';
import { ScreeningAnswer, ScreeningRequest } from './screening.ts';

/** What the landlord may do with the lease, from most to least careful. */
export const PRE_LEASE_OUTCOMES = {
  STOP: { zh: '暂不能签约', en: 'Do not sign yet' },
  OPEN: { zh: '情况未说全，先补充', en: 'Not all is said: complete it first' },
  CONDITIONAL: { zh: '可以签约，须写明条件', en: 'May be signed, with conditions in it' },
  CLEAR: { zh: '可以签约', en: 'May be signed' },
} as const;
export type PreLeaseOutcome = keyof typeof PRE_LEASE_OUTCOMES;
const Outcomes = z.enum(Object.keys(PRE_LEASE_OUTCOMES) as [PreLeaseOutcome, ...PreLeaseOutcome[]]);

/** Each finding by code, with what the landlord does about it. */
export const PRE_LEASE_FINDINGS = {
  UNIT_OCCUPIED: {
    zh: '这间厂房登记有企业在租，先核实并办理退租登记。',
    en: 'An enterprise is on record in this unit: verify, and record its leaving first.',
  },
  EIA_OPEN: {
    zh: '环评类别还定不下来：最高可能是{ceiling}，还有{count}项情况没有回答。',
    en: 'The EIA level is still open: at most {ceiling}; {count} facts are not answered.',
  },
  EIA_REPORT: {
    zh: '须编制环境影响报告书并取得批准后才能开工；租约中写明未获批准不得进场生产。',
    en: 'An EIA report must be approved before construction: the lease says that no production begins before.',
  },
  EIA_FORM: {
    zh: '须编制环境影响报告表并取得批准后才能开工；租约中写明未获批准不得进场生产。',
    en: 'An EIA form must be approved before construction: the lease says that no production begins before.',
  },
  EIA_REGISTRATION: {
    zh: '建成投产前须网上填报环境影响登记表；入驻时向承租企业索取备案回执。',
    en: 'A registration form is filed online before production: ask the tenant for the receipt.',
  },
  EIA_EXEMPT: {
    zh: '按已生效的减免免于环评手续，凭减免条款留存记录。',
    en: 'Exempt by a relief in force: keep the record that the relief asks for.',
  },
  EIA_NOT_LISTED: { zh: '不纳入环评管理。', en: 'Not under EIA management.' },
  EIA_OFFICER: {
    zh: '名录文字有不同理解，签约前请向属地生态环境分局确认。',
    en: 'The catalogue can be read in two ways: ask the county branch before signing.',
  },
  PERMIT_KEY: {
    zh: '属排污许可重点管理，取得排污许可证后方可排污。',
    en: 'Key permit management: no discharge before the permit is held.',
  },
  PERMIT_SIMPLIFIED: {
    zh: '属排污许可简化管理，取得排污许可证后方可排污。',
    en: 'Simplified permit management: no discharge before the permit is held.',
  },
  PERMIT_OPEN: {
    zh: '排污许可类别还定不下来：最高可能是{ceiling}；租约中写明办妥排污许可或登记前不得排污。',
    en: 'The permit category is still open: at most {ceiling}. The lease says that nothing is discharged before it is settled.',
  },
  PERMIT_REGISTRATION: {
    zh: '须填报排污登记表。',
    en: 'A discharge registration form is to be filed.',
  },
  ALREADY_REGISTERED: {
    zh: '该企业在平台已有登记：若是搬迁，原址的环评、排污许可手续须一并变更。',
    en: 'The enterprise is on record already: if it moves, the papers of the old site change with it.',
  },
} as const;
export type PreLeaseFindingCode = keyof typeof PRE_LEASE_FINDINGS;
const FindingCodes = z.enum(
  Object.keys(PRE_LEASE_FINDINGS) as [PreLeaseFindingCode, ...PreLeaseFindingCode[]],
);

/** Units that the asker lets or operates, to choose one from. */
export const UnitList = z.object({
  units: z.array(
    z.object({
      id: z.uuid(),
      park: z.string(),
      districtCode: z
        .string()
        .meta({ description: 'The county whose law the project is asked by.' }),
      name: z.string(),
      areaM2: z.int(),
      isLet: z.boolean(),
    }),
  ),
});
export type UnitList = z.infer<typeof UnitList>;

export const PreLeaseForm = z.object({
  unitId: z.uuid(),
  tenantName: z.string().trim().min(2).max(100),
  creditCode: z
    .string()
    .trim()
    .max(40)
    .nullable()
    .default(null)
    .meta({ description: 'Null for an enterprise that is still being founded.' }),
  project: ScreeningRequest.pick({ industries: true, works: true, facts: true, unstated: true }),
});
export type PreLeaseForm = z.infer<typeof PreLeaseForm>;

export const PreLeaseRow = z.object({
  id: z.uuid(),
  number: z.string().meta({ description: 'A number of the platform, no official one.' }),
  tenantName: z.string(),
  park: z.string(),
  unit: z.string(),
  outcome: Outcomes,
  madeOn: z.iso.date(),
});
export const PreLeaseQuery = ListQuery.extend({
  district: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  outcome: Outcomes.optional(),
  level: z.enum(Object.keys(CHECK_LEVELS) as [CheckLevel, ...CheckLevel[]]).optional(),
  permit: z.enum(Object.keys(CHECK_PERMITS) as [CheckPermit, ...CheckPermit[]]).optional(),
  from: z.iso.date().optional().meta({ description: 'Made on the day or later.' }),
  sort: z.enum(['-madeOn', 'madeOn', 'tenantName', '-tenantName']).default('-madeOn'),
});
export type PreLeaseQuery = z.infer<typeof PreLeaseQuery>;
export const PreLeaseList = z.object({ rows: z.array(PreLeaseRow), total: z.int() });
export const PRE_LEASE_COLUMNS = {
  tenantName: { zh: '承租企业', en: 'Tenant' },
  outcome: { zh: '意见', en: 'Opinion' },
  park: { zh: '园区', en: 'Park' },
  unit: { zh: '单元', en: 'Unit' },
  madeOn: { zh: '查询日期', en: 'Checked on' },
  number: { zh: '编号', en: 'Number' },
} as const;
export type PreLeaseList = z.infer<typeof PreLeaseList>;

export const PreLeaseCheck = PreLeaseRow.extend({
  creditCode: z.string().nullable(),
  organisation: z.string().meta({ description: 'Who checked.' }),
  madeBy: z.string(),
  findings: z.array(
    z.object({
      code: FindingCodes,
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  project: PreLeaseForm.shape.project,
  answer: ScreeningAnswer.meta({ description: 'As it was on the day; never worked out again.' }),
});
export type PreLeaseCheck = z.infer<typeof PreLeaseCheck>;
