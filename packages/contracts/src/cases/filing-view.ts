import { z } from 'zod';
import { CERTIFICATE_STATES, RECORD_MODES } from '../documents/states.ts';
import type { CertificateState, DocumentMode } from '../documents/states.ts';
import { ListQuery } from '../register.ts';
import {
  DECLARATIONS,
  FilingForm,
  REFILING_REASONS,
  VOID_REASONS,
  type Declaration,
  type RefilingReason,
  type VoidReason,
} from './filing.ts';
import { CaseRow } from './views.ts';

/** A filed form as its reader sees it: persons are masked for all but the applicant. */
export const FilingView = z.object({
  form: FilingForm,
  isMasked: z.boolean(),
  declared: z
    .object({
      what: z.array(z.enum(Object.keys(DECLARATIONS) as [Declaration, ...Declaration[]])),
      on: z.iso.date(),
    })
    .nullable()
    .meta({ description: 'By the legal representative named in the form.' }),
  catalogueItem: z.string(),
  basis: z
    .string()
    .meta({ description: 'Why a registration form is due, as the receipt says it.' }),
  record: z.object({
    mode: z.enum(Object.keys(RECORD_MODES) as [DocumentMode, ...DocumentMode[]]),
    system: z.string(),
    address: z.string(),
  }),
  receipts: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      issuedOn: z.iso.date(),
      state: z.enum(Object.keys(CERTIFICATE_STATES) as [CertificateState, ...CertificateState[]]),
      mode: z.enum(Object.keys(RECORD_MODES) as [DocumentMode, ...DocumentMode[]]),
      officialNumber: z.string().nullable(),
      officialOn: z.iso.date().nullable(),
      isWaitingOutside: z.boolean(),
    }),
  ),
  refiles: z
    .object({
      id: z.uuid(),
      reason: z.enum(Object.keys(REFILING_REASONS) as [RefilingReason, ...RefilingReason[]]),
    })
    .nullable()
    .meta({ description: 'The earlier filing that this one takes the place of.' }),
  voided: z
    .object({
      reason: z.enum(Object.keys(VOID_REASONS) as [VoidReason, ...VoidReason[]]),
      on: z.iso.date(),
    })
    .nullable(),
});
export type FilingView = z.infer<typeof FilingView>;

export const PublicCaseQuery = ListQuery.pick({ q: true, page: true, size: true }).extend({
  district: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
});
export type PublicCaseQuery = z.infer<typeof PublicCaseQuery>;

/** What everybody may know of a case: no person, and none of its texts but name and place. */
export const PublicCase = CaseRow.pick({
  id: true,
  track: true,
  state: true,
  name: true,
  applicant: true,
  park: true,
  districtCode: true,
  number: true,
}).extend({ address: z.string(), on: z.iso.date().nullable() });
export type PublicCase = z.infer<typeof PublicCase>;
export const PublicCases = z.object({ rows: z.array(PublicCase), total: z.int() });
export type PublicCases = z.infer<typeof PublicCases>;
