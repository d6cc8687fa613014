import { z } from 'zod';
import type { FactTable } from '../fact-table.ts';
import { LEVELS } from '../level.ts';
import { RELIEF_KINDS, type Relief, type ReliefPack } from '../reliefs/model.ts';
import { condition, nextStep, provenanceSchema, text, toProvenance } from './provenance.ts';
import type { Source } from './source.ts';
import { readCondition } from './vocabulary.ts';

const reliefSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  measure: z.int().min(1).max(16),
  kind: z.enum(RELIEF_KINDS),
  title: text,
  clause: z.string().min(1),
  quote: z.string().min(1),
  when: condition.default('true'),
  levels: z.array(z.enum(LEVELS)).min(1),
  grade: z.enum(['provincial_plus', 'below_province']).optional(),
  tensions: z.array(z.string().regex(/^T\d+$/)).default([]),
  steps: z.array(nextStep).default([]),
});
const schema = z.strictObject({ pack: provenanceSchema, reliefs: z.array(reliefSchema).min(1) });

/**
 * Reads a reliefs.yaml: what a text would relieve, clause by clause, each quoted from `official`.
 * Diagnostics stay on the source; null when there are any.
 */
export function loadReliefs(
  id: string,
  source: Source,
  official: string,
  table: FactTable,
): ReliefPack | null {
  const raw = source.read<z.output<typeof schema>>(schema);
  if (!raw) return null;
  const seen = new Set<string>();
  const reliefs = raw.reliefs.map((entry, index): Relief => {
    const path = ['reliefs', index];
    if (seen.has(entry.id)) source.report(path, 'relief.twice', `"${entry.id}" stands twice`);
    seen.add(entry.id);
    if (!official.includes(entry.quote)) {
      source.report([...path, 'quote'], 'clause.quote', 'the quote is not in the text');
    }
    if ((entry.kind === 'downgrade') !== (entry.grade !== undefined)) {
      source.report(path, 'relief.grade', 'a downgrade, and only that, names the grade of area');
    }
    const { grade, when, ...rest } = entry;
    return {
      ...rest,
      ...(grade ? { grade } : {}),
      when: readCondition(when, table, source, [...path, 'when']) ?? { op: 'const', value: false },
    };
  });
  if (source.diagnostics.length > 0) return null;
  return { ...toProvenance(id, raw.pack), reliefs };
}
