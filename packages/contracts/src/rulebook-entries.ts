import { z } from 'zod';

/** Where an entry stands; an approved one counts from its own dates on. */
export const ENTRY_STATES = {
  SUBMITTED: { zh: '待审核', en: 'To be approved' },
  APPROVED: { zh: '已通过', en: 'Approved' },
  REJECTED: { zh: '已退回', en: 'Sent back' },
} as const;
export type EntryState = keyof typeof ENTRY_STATES;
const States = z.enum(Object.keys(ENTRY_STATES) as [EntryState, ...EntryState[]]);

/** Lists that are entered in the software so far; the others still come as files. */
export const ENTRY_TOPICS = ['adoptions'] as const;

export const EntryForm = z.object({
  topic: z.enum(ENTRY_TOPICS),
  district: z.string().regex(/^\d{6}$/),
  body: z.record(z.string(), z.json()).meta({
    description: 'One entry in the shape of its list’s file; docs/guides/add-an-edition.md.',
  }),
  sourceTitle: z.string().trim().min(2).max(200),
  sourceNo: z.string().trim().min(1).max(100),
  supersedes: z
    .uuid()
    .nullable()
    .default(null)
    .meta({ description: 'The approved version that this one takes the place of.' }),
});
export type EntryForm = z.infer<typeof EntryForm>;

export const Entry = z.object({
  id: z.uuid(),
  topic: z.enum(ENTRY_TOPICS),
  key: z.string(),
  version: z.int(),
  district: z.string(),
  body: z.record(z.string(), z.json()),
  layer: z.string(),
  confidence: z.string(),
  sourceTitle: z.string(),
  sourceNo: z.string(),
  state: States,
  enteredBy: z.string(),
  enteredAt: z.iso.datetime(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  reason: z.string().nullable(),
  countsUntil: z.iso.date().nullable(),
  may: z.object({
    decide: z.boolean(),
    ownWork: z.boolean().meta({ description: 'Entered by the asker, or at the asker’s post.' }),
  }),
});
export type Entry = z.infer<typeof Entry>;
export const EntryList = z.object({ entries: z.array(Entry), digest: z.string() });
export type EntryList = z.infer<typeof EntryList>;

export const EntryDecision = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('approve') }),
  z.object({ decision: z.literal('reject'), reason: z.string().trim().min(2).max(500) }),
]);
export type EntryDecision = z.infer<typeof EntryDecision>;
