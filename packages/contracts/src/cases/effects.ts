import { z } from 'zod';
import { CaseRow } from './views.ts';
import { OUTCOME } from '../relief.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const Words = z.object({ zh: z.string(), en: z.string() });

/** From which month to which, and where. Without months: the last twelve. */
export const EffectsQuery = z.object({
  from: month.optional(),
  to: month.optional(),
  district: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
});
export type EffectsQuery = z.infer<typeof EffectsQuery>;

/** What one relief did in one area in one month. */
export const ReformEffect = z.object({
  relief: z.string(),
  measure: z.int(),
  title: Words,
  object: z.string().nullable().meta({ description: 'Reform area, park or facility.' }),
  districtCode: z.string(),
  month,
  from: OUTCOME.nullable(),
  to: OUTCOME.nullable().meta({
    description: 'Lower than `from` where the relief lowers a level.',
  }),
  projects: z.int(),
  daysSaved: z.int().meta({
    description:
      'Statutory days for the national level of the project less the days its handling took; 0 at least.',
  }),
});
export type ReformEffect = z.infer<typeof ReformEffect>;

export const ReformEffects = z.object({
  from: month,
  to: month,
  effects: z.array(ReformEffect),
  projects: z.int().meta({ description: 'Each project once, however many reliefs helped it.' }),
  lowered: z.int().meta({ description: 'Projects that are handled below their national level.' }),
});
export type ReformEffects = z.infer<typeof ReformEffects>;

/** The cell that is opened. */
export const EffectCasesQuery = EffectsQuery.extend({
  relief: z.string().max(60).optional(),
  object: z.string().max(100).optional(),
});
export type EffectCasesQuery = z.infer<typeof EffectCasesQuery>;

export const EffectCases = z.object({
  cases: z.array(
    CaseRow.extend({
      statutoryLevel: OUTCOME,
      level: OUTCOME,
      settledOn: z.iso.date().meta({ description: 'Filed, exempt on record or decided.' }),
    }),
  ),
});
export type EffectCases = z.infer<typeof EffectCases>;

export const EFFECT_COLUMNS = {
  month: { zh: '月份', en: 'Month' },
  district: { zh: '区县', en: 'County' },
  object: { zh: '改革区域、园区或设施', en: 'Area, park or facility' },
  title: { zh: '减免措施', en: 'Relief' },
  change: { zh: '类别变化', en: 'Level' },
  projects: { zh: '惠及项目', en: 'Projects helped' },
  daysSaved: { zh: '节省天数', en: 'Days saved' },
} as const;
