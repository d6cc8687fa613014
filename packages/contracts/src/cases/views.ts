import { z } from 'zod';
import { LEVEL, OUTCOME } from '../relief.ts';
import { ScreeningAnswer } from '../screening.ts';
import { CASE_STEPS, type CaseStep } from './states.ts';
import { CaseForm, CaseStates, CaseTracks } from './forms.ts';

const Named = z.object({ id: z.uuid(), name: z.string() });

export const CaseRow = z.object({
  id: z.uuid(),
  track: CaseTracks,
  state: CaseStates,
  name: z.string(),
  applicant: z.string().meta({ description: 'The enterprise or the park whose project it is.' }),
  park: z.string().nullable(),
  districtCode: z.string(),
  number: z
    .string()
    .nullable()
    .meta({ description: 'Of the receipt, the acceptance or the filing.' }),
  changedAt: z.iso.datetime({ offset: true }),
});
export type CaseRow = z.infer<typeof CaseRow>;
export const CaseList = z.object({ rows: z.array(CaseRow), total: z.int() });
export type CaseList = z.infer<typeof CaseList>;

/** What a case rests on: the edition of the law, and each relief with its clause and adoption. */
export const CaseBasis = z.object({
  on: z.iso.date(),
  digest: z.string(),
  pack: z.string(),
  statutoryLevel: LEVEL,
  level: OUTCOME,
  reliefs: z.array(
    z.object({
      relief: z.string(),
      pack: z.string(),
      clause: z.string(),
      object: z.string().nullable(),
      adoption: z.string().nullable().meta({ description: 'Number of the adopting document.' }),
    }),
  ),
});
export type CaseBasis = z.infer<typeof CaseBasis>;

export const CaseView = CaseRow.extend({
  enterprise: Named.nullable(),
  parkPlace: Named.nullable().meta({ description: 'The park that the project lies in.' }),
  projectCode: z.string().nullable(),
  address: z.string(),
  project: CaseForm.shape.project,
  answer: ScreeningAnswer.meta({ description: 'As it was on its day; never worked out again.' }),
  basis: CaseBasis,
  historical: z.boolean().meta({ description: 'Entered from older papers: no rule was run.' }),
  steps: z
    .array(z.enum(Object.keys(CASE_STEPS) as [CaseStep, ...CaseStep[]]))
    .meta({ description: 'What the reader may do with it now.' }),
  version: z.int(),
});
export type CaseView = z.infer<typeof CaseView>;

export const CASE_COLUMNS = {
  name: { zh: '项目名称', en: 'Project' },
  applicant: { zh: '建设单位', en: 'Applicant' },
  track: { zh: '办理方式', en: 'Handled as' },
  state: { zh: '状态', en: 'State' },
  park: { zh: '园区', en: 'Park' },
  district: { zh: '区县', en: 'County' },
  number: { zh: '编号', en: 'Number' },
} as const;
