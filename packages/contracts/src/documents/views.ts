import { z } from 'zod';
import { Effects, SealWays, States, Ways } from './forms.ts';
import {
  DOCUMENT_ACTS,
  RECORD_MODES,
  VERIFIED_STATES,
  type DocumentAct,
  type DocumentMode,
  type VerifiedState,
} from './states.ts';

const Words = z.object({ zh: z.string(), en: z.string() });
const Named = z.object({ id: z.uuid(), name: z.string() });

/** One thing that a person fills in. */
export const TemplateField = z.object({
  key: z.string(),
  name: Words,
  hint: Words.nullable(),
  kind: z.enum(['line', 'text', 'date']),
  required: z.boolean(),
});
export type TemplateField = z.infer<typeof TemplateField>;

export const RestsOn = z.object({
  title: z.string(),
  article: z.string(),
  edition: z.string(),
  confidence: z.enum(['verified', 'secondary', 'practitioner']),
});

/** A kind of document in the edition that counts today. */
export const DocumentKind = z.object({
  kind: z.string(),
  edition: z.string(),
  name: Words,
  use: Words.meta({ description: 'When it is written.' }),
  series: z.string(),
  adverse: z
    .boolean()
    .meta({ description: 'It burdens the addressee, so it prints the remedies.' }),
  served: z.boolean(),
  effect: Effects.nullable().meta({ description: 'Of a document about an earlier one.' }),
  fields: z.array(TemplateField),
  restsOn: z.array(RestsOn),
  roles: z.object({
    draft: z.array(z.string()),
    review: z.array(z.string()),
    sign: z.array(z.string()),
  }),
  clocks: z
    .array(z.string())
    .meta({ description: 'Periods of the addressee that begin with the service.' }),
  act: z
    .string()
    .nullable()
    .meta({ description: 'The kind of act that an official system records.' }),
  retentionYears: z.int().nullable().meta({ description: 'Null: kept for ever.' }),
  title: z
    .string()
    .meta({ description: 'With blanks {{…}} for the fields, as all that is printed.' }),
  body: z.array(z.object({ text: z.string(), when: z.string().nullable() })),
  remedies: z.array(z.object({ text: z.string() })),
});
export type DocumentKind = z.infer<typeof DocumentKind>;
export const DocumentKinds = z.object({
  kinds: z.array(DocumentKind),
  offices: z.array(
    Named.extend({ ready: z.boolean().meta({ description: 'Its issuer line is set.' }) }),
  ),
});
export type DocumentKinds = z.infer<typeof DocumentKinds>;

export const DocumentRow = z.object({
  id: z.uuid(),
  kind: z.string(),
  kindName: Words,
  title: z.string(),
  number: z.string().nullable(),
  addressee: z.string(),
  office: z.string(),
  state: States,
  effect: Effects.nullable(),
  signedOn: z.iso.date().nullable(),
  servedOn: z.iso.date().nullable(),
  changedAt: z.iso.datetime(),
});
export type DocumentRow = z.infer<typeof DocumentRow>;
export const DocumentList = z.object({ rows: z.array(DocumentRow), total: z.int() });
export type DocumentList = z.infer<typeof DocumentList>;

/** Open volumes of one matter's subject, the newest first. */
export const OpenVolumes = z.object({
  volumes: z.array(Named.extend({ openedOn: z.iso.date() })),
});
export type OpenVolumes = z.infer<typeof OpenVolumes>;

/** The content as it will be printed. */
export const DocumentPaper = z.object({
  issuer: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  addressee: z.string(),
  body: z.array(z.string()),
  remedies: z.array(z.string()),
  restsOn: z.array(z.string()),
  day: z.iso.date().nullable(),
  contact: z.string(),
  notes: z.array(z.string()),
});
export type DocumentPaper = z.infer<typeof DocumentPaper>;

const Acts = z.enum(Object.keys(DOCUMENT_ACTS) as [DocumentAct, ...DocumentAct[]]);
const Step = z.enum([
  'change',
  'submit',
  'takeBack',
  'review',
  'sign',
  'seal',
  'serve',
  'discard',
  'recordOutside',
  'handToSeal',
  'collectSeal',
]);

