import { z } from 'zod';
import { EnterpriseRow } from './register.ts';

/** Why two entries may be one enterprise, the strongest first. */
export const DUPLICATE_REASONS = {
  SAME_NAME: { zh: '名称相同', en: 'Same name' },
  SAME_SOUND: { zh: '名称同音', en: 'Names sound the same' },
  SAME_PLACE: { zh: '地点相同、名称相近', en: 'Same place, similar names' },
} as const;
export type DuplicateReason = keyof typeof DUPLICATE_REASONS;

export const DuplicateQuery = z.object({
  district: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  reason: z
    .enum(Object.keys(DUPLICATE_REASONS) as [DuplicateReason, ...DuplicateReason[]])
    .optional(),
  sort: z.enum(['likely', 'name', '-name']).default('likely'),
  page: z.coerce.number().int().min(1).max(1000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
});
export type DuplicateQuery = z.infer<typeof DuplicateQuery>;

const Candidate = EnterpriseRow.extend({ address: z.string() });
export const DuplicatePair = z.object({
  one: Candidate,
  other: Candidate,
  reasons: z.array(
    z.enum(Object.keys(DUPLICATE_REASONS) as [DuplicateReason, ...DuplicateReason[]]),
  ),
});
export type DuplicatePair = z.infer<typeof DuplicatePair>;
export const DuplicateList = z.object({ rows: z.array(DuplicatePair), total: z.int() });
export type DuplicateList = z.infer<typeof DuplicateList>;

/** Fields of which the survivor may take the other's value; its code and id stay its own. */
export const MERGE_FIELDS = [
  'name',
  'industries',
  'address',
  'place',
  'wastewater',
  'hazardousWaste',
  'permitCategory',
  'permitNumber',
  'permitValidTo',
  'wastewaterLitresPerYear',
  'pollutants',
  'eiaApprovals',
  'wastes',
  'sites',
] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

/** The entry of the address takes the other one over. `place` is park, unit and day together. */
export const Merge = z.object({
  other: z.uuid(),
  version: z.int().min(1),
  otherVersion: z.int().min(1),
  take: z.array(z.enum(MERGE_FIELDS)).default([]),
  reason: z.string().trim().min(2).max(200),
});
export type Merge = z.infer<typeof Merge>;

export const MergeUndo = z.object({
  other: z.uuid(),
  version: z.int().min(1),
  reason: z.string().trim().min(2).max(200),
});
export type MergeUndo = z.infer<typeof MergeUndo>;

/** Somebody looked: these are two enterprises. */
export const Distinct = z.object({ other: z.uuid() });
