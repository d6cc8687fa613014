import { ENTRY_SCHEMAS, type EntryTopic } from '@ludao/rules/entries';
import { z } from 'zod';
import { ENTRY_LAYERS } from './rulebook-fields.ts';

/** Where an entry stands; an approved one counts from its own dates on. */
export const ENTRY_STATES = {
  SUBMITTED: { zh: '待审核', en: 'To be approved' },
  APPROVED: { zh: '已通过', en: 'Approved' },
  REJECTED: { zh: '已退回', en: 'Sent back' },
  WITHDRAWN: { zh: '已撤回', en: 'Withdrawn' },
} as const;
export type EntryState = keyof typeof ENTRY_STATES;
const States = z.enum(Object.keys(ENTRY_STATES) as [EntryState, ...EntryState[]]);

const Topics = z.enum(Object.keys(ENTRY_SCHEMAS) as [EntryTopic, ...EntryTopic[]]);
const Layers = z.enum(ENTRY_LAYERS);
const Confidences = z.enum(['verified', 'secondary', 'practitioner']);

/** Rows of one list; more belongs into several lists. */
export const ENTRY_LIMITS = { rows: 2000, bytes: 2 * 1024 * 1024 } as const;

/** The document that an entry rests on, and from when to when it holds. */
const Document = z.object({
  sourceTitle: z.string().trim().min(2).max(200),
  sourceNo: z.string().trim().min(1).max(100),
  issuer: z.string().trim().min(2).max(100),
  sourceDate: z.iso.date().nullable().default(null),
  sourceWhere: z.string().trim().max(300).default('').meta({
    description: 'Where the original can be seen: an address or words.',
  }),
  layer: Layers,
  confidence: Confidences,
  effectiveFrom: z.iso.date(),
  effectiveTo: z.iso.date().nullable().default(null),
});

export const EntryForm = Document.extend({
  topic: Topics,
  district: z.string().regex(/^\d{6}$/),
  entries: z.array(z.record(z.string(), z.json())).min(1).max(ENTRY_LIMITS.rows).meta({
    description: 'One or more entries in the shape of the list’s file; docs/guides/rulebook.md.',
  }),
  wholeList: z.boolean().default(false).meta({
    description: 'All that the office has on this list; else one entry under its own key.',
  }),
  supersedes: z
    .uuid()
    .nullable()
    .default(null)
    .meta({ description: 'The approved version that this one takes the place of.' }),
});
export type EntryForm = z.infer<typeof EntryForm>;

/** An entry as a list shows it. */
export const EntryHead = Document.extend({
  id: z.uuid(),
  topic: Topics,
  key: z.string(),
  version: z.int(),
  district: z.string(),
  title: z.string().meta({ description: 'The name of its only row, else the document’s title.' }),
  rows: z.int(),
  wholeList: z.boolean(),
  state: States,
  enteredBy: z.string(),
  enteredAt: z.iso.datetime(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
  countsUntil: z.iso.date().nullable(),
  provenance: z.string().nullable().meta({
    description: 'The bundle and the installation that it came from.',
  }),
});
export type EntryHead = z.infer<typeof EntryHead>;

export const Entry = EntryHead.extend({
  entries: z.array(z.record(z.string(), z.json())),
  before: z
    .array(z.record(z.string(), z.json()))
    .nullable()
    .meta({ description: 'The rows of the version in force that this one takes the place of.' }),
  may: z.object({
    decide: z.boolean(),
    withdraw: z.boolean(),
    supersede: z.boolean().meta({ description: 'The newest approved version, nothing waiting.' }),
    ownWork: z.boolean().meta({ description: 'Entered by the asker, or at the asker’s post.' }),
  }),
});
export type Entry = z.infer<typeof Entry>;

export const ENTRY_SORTS = ['entered', '-entered', 'from', '-from', 'title', '-title'] as const;
export const EntryQuery = z.object({
  q: z.string().trim().max(60).default(''),
  topic: Topics.optional(),
  district: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  state: States.optional(),
  sort: z.enum(ENTRY_SORTS).default('-entered'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
});
export type EntryQuery = z.infer<typeof EntryQuery>;

export const EntryList = z.object({
  rows: z.array(EntryHead),
  total: z.int(),
  waiting: z.int().meta({ description: 'Of all in reach, those that wait for a decision.' }),
  digest: z.string(),
});
export type EntryList = z.infer<typeof EntryList>;

export const EntryDecision = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('approve') }),
  z.object({ decision: z.literal('reject'), reason: z.string().trim().min(2).max(500) }),
]);
export type EntryDecision = z.infer<typeof EntryDecision>;

/** What is wrong in one place of what was entered; sentences are looked up by code. */
export const EntryFault = z.object({
  code: z.string(),
  path: z.array(z.union([z.string(), z.number()])),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type EntryFault = z.infer<typeof EntryFault>;

/** A fault of a file, with its row and column as Excel shows them. */
const SheetFault = EntryFault.extend({
  row: z.int(),
  column: z.string().nullable(),
  value: z.string(),
});
export type SheetFault = z.infer<typeof SheetFault>;

/** Which table, for which county, from which day on. */
export const SheetQuery = z.object({
  topic: Topics,
  district: z.string().regex(/^\d{6}$/),
  from: z.iso.date().optional(),
});

/** What a file holds and what is wrong with it; nothing is kept of it. */
export const SheetCheck = z.object({
  lines: z.int(),
  entries: z.array(z.record(z.string(), z.json())),
  faults: z.array(SheetFault),
  faultsTotal: z.int(),
  unknownColumns: z.array(z.object({ column: z.string(), heading: z.string() })),
  otherSheets: z.array(z.string()),
  current: z.uuid().nullable().meta({
    description: 'The approved version of the office’s list that a new one would take over.',
  }),
});
export type SheetCheck = z.infer<typeof SheetCheck>;

const Standing = z.string().meta({ description: 'A level, or why there is none.' });

/** What an entry would change, found by answering projects with it and without it. */
export const EntryPreview = z.object({
  on: z.iso.date().meta({ description: 'The day whose law was asked.' }),
  seconds: z.number(),
  complete: z.boolean().meta({ description: 'False where the time ran out before the sample.' }),
  sample: z.object({
    cases: z.int().meta({ description: 'Published projects that the rulebook keeps as cases.' }),
    enterprises: z.int().meta({ description: 'Enterprises of the county in the register.' }),
    asked: z.int().meta({ description: 'Questions: each project at each place and relief.' }),
    refused: z.int(),
  }),
  changed: z.int(),
  matrix: z.array(z.object({ from: Standing, to: Standing, count: z.int() })),
  examples: z.array(
    z.object({
      name: z.string(),
      place: z.string().nullable(),
      from: Standing,
      to: Standing,
      reliefs: z.array(z.object({ zh: z.string(), en: z.string() })),
    }),
  ),
  others: z
    .object({ compared: z.int(), reliefs: z.int(), periods: z.int(), offices: z.int() })
    .meta({ description: 'Of those compared in full: where something besides the level differs.' }),
  calendar: z
    .object({
      year: z.int(),
      published: z.boolean().meta({ description: 'Whether the year has a calendar already.' }),
      workingBefore: z.int(),
      workingAfter: z.int(),
      changes: z.array(
        z.object({ date: z.iso.date(), works: z.boolean(), name: z.string().nullable() }),
      ),
    })
    .nullable(),
});
export type EntryPreview = z.infer<typeof EntryPreview>;
