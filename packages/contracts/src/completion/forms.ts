import { z } from 'zod';
import { FileView } from '../files.ts';
import { ListQuery } from '../register.ts';
import { EIA_DOCUMENTS } from '../profile.ts';
import {
  COMPLETION_BAR_NAMES,
  COMPLETION_CLOCKS,
  COMPLETION_CONCLUSIONS,
  COMPLETION_PAPERS,
  COMPLETION_STATES,
  COMPLETION_STEPS,
} from './states.ts';

const keysOf = <T extends object>(table: T) =>
  Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];

export const CompletionStates = z.enum(keysOf(COMPLETION_STATES));
const Papers = z.enum(keysOf(COMPLETION_PAPERS));
const Version = z.int().min(1).meta({ description: 'The version that the asker has seen.' });
const Where = z.string().trim().max(200).default('').meta({
  description: 'Where it was published besides this platform: an address or a notice board.',
});

/** Whether the project needs a permit, and its number: before anything is discharged (art. 14). */
const Permit = z.object({
  needed: z.boolean(),
  number: z.string().trim().max(60).nullable().default(null),
});

/** An approval that an acceptance may be about. */
export const AcceptableApproval = z.object({
  caseId: z.uuid().nullable().meta({ description: 'Null for one entered from older papers.' }),
  enterpriseId: z.uuid().nullable().meta({ description: 'Null where a park is the proponent.' }),
  proponent: z.string(),
  project: z.string(),
  document: z.enum(keysOf(EIA_DOCUMENTS)),
  number: z.string(),
  approvedOn: z.iso.date(),
});
export type AcceptableApproval = z.infer<typeof AcceptableApproval>;
export const AcceptableApprovals = z.object({ approvals: z.array(AcceptableApproval) });
export type AcceptableApprovals = z.infer<typeof AcceptableApprovals>;

/** The completion day is published: with it the acceptance begins. */
export const CompletionForm = z.object({
  about: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('case'), id: z.uuid() }),
    z.object({
      kind: z.literal('historical'),
      enterpriseId: z.uuid(),
      number: z.string().trim().min(1).max(60),
    }),
  ]),
  stage: z.string().trim().max(60).default('').meta({
    description: 'Of works accepted in stages, which; empty for the whole.',
  }),
  completedOn: z.iso.date(),
  where: Where,
});
export type CompletionForm = z.infer<typeof CompletionForm>;

const bar = z.object({
  applies: z.boolean().nullable(),
  words: z.string().trim().max(500).default(''),
});
const Bars = z.object(
  Object.fromEntries(COMPLETION_BAR_NAMES.map((name) => [name, bar])) as Record<
    (typeof COMPLETION_BAR_NAMES)[number],
    typeof bar
  >,
);
export type CompletionBars = z.infer<typeof Bars>;

export const CompletionReport = z.object({
  on: z.iso.date().meta({ description: 'When the acceptance report was complete.' }),
  papers: z.object({ monitoring: z.uuid(), opinion: z.uuid(), matters: z.uuid() }),
  bars: Bars,
  permit: Permit,
  conclusion: z.enum(keysOf(COMPLETION_CONCLUSIONS)),
});
export type CompletionReport = z.infer<typeof CompletionReport>;

export const CompletionStep = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('publishCommissioning'),
    version: Version,
    from: z.iso.date(),
    to: z.iso.date(),
    where: Where,
    permit: Permit,
  }),
  z.object({ step: z.literal('report'), version: Version, ...CompletionReport.shape }),
  z.object({
    step: z.literal('publish'),
    version: Version,
    on: z.iso.date(),
    until: z.iso.date().nullable().default(null).meta({
      description: 'Last day of the publicity; null for the shortest that the law allows.',
    }),
    where: Where,
  }),
  z.object({
    step: z.literal('file'),
    version: Version,
    on: z.iso.date(),
    number: z.string().trim().min(2).max(60).nullable().default(null).meta({
      description: 'Of the official platform; null where this platform is the record.',
    }),
    comments: z.string().trim().max(2000).default('').meta({
      description: 'What the public said, and how it was answered.',
    }),
  }),
  z.object({
    step: z.literal('reopen'),
    version: Version,
    reason: z.string().trim().min(2).max(500),
  }),
  z.object({
    step: z.literal('abandon'),
    version: Version,
    reason: z.string().trim().min(2).max(500),
  }),
]);
export type CompletionStep = z.infer<typeof CompletionStep>;

