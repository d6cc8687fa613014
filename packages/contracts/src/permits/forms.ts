import { z } from 'zod';
import { ListQuery } from '../register.ts';
import { ScreeningRequest } from '../screening.ts';
import { PermitContent } from './content.ts';
import { PERMIT_NUMBER } from './number.ts';
import {
  APPLICATION_KIND_NAMES,
  HELD_CATEGORIES,
  PERMIT_STATES,
  type PermitState,
} from './states.ts';
import {
  BASIC_CHANGES,
  CANCEL_REASONS,
  DECLINE_REASONS,
  PERMIT_OUTCOMES,
  REAPPLY_REASONS,
} from './words.ts';

const keysOf = <T extends object>(table: T) =>
  Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];

export const Categories = z.enum(HELD_CATEGORIES);
export const Kinds = z.enum(APPLICATION_KIND_NAMES);
export const Outcomes = z.enum(keysOf(PERMIT_OUTCOMES));
export const PermitStates = z.enum(Object.keys(PERMIT_STATES) as [PermitState, ...PermitState[]]);

const Version = z.int().min(1).meta({ description: 'The version that the asker has seen.' });
const Words = z.string().trim().min(2).max(2000);

export const PermitHolder = z.object({ kind: z.enum(['enterprise', 'park']), id: z.uuid() });
export type PermitHolder = z.infer<typeof PermitHolder>;

/** What the applicant says; it may be incomplete until it is submitted. */
const said = {
  category: Categories,
  content: PermitContent,
  changedOn: z.iso.date().nullable().default(null).meta({
    description: 'Of a change: when what is on the permit or in the registration changed.',
  }),
  reasons: z
    .array(
      z.enum([...keysOf(REAPPLY_REASONS), ...keysOf(BASIC_CHANGES), ...keysOf(CANCEL_REASONS)]),
    )
    .max(5)
    .default([])
    .meta({ description: 'Of a change, a new application or a cancellation.' }),
  project: ScreeningRequest.pick({ industries: true, works: true, facts: true })
    .nullable()
    .default(null)
    .meta({ description: 'The project of an answer, where the application is made from one.' }),
};

export const PermitApplicationForm = z.object({
  holder: PermitHolder,
  site: z.string().trim().max(60).default('').meta({
    description: 'Name of the place; empty for the address of the holder itself.',
  }),
  kind: Kinds,
  ...said,
});
export type PermitApplicationForm = z.infer<typeof PermitApplicationForm>;

/** A number of the official system, as its certificate or receipt shows it. */
export const PermitRecord = z.object({
  number: z.string().trim().toUpperCase().regex(PERMIT_NUMBER),
  on: z.iso.date(),
  validTo: z.iso.date().nullable().default(null).meta({
    description: 'As the official system says it; null where it is as the law has it.',
  }),
});
export type PermitRecord = z.infer<typeof PermitRecord>;

const RecordStep = z.object({ step: z.literal('record'), version: Version, ...PermitRecord.shape });

/** Steps of whoever applies. */
export const ApplicantStep = z.discriminatedUnion('step', [
  z.object({ step: z.literal('save'), version: Version, ...said }),
  z.object({ step: z.literal('submit'), version: Version }),
  z.object({ step: z.literal('supplement'), version: Version, ...said }),
  z.object({ step: z.literal('withdraw'), version: Version }),
  RecordStep,
]);
export type ApplicantStep = z.infer<typeof ApplicantStep>;

/** Steps of the officer. */
export const OfficerStep = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('ask'),
    version: Version,
    items: z.array(z.string().trim().min(2).max(200)).min(1).max(30),
  }),
  z.object({
    step: z.literal('decline'),
    version: Version,
    reason: z.enum(keysOf(DECLINE_REASONS)),
    words: z.string().trim().max(500).default(''),
  }),
  z.object({ step: z.literal('accept'), version: Version }),
  z.object({
    step: z.literal('checkSite'),
    version: Version,
    on: z.iso.date(),
    words: z.string().trim().max(2000).default(''),
  }),
  z.object({
    step: z.literal('propose'),
    version: Version,
    outcome: Outcomes,
    reasons: Words,
    law: z.string().trim().min(2).max(200),
  }),
  RecordStep,
]);
export type OfficerStep = z.infer<typeof OfficerStep>;

/** What the head says to a proposal. */
export const PermitDecision = z.discriminatedUnion('step', [
  z.object({ step: z.literal('return'), version: Version, reasons: Words }),
  z.object({
    step: z.literal('decide'),
    version: Version,
    outcome: Outcomes,
    reasons: Words,
    law: z.string().trim().min(2).max(200),
  }),
]);
export type PermitDecision = z.infer<typeof PermitDecision>;

/** Papers that the officer drafts from an application. */
export const PERMIT_PAPERS = ['permit_incomplete_notice', 'permit_refusal'] as const;
export const PermitPaper = z.object({ kind: z.enum(PERMIT_PAPERS) });
export type PermitPaper = z.infer<typeof PermitPaper>;

export const PermitQuery = ListQuery.extend({
  category: Categories.optional(),
  state: PermitStates.optional(),
  ends: z.coerce.number().int().min(0).max(3650).optional().meta({
    description: 'In force, with so many days or fewer to the last one.',
  }),
  waiting: z.enum(['any', 'office', 'party']).optional().meta({
    description: 'An application is under way; at the office, or with whoever applied.',
  }),
  district: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  holder: z.uuid().optional(),
  sort: z.enum(['holder', '-holder', 'valid_to', '-valid_to']).default('valid_to'),
});
export type PermitQuery = z.infer<typeof PermitQuery>;
