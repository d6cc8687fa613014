import { z } from 'zod';
import { ALL_CELLS, ANY_LEVELS, CATALOGUES, type CatalogueTopic, type CellName } from '../level.ts';
import { CONFIDENCES, LAYERS } from '../layer.ts';
import { condition, day, nextStep, place, text } from './provenance.ts';
import type { Path, Source } from './source.ts';

/** The shapes of rules.yaml, official.json and cases.yaml; `docs/guides/add-an-edition.md`. */
const shared = {
  quote: z.string().default(''),
  reading: z.enum(['text', 'officer']).default('text'),
  /** 「*」 printed at this clause and not at a code: only production in industrial buildings. */
  star: z.boolean().default(false),
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
  at: z.enum(ANY_LEVELS).optional(),
  lower: z.enum(ANY_LEVELS).optional(),
  text,
});

const CELL_NAMES = ALL_CELLS.map(([name]) => name);
const cellName = z.enum(CELL_NAMES);

export const itemSchema = z
  .strictObject({
    item: z.int().positive(),
    gate: condition.optional(),
    attach: z
      .strictObject({
        codes: z.array(z.string().regex(/^\d{2,4}$/)).default([]),
        works: z.array(z.string()).default([]),
        when: condition.optional(),
        unless_named: z.string().optional(),
        rest: z.boolean().default(false),
      })
      .optional(),
    areas: z.array(z.string()).optional(),
    except_all: z
      .strictObject({ cell: cellName, when: condition, quote: z.string().min(1) })
      .optional(),
    /** The name of a shared list, or a confirmation of the item's own. */
    confirm: z.array(z.union([z.string(), confirmationSchema])).default([]),
  })
  .extend(cellsOf(() => cell.optional()));

/** A file of items beside rules.yaml, so that one section of the law is one file. */
export const itemFileSchema = z.strictObject({ items: z.array(itemSchema).min(1) });

export const packSchema = z.strictObject({
  pack: z.strictObject({
    topic: z.enum(Object.keys(CATALOGUES) as [CatalogueTopic, ...CatalogueTopic[]]),
    title: z.string(),
    issuer: z.string(),
    document_no: z.string(),
    edition: z.string(),
    effective_from: day,
    effective_to: day.nullable(),
    jurisdiction: place,
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
  /** Lists of confirmations that several items share, by name. */
  confirmations: z.record(z.string(), z.array(confirmationSchema).min(1)).default({}),
  next_steps: z.partialRecord(z.enum(ANY_LEVELS), z.array(nextStep).min(1)),
  items: z.array(itemSchema).default([]),
});
export type RawPack = z.infer<typeof packSchema>;
export type RawItem = z.infer<typeof itemSchema>;
export type RawClause = z.infer<typeof clauseSchema>;

/** The printed table as it was transcribed; the permit catalogue prints no star and no areas. */
export const officialSchema = z.object({
  articles: z.array(z.object({ no: z.string(), text: z.string() })),
  notes: z.array(z.string()),
  items: z.array(
    z
      .object({
        no: z.int(),
        section: z.string(),
        name: z.string(),
        industry_codes: z.array(z.object({ code: z.string(), asterisk: z.boolean() })),
        industry_codes_excluded: z.array(z.string()).default([]),
        sensitive_area: z.string().nullable(),
        page: z.int(),
      })
      .extend(cellsOf(() => z.string().nullable().optional())),
  ),
});
export type Official = z.output<typeof officialSchema>;
export type PrintedItem = Official['items'][number];

const inputs = z.record(z.string(), z.unknown());
const tried = z.strictObject({ hit: z.array(inputs), miss: z.array(inputs) });
const itemCase = z
  .strictObject({
    item: z.int().positive(),
    with: z.strictObject({
      industry: z.string().optional(),
      work: z.string().optional(),
      facts: inputs.default({}),
    }),
  })
  .extend(cellsOf(() => tried.optional()));
const projectCase = z.strictObject({
  id: z.string(),
  title: z.string(),
  source: z.string(),
  project: z.record(z.string(), z.unknown()),
  expect: z.strictObject({ level: z.enum(ANY_LEVELS), item: z.int().optional() }),
});
export const casesSchema = z.strictObject({
  items: z.array(itemCase).default([]),
  projects: z.array(projectCase).default([]),
});
export type RawCases = z.infer<typeof casesSchema>;

/** One entry per column of any catalogue; a catalogue fills those of its own. */
function cellsOf<T extends z.ZodType>(make: () => T): Record<CellName, T> {
  return Object.fromEntries(CELL_NAMES.map((name) => [name, make()])) as Record<CellName, T>;
}

/** An item's rules with the place they were read from. */
export interface PlacedItem {
  readonly raw: RawItem;
  readonly source: Source;
  readonly path: Path;
}
