import { z } from 'zod';
import { FileView } from '../files.ts';
import { ClockLine } from '../inbox.ts';
import { ORGANISATION_KINDS } from '../people/organisation-kinds.ts';
import { ListQuery } from '../register.ts';
import {
  APPROVAL_FILES,
  CASE_PAPERS,
  INTAKE_REFUSALS,
  NOTICE_KINDS,
  type ApprovalFileKind,
} from './approval-words.ts';
import {
  ApprovalFile,
  CommentKinds,
  Grounds,
  MissingItem,
  OpinionResults,
  Outcomes,
  ReviewKinds,
} from './approval-forms.ts';
import { BatchKinds } from './batch-forms.ts';
import { CASE_STEPS, type CaseStep } from './states.ts';
import { CaseTracks } from './forms.ts';

const keysOf = <T extends object>(table: T) =>
  Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];
const NoticeKinds = z.enum(keysOf(NOTICE_KINDS));
const BureauKinds = z.enum(keysOf(ORGANISATION_KINDS));

/** A notice as everybody may read it: the columns of Shaoxing's table, the period, whom to reach. */
export const PublicNotice = z.object({
  id: z.uuid(),
  kind: NoticeKinds,
  track: CaseTracks,
  districtCode: z.string(),
  office: z.string(),
  contact: z.string().meta({ description: 'How the office is reached.' }),
  postedOn: z.iso.date(),
  untilOn: z.iso.date().nullable().meta({ description: 'The last day of the period.' }),
  hearingUntil: z.iso.date().nullable(),
  number: z.string().nullable().meta({ description: 'Of the acceptance or the decision.' }),
  outcome: Outcomes.nullable(),
  project: z.string(),
  address: z.string(),
  applicant: z.string(),
  overview: z.string(),
  participation: z.string(),
  commitments: z.string(),
  impacts: z.string(),
  hasDocument: z.boolean(),
  open: z.boolean().meta({ description: 'Whether comments are taken today.' }),
});
export type PublicNotice = z.infer<typeof PublicNotice>;
export const PublicNotices = z.object({ rows: z.array(PublicNotice), total: z.int() });
export type PublicNotices = z.infer<typeof PublicNotices>;

export const PublicNoticeQuery = ListQuery.extend({
  kind: NoticeKinds.optional(),
  district: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
});
export type PublicNoticeQuery = z.infer<typeof PublicNoticeQuery>;

export const CaseComment = z.object({
  id: z.uuid(),
  kind: CommentKinds,
  name: z.string().meta({ description: 'Masked.' }),
  phone: z.string().meta({ description: 'Masked.' }),
  words: z.string(),
  on: z.iso.date(),
});
export type CaseComment = z.infer<typeof CaseComment>;

export const CaseReview = z.object({
  id: z.uuid(),
  kind: ReviewKinds,
  body: z.string().nullable().meta({ description: 'The technical review body.' }),
  startedOn: z.iso.date(),
  endedOn: z.iso.date().nullable(),
  result: OpinionResults.nullable(),
  words: z.string(),
});
export type CaseReview = z.infer<typeof CaseReview>;

/** Why a step of the table cannot be taken now, as the server would refuse it. */
export const Obstacle = z.object({
  step: z.enum(Object.keys(CASE_STEPS) as [CaseStep, ...CaseStep[]]),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

const Hearing = z.object({
  hold: z.boolean(),
  on: z.iso.date().nullable(),
  words: z.string(),
  heldOn: z.iso.date().nullable(),
  outcome: z.string(),
});

const Survey = z.object({ needed: z.boolean(), on: z.iso.date().nullable(), words: z.string() });

/** A survey or meeting that the case is announced for. */
export const CaseVisit = z.object({
  batch: z.uuid(),
  kind: BatchKinds,
  day: z.iso.date(),
  place: z.string(),
  state: z.enum(['ANNOUNCED', 'HELD', 'CANCELLED']),
});
export type CaseVisit = z.infer<typeof CaseVisit>;

/** An approval with all that its reader may see of it. */
export const ApprovalView = z.object({
  version: z.int(),
  file: ApprovalFile,
  persons: z.array(z.object({ role: z.string(), name: z.string(), phone: z.string().nullable() })),
  attached: z.record(
    z.enum(Object.keys(APPROVAL_FILES) as [ApprovalFileKind, ...ApprovalFileKind[]]),
    FileView.nullable(),
  ),
  lacking: z
    .array(z.string())
    .meta({ description: 'Fields still to be filled in before it may be submitted.' }),
  preparer: z.enum(['CLEAR', 'NOT_ENTERED', 'BARRED']).meta({
    description: 'Against the list of those barred or under rectification.',
  }),
  office: z
    .object({ name: z.string(), kind: BureauKinds })
    .nullable()
    .meta({ description: 'Who handles and decides it.' }),
  clocks: z.array(ClockLine),
  deemedAccepted: z.boolean().meta({
    description: 'No notice came in time, so the file counts as accepted from its receipt.',
  }),
  receivedOn: z.iso.date().nullable(),
  missing: z.object({ on: z.iso.date(), items: z.array(MissingItem) }).nullable(),
  intakeRefusal: z
    .object({ ground: z.enum(keysOf(INTAKE_REFUSALS)), words: z.string() })
    .nullable(),
  acceptedOn: z.iso.date().nullable(),
  acceptanceNumber: z.string().nullable(),
  survey: Survey.nullable(),
  visits: z.array(CaseVisit),
  reviews: z.array(CaseReview),
  notices: z.array(
    z.object({
      id: z.uuid(),
      kind: NoticeKinds,
      postedOn: z.iso.date(),
      untilOn: z.iso.date().nullable(),
    }),
  ),
  comments: z.array(CaseComment).meta({ description: 'For the office only.' }),
  hearing: Hearing.nullable(),
  intent: Outcomes.nullable(),
  proposal: z
    .object({
      outcome: Outcomes,
      grounds: z.array(Grounds),
      words: z.string(),
      on: z.iso.date(),
    })
    .nullable()
    .meta({ description: 'For the office only until it is decided.' }),
  decision: z.object({ outcome: Outcomes, number: z.string(), on: z.iso.date() }).nullable(),
  record: z
    .object({
      mode: z.enum(['RECORD', 'FRONT']),
      system: z.string(),
      number: z.string().nullable(),
      on: z.iso.date().nullable(),
    })
    .nullable()
    .meta({ description: 'Whose record of the decision counts.' }),
  worksOn: z.iso.date().nullable(),
  papers: z.array(
    z.object({
      kind: z.enum(keysOf(CASE_PAPERS)),
      document: z.uuid(),
      number: z.string().nullable(),
    }),
  ),
  mayDraft: z.array(z.enum(keysOf(CASE_PAPERS))),
  reviewBodies: z.array(z.object({ id: z.uuid(), name: z.string() })),
  mayReveal: z.boolean(),
  opine: z.uuid().nullable().meta({ description: 'The review that waits for the reader.' }),
  obstacles: z.array(Obstacle),
});
export type ApprovalView = z.infer<typeof ApprovalView>;
