import { fileURLToPath } from 'node:url';
import {
  CHANGE_AMOUNT_NAMES,
  CHANGE_GROUPS,
  CHANGE_QUESTION_NAMES,
  EXCEEDED_NAMES,
  POLLUTANTS,
  type ChangeGroup,
  type Pollutant,
} from '@ludao/contracts';
import { CONFIDENCES } from '@ludao/rules';
import { PackError } from '@ludao/rules/load';
import { z } from 'zod';
import { PackFolder } from '../../rulebook/index.ts';
import type { Condition, TriggerList } from './triggers.ts';

const PACKS = fileURLToPath(new URL('../../../../../../rulepacks', import.meta.url));
const FOLDER = 'national/major-change';

const percent = z.int().min(1).max(99);
const question = z.enum(CHANGE_QUESTION_NAMES);
const amount = z.enum(CHANGE_AMOUNT_NAMES);
const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition).min(2) }),
    z.strictObject({ any: z.array(condition).min(2) }),
    z.strictObject({ yes: question }),
    z.strictObject({ no: question }),
    z.strictObject({ grows: amount, percent: percent.optional() }),
    z.strictObject({ shrinks: amount, percent }),
    z.strictObject({
      emits: z.enum(['class_one', 'relevant', 'new', 'any']),
      percent: percent.optional(),
    }),
  ]),
);
const words = z.string().trim().min(1);
const schema = z.strictObject({
  edition: words,
  source: z.strictObject({
    title: words,
    document_no: words,
    issuer: words,
    issued: z.iso.date(),
    confidence: z.enum(CONFIDENCES),
  }),
  effective_from: z.iso.date(),
  effective_to: z.iso.date().nullable(),
  relevant: z.partialRecord(
    z.enum(EXCEEDED_NAMES),
    z.array(z.enum(Object.keys(POLLUTANTS) as [Pollutant, ...Pollutant[]])).min(1),
  ),
  triggers: z
    .array(
      z.strictObject({
        no: z.int().min(1),
        group: z.enum(Object.keys(CHANGE_GROUPS) as [ChangeGroup, ...ChangeGroup[]]),
        text: z.strictObject({ zh: words, en: words }),
        when: condition,
      }),
    )
    .min(1),
});

export interface Triggers {
  /** @throws Error for a day on which no edition counts */
  on(day: string): TriggerList;
}

/** @throws PackError naming file and place of every fault */
export function openTriggers(root = PACKS): Triggers {
  const folder = new PackFolder(root);
  const sources = folder
    .subfolders(FOLDER)
    .flatMap((path) => folder.yamlFiles(path))
    .filter(({ file }) => file.endsWith('triggers.yaml'));
  const lists: TriggerList[] = [];
  for (const source of sources) {
    const raw = source.read(schema);
    if (!raw) continue;
    const numbers = raw.triggers.map(({ no }) => no);
    if (new Set(numbers).size < numbers.length) {
      source.report(['triggers'], 'triggers.twice', 'a number stands twice');
    }
    const list = {
      edition: raw.edition,
      source: `${raw.source.title}（${raw.source.document_no}）`,
      confidence: raw.source.confidence,
      effectiveFrom: raw.effective_from,
      effectiveTo: raw.effective_to,
      relevant: raw.relevant,
      triggers: raw.triggers,
    };
    if (lists.some((other) => overlap(other, list))) {
      source.report(['effective_from'], 'triggers.overlap', 'two editions count on one day');
    }
    lists.push(list);
  }
  const faults = sources.flatMap(({ diagnostics }) => diagnostics);
  if (faults.length > 0) throw new PackError(faults);
  return {
    on(day) {
      const found = lists.find(
        ({ effectiveFrom, effectiveTo }) =>
          effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo),
      );
      if (!found) throw new Error(`no list of triggers counts on ${day}`);
      return found;
    },
  };
}

function overlap(one: TriggerList, other: TriggerList): boolean {
  return (
    one.effectiveFrom <= (other.effectiveTo ?? '9999') &&
    other.effectiveFrom <= (one.effectiveTo ?? '9999')
  );
}
