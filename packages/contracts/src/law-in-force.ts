import { z } from 'zod';
import { TEXT_KINDS, type TextKind } from './law-words.ts';

export const LawQuery = z.object({ on: z.iso.date().optional() });

/** Every text that counts on a day, with where it is from and how much weight it has. */
export const LawInForce = z.object({
  on: z.iso.date(),
  digest: z.string(),
  texts: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(Object.keys(TEXT_KINDS) as [TextKind, ...TextKind[]]),
      topic: z.string().nullable(),
      title: z.string(),
      issuer: z.string(),
      documentNo: z.string(),
      effectiveFrom: z.iso.date(),
      effectiveTo: z.iso.date().nullable(),
      jurisdiction: z.string(),
      layer: z.string(),
      confidence: z.string(),
      demo: z.boolean(),
      entered: z
        .boolean()
        .meta({ description: 'False: nobody has filled it; it exempts nothing.' }),
      rows: z.int(),
      names: z
        .array(z.object({ zh: z.string(), en: z.string() }))
        .meta({ description: 'The first names of a list’s rows.' }),
    }),
  ),
});
export type LawInForce = z.infer<typeof LawInForce>;
