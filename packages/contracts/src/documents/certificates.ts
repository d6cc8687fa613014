import { z } from 'zod';
import {
  CERTIFICATE_REASONS,
  CERTIFICATE_STATES,
  OFFICIAL_NUMBER_REASONS,
  RECORD_MODES,
  type CertificateReason,
  type CertificateState,
  type DocumentMode,
  type OfficialNumberReason,
} from './states.ts';
import { RestsOn } from './views.ts';

const Words = z.object({ zh: z.string(), en: z.string() });

/** Longest text of one field: all of them fit on one page. */
export const CERTIFICATE_LIMITS = { line: 200, text: 1000 } as const;

/** A certificate as it is read and printed. */
export const CertificateView = z.object({
  id: z.uuid(),
  kind: z.string(),
  kindName: Words,
  version: z.int(),
  about: z
    .object({ kind: z.string(), id: z.uuid() })
    .meta({ description: 'What it certifies, for example an admission.' }),
  holder: z.string(),
  districtCode: z.string(),
  number: z.string(),
  issuedOn: z.iso.date(),
  state: z.enum(Object.keys(CERTIFICATE_STATES) as [CertificateState, ...CertificateState[]]),
  stateOn: z.iso.date().nullable(),
  stateReason: z
    .enum(Object.keys(CERTIFICATE_REASONS) as [CertificateReason, ...CertificateReason[]])
    .nullable(),
  digest: z.string().meta({ description: 'SHA-256 over what it said when it was issued.' }),
  verification: z.string(),
  record: z.object({
    mode: z.enum(Object.keys(RECORD_MODES) as [DocumentMode, ...DocumentMode[]]),
    system: z.string(),
    address: z.string().meta({ description: 'Of the official system; empty where not known.' }),
    number: z.string().nullable(),
    on: z.iso.date().nullable(),
  }),
  paper: z.object({
    title: z.string(),
    rows: z
      .array(
        z.object({
          name: Words,
          kind: z.enum(['line', 'text', 'date']),
          text: z.string(),
        }),
      )
      .meta({ description: 'What it says, field by field, as it is also entered elsewhere.' }),
    body: z.array(z.string()),
    note: z.string(),
    warnings: z
      .array(z.string())
      .meta({ description: 'Above all else, in the words of the paper: no legal receipt yet.' }),
    restsOn: z.array(RestsOn),
  }),
  may: z.object({
    enter: z
      .boolean()
      .meta({ description: 'The number of the official system, for the first time.' }),
    correct: z.boolean(),
  }),
});
export type CertificateView = z.infer<typeof CertificateView>;

/** The number that the official system gave; with a reason, the office puts another in its place. */
export const CertificateOfficialNumber = z.object({
  version: z.int().min(1).meta({ description: 'The version that the asker has seen.' }),
  number: z.string().trim().min(2).max(60),
  on: z.iso.date(),
  reason: z
    .enum(Object.keys(OFFICIAL_NUMBER_REASONS) as [OfficialNumberReason, ...OfficialNumberReason[]])
    .nullable()
    .default(null),
});
export type CertificateOfficialNumber = z.infer<typeof CertificateOfficialNumber>;
