import { z } from 'zod';
import { ListQuery } from '../register.ts';
import {
  DOCUMENT_EFFECTS,
  DOCUMENT_STATES,
  SEAL_WAYS,
  SERVICE_WAYS,
  type DocumentEffect,
  type DocumentState,
  type SealWay,
  type ServiceWay,
} from './states.ts';

export const States = z.enum(Object.keys(DOCUMENT_STATES) as [DocumentState, ...DocumentState[]]);
export const Effects = z.enum(
  Object.keys(DOCUMENT_EFFECTS) as [DocumentEffect, ...DocumentEffect[]],
);
export const Ways = z.enum(Object.keys(SERVICE_WAYS) as [ServiceWay, ...ServiceWay[]]);
export const SealWays = z.enum(Object.keys(SEAL_WAYS) as [SealWay, ...SealWay[]]);

/** Longest text of one field, and of all of them: about ten pages. */
export const DOCUMENT_LIMITS = { line: 200, text: 6000, fields: 30 } as const;

const Reason = z.string().trim().min(2).max(500);
const Version = z.int().min(1).meta({ description: 'The version that the asker has seen.' });
const Fields = z.record(
  z.string().regex(/^[a-z][a-z_]{0,39}$/),
  z.string().max(DOCUMENT_LIMITS.text),
);

/** Whom a document is about and addressed to. */
export const DocumentSubject = z.object({
  kind: z.enum(['enterprise', 'park']),
  id: z.uuid(),
});
export type DocumentSubject = z.infer<typeof DocumentSubject>;

export const DocumentForm = z.object({
  kind: z.string().regex(/^[a-z][a-z_]{1,39}$/),
  office: z.uuid().meta({ description: 'The organisation whose document it is.' }),
  subject: DocumentSubject,
  volume: z
    .union([z.object({ id: z.uuid() }), z.object({ title: z.string().trim().min(2).max(100) })])
    .meta({ description: 'The volume 案卷 it belongs to, or the title of a new one.' }),
  fields: Fields,
});
export type DocumentForm = z.infer<typeof DocumentForm>;

export const DocumentChange = z.object({ version: Version, fields: Fields });
export type DocumentChange = z.infer<typeof DocumentChange>;

export const DocumentStep = z.object({ version: Version });
export type DocumentStep = z.infer<typeof DocumentStep>;

export const DocumentDiscard = z.object({ version: Version, reason: Reason });

/** For the reviewer and for whoever signs off. */
export const DocumentDecision = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('approve'), version: Version }),
  z.object({ decision: z.literal('return'), version: Version, reason: Reason }),
]);
export type DocumentDecision = z.infer<typeof DocumentDecision>;

export const DocumentSealing = z.object({
  version: Version,
  way: z.literal('SCAN').default('SCAN'),
  fileId: z.uuid().meta({ description: 'The scan or the sealed file, taken in before.' }),
  sealedOn: z.iso.date(),
});
export type DocumentSealing = z.infer<typeof DocumentSealing>;

export const DocumentServing = z.object({
  version: Version,
  outcome: z.enum(['SERVED', 'FAILED']),
  way: Ways,
  on: z.iso.date().meta({ description: 'The day it was handed over, signed for, or announced.' }),
  receiver: z.string().trim().max(60).default('').meta({
    description: 'Who took it; for an announcement, where it was made.',
  }),
  witness: z.string().trim().max(120).default(''),
  consent: z.boolean().default(false).meta({
    description: 'The addressee agreed in writing to electronic service.',
  }),
  note: z.string().trim().max(300).default(''),
  receiptFileId: z.uuid().nullable().default(null),
});
export type DocumentServing = z.infer<typeof DocumentServing>;

export const DocumentFollowUp = z.object({
  effect: Effects,
  fields: Fields.default({}),
});
export type DocumentFollowUp = z.infer<typeof DocumentFollowUp>;

/** What the official system gave: with it, an act that it records is closed. */
export const OfficialNumber = z.object({
  version: Version,
  number: z.string().trim().min(2).max(60),
  on: z.iso.date(),
});
export type OfficialNumber = z.infer<typeof OfficialNumber>;

export const DOCUMENT_SORTS = [
  'changed',
  '-changed',
  'number',
  '-number',
  'title',
  '-title',
] as const;
export const DocumentQuery = ListQuery.extend({
  state: States.optional(),
  kind: z.string().max(40).optional(),
  volume: z.uuid().optional(),
  outside: z
    .literal('waiting')
    .optional()
    .meta({ description: 'Signed off, and still to be entered in the official system.' }),
  mine: z.literal('yes').optional().meta({ description: 'Only what the asker drafted.' }),
  sort: z.enum(DOCUMENT_SORTS).default('-changed'),
});
export type DocumentQuery = z.infer<typeof DocumentQuery>;

export const OpenVolumeQuery = z.object({ office: z.uuid(), subject: z.uuid() });

/** An issuing office as its papers name it. */
export const IssuingOfficeForm = z.object({
  version: z.int().min(0),
  issuer: z.string().trim().min(2).max(60).meta({
    description:
      'Who issues, as the head and the signature say it; a branch may act in the city bureau’s name.',
  }),
  reviewAuthority: z.string().trim().max(60).meta({ description: '行政复议机关' }),
  court: z.string().trim().max(60).meta({ description: '有管辖权的人民法院' }),
  contact: z.string().trim().max(120).meta({ description: 'Address and telephone of the office.' }),
});
export type IssuingOfficeForm = z.infer<typeof IssuingOfficeForm>;

/** {year} and {serial} are filled in; serial numbers carry no zeros before them (GB/T 9704). */
export const SERIES_PATTERN = /^[^{}<>\s]{1,20}〔\{year\}〕\{serial\}号$/u;
export const SeriesForm = z.object({
  code: z.string().regex(/^[a-z][a-z_]{0,19}$/),
  pattern: z.string().regex(SERIES_PATTERN),
  year: z.int().min(2000).max(2100),
  last: z.int().min(0).max(99_999).meta({
    description:
      'The last number used elsewhere in that year: the next document takes the one after.',
  }),
});
export type SeriesForm = z.infer<typeof SeriesForm>;

export const NumberVoid = z.object({
  code: z.string().max(20),
  year: z.int().min(2000).max(2100),
  reason: Reason,
});
export type NumberVoid = z.infer<typeof NumberVoid>;
