import { z } from 'zod';

export const IndustryQuery = z.object({
  q: z.string().max(60).default('').meta({ description: 'A word, pinyin or a code.' }),
  limit: z.coerce.number().int().min(1).max(50).default(12),
});

export const IndustryList = z.object({
  industries: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      /** The everyday word that led here, when the official name did not. */
      alias: z.string().nullable(),
    }),
  ),
  works: z.array(z.object({ id: z.string(), label: z.object({ zh: z.string(), en: z.string() }) })),
});
export type IndustryList = z.infer<typeof IndustryList>;

/** Passed through as they are: their one definition is the type RuleSet of @ludao/rules. */
export const VocabularyDocument = z.looseObject({
  facts: z.array(z.looseObject({ key: z.string() })),
});

const head = {
  id: z.string(),
  title: z.string(),
  issuer: z.string(),
  documentNo: z.string(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable(),
  jurisdiction: z.string(),
  layer: z.string(),
  confidence: z.string(),
};

export const PackList = z.object({
  digest: z.string(),
  reliefs: z.array(
    z.object({
      ...head,
      reliefs: z.array(z.object({ id: z.string(), measure: z.int(), kind: z.string() })),
    }),
  ),
  lists: z.array(
    z.object({
      ...head,
      topic: z.string(),
      entered: z.boolean(),
      note: z.object({ zh: z.string(), en: z.string() }).nullable(),
      entries: z.int(),
    }),
  ),
  tables: z.array(z.object({ ...head, kind: z.string(), rows: z.int() })),
  clocks: z.array(z.object({ ...head, clocks: z.array(z.string()) })),
  packs: z.array(
    z.object({
      ...head,
      edition: z.string(),
      itemsPrinted: z.int(),
      itemsExecutable: z.int(),
      casesPassed: z.int(),
      casesFailed: z.int(),
      items: z.array(
        z.object({
          item: z.int(),
          name: z.string(),
          executable: z.boolean(),
          levels: z.array(
            z.object({
              level: z.string(),
              hit: z.string().nullable(),
              nearMiss: z.string().nullable(),
            }),
          ),
        }),
      ),
      failures: z.array(z.string()),
    }),
  ),
});
export type PackList = z.infer<typeof PackList>;

/** Everyday words for industries, as a browser needs them to read a description by itself. */
export const WordsDocument = z.object({
  aliases: z.record(z.string(), z.array(z.string())).meta({ description: 'By code of one class.' }),
  words: z
    .record(z.string(), z.array(z.string()))
    .meta({ description: 'By word: the codes it leads to, likeliest first.' }),
  steps: z.array(z.string()).meta({ description: 'Words for one step of work, not a product.' }),
  fillers: z.array(z.string()).meta({ description: 'Small words that say nothing alone.' }),
});

export const RuleSetDocument = z.looseObject({ digest: z.string() });
