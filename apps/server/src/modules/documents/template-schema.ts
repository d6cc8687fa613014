import { DOCUMENT_EFFECTS, ROLE_NAMES, type DocumentEffect } from '@ludao/contracts';
import { RECORDED_ACTS } from '@ludao/rules';
import { z } from 'zod';

export const day = z.iso.date();
export const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export const key = z.string().regex(/^[a-z][a-z_]{0,39}$/);
const roles = z.array(z.enum(ROLE_NAMES)).min(1);
const confidence = z.enum(['verified', 'secondary', 'practitioner']);
/** What a paper rests on, and how sure that is. */
export const restsOn = z
  .array(
    z.strictObject({
      title: z.string().min(1),
      article: z.string().min(1),
      edition: z.string().min(1),
      confidence,
    }),
  )
  .min(1);

/** One file of `rulepacks/<issuer>/document-templates/<edition>/`. */
export const templateSchema = z.strictObject({
  kind: key,
  edition: z.string().min(1),
  effective_from: day,
  effective_to: day.nullable(),
  name: words,
  use: words,
  series: z.string().regex(/^[a-z][a-z_]{0,19}$/),
  adverse: z.boolean(),
  served: z.boolean(),
  effect: z.enum(Object.keys(DOCUMENT_EFFECTS) as [DocumentEffect, ...DocumentEffect[]]).nullable(),
  /** Periods of the addressee that begin with the service. */
  clocks: z.array(z.string().regex(/^C\d{2}$/)),
  act: z.enum(RECORDED_ACTS).nullable(),
  roles: z.strictObject({ draft: roles, review: roles, sign: roles }),
  retention_years: z.int().min(1).nullable(),
  rests_on: restsOn,
  title: z.string().min(1),
  fields: z
    .array(
      z.strictObject({
        key,
        name: words,
        hint: words.nullable(),
        kind: z.enum(['line', 'text', 'date']),
        required: z.boolean(),
      }),
    )
    .max(30),
  body: z
    .array(z.union([z.string().min(1), z.strictObject({ text: z.string().min(1), when: key })]))
    .min(1),
  remedies: z.array(
    z.strictObject({ text: z.string().min(1), article: z.string().min(1), confidence }),
  ),
});
export type RawTemplate = z.output<typeof templateSchema>;
