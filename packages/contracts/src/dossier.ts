import { z } from 'zod';

/** What has a file of its own: 一企一档, 一园一档. */
export const DOSSIER_SUBJECTS = {
  enterprise: { zh: '一企一档', en: 'Enterprise file' },
  park: { zh: '一园一档', en: 'Park file' },
} as const;
export type DossierKind = keyof typeof DOSSIER_SUBJECTS;
const Kinds = z.enum(Object.keys(DOSSIER_SUBJECTS) as [DossierKind, ...DossierKind[]]);

const Words = z.object({ zh: z.string(), en: z.string() });

export const DOSSIER_TONES = ['good', 'caution', 'quiet'] as const;

/**
 * One value of a file, in the form in which every capability hands it over and the page, the print
 * and the PDF can show it, each in its own way. Data stays data: no sentence is put together here.
 */
export const DossierValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('words'), ...Words.shape }),
  z.object({ kind: z.literal('mark'), tone: z.enum(DOSSIER_TONES), ...Words.shape }),
  z.object({ kind: z.literal('code'), code: z.string() }),
  z.object({ kind: z.literal('day'), day: z.iso.date() }),
  z.object({
    kind: z.literal('span'),
    from: z.iso.date().nullable(),
    to: z.iso.date().nullable(),
  }),
  z.object({ kind: z.literal('number'), value: z.int(), unit: Words.nullable() }),
  z.object({ kind: z.literal('county'), code: z.string() }),
  z.object({ kind: z.literal('industry'), code: z.string(), name: z.string() }),
  z.object({
    kind: z.literal('link'),
    text: z.string(),
    to: z.enum(['enterprise', 'park', 'pre_lease']),
    id: z.uuid(),
  }),
]);
export type DossierValue = z.infer<typeof DossierValue>;

/** Nothing on record is an empty list. */
export const DossierCell = z.array(DossierValue);
export type DossierCell = z.infer<typeof DossierCell>;

/** Something that happened, from the event log. */
export const DossierEvent = z.object({
  id: z.string(),
  name: Words,
  occurredAt: z.iso.datetime(),
  recordedAt: z.iso.datetime(),
  actor: z.string().nullable().meta({
    description: 'A person’s name where it may be seen, else the office; null for the program.',
  }),
  facts: z.array(
    z.object({
      name: Words,
      was: DossierCell.nullable().meta({ description: 'Before a change; null where none was.' }),
      value: DossierCell,
    }),
  ),
});
export type DossierEvent = z.infer<typeof DossierEvent>;

export const DossierEvents = z.object({
  events: z.array(DossierEvent),
  next: z
    .string()
    .nullable()
    .meta({ description: 'Give it as `before` for what happened earlier; null at the beginning.' }),
});
export type DossierEvents = z.infer<typeof DossierEvents>;

export const DossierBlock = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('facts'),
    rows: z.array(z.object({ name: Words, value: DossierCell })),
  }),
  z.object({
    kind: z.literal('table'),
    columns: z.array(z.object({ title: Words, end: z.boolean() })),
    rows: z.array(z.array(DossierCell)),
    empty: Words.meta({ description: 'What is said in place of a table without rows.' }),
  }),
  z.object({ kind: z.literal('note'), ...Words.shape }),
  z.object({ kind: z.literal('timeline'), ...DossierEvents.shape }),
]);
export type DossierBlock = z.infer<typeof DossierBlock>;

export const DossierSectionView = z.object({
  key: z.string(),
  title: Words,
  blocks: z.array(DossierBlock),
  fault: z
    .string()
    .nullable()
    .meta({ description: 'Why the section could not be made: the code of a problem.' }),
});
export type DossierSectionView = z.infer<typeof DossierSectionView>;

export const DossierView = z.object({
  subject: z.object({
    kind: Kinds,
    id: z.uuid(),
    name: z.string(),
    creditCode: z.string().nullable(),
    districtCode: z.string(),
  }),
  asOf: z.iso.date(),
  sections: z.array(DossierSectionView),
  digest: z.string().meta({ description: 'SHA-256 of subject, day and sections (RFC 8785).' }),
  demo: z.boolean(),
});
export type DossierView = z.infer<typeof DossierView>;

export const DossierQuery = z.object({
  asOf: z.iso.date().optional().meta({ description: 'The day the file is of; today if absent.' }),
});
export const DossierEventsQuery = DossierQuery.extend({
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .meta({ description: '`next` of the page before.' }),
});
