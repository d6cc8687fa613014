import { z } from 'zod';
import type { Bilingual } from '../people/bilingual.ts';
import { ListQuery } from '../register.ts';
import { Effects, States } from './forms.ts';

/** What keeps a document, and with it its volume, from the archive. */
export const VOLUME_LACKS = {
  NOT_SIGNED: { zh: '未签发，也未弃稿', en: 'Neither signed off nor given up' },
  NOT_SEALED: { zh: '未用印', en: 'Not sealed' },
  NOT_SERVED: { zh: '未送达', en: 'Not served' },
  NOT_RECORDED: { zh: '未登记官方系统编号', en: 'Without its official number' },
} as const satisfies Record<string, Bilingual>;
export type VolumeLack = keyof typeof VOLUME_LACKS;
const Lacks = z.enum(Object.keys(VOLUME_LACKS) as [VolumeLack, ...VolumeLack[]]);

export const VOLUME_SORTS = ['opened', '-opened', 'number', '-number', 'title', '-title'] as const;
export const VolumeQuery = ListQuery.extend({
  state: z.enum(['open', 'closed']).optional(),
  office: z.uuid().optional(),
  sort: z.enum(VOLUME_SORTS).default('-opened'),
});
export type VolumeQuery = z.infer<typeof VolumeQuery>;

export const VolumeRow = z.object({
  id: z.uuid(),
  number: z.string().nullable().meta({ description: '案卷号; null while it is open.' }),
  title: z.string(),
  subject: z.string(),
  office: z.string(),
  openedOn: z.iso.date(),
  closedOn: z.iso.date().nullable(),
  documents: z.int(),
});
export type VolumeRow = z.infer<typeof VolumeRow>;
export const VolumeList = z.object({ rows: z.array(VolumeRow), total: z.int() });
export type VolumeList = z.infer<typeof VolumeList>;

/** Years that a volume is kept; null is for ever 永久. */
const Years = z.int().min(1).max(200).nullable();

/** The files of a packed volume. */
export const ArchiveItem = z.object({
  path: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  document: z.uuid().nullable(),
});
export type ArchiveItem = z.infer<typeof ArchiveItem>;

export const VolumeView = VolumeRow.extend({
  version: z.int(),
  retention: z.object({
    least: Years.meta({ description: 'The longest that a template of its documents asks for.' }),
    years: Years.meta({ description: 'Of a closed volume; null is for ever.' }),
  }),
  contents: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      number: z.string().nullable(),
      state: States,
      effect: Effects.nullable(),
      signedOn: z.iso.date().nullable(),
      lack: Lacks.nullable(),
    }),
  ),
  archive: z.object({ sha256: z.string(), items: z.array(ArchiveItem) }).nullable(),
  may: z.object({ close: z.boolean() }),
});
export type VolumeView = z.infer<typeof VolumeView>;

export const VolumeClosing = z.object({
  version: z.int().min(1),
  retention: z
    .union([z.int().min(1).max(200), z.literal('PERMANENT')])
    .optional()
    .meta({
      description: 'Longer than the templates ask for, never shorter.',
    }),
});
export type VolumeClosing = z.infer<typeof VolumeClosing>;
