import { z } from 'zod';
import { LEVELS } from '../level.ts';
import { CONFIDENCES, LAYERS } from '../layer.ts';
import { STEP_CODES, type ProcedurePack } from '../procedure/model.ts';
import { nextStep, provenanceSchema, text, toProvenance } from './provenance.ts';
import type { Source } from './source.ts';

const schema = z.strictObject({
  pack: provenanceSchema,
  steps: z.array(
    z.strictObject({
      code: z.enum(STEP_CODES),
      title: text,
      cite: z.string().min(1),
      layer: z.enum(LAYERS),
      confidence: z.enum(CONFIDENCES),
    }),
  ),
  periods: z.array(
    z.strictObject({
      id: z.string().regex(/^C\d{2}$/),
      levels: z.array(z.enum(LEVELS)).min(1),
      event: text,
      value: z.int().nonnegative(),
      unit: z.enum(['day', 'working_day', 'at_once']),
      committed: z.boolean().default(false),
      excludes: text.nullable().default(null),
      cite: z.string().min(1),
      confidence: z.enum(CONFIDENCES),
    }),
  ),
  documents: z.partialRecord(z.enum(LEVELS), z.array(nextStep).min(1)),
});

/** Reads a procedure.yaml. Diagnostics stay on the source; null when there are any. */
export function loadProcedure(id: string, source: Source): ProcedurePack | null {
  const raw = source.read<z.output<typeof schema>>(schema);
  if (!raw) return null;
  for (const code of STEP_CODES) {
    if (raw.steps.some((step) => step.code === code)) continue;
    source.report(['steps'], 'procedure.step', `step "${code}" is left out`);
  }
  if (source.diagnostics.length > 0) return null;
  const { pack, ...rest } = raw;
  return { ...toProvenance(id, pack), ...rest };
}
