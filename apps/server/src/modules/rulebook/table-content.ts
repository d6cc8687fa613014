import type { Provenance } from '@ludao/rules';
import { z } from 'zod';

/** An official table that later capabilities read; checked when loaded, never guessed at. */
export type TablePack = Provenance &
  (
    | { readonly kind: 'hazardous-waste'; readonly content: HazardousWasteTable }
    | { readonly kind: 'discharge-standard'; readonly content: DischargeStandard }
  );

const waste = z.object({
  category: z.string().regex(/^HW\d{2}$/),
  category_name: z.string().min(1),
  source_industry: z.string(),
  code: z.string().regex(/^\d{3}-\d{3}-\d{2}$/),
  description: z.string().min(1),
  properties: z.array(z.enum(['T', 'C', 'I', 'R', 'In'])).min(1),
  page: z.int(),
});
export const hazardousWaste = z
  .object({
    wastes: z.array(waste).min(1),
    exemptions: z
      .array(
        z.object({
          no: z.int(),
          code: z.string(),
          codes: z.array(z.string()),
          description: z.string(),
          link: z.string(),
          condition: z.string(),
          content: z.string(),
          page: z.int(),
        }),
      )
      .min(1),
  })
  .refine(({ wastes }) => new Set(wastes.map(({ code }) => code)).size === wastes.length, {
    message: 'a waste code stands twice',
  })
  .refine(
    ({ wastes }) => wastes.every(({ code, category }) => code.slice(-2) === category.slice(2)),
    {
      message: 'the end of a code is not its category',
    },
  );
export type HazardousWasteTable = z.infer<typeof hazardousWaste>;

export const dischargeStandard = z.object({
  tables: z
    .array(
      z.object({
        table: z.string(),
        title: z.string(),
        /** For whom it holds; one day for all, or a day for each. */
        applies_to: z.union([
          z.string(),
          z.array(z.object({ enterprise: z.string(), effective_from: z.string() })),
        ]),
        effective_from: z.string().nullish(),
        effective_to: z.string().nullable(),
        limits: z
          .array(
            z.object({
              no: z.int(),
              pollutant: z.string().min(1),
              unit: z.string().nullable(),
              direct: z.string().min(1),
              indirect: z.string().min(1),
              monitoring_point: z.string(),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
  amendments: z.array(z.object({ name: z.string(), changes: z.array(z.string()) })),
});
export type DischargeStandard = z.infer<typeof dischargeStandard>;
