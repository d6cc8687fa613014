import { z } from 'zod';
import { LEVEL, OUTCOME, PERMIT_LEVEL, Place, Procedure, Relief, Text } from './relief.ts';

/** A screening asks one thing: what does the law ask of this project, on this day, and why. */
export { LEVEL } from './relief.ts';
/** A level of the EIA catalogue or of the permit catalogue. */
const ANY_LEVEL = z.enum(['NOT_LISTED', 'REGISTRATION', 'FORM', 'REPORT', 'SIMPLIFIED', 'KEY']);

const amount = z.union([z.number(), z.string().max(60)]);

export const FactInput = z
  .union([
    z.boolean(),
    z.number(),
    z.string().max(60),
    z.array(z.string().max(60)).min(1).max(30),
    z.strictObject({
      min: amount.optional(),
      max: amount.optional(),
      above: amount.optional(),
      below: amount.optional(),
    }),
    z.null(),
  ])
  .meta({
    id: 'FactInput',
    description:
      'true/false for a yes-no fact; an option or a list of possible options for a choice; a number, "12 t/a", "<10", "5-8" or {min,max,above,below} for an amount; null or "unknown" for "I do not know".',
  });

const Facts = z.record(z.string().max(80), FactInput).meta({ id: 'Facts' });
const Day = z.iso.date().meta({ description: 'YYYY-MM-DD' });

export const ScreeningRequest = z
  .strictObject({
    name: z.string().max(200).optional().meta({ description: 'For the print only.' }),
    industries: z
      .array(
        z.union([
          z.string().max(8),
          z.strictObject({ code: z.string().max(8), facts: Facts.optional() }),
        ]),
      )
      .max(20)
      .optional()
      .meta({
        description:
          'GB/T 4754-2017 codes of 2 to 4 digits, with facts of their own when there are several.',
      }),
    works: z
      .array(
        z.union([
          z.string().max(40),
          z.strictObject({ work: z.string().max(40), facts: Facts.optional() }),
        ]),
      )
      .max(20)
      .optional()
      .meta({ description: 'Things to build that are no industry; ids as in GET /api/facts.' }),
    facts: Facts.optional(),
    place: Place.optional(),
    unstated: z.enum(['unknown', 'no']).optional().meta({
      description: 'What is left out: unknown (default), or "no" wherever "none" has a meaning.',
    }),
    on: Day.optional().meta({
      description: 'The day whose law is asked; today in China by default.',
    }),
    jurisdiction: z
      .string()
      .regex(/^\d{6}$/)
      .optional()
      .meta({ description: 'GB/T 2260 code; 330600 (Shaoxing) by default.' }),
    explain: z.boolean().optional().meta({ description: 'Adds the ordered trace.' }),
    demo: z.boolean().optional().meta({
      description: 'Counts the invented parks, areas and adoptions of the demonstration as well.',
    }),
  })
  .meta({ id: 'ScreeningRequest' });
export type ScreeningRequest = z.infer<typeof ScreeningRequest>;

/** The bytes of a document; described for the API page, never parsed. */
export const PdfFile = z.string().meta({ format: 'binary' });

export const DEFAULT_JURISDICTION = '330600';

const FactValue = z
  .object({
    fact: z.string(),
    activity: z.string().nullable(),
    value: z.union([
      z.boolean(),
      z.array(z.string()),
      z.object({ min: z.number(), max: z.number().nullable(), unit: z.string() }),
      z.null(),
    ]),
  })
  .meta({ id: 'FactValue' });
const Citation = z
  .object({
    pack: z.string(),
    item: z.int(),
    name: z.string(),
    section: z.string(),
    page: z.int(),
    level: ANY_LEVEL,
    text: z.string(),
    quote: z.string(),
    part: z.int(),
    notes: z.array(z.string()),
    reading: z.enum(['text', 'officer']),
  })
  .meta({ id: 'Citation' });
const Amount = z.object({
  by: z.enum(['>=', '>', '<', '<=', '=']),
  value: z.number(),
  unit: z.string(),
});

const Missing = z.object({ fact: z.string(), activity: z.string().nullable() });
const AnswerItem = z.object({
  item: z.int(),
  name: z.string(),
  section: z.string(),
  activity: z.string().nullable(),
  via: z.enum(['code', 'work', 'fact']),
  printed: z.boolean(),
  floor: ANY_LEVEL,
  ceiling: ANY_LEVEL,
  decides: z.boolean(),
  citation: Citation.nullable(),
  sensitiveArea: z.string().nullable(),
});
const Confirmation = z.object({
  code: z.string(),
  item: z.int(),
  state: z.enum(['applies', 'open']),
  lowerReading: ANY_LEVEL.nullable(),
  text: Text,
});
const Permit = z
  .object({
    level: PERMIT_LEVEL.nullable(),
    floor: PERMIT_LEVEL,
    ceiling: PERMIT_LEVEL,
    items: z.array(AnswerItem),
    confirm: z.array(Confirmation),
    missing: z.array(Missing),
    law: z.object({ pack: z.string(), title: z.string(), documentNo: z.string() }),
    wholeSiteUnknown: z.boolean().meta({
      description:
        'Not a new site: only what is added is known, so the floor holds and the ceiling is KEY.',
    }),
  })
  .meta({ id: 'Permit' });

export const ScreeningAnswer = z
  .object({
    status: z.enum(['decided', 'provisional', 'beyond_edition', 'no_project']),
    statutoryLevel: LEVEL.nullable().meta({
      description: 'The national catalogue alone; null while not decided.',
    }),
    level: OUTCOME.nullable().meta({
      description: 'After relief in force; each step down is an entry of reliefs that applies.',
    }),
    floor: LEVEL,
    ceiling: LEVEL,
    on: z.string(),
    jurisdiction: z.string(),
    law: z.object({
      pack: z.string(),
      title: z.string(),
      issuer: z.string(),
      documentNo: z.string(),
      edition: z.string(),
      effectiveFrom: z.string(),
      effectiveTo: z.string().nullable(),
      layer: z.string(),
      confidence: z.string(),
    }),
    digest: z.string().meta({ description: 'SHA-256 of the whole rule set.' }),
    articles: z.array(z.object({ no: z.string(), text: z.string() })),
    items: z.array(AnswerItem),
    missing: z.array(Missing),
    confirm: z.array(Confirmation),
    changes: z.array(
      z.object({
        fact: z.string(),
        activity: z.string().nullable(),
        to: z.union([z.boolean(), z.string(), Amount]),
        level: ANY_LEVEL,
      }),
    ),
    factsUsed: z.array(FactValue),
    presumed: z.array(z.string()),
    assumed: z.array(z.string()),
    unencoded: z.array(z.object({ item: z.int(), name: z.string() })),
    beyond: z.array(z.string()),
    unchecked: z.int(),
    place: Place,
    reliefs: z.array(Relief),
    procedure: Procedure.nullable(),
    permit: Permit.nullable(),
    demo: z.boolean(),
    trace: z
      .array(
        z.object({
          item: z.int(),
          activity: z.string().nullable(),
          level: ANY_LEVEL,
          part: z.int(),
          verdict: z.enum(['yes', 'no', 'unknown']),
          text: z.string(),
          facts: z.array(FactValue),
        }),
      )
      .optional(),
  })
  .meta({ id: 'ScreeningAnswer' });
export type ScreeningAnswer = z.infer<typeof ScreeningAnswer>;
