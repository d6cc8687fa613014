import { z } from 'zod';
import { readPhone } from '../masks.ts';
import { PollutantAmount } from '../profile.ts';
import {
  APPROVAL_OUTCOMES,
  CASE_PAPERS,
  COMMENT_KINDS,
  CONSTRUCTION_TYPES,
  INTAKE_REFUSALS,
  OCCASIONS,
  OPINION_RESULTS,
  REFUSAL_GROUNDS,
  REVIEW_KINDS,
} from './approval-words.ts';
import { ProjectCode } from './forms.ts';

const keysOf = <T extends object>(table: T) =>
  Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];

export const Outcomes = z.enum(keysOf(APPROVAL_OUTCOMES));
export const Grounds = z.enum(keysOf(REFUSAL_GROUNDS));
export const ReviewKinds = z.enum(keysOf(REVIEW_KINDS));
export const OpinionResults = z.enum(keysOf(OPINION_RESULTS));
export const CommentKinds = z.enum(keysOf(COMMENT_KINDS));

const line = z.string().trim().max(200);
const words = z.string().trim().max(2000);
const said = z.string().trim().min(2).max(2000);
/** A hundred billion yuan: more is a slip of the unit. */
const yuan = z.int().min(0).max(100_000_000_000);
const degrees = z
  .string()
  .regex(/^\d{1,3}\.\d{4,6}$/)
  .meta({ description: 'Decimal degrees (CGCS2000), for example 120.496214.' });

/** A person of the case. Shown masked; left out of a change, whoever was entered stays. */
export const CasePerson = z.object({
  name: z.string().trim().min(1).max(60),
  phone: z
    .string()
    .max(30)
    .refine((typed) => readPhone(typed) !== null)
    .nullable()
    .default(null),
});

/** What the applicant fills in: the head of the 报告表（污染影响类）, and what the notice will say. */
export const ApprovalFile = z.object({
  projectCode: ProjectCode.nullable(),
  construction: z.enum(keysOf(CONSTRUCTION_TYPES)).nullable(),
  occasion: z.enum(keysOf(OCCASIONS)).nullable(),
  earlierNumber: line.meta({
    description: 'Number of the earlier decision, unless it is the first.',
  }),
  longitude: degrees.nullable(),
  latitude: degrees.nullable(),
  totalYuan: yuan.nullable().meta({ description: 'Total investment 总投资, in whole yuan.' }),
  environmentYuan: yuan.nullable().meta({ description: 'Of it for the environment 环保投资.' }),
  months: z.int().min(0).max(600).nullable().meta({ description: 'Of construction 施工工期.' }),
  begun: z.boolean().nullable().meta({ description: 'Whether works have begun 是否开工建设.' }),
  begunWords: words.meta({ description: 'What was begun, and what was decided about it.' }),
  landSquareMetres: z.int().min(0).max(100_000_000).nullable(),
  specialTopics: words.meta({ description: '专项评价设置情况' }),
  planning: words.meta({ description: '规划情况' }),
  planEia: words.meta({ description: '规划环境影响评价情况' }),
  preparer: line.meta({ description: 'The organisation that prepared the document 编制单位.' }),
  preparerCode: z.string().trim().max(18).meta({ description: 'Its credit code.' }),
  leadNumber: z.string().trim().max(20).meta({
    description: 'Number of the lead preparer 编制主持人 on the credit platform, such as BH000001.',
  }),
  overview: words,
  participation: words,
  commitments: words,
  impacts: words,
  pollutants: z.array(PollutantAmount).max(20).meta({
    description: 'What the project adds, in whole grams a year.',
  }),
  bundleId: z.uuid().nullable().meta({ description: 'The bundle of what it cites of the park.' }),
});
export type ApprovalFile = z.infer<typeof ApprovalFile>;

export const EMPTY_APPROVAL_FILE: ApprovalFile = {
  projectCode: null,
  construction: null,
  occasion: null,
  earlierNumber: '',
  longitude: null,
  latitude: null,
  totalYuan: null,
  environmentYuan: null,
  months: null,
  begun: null,
  begunWords: '',
  landSquareMetres: null,
  specialTopics: '',
  planning: '',
  planEia: '',
  preparer: '',
  preparerCode: '',
  leadNumber: '',
  overview: '',
  participation: '',
  commitments: '',
  impacts: '',
  pollutants: [],
  bundleId: null,
};

const Version = z.int().min(1).meta({ description: 'The version that the asker has seen.' });

export const ApprovalChange = z.object({
  version: Version,
  file: ApprovalFile,
  contact: CasePerson.nullable().default(null),
  lead: CasePerson.nullable().default(null),
  attached: z
    .object({ document: z.uuid(), publicVersion: z.uuid(), participation: z.uuid() })
    .partial()
    .default({})
    .meta({ description: 'Files sent before; what is left out stays.' }),
});
export type ApprovalChange = z.infer<typeof ApprovalChange>;

export const MissingItem = z.object({
  what: z.string().trim().min(2).max(200),
  basis: z.string().trim().min(2).max(200).meta({ description: 'The text that asks for it.' }),
});

const step = <Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  z.object({ step: z.literal(name), version: Version, ...shape });

/** Every step of an approval but filling in; who may take which, CASE_STEPS says. */
export const ApprovalStep = z.discriminatedUnion('step', [
  step('submit', { truth: z.literal(true).meta({ description: 'All of it is true 承诺真实.' }) }),
  step('withdraw', { reason: said }),
  step('askMissing', { items: z.array(MissingItem).min(1).max(30) }),
  step('refuseIntake', { ground: z.enum(keysOf(INTAKE_REFUSALS)), words: said }),
  step('accept', {}),
  step('noteSurvey', { needed: z.boolean(), on: z.iso.date().nullable(), words: said }),
  step('startReview', {
    kind: ReviewKinds,
    body: z.uuid().nullable().meta({ description: 'The technical review body that is asked.' }),
  }),
  step('endReview', { result: OpinionResults, words: said }),
  step('publishIntent', { outcome: Outcomes }),
  step('answerHearing', { hold: z.boolean(), on: z.iso.date().nullable(), words: said }),
  step('endHearing', { words: said }),
  step('propose', {
    outcome: Outcomes,
    grounds: z.array(Grounds).max(5),
    words: said.meta({ description: 'Reasons and conditions.' }),
  }),
  step('renewBasis', {}),
  step('sendBack', { reason: said }),
  step('decide', {}),
  step('recordDecision', { number: z.string().trim().min(2).max(60), on: z.iso.date() }),
  step('startWorks', { on: z.iso.date() }),
]);
export type ApprovalStep = z.infer<typeof ApprovalStep>;
export type ApprovalStepOf<Name extends ApprovalStep['step']> = Extract<
  ApprovalStep,
  { readonly step: Name }
>;

export const OpinionForm = z.object({ result: OpinionResults, words: said });
export type OpinionForm = z.infer<typeof OpinionForm>;

export const CasePaperForm = z.object({ kind: z.enum(keysOf(CASE_PAPERS)) });

/** Anybody, while a notice is open. A hearing may be asked for by whom the decision touches. */
export const CommentForm = z.object({
  kind: CommentKinds,
  name: z.string().trim().min(2).max(60),
  phone: z
    .string()
    .max(30)
    .refine((typed) => readPhone(typed) !== null),
  words: z.string().trim().min(5).max(2000),
});
export type CommentForm = z.infer<typeof CommentForm>;
