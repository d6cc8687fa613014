import type { Provenance } from '@ludao/rules';
import { provenanceSchema, toProvenance } from '@ludao/rules/load';
import { z } from 'zod';
import type { PackFolder } from './files.ts';

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
const hazardousWaste = z
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

const dischargeStandard = z.object({
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

const headSchema = z.strictObject({
  kind: z.enum(['hazardous-waste', 'discharge-standard']),
  table: provenanceSchema,
});

/** Null with diagnostics on the source where the head is faulty. @throws PackError for the content */
export function readTable(folder: PackFolder, path: string) {
  const source = folder.open(`${path}/table.yaml`);
  const head = source.read<z.output<typeof headSchema>>(headSchema);
  if (!head) return { source, table: null };
  const provenance = toProvenance(path, head.table);
  const file = `${path}/official.json`;
  const table: TablePack =
    head.kind === 'hazardous-waste'
      ? { ...provenance, kind: head.kind, content: folder.json(file, hazardousWaste) }
      : { ...provenance, kind: head.kind, content: folder.json(file, dischargeStandard) };
  return { source, table };
}

/** How many rows a table holds, for the list of packs. */
export function countRows(table: TablePack): number {
  return table.kind === 'hazardous-waste'
    ? table.content.wastes.length
    : table.content.tables.reduce((sum, { limits }) => sum + limits.length, 0);
}
