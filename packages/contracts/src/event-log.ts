import { z } from 'zod';

/** What streams of the event log are about: the first part of their names. */
export const STREAM_KINDS = {
  enterprise: { zh: '企业', en: 'Enterprises' },
  park: { zh: '园区', en: 'Parks' },
  'pre-lease': { zh: '租前查询', en: 'Checks before a lease' },
  rulebook: { zh: '规则条目', en: 'Rulebook' },
  certificate: { zh: '回执和凭证', en: 'Receipts and certificates' },
  import: { zh: '批量导入', en: 'Imports' },
  distinct: { zh: '重复登记甄别', en: 'Likely duplicates' },
  dossier: { zh: '档案打印', en: 'Printed files' },
  organisation: { zh: '机构', en: 'Organisations' },
  person: { zh: '人员账号', en: 'People and accounts' },
  post: { zh: '岗位', en: 'Posts' },
  absence: { zh: '缺勤', en: 'Absences' },
  delegation: { zh: '委托', en: 'Delegations' },
} as const;
export type StreamKind = keyof typeof STREAM_KINDS;
const StreamKinds = z.enum(Object.keys(STREAM_KINDS) as [StreamKind, ...StreamKind[]]);

/** Place in the whole log, in decimals. */
const Position = z.string().regex(/^[1-9]\d{0,17}$/);

export const EventLogQuery = z.object({
  kind: StreamKinds.optional(),
  type: z
    .string()
    .trim()
    .max(80)
    .regex(/^[a-z_]+\.[a-z_]+$/)
    .optional()
    .meta({ description: 'The whole type, for example enterprise.changed.' }),
  district: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  actor: z.string().trim().max(60).optional().meta({
    description: 'Of a name or a sign-in name; or a named actor of the program: system:clock.',
  }),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  before: Position.optional().meta({ description: 'Only what was recorded before this one.' }),
});
export type EventLogQuery = z.infer<typeof EventLogQuery>;

export const LoggedEvent = z.object({
  id: Position,
  stream: z.string(),
  seq: z.int(),
  type: z.string(),
  actor: z.string().nullable().meta({ description: 'A name; null once the person was erased.' }),
  office: z.string().nullable().meta({ description: 'The post by which it was done.' }),
  districtCode: z.string().nullable(),
  occurredAt: z.iso.datetime(),
  recordedAt: z.iso.datetime(),
  causeId: z.string().nullable(),
  body: z.string().meta({ description: 'Canonical JSON (RFC 8785), as it was hashed.' }),
  alg: z.string(),
  prevHash: z.string().nullable(),
  hash: z.string(),
  protected: z.boolean().meta({ description: 'Whether the last checkpoint covers it.' }),
});
export type LoggedEvent = z.infer<typeof LoggedEvent>;

/** How far the log is protected against whoever runs the database. */
export const LogProtection = z.object({
  checkpoint: z
    .object({
      number: z.int(),
      takenAt: z.iso.datetime().nullable().meta({ description: 'Null of very old ones.' }),
      position: z.string(),
    })
    .nullable(),
  unprotected: z.int().meta({ description: 'Events that came after it.' }),
});
export type LogProtection = z.infer<typeof LogProtection>;

export const EventLogPage = z.object({
  rows: z.array(LoggedEvent),
  next: Position.nullable().meta({ description: 'Give it as `before` for what is earlier.' }),
  types: z.array(z.string()).meta({ description: 'Every type that occurs in the log.' }),
  protection: LogProtection,
});
export type EventLogPage = z.infer<typeof EventLogPage>;
