import { z } from 'zod';
import type { Bilingual } from '../people/bilingual.ts';
import { OpinionResults } from './approval-forms.ts';
import { CaseTracks } from './forms.ts';

/** 集中踏勘 by park, 分行业评估会 by industry: measure 4. */
export const BATCH_KINDS = {
  SURVEY: { zh: '集中踏勘', en: 'Survey day' },
  MEETING: { zh: '分行业评估会', en: 'Review meeting by industry' },
} as const satisfies Record<string, Bilingual>;
export type BatchKind = keyof typeof BATCH_KINDS;
export const BatchKinds = z.enum(Object.keys(BATCH_KINDS) as [BatchKind, ...BatchKind[]]);

export const BATCH_STATES = {
  PROPOSED: { zh: '拟安排', en: 'Planned' },
  ANNOUNCED: { zh: '已通知', en: 'Announced' },
  HELD: { zh: '已举行', en: 'Held' },
  CANCELLED: { zh: '已取消', en: 'Cancelled' },
} as const satisfies Record<string, Bilingual>;
export type BatchState = keyof typeof BATCH_STATES;
export const BatchStates = z.enum(Object.keys(BATCH_STATES) as [BatchState, ...BatchState[]]);

interface BatchStepRow extends Bilingual {
  readonly from: readonly BatchState[];
  /** Null: it stays where it is. */
  readonly to: BatchState | null;
}

/** Every step that an officer takes with a batch: the only table of them. */
export const BATCH_STEPS = {
  change: { zh: '改日期、地点', en: 'Change day or place', from: ['PROPOSED'], to: null },
  place: {
    zh: '加入、移出项目',
    en: 'Put projects in or out',
    from: ['PROPOSED', 'ANNOUNCED'],
    to: null,
  },
  announce: { zh: '通知各方', en: 'Tell everyone', from: ['PROPOSED'], to: 'ANNOUNCED' },
  reschedule: { zh: '改期并通知各方', en: 'Move and tell everyone', from: ['ANNOUNCED'], to: null },
  cancel: { zh: '取消', en: 'Cancel', from: ['PROPOSED', 'ANNOUNCED'], to: 'CANCELLED' },
  hold: {
    zh: '登记已举行并记纪要',
    en: 'Enter as held, with minutes',
    from: ['ANNOUNCED'],
    to: 'HELD',
  },
} as const satisfies Record<string, BatchStepRow>;
export type BatchStepName = keyof typeof BATCH_STEPS;

export function batchStepsFrom(state: BatchState): BatchStepName[] {
  return (Object.keys(BATCH_STEPS) as BatchStepName[]).filter((step) =>
    (BATCH_STEPS[step].from as readonly BatchState[]).includes(state),
  );
}

const place = z.string().trim().max(200);
const Version = z.int().min(1);

export const BatchForm = z.object({
  kind: BatchKinds,
  day: z.iso.date(),
  place: place.default(''),
  caseIds: z.array(z.uuid()).min(1).max(60),
  body: z
    .uuid()
    .nullable()
    .default(null)
    .meta({ description: 'The technical review body invited.' }),
});
export type BatchForm = z.infer<typeof BatchForm>;

export const Minutes = z.object({
  caseId: z.uuid(),
  outcome: z.enum(['DONE', 'ABSENT']),
  result: OpinionResults.nullable().default(null).meta({ description: 'Of a meeting.' }),
  words: z.string().trim().max(2000),
});

const step = <Name extends BatchStepName, Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  z.object({ step: z.literal(name), version: Version, ...shape });

export const BatchStep = z.discriminatedUnion('step', [
  step('change', { day: z.iso.date(), place, body: z.uuid().nullable() }),
  step('place', { add: z.array(z.uuid()).max(60), remove: z.array(z.uuid()).max(60) }),
  step('announce', {}),
  step('reschedule', { day: z.iso.date(), place }),
  step('cancel', { reason: z.string().trim().min(2).max(500) }),
  step('hold', { minutes: z.array(Minutes).max(60) }),
]);
export type BatchStep = z.infer<typeof BatchStep>;
export type BatchStepOf<Name extends BatchStep['step']> = Extract<
  BatchStep,
  { readonly step: Name }
>;

/** One project on the board, and the last day on which it can be visited or discussed in time. */
export const BatchCase = z.object({
  id: z.uuid(),
  name: z.string(),
  applicant: z.string(),
  track: CaseTracks,
  parkId: z.uuid().nullable(),
  park: z.string().nullable(),
  districtCode: z.string(),
  industry: z.string().meta({ description: 'The division 大类 of GB/T 4754, by code and name.' }),
  dueOn: z.iso.date().nullable().meta({ description: 'Of the nearest clock of the decision.' }),
  latestOn: z.iso.date().nullable().meta({ description: 'The last day that misses no clock.' }),
  colour: z.enum(['GREEN', 'AMBER', 'RED', 'MISSED']),
  minutes: Minutes.omit({ caseId: true, result: true }).nullable(),
});
export type BatchCase = z.infer<typeof BatchCase>;

export const Batch = z.object({
  id: z.uuid(),
  kind: BatchKinds,
  state: BatchStates,
  day: z.iso.date(),
  place: z.string(),
  office: z.string(),
  park: z.string().nullable().meta({ description: 'Of a survey.' }),
  industry: z.string().nullable().meta({ description: 'Of a meeting.' }),
  body: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  cases: z.array(BatchCase),
  steps: z.array(z.enum(Object.keys(BATCH_STEPS) as [BatchStepName, ...BatchStepName[]])),
  version: z.int(),
});
export type Batch = z.infer<typeof Batch>;

/** What the program proposes; nothing of it is kept until an officer takes it over. */
export const ProposedBatch = z.object({
  kind: BatchKinds,
  day: z.iso.date(),
  park: z.string().nullable(),
  industry: z.string().nullable(),
  caseIds: z.array(z.uuid()),
  late: z.boolean().meta({ description: 'No day is left on which it would be in time.' }),
});

export const BatchBoard = z.object({
  today: z.iso.date(),
  days: z.array(z.iso.date()).meta({ description: 'The working days to choose from.' }),
  batches: z.array(Batch),
  waiting: z.array(BatchCase.extend({ kinds: z.array(BatchKinds) })),
  proposals: z.array(ProposedBatch),
  bodies: z.array(z.object({ id: z.uuid(), name: z.string() })),
  limits: z.object({ size: z.int(), window: z.int(), before: z.int() }).meta({
    description: 'Cases of a batch, working days ahead, days kept free before a clock runs out.',
  }),
});
export type BatchBoard = z.infer<typeof BatchBoard>;
