import { z } from 'zod';
import { LEVELS } from '../level.ts';
import { CONFIDENCES, LAYERS } from '../pack.ts';

/** The shapes of rules.yaml, official.json and cases.yaml; `docs/guides/add-an-edition.md`. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is YYYY-MM-DD');
const condition = z.string().min(1);
const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const shared = {
  quote: z.string().default(''),
  reading: z.enum(['text', 'officer']).default('text'),
};

export const clauseSchema = z.union([
  z.strictObject({ any: condition, ...shared }),
  z.strictObject({ makes: condition, ...shared }),
  z.strictObject({ all: z.literal(true), except: condition.optional(), ...shared }),
  z.strictObject({ else: z.literal(true), except: condition.optional(), ...shared }),
]);
const cell = z.array(clauseSchema).min(1);

export const confirmationSchema = z.strictObject({
  code: z.string().regex(/^[a-z_]+$/),
  when: condition,
  at: z.enum(LEVELS).optional(),
  lower: z.enum(LEVELS).optional(),
  text,
});

export const itemSchema = z.strictObject({
  item: z.int().positive(),
  gate: condition.optional(),
  attach: z
    .strictObject({
      codes: z.array(z.string().regex(/^\d{2,4}$/)).default([]),
      works: z.array(z.string()).default([]),
      when: condition.optional(),
      unless_named: z.string().optional(),
    })
    .optional(),
  areas: z.array(z.string()).optional(),
  except_all: z
    .strictObject({
      cell: z.enum(['report_book', 'report_form', 'registration_form']),
      when: condition,
      quote: z.string().min(1),
    })
    .optional(),
  report_book: cell.optional(),
  report_form: cell.optional(),
  registration_form: cell.optional(),
  confirm: z.array(confirmationSchema).default([]),
});

export const packSchema = z.strictObject({
  pack: z.strictObject({
    topic: z.string(),
    title: z.string(),
    issuer: z.string(),
    document_no: z.string(),
    edition: z.string(),
    effective_from: day,
    effective_to: day.nullable(),
    jurisdiction: z.string().regex(/^(CN|\d{2}|\d{4}|\d{6})$/),
    layer: z.enum(LAYERS),
    confidence: z.enum(CONFIDENCES),
  }),
  star: condition,
  main_works: condition,
  covers_divisions: z.array(z.string().regex(/^\d{2}$/)),
  definitions: z.record(
    z.string().regex(/^[a-z][a-z0-9_]*$/),
    z.strictObject({ when: condition, note: z.int().positive().optional() }),
  ),
  confirm: z.array(confirmationSchema),
  next_steps: z.record(
    z.enum(LEVELS),
    z
      .array(z.strictObject({ text, cite: z.string().min(1), confidence: z.enum(CONFIDENCES) }))
      .min(1),
  ),
  items: z.array(itemSchema).min(1),
});
export type RawPack = z.infer<typeof packSchema>;
export type RawItem = z.infer<typeof itemSchema>;
export type RawClause = z.infer<typeof clauseSchema>;

export const officialSchema = z.object({
  articles: z.array(z.object({ no: z.string(), text: z.string() })),
  notes: z.array(z.string()),
  items: z.array(
    z.object({
      no: z.int(),
      section: z.string(),
      name: z.string(),
      industry_codes: z.array(z.object({ code: z.string(), asterisk: z.boolean() })),
      report_book: z.string().nullable(),
      report_form: z.string().nullable(),
      registration_form: z.string().nullable(),
      sensitive_area: z.string().nullable(),
      page: z.int(),
    }),
  ),
});
export type Official = z.infer<typeof officialSchema>;

const inputs = z.record(z.string(), z.unknown());
export const casesSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      item: z.int().positive(),
      with: z.strictObject({
        industry: z.string().optional(),
        work: z.string().optional(),
        facts: inputs.default({}),
      }),
      report_book: z.strictObject({ hit: z.array(inputs), miss: z.array(inputs) }).optional(),
      report_form: z.strictObject({ hit: z.array(inputs), miss: z.array(inputs) }).optional(),
      registration_form: z.strictObject({ hit: z.array(inputs), miss: z.array(inputs) }).optional(),
    }),
  ),
  projects: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      source: z.string(),
      project: z.record(z.string(), z.unknown()),
      expect: z.strictObject({ level: z.enum(LEVELS), item: z.int().optional() }),
    }),
  ),
});
export type RawCases = z.infer<typeof casesSchema>;
