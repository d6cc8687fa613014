import type { Text } from './vocabulary.ts';

/** Where a text stands: a lower layer never overrules a higher one. */
export const LAYERS = [
  'LAW',
  'ADMIN_REGULATION',
  'MINISTRY_RULE',
  'MINISTRY_NORMATIVE',
  'PROVINCIAL_NORMATIVE',
  'MUNICIPAL_NORMATIVE',
  'DRAFT_MEASURE',
] as const;
export type Layer = (typeof LAYERS)[number];

export const CONFIDENCES = ['verified', 'secondary', 'practitioner'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What the owner does next under a level; each step has its own source. */
export interface NextStep {
  readonly text: Text;
  readonly cite: string;
  readonly confidence: Confidence;
}