export const CompletionQuery = ListQuery.extend({
  district: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  park: z.uuid().optional(),
  state: CompletionStates.optional(),
  due: z.enum(['overdue', 'late']).optional().meta({
    description: 'overdue: a running clock is past its day; late: something was done too late.',
  }),
  sort: z.enum(['due', '-completed', 'completed', 'name', '-name']).default('due'),
});
export type CompletionQuery = z.infer<typeof CompletionQuery>;

export const CompletionRow = z.object({
  id: z.uuid(),
  state: CompletionStates,
  project: z.string(),
  stage: z.string(),
  proponent: z.string(),
  park: z.string().nullable(),
  districtCode: z.string(),
  approvalNumber: z.string(),
  completedOn: z.iso.date(),
  dueOn: z.iso.date().nullable().meta({ description: 'Of the running clock that ends first.' }),
  isOverdue: z.boolean(),
  isLate: z.boolean().meta({ description: 'Something was done after its last day.' }),
});
export type CompletionRow = z.infer<typeof CompletionRow>;
export const CompletionList = z.object({ rows: z.array(CompletionRow), total: z.int() });
export type CompletionList = z.infer<typeof CompletionList>;

const Paper = z.object({ paper: Papers, file: FileView });
export const CompletionView = CompletionRow.extend({
  version: z.int(),
  caseId: z.uuid().nullable(),
  enterpriseId: z.uuid().nullable(),
  document: z.enum(keysOf(EIA_DOCUMENTS)),
  approvedOn: z.iso.date(),
  completedWhere: z.string(),
  commissioning: z.object({ from: z.iso.date(), to: z.iso.date(), where: z.string() }).nullable(),
  permit: Permit.nullable(),
  permitInForce: z.string().nullable().meta({
    description: 'Number of the permit in force that the platform knows.',
  }),
  report: z
    .object({
      on: z.iso.date(),
      papers: z.array(Paper),
      bars: Bars,
      conclusion: z.enum(keysOf(COMPLETION_CONCLUSIONS)),
    })
    .nullable(),
  published: z.object({ on: z.iso.date(), until: z.iso.date(), where: z.string() }).nullable(),
  filed: z
    .object({ on: z.iso.date(), number: z.string().nullable(), comments: z.string() })
    .nullable(),
  reason: z.string().meta({ description: 'Why it was taken back or given up.' }),
  record: z.object({
    mode: z.enum(['RECORD', 'FRONT']),
    system: z.string(),
    address: z.string(),
  }),
  clocks: z.array(
    z.object({
      id: z.uuid(),
      clock: z.enum(keysOf(COMPLETION_CLOCKS)),
      state: z.enum(['RUNNING', 'SUSPENDED', 'MET', 'CANCELLED']),
      startedOn: z.string(),
      dueOn: z.iso.date().nullable(),
      settledOn: z.iso.date().nullable(),
      inTime: z.boolean().nullable(),
      cite: z.string(),
    }),
  ),
  steps: z
    .array(z.enum(keysOf(COMPLETION_STEPS)))
    .meta({ description: 'What the reader may do with it now.' }),
});
export type CompletionView = z.infer<typeof CompletionView>;

/** What everybody reads of an acceptance whose report is public. */
export const PublicCompletion = CompletionRow.pick({
  id: true,
  state: true,
  project: true,
  stage: true,
  proponent: true,
  park: true,
  districtCode: true,
  approvalNumber: true,
  completedOn: true,
}).extend({
  publishedOn: z.iso.date(),
  publishedUntil: z.iso.date(),
  reportOn: z.iso.date(),
  where: z.string(),
  papers: z.array(Papers).meta({ description: 'Which papers of the report are on file.' }),
});
export type PublicCompletion = z.infer<typeof PublicCompletion>;
export const PublicCompletionQuery = ListQuery.extend({
  district: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
});
export type PublicCompletionQuery = z.infer<typeof PublicCompletionQuery>;
export const PublicCompletions = z.object({ rows: z.array(PublicCompletion), total: z.int() });
export type PublicCompletions = z.infer<typeof PublicCompletions>;

export const PublicPaperQuery = z.object({ paper: Papers });

export const COMPLETION_COLUMNS = {
  project: { zh: '项目名称', en: 'Project' },
  stage: { zh: '分期', en: 'Stage' },
  proponent: { zh: '建设单位', en: 'Proponent' },
  park: { zh: '园区', en: 'Park' },
  district: { zh: '区县', en: 'County' },
  approvalNumber: { zh: '环评批复文号', en: 'EIA approval' },
  completedOn: { zh: '竣工日期', en: 'Completed on' },
  state: { zh: '状态', en: 'State' },
  dueOn: { zh: '最近期限', en: 'Next due' },
  late: { zh: '超期', en: 'Overdue' },
} as const;