export const DocumentView = DocumentRow.extend({
  version: z.int(),
  officeId: z.uuid(),
  edition: z.string(),
  template: DocumentKind,
  fields: z.record(z.string(), z.string()),
  paper: DocumentPaper,
  digest: z.string().meta({ description: 'SHA-256 over the content that is reviewed and signed.' }),
  subject: z.object({ kind: z.enum(['enterprise', 'park']), id: z.uuid() }),
  volume: Named.extend({ closed: z.boolean() }),
  acts: z.array(
    z.object({
      act: Acts,
      person: z.string(),
      post: z.string(),
      at: z.iso.datetime(),
      reason: z.string().nullable(),
    }),
  ),
  seal: z
    .object({ way: SealWays, sealedOn: z.iso.date(), file: z.uuid(), sha256: z.string() })
    .nullable(),
  deliveries: z.array(
    z.object({
      outcome: z.enum(['SERVED', 'FAILED']),
      way: Ways,
      on: z.iso.date(),
      countsFrom: z.iso.date().nullable().meta({
        description: 'The day it counts as served: for an announcement 30 days later.',
      }),
      receiver: z.string(),
      witness: z.string(),
      note: z.string(),
      receiptFile: z.uuid().nullable(),
    }),
  ),
  periods: z
    .array(
      z.object({
        clock: z.uuid(),
        name: Words,
        cite: z.string(),
        dueOn: z.iso.date().nullable(),
        provisional: z.boolean(),
      }),
    )
    .meta({ description: 'Periods of the addressee that began with the service.' }),
  record: z.object({
    mode: z.enum(Object.keys(RECORD_MODES) as [DocumentMode, ...DocumentMode[]]),
    system: z.string(),
    number: z.string().nullable(),
    on: z.iso.date().nullable(),
  }),
  corrects: Named.extend({ number: z.string().nullable() }).nullable(),
  followedBy: z.array(
    Named.extend({ effect: Effects, number: z.string().nullable(), state: States }),
  ),
  verification: z
    .string()
    .nullable()
    .meta({ description: 'The address that the paper’s code holds.' }),
  may: z.object({
    steps: z.array(Step),
    ownWork: z.boolean().meta({ description: 'Drafted by the asker, or at the asker’s post.' }),
    followUp: z.array(Effects),
  }),
});
export type DocumentView = z.infer<typeof DocumentView>;
export type DocumentStepName = z.infer<typeof Step>;

/** All that a visitor learns. */
export const Verification = z.object({
  number: z.string(),
  day: z.iso.date(),
  status: z.enum(Object.keys(VERIFIED_STATES) as [VerifiedState, ...VerifiedState[]]),
  outside: z
    .object({
      system: z.string(),
      number: z.string().nullable().meta({ description: 'Null: the act is not on record there.' }),
    })
    .nullable()
    .meta({ description: 'Of a certificate for which an official system is the record.' }),
});
export type Verification = z.infer<typeof Verification>;
export const VerificationCode = z.object({ code: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/) });

export const NumberRow = z.object({
  number: z.string(),
  year: z.int(),
  serial: z.int(),
  document: Named.nullable(),
  state: z.enum(['USED', 'VOID']),
  reason: z.string().nullable(),
});
export const IssuingOffice = z.object({
  id: z.uuid(),
  name: z.string(),
  version: z.int(),
  issuer: z.string(),
  reviewAuthority: z.string(),
  court: z.string(),
  contact: z.string(),
  series: z.array(
    z.object({
      code: z.string(),
      pattern: z.string(),
      years: z.array(z.object({ year: z.int(), last: z.int(), voided: z.int() })),
    }),
  ),
  may: z.object({ update: z.boolean() }),
});
export type IssuingOffice = z.infer<typeof IssuingOffice>;
export const IssuingOffices = z.object({
  offices: z.array(IssuingOffice),
  /** Series that the templates ask for. */
  codes: z.array(z.object({ code: z.string(), kinds: z.array(Words) })),
});
export type IssuingOffices = z.infer<typeof IssuingOffices>;

/** What an addressee sees of the documents that were served. */
export const ReceivedRow = z.object({
  id: z.uuid(),
  title: z.string(),
  number: z.string(),
  office: z.string(),
  servedOn: z.iso.date(),
  effect: Effects.nullable(),
  adverse: z.boolean(),
});
export type ReceivedRow = z.infer<typeof ReceivedRow>;
export const ReceivedList = z.object({ rows: z.array(ReceivedRow), total: z.int() });
export type ReceivedList = z.infer<typeof ReceivedList>;
