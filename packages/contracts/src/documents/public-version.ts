import { z } from 'zod';
import type { Bilingual } from '../people/bilingual.ts';
import { Effects } from './forms.ts';

/**
 * Why something is left out of what the public reads, with the article of the 政府信息公开条例
 * (State Council decree 711, in force since 2019-05-15); confidence: secondary.
 */
export const PUBLIC_GROUNDS = {
  STATE_SECRET: { zh: '国家秘密', en: 'State secret', article: '第十四条' },
  TRADE_SECRET: { zh: '商业秘密', en: 'Trade secret', article: '第十五条' },
  PERSONAL: { zh: '个人隐私', en: 'Privacy', article: '第十五条' },
  OTHER: { zh: '内部事务或执法案卷信息', en: 'Internal or case-file matter', article: '第十六条' },
} as const satisfies Record<string, Bilingual & { readonly article: string }>;
export type PublicGround = keyof typeof PUBLIC_GROUNDS;
const Grounds = z.enum(Object.keys(PUBLIC_GROUNDS) as [PublicGround, ...PublicGround[]]);

/** What stands in place of what was blacked out, whatever its length. */
export const BLACK_BAR = '■■■';
export const PUBLIC_STATEMENT = '已删去国家秘密、商业秘密、个人隐私';

export const PublicMark = z.object({
  paragraph: z.int().min(0).max(400).meta({ description: 'Of `parts`, from 0.' }),
  from: z.int().min(0).max(20_000),
  to: z.int().min(1).max(20_000).meta({ description: 'UTF-16 code units; exclusive.' }),
  ground: Grounds,
});
export type PublicMark = z.infer<typeof PublicMark>;

export const PublicVersionForm = z.object({
  version: z.int().min(0).meta({ description: 'The version that the asker has seen; 0 for none.' }),
  marks: z.array(PublicMark).max(500),
  statement: z.string().trim().min(4).max(200),
});
export type PublicVersionForm = z.infer<typeof PublicVersionForm>;

export const PublicVersionCheck = z.object({ version: z.int().min(1) });

export const PublicVersion = z.object({
  version: z.int(),
  state: z.enum(['NONE', 'PROPOSED', 'CHECKED']),
  out: z.boolean().meta({ description: 'Everybody can read it now.' }),
  parts: z.array(
    z.object({
      kind: z.enum(['title', 'addressee', 'body', 'remedy', 'contact']),
      text: z.string(),
    }),
  ),
  marks: z.array(PublicMark),
  proposed: z.array(PublicMark).meta({ description: 'What the server would black out.' }),
  statement: z.string(),
  checkedAt: z.iso.datetime().nullable(),
  may: z.object({ save: z.boolean(), check: z.boolean(), ownWork: z.boolean() }),
});
export type PublicVersion = z.infer<typeof PublicVersion>;

export const PublicDocument = z.object({
  id: z.uuid(),
  title: z.string(),
  number: z.string(),
  office: z.string(),
  day: z.iso.date(),
  publishedOn: z.iso.date(),
  effect: Effects.nullable(),
});
export type PublicDocument = z.infer<typeof PublicDocument>;
export const PublicDocuments = z.object({ rows: z.array(PublicDocument), total: z.int() });
export type PublicDocuments = z.infer<typeof PublicDocuments>;
