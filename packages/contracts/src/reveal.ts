import { z } from 'zod';

/** What somebody needs the whole name and number for (Personal Information Protection Law, art. 6). */
export const REVEAL_REASONS = {
  CASE: { zh: '办理业务', en: 'Handling a matter' },
  INSPECTION: { zh: '现场检查、帮扶联系', en: 'Arranging an inspection or a visit' },
  EMERGENCY: { zh: '突发环境事件处置', en: 'An environmental emergency' },
  COMPLAINT: { zh: '信访投诉处理', en: 'Handling a complaint' },
  NOTICE: { zh: '文书送达、通知', en: 'Serving a document or a notice' },
  CHECK: { zh: '核对、更正信息', en: 'Checking or correcting data' },
  OTHER: { zh: '其他', en: 'Other' },
} as const;
export type RevealReason = keyof typeof REVEAL_REASONS;
export const REVEAL_REASON_NAMES = Object.keys(REVEAL_REASONS) as [RevealReason, ...RevealReason[]];

/** Words are asked for every time: a code alone is chosen without thought. */
export const REVEAL_WORDS = { min: 2, max: 200 } as const;

export const RevealRequest = z.object({
  reason: z.enum(REVEAL_REASON_NAMES),
  words: z.string().trim().min(REVEAL_WORDS.min).max(REVEAL_WORDS.max),
});
export type RevealRequest = z.infer<typeof RevealRequest>;

/** Given once, and only after the security log has it. */
export const Revealed = z.object({
  name: z.string(),
  phone: z.string().nullable(),
  recordedAt: z.iso.datetime(),
});
export type Revealed = z.infer<typeof Revealed>;
