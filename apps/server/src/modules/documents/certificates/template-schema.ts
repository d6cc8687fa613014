import { RECORDED_ACTS } from '@ludao/rules';
import { z } from 'zod';
import { day, key, restsOn, words } from '../template-schema.ts';

/** One file of `rulepacks/<issuer>/certificate-templates/<edition>/`. */
export const certificateSchema = z.strictObject({
  kind: key,
  edition: z.string().min(1),
  effective_from: day,
  effective_to: day.nullable(),
  name: words,
  /** Of its numbers; one series per county and year. */
  pattern: z.string().regex(/^[^{}<>\s]{1,20}\{district\}-\{year\}-\{serial\}$/u),
  /** Of what an official system records; null where none does. */
  act: z.enum(RECORDED_ACTS).nullable(),
  rests_on: restsOn,
  title: z.string().min(1),
  fields: z
    .array(z.strictObject({ key, name: words, kind: z.enum(['line', 'text', 'date']) }))
    .min(1)
    .max(20),
  body: z.array(z.string().min(1)).min(1),
  note: z.string(),
});
export type RawCertificate = z.output<typeof certificateSchema>;
