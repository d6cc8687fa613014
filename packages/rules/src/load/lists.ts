import { z } from 'zod';
import type { FactTable } from '../fact-table.ts';
import { LEVELS } from '../level.ts';
import { CONFIDENCES } from '../layer.ts';
import { LIST_TOPICS, type Clause, type ListPack, type ListTopic } from '../reliefs/model.ts';
import { condition, day, place, provenanceSchema, text, toProvenance } from './provenance.ts';
import type { Path, Source } from './source.ts';
import { readCondition } from './vocabulary.ts';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);
const clause = z.strictObject({
  no: z.string(),
  text: z.string().min(1),
  when: condition.optional(),
});
const period = { from: day, to: day.nullable() };
const factKey = z.string();

/** What one entry of each list looks like in its file. */
const ENTRIES = {
  adoptions: z.strictObject({
    id,
    reliefs: z.array(z.string()).min(1),
    jurisdiction: place,
    adoptedBy: z.string().min(1),
    documentNo: z.string().min(1),
    title: z.string().min(1),
    ...period,
    objects: z.array(id).nullable().default(null),
    provincialArrangementNo: z.string().min(1).nullable().default(null),
  }),
  'reform-areas': z.strictObject({
    id,
    name: z.string().min(1),
    jurisdiction: place,
    grade: z.enum(['provincial_plus', 'below_province']),
    planEia: z.strictObject({ title: z.string(), reviewNo: z.string(), reviewedOn: day }),
    ...period,
    standards: z.array(clause),
    negativeList: z.array(clause),
  }),
  parks: z.strictObject({
    id,
    name: z.string().min(1),
    jurisdiction: place,
    area: id.nullable().default(null),
    zone: z.string().nullable().default(null),
    eia: z
      .strictObject({
        title: z.string(),
        approvalNo: z.string().min(1),
        approvedOn: day,
        ...period,
        majorChangeOn: day.nullable().default(null),
        permitNo: z.string().min(1).nullable(),
        liability: z.enum(['park_entity', 'each_proponent']),
        industries: z.array(z.string().regex(/^\d{3,4}$/)).min(1),
        digits: z.int().min(3).max(4),
        envelope: z.array(clause),
        conclusions: z.array(z.string()),
      })
      .nullable()
      .default(null),
    datasets: z
      .array(
        z.strictObject({
          id,
          kind: z.enum(['ambient', 'soil_groundwater', 'sewer']),
          title: z.string().min(1),
          owner: z.string().min(1),
          laboratory: z.string().nullable().default(null),
          sampledOn: day.nullable().default(null),
          validFrom: day,
          validTo: day,
          withdrawnOn: day.nullable().default(null),
        }),
      )
      .default([]),
  }),
  facilities: z.strictObject({
    id,
    name: z.string().min(1),
    park: id,
    operator: z.string().min(1),
    eiaApprovalNo: z.string().min(1).nullable(),
    state: z.enum(['building', 'operating', 'suspended']),
    ...period,
    capacity: z.string(),
    does: z.array(factKey).min(1),
  }),
  'exclusion-list': clause,
  zoning: z.strictObject({
    code: z.string().min(1),
    name: z.string().min(1),
    category: z.enum(['priority', 'key', 'general']),
    jurisdiction: place,
    access: z.array(clause),
  }),
  'key-dischargers': z.strictObject({
    creditCode: z.string().length(18),
    name: z.string().min(1),
    kinds: z.array(z.string()),
  }),
  'approval-offices': z.strictObject({
    classes: z.array(z.enum(LEVELS)).min(1),
    jurisdiction: place,
    ...period,
    office: text,
    basis: z.string().min(1),
    confidence: z.enum(CONFIDENCES),
  }),
} as const satisfies Record<ListTopic, z.ZodType>;

const schema = z.discriminatedUnion('topic', LIST_TOPICS.map(shapeOf) as [Shape, ...Shape[]]);
type Shape = ReturnType<typeof shapeOf>;

function shapeOf(topic: ListTopic) {
  return z.strictObject({
    topic: z.literal(topic),
    list: provenanceSchema,
    entered: z.boolean(),
    note: text.nullable().default(null),
    entries: z.array(ENTRIES[topic] as z.ZodType<object>).default([]),
  });
}

/**
 * Reads a list.yaml. A list that is not entered has no entries and says why in its note.
 * Diagnostics stay on the source; null when there are any.
 */
export function loadList(packId: string, source: Source, table: FactTable): ListPack | null {
  const raw = source.read<z.output<typeof schema>>(schema);
  if (!raw) return null;
  if (raw.entered !== raw.entries.length > 0 && !(raw.entered && raw.topic === 'exclusion-list')) {
    source.report(['entries'], 'list.entered', 'a list has entries exactly when it is entered');
  }
  const entries = raw.entries.map((entry, index) =>
    readClauses(entry, ['entries', index], table, source),
  );
  if (raw.topic === 'facilities') checkFacts(raw.entries as { does: string[] }[], table, source);
  if (source.diagnostics.length > 0) return null;
  return {
    ...toProvenance(packId, raw.list),
    topic: raw.topic,
    entered: raw.entered,
    note: raw.note,
    entries,
  } as unknown as ListPack;
}

/** Every `when` of an entry, however deep, becomes a parsed condition. */
function readClauses(value: unknown, path: Path, table: FactTable, source: Source): unknown {
  if (Array.isArray(value)) {
    return value.map((part, at) => readClauses(part, [...path, at], table, source));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [
    key,
    key === 'when' && typeof part === 'string'
      ? readCondition(part, table, source, [...path, key])
      : readClauses(part, [...path, key], table, source),
  ]);
  return Object.fromEntries(entries) as Clause;
}

function checkFacts(
  entries: readonly { readonly does: readonly string[] }[],
  table: FactTable,
  source: Source,
): void {
  entries.forEach(({ does }, index) => {
    for (const key of does) {
      if (table.findFact(key)?.type === 'boolean') continue;
      source.report(['entries', index, 'does'], 'list.fact', `"${key}" is no yes-no fact`);
    }
  });
}
