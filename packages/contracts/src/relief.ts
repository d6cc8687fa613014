import { z } from 'zod';

/** Relief, procedure and permit category: what follows once the level of the law is known. */
export const LEVEL = z
  .enum(['NOT_LISTED', 'REGISTRATION', 'FORM', 'REPORT'])
  .meta({ id: 'Level', description: '名录未作规定 | 登记表 | 报告表 | 报告书' });
export const OUTCOME = z
  .enum(['EXEMPT', 'NOT_LISTED', 'REGISTRATION', 'FORM', 'REPORT'])
  .meta({ id: 'Outcome', description: 'A level, or EXEMPT 免于环评手续 by a relief in force' });
export const PERMIT_LEVEL = z
  .enum(['NOT_LISTED', 'REGISTRATION', 'SIMPLIFIED', 'KEY'])
  .meta({ id: 'PermitLevel', description: '名录未作规定 | 登记管理 | 简化管理 | 重点管理' });

export const Text = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Text' });
export const NextStep = z
  .object({ text: Text, cite: z.string(), confidence: z.string() })
  .meta({ id: 'NextStep' });
export const Reason = z
  .object({ code: z.string(), params: z.record(z.string(), z.string()) })
  .meta({ id: 'Reason' });

export const Place = z
  .strictObject({
    park: z.string().max(60).optional().meta({
      description: 'Id of a listed park, "unlisted" for another park, "none" outside parks.',
    }),
    area: z.string().max(60).optional(),
    zone: z.string().max(60).optional(),
    facilities: z.array(z.string().max(60)).max(20).optional(),
  })
  .meta({ id: 'Place', description: 'Park, reform area, zoning unit, shared facilities.' });

const Adoption = z.object({
  id: z.string(),
  reliefs: z.array(z.string()),
  jurisdiction: z.string(),
  adoptedBy: z.string(),
  documentNo: z.string(),
  title: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  objects: z.array(z.string()).nullable(),
  provincialArrangementNo: z.string().nullable(),
});

export const Relief = z
  .object({
    relief: z.string(),
    measure: z.int(),
    kind: z.enum(['leave_out', 'listed', 'exempt', 'direct_entry', 'downgrade', 'cite', 'batch']),
    title: Text,
    quote: z.string(),
    clause: z.string(),
    pack: z.string(),
    source: z.string(),
    layer: z.string(),
    confidence: z.string(),
    state: z.enum(['applies', 'if_adopted', 'open', 'refused']),
    from: OUTCOME.nullable(),
    to: OUTCOME.nullable(),
    object: z
      .object({ kind: z.enum(['area', 'park', 'facility']), id: z.string(), name: z.string() })
      .nullable(),
    adoption: Adoption.nullable(),
    reasons: z.array(Reason),
    missing: z.array(z.string()),
    leftOut: z.array(z.string()),
    cites: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        title: z.string(),
        validTo: z.string().nullable(),
        refusal: Reason.nullable(),
      }),
    ),
    steps: z.array(NextStep),
    tensions: z.array(z.string()),
    demo: z.boolean(),
  })
  .meta({ id: 'Relief' });

export const Procedure = z
  .object({
    steps: z.array(
      z.object({
        code: z.string(),
        title: Text,
        cite: z.string(),
        layer: z.string(),
        confidence: z.string(),
        state: z.enum(['shapes', 'no_effect', 'open', 'not_entered', 'not_checked']),
        detail: Reason.nullable(),
      }),
    ),
    offices: z.array(
      z.object({
        classes: z.array(LEVEL),
        jurisdiction: z.string(),
        from: z.string(),
        to: z.string().nullable(),
        office: Text,
        decidedBy: z.array(z.enum(['MUNICIPAL_EEB', 'COUNTY_EEB'])),
        basis: z.string(),
        confidence: z.string(),
      }),
    ),
    periods: z.array(
      z.object({
        id: z.string(),
        levels: z.array(LEVEL),
        event: Text,
        value: z.int(),
        unit: z.enum(['day', 'working_day', 'at_once']),
        committed: z.boolean(),
        excludes: Text.nullable(),
        cite: z.string(),
        confidence: z.string(),
      }),
    ),
    documents: z.array(NextStep),
    filing: z.enum(['due', 'waived', 'conditional', 'none']),
    outcome: OUTCOME.nullable(),
  })
  .meta({ id: 'Procedure' });
