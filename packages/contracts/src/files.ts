import { z } from 'zod';
import type { Bilingual } from './people/bilingual.ts';

/** One kind of file that is taken in, told by its content and never by its name. */
export interface FileKind extends Bilingual {
  /** What it is kept and served as; never a type that a browser runs. */
  readonly mediaType: string;
  /** Endings of names that say so; the first is put behind a name that says something else. */
  readonly endings: readonly string[];
  /** Shown within the browser; anything else is saved. */
  readonly isInline: boolean;
}

/** All that is taken in. Everything else is refused, with the reason. */
export const FILE_KINDS = {
  PDF: { zh: 'PDF', en: 'PDF', mediaType: 'application/pdf', endings: ['pdf'], isInline: true },
  PNG: {
    zh: 'PNG 图片',
    en: 'PNG picture',
    mediaType: 'image/png',
    endings: ['png'],
    isInline: true,
  },
  JPEG: {
    zh: 'JPEG 图片',
    en: 'JPEG picture',
    mediaType: 'image/jpeg',
    endings: ['jpg', 'jpeg'],
    isInline: true,
  },
  WEBP: {
    zh: 'WebP 图片',
    en: 'WebP picture',
    mediaType: 'image/webp',
    endings: ['webp'],
    isInline: true,
  },
  // Photos of iPhones. Few browsers show them.
  HEIC: {
    zh: 'HEIC 图片',
    en: 'HEIC picture',
    mediaType: 'image/heic',
    endings: ['heic', 'heif'],
    isInline: false,
  },
  DOCX: {
    zh: 'Word（.docx）',
    en: 'Word (.docx)',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
    isInline: false,
  },
  XLSX: {
    zh: 'Excel（.xlsx）',
    en: 'Excel (.xlsx)',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx'],
    isInline: false,
  },
  DOC: {
    zh: '旧版 Word（.doc、.wps）',
    en: 'old Word (.doc, .wps)',
    mediaType: 'application/msword',
    endings: ['doc', 'wps'],
    isInline: false,
  },
  XLS: {
    zh: '旧版 Excel（.xls、.et）',
    en: 'old Excel (.xls, .et)',
    mediaType: 'application/vnd.ms-excel',
    endings: ['xls', 'et'],
    isInline: false,
  },
  TEXT: {
    zh: '文本（.txt、.csv）',
    en: 'text (.txt, .csv)',
    mediaType: 'text/plain',
    endings: ['txt', 'csv'],
    isInline: false,
  },
  ZIP: {
    zh: 'ZIP 压缩包',
    en: 'ZIP archive',
    mediaType: 'application/zip',
    endings: ['zip'],
    isInline: false,
  },
} as const satisfies Record<string, FileKind>;
export type FileKindName = keyof typeof FILE_KINDS;
export const FILE_KIND_NAMES = Object.keys(FILE_KINDS) as FileKindName[];

/** @returns undefined for a type that is not taken in */
export function kindOfMediaType(mediaType: string): FileKindName | undefined {
  return FILE_KIND_NAMES.find((name) => FILE_KINDS[name].mediaType === mediaType);
}

/** All kinds in one line, as they are said before somebody chooses a file and after a refusal. */
export function acceptedKinds(
  language: keyof Bilingual,
  of: readonly FileKindName[] = FILE_KIND_NAMES,
): string {
  const names = of.map((name) => FILE_KINDS[name][language]);
  return names.join(language === 'zh' ? '、' : ', ');
}

/** What the virus scan found; `UNSCANNED` where there is none, or it did not answer yet. */
export const FILE_SCANS = {
  UNSCANNED: { zh: '未查毒', en: 'Not scanned for viruses' },
  CLEAN: { zh: '查毒通过', en: 'No virus found' },
  INFECTED: { zh: '有病毒，已封存', en: 'Virus found, locked away' },
} as const satisfies Record<string, Bilingual>;
export type FileScan = keyof typeof FILE_SCANS;
const Scans = z.enum(Object.keys(FILE_SCANS) as [FileScan, ...FileScan[]]);

export const FILE_NAME_LENGTH = 200;

export const UploadFileQuery = z.object({
  name: z.string().meta({
    description: `As the file is called at the sender's. Paths and control characters are taken out, what is longer than ${FILE_NAME_LENGTH} characters is cut, and an ending that its content belies gets the right one behind it.`,
  }),
  purpose: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,39}$/)
    .meta({ description: 'What it is for, as a short code, for example `notice-scan`.' }),
});
export type UploadFileQuery = z.infer<typeof UploadFileQuery>;

export const FileView = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string().meta({ description: 'Found in the content.' }),
  bytes: z.int(),
  sha256: z.string().meta({ description: 'In hexadecimal.' }),
  scan: Scans,
});
export type FileView = z.infer<typeof FileView>;

export const FileRules = z.object({
  fileBytes: z.int().meta({ description: 'The most that one file may have.' }),
  dayBytes: z.int().meta({ description: 'The most that one person may send in a day.' }),
  isScanned: z.boolean().meta({ description: 'Whether files are scanned for viruses.' }),
});
export type FileRules = z.infer<typeof FileRules>;

export const AnyFile = z.any().meta({ description: 'The bytes, as what they are.' });
