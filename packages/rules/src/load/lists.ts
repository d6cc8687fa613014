import { z } from 'zod';
import { IDENTITY, LIST_ENTRIES } from '../entries/schemas.ts';
import type { FactTable } from '../fact-table.ts';
import { LIST_TOPICS, type Clause, type ListPack, type ListTopic } from '../reliefs/model.ts';
import { provenanceSchema, text, toProvenance } from './provenance.ts';
import type { Pilot } from '../reliefs/pilot.ts';
import { unevaluated } from '../reliefs/pilots.ts';
import type { Path, Source } from './source.ts';
import { readCondition } from './vocabulary.ts';

const schema = z.discriminatedUnion('topic', LIST_TOPICS.map(shapeOf) as [Shape, ...Shape[]]);
type Shape = ReturnType<typeof shapeOf>;

function shapeOf(topic: ListTopic) {
  return z.strictObject({
    topic: z.literal(topic),
    list: provenanceSchema,
    entered: z.boolean(),
    note: text.nullable().default(null),
    entries: z.array(LIST_ENTRIES[topic] as z.ZodType<object>).default([]),
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
  checkTwice(raw.topic, raw.entries, source);
  const entries = raw.entries.map((entry, index) =>
    readClauses(entry, ['entries', index], table, source),
  );
  if (raw.topic === 'facilities') checkFacts(raw.entries as { does: string[] }[], table, source);
  if (raw.topic === 'pilots') checkPilots(raw.entries as Pilot[], source);
  if (source.diagnostics.length > 0) return null;
  return {
    ...toProvenance(packId, raw.list),
    topic: raw.topic,
    entered: raw.entered,
    note: raw.note,
    entries,
  } as unknown as ListPack;
}

/** What is told apart by a key stands once. */
function checkTwice(topic: ListTopic, entries: readonly object[], source: Source): void {
  const key = IDENTITY[topic];
  if (key === null) return;
  const seen = new Set<unknown>();
  entries.forEach((entry, index) => {
    const value = (entry as Record<string, unknown>)[key];
    if (seen.has(value)) {
      const params = { value: String(value) };
      source.report(['entries', index, key], 'list.twice', `"${params.value}" stands twice`, {
        params,
      });
    }
    seen.add(value);
  });
}

/** Ends that lie before their beginnings, by the name of the end. */
const PERIODS: Readonly<Record<string, string>> = { to: 'from', validTo: 'validFrom' };

/** Every `when` of an entry, however deep, becomes a parsed condition; every period is looked at. */
function readClauses(value: unknown, path: Path, table: FactTable, source: Source): unknown {
  if (Array.isArray(value)) {
    return value.map((part, at) => readClauses(part, [...path, at], table, source));
  }
  if (typeof value !== 'object' || value === null) return value;
  checkPeriods(value as Record<string, unknown>, path, source);
  const entries = Object.entries(value).map(([key, part]) => [
    key,
    key === 'when' && typeof part === 'string'
      ? readCondition(part, table, source, [...path, key])
      : readClauses(part, [...path, key], table, source),
  ]);
  return Object.fromEntries(entries) as Clause;
}

function checkPeriods(entry: Record<string, unknown>, path: Path, source: Source): void {
  for (const [end, start] of Object.entries(PERIODS)) {
    const [from, to] = [entry[start], entry[end]];
    if (typeof from !== 'string' || typeof to !== 'string' || from <= to) continue;
    const params = { value: to, limit: from };
    source.report([...path, end], 'list.period', `ends ${to}, before it begins`, { params });
  }
}

function checkFacts(
  entries: readonly { readonly does: readonly string[] }[],
  table: FactTable,
  source: Source,
): void {
  entries.forEach(({ does }, index) => {
    does.forEach((key, at) => {
      if (table.findFact(key)?.type === 'boolean') return;
      const params = { value: key };
      const path = ['entries', index, 'does', at];
      source.report(path, 'list.fact', `"${key}" is no yes-no fact`, { params });
    });
  });
}

function checkPilots(entries: readonly Pilot[], source: Source): void {
  for (const pilot of unevaluated(entries)) {
    const params = { value: pilot.jurisdiction, limit: pilot.from };
    const path = ['entries', entries.indexOf(pilot), 'evaluation'];
    const message = `a further county needs an evaluation from before ${pilot.from}`;
    source.report(path, 'list.unevaluated', message, { params });
  }
}
