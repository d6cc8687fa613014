import { z } from 'zod';
import { CONFIDENCES, LAYERS } from '../layer.ts';
import type { Provenance } from '../reliefs/model.ts';

/** Shapes that the files of rules, reliefs and lists share. */
export const day = z.iso.date('a date is YYYY-MM-DD, and there is such a day');
export const place = z.string().regex(/^(CN|\d{2}|\d{4}|\d{6})$/, 'CN or a GB/T 2260 code');
export const condition = z.string().min(1);
export const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export const nextStep = z.strictObject({
  text,
  cite: z.string().min(1),
  confidence: z.enum(CONFIDENCES),
});

export const provenanceSchema = z.strictObject({
  title: z.string().min(1),
  issuer: z.string().min(1),
  document_no: z.string(),
  effective_from: day,
  effective_to: day.nullable(),
  jurisdiction: place,
  layer: z.enum(LAYERS),
  confidence: z.enum(CONFIDENCES),
  demo: z.boolean().default(false),
});

export function toProvenance(id: string, raw: z.output<typeof provenanceSchema>): Provenance {
  return {
    id,
    title: raw.title,
    issuer: raw.issuer,
    documentNo: raw.document_no,
    effectiveFrom: raw.effective_from,
    effectiveTo: raw.effective_to,
    jurisdiction: raw.jurisdiction,
    layer: raw.layer,
    confidence: raw.confidence,
    demo: raw.demo,
  };
}
