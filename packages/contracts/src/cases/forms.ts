import { z } from 'zod';
import { ListQuery } from '../register.ts';
import { ScreeningRequest } from '../screening.ts';
import { CASE_STATES, CASE_TRACKS, type CaseState, type CaseTrack } from './states.ts';

export const CaseTracks = z.enum(Object.keys(CASE_TRACKS) as [CaseTrack, ...CaseTrack[]]);
export const CaseStates = z.enum(Object.keys(CASE_STATES) as [CaseState, ...CaseState[]]);

/** 项目代码: `YYMM-区划-NN-NN-NNNNNN`, given by the investment platform. */
export const ProjectCode = z
  .string()
  .trim()
  .regex(/^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/)
  .meta({ description: 'Project code 项目代码, for example 2309-330603-89-01-829469.' });

/** Whose project it is, and the project itself as it was answered. The law decides how it is handled. */
export const CaseForm = z.object({
  enterpriseId: z.uuid().nullable().default(null),
  parkId: z.uuid().nullable().default(null).meta({
    description: 'The park whose own project it is, in the place of an enterprise.',
  }),
  name: z.string().trim().min(2).max(100).meta({ description: 'Of the project 项目名称.' }),
  projectCode: ProjectCode.nullable().default(null),
  address: z.string().trim().min(2).max(200).meta({ description: 'Where it is built 建设地点.' }),
  project: ScreeningRequest.pick({
    industries: true,
    works: true,
    facts: true,
    place: true,
    unstated: true,
  }),
});
export type CaseForm = z.infer<typeof CaseForm>;
/** Of one enterprise or of one park. */
export const NewCase = CaseForm.refine(
  ({ enterpriseId, parkId }) => (enterpriseId === null) !== (parkId === null),
  { path: ['enterpriseId'] },
);

export const CaseQuery = ListQuery.extend({
  district: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  park: z.uuid().optional(),
  track: CaseTracks.optional(),
  state: CaseStates.optional(),
  /** Filed from that day on: what is looked at after filing 备案后抽查. */
  filedFrom: z.iso.date().optional(),
  sort: z.enum(['-changed', 'changed', 'name', '-name']).default('-changed'),
});
export type CaseQuery = z.infer<typeof CaseQuery>;
