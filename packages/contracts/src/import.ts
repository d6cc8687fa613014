import { z } from 'zod';
import { PERMIT_CATEGORIES, WASTEWATER_ROUTES } from './profile.ts';

/** Limits of one import; more goes into a second file. */
export const IMPORT_LIMITS = { bytes: 20 * 1024 * 1024, rows: 50_000 } as const;

/**
 * The states of an import and what may follow each. READING takes in and checks; a correction goes
 * back there, and so does a commit that finds the register changed since the check.
 */
export const IMPORT_STATES = {
  READING: {
    zh: '读取和检查',
    en: 'Reading and checking',
    next: ['CHECKED', 'CANCELLED', 'FAILED'],
  },
  CHECKED: { zh: '检查完毕', en: 'Checked', next: ['READING', 'COMMITTING', 'CANCELLED'] },
  COMMITTING: { zh: '正在写入', en: 'Committing', next: ['DONE', 'READING', 'CHECKED'] },
  DONE: { zh: '已写入', en: 'Done', next: [] },
  CANCELLED: { zh: '已取消', en: 'Cancelled', next: [] },
  FAILED: { zh: '文件不能接收', en: 'File refused', next: [] },
} as const satisfies Record<string, { zh: string; en: string; next: readonly string[] }>;
export type ImportState = keyof typeof IMPORT_STATES;
const States = z.enum(Object.keys(IMPORT_STATES) as [ImportState, ...ImportState[]]);

export function mayFollow(from: ImportState, to: ImportState): boolean {
  const { next }: { readonly next: readonly ImportState[] } = IMPORT_STATES[from];
  return next.includes(to);
}

/** What committing a row would do. */
export const ROW_OUTCOMES = {
  NEW: { zh: '新增', en: 'New' },
  CHANGE: { zh: '更新', en: 'Changed' },
  UNCHANGED: { zh: '无变化', en: 'Unchanged' },
  SKIPPED: { zh: '已登记，跳过', en: 'Registered already, skipped' },
  FAULTY: { zh: '有问题', en: 'Faulty' },
} as const;
export type RowOutcome = keyof typeof ROW_OUTCOMES;
const Outcomes = z.enum(Object.keys(ROW_OUTCOMES) as [RowOutcome, ...RowOutcome[]]);

/** The columns of the file, in their order. A cell left empty leaves what is registered as it is. */
export const IMPORT_COLUMNS = {
  name: { zh: '企业名称', en: 'Name', type: 'text', required: true, width: 36 },
  creditCode: {
    zh: '统一社会信用代码',
    en: 'Credit code',
    type: 'text',
    required: true,
    width: 24,
  },
  industries: { zh: '行业代码', en: 'Industry codes', type: 'text', required: true, width: 18 },
  districtCode: { zh: '区县代码', en: 'County code', type: 'text', required: false, width: 12 },
  address: { zh: '地址', en: 'Address', type: 'text', required: false, width: 36 },
  park: { zh: '所在园区', en: 'Park', type: 'text', required: false, width: 30 },
  unit: { zh: '单元', en: 'Unit', type: 'text', required: false, width: 16 },
  movedIn: { zh: '入驻日期', en: 'Moved in', type: 'date', required: false, width: 14 },
  wastewater: { zh: '生产废水去向', en: 'Wastewater', type: 'text', required: false, width: 16 },
  hazardousWaste: {
    zh: '产生危险废物',
    en: 'Hazardous waste',
    type: 'text',
    required: false,
    width: 14,
  },
  permitCategory: {
    zh: '排污许可管理类别',
    en: 'Permit category',
    type: 'text',
    required: false,
    width: 18,
  },
  permitNumber: {
    zh: '排污许可证（登记）编号',
    en: 'Permit number',
    type: 'text',
    required: false,
    width: 26,
  },
  permitValidTo: {
    zh: '许可证有效期至',
    en: 'Permit valid to',
    type: 'date',
    required: false,
    width: 16,
  },
  wastewaterVolume: {
    zh: '年废水量（立方米）',
    en: 'Wastewater (m³ a year)',
    type: 'text',
    required: false,
    width: 18,
  },
  wastes: {
    zh: '危险废物代码和年产生量（吨）',
    en: 'Waste codes and tonnes a year',
    type: 'text',
    required: false,
    width: 40,
  },
} as const;
export type ImportColumn = keyof typeof IMPORT_COLUMNS;
export const IMPORT_COLUMN_NAMES = Object.keys(IMPORT_COLUMNS) as [ImportColumn, ...ImportColumn[]];
const Columns = z.enum(IMPORT_COLUMN_NAMES);

/** What stands before and after the columns in the workbook of faulty rows. */
export const CORRECTION_COLUMNS = {
  rowNumber: { zh: '原行号', en: 'Row in the file', width: 10 },
  problems: { zh: '问题', en: 'Problems', width: 60 },
} as const;

export const YES_NO = { yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } } as const;
export const PERMIT_LABELS = Object.values(PERMIT_CATEGORIES).map(({ zh }) => zh);
export const WASTEWATER_LABELS = Object.values(WASTEWATER_ROUTES).map(({ zh }) => zh);

/** A code with what its text needs: `importText` has the sentence. */
const Said = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Said = z.infer<typeof Said>;

export const RowFault = Said.extend({ column: Columns, value: z.string() });
export type RowFault = z.infer<typeof RowFault>;

export const ImportView = z.object({
  id: z.uuid(),
  fileName: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  state: States,
  onExisting: z.enum(['change', 'skip']),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  progress: z.object({
    staged: z.int().meta({ description: 'Rows taken in so far.' }),
    checked: z.int(),
    readThrough: z.boolean().meta({ description: '`staged` is the number of rows of the file.' }),
  }),
  counts: z.object({
    new: z.int(),
    change: z.int(),
    unchanged: z.int(),
    skipped: z.int(),
    faulty: z.int(),
  }),
  notice: Said.nullable().meta({
    description: 'Why the file, the last correction or the last commit was not taken.',
  }),
  result: z.object({ registered: z.int(), changed: z.int() }).nullable(),
  may: z.object({ correct: z.boolean(), commit: z.boolean(), cancel: z.boolean() }),
});
export type ImportView = z.infer<typeof ImportView>;
export const ImportList = z.object({ rows: z.array(ImportView) });

export const ImportRow = z.object({
  row: z.int().meta({ description: 'As Excel shows it in the first file.' }),
  outcome: Outcomes.nullable().meta({ description: 'null: not checked yet.' }),
  values: z.partialRecord(Columns, z.string()),
  faults: z.array(RowFault),
  changes: z.array(z.string()).meta({ description: 'Fields of the register that would change.' }),
});
export type ImportRow = z.infer<typeof ImportRow>;
export const ImportRows = z.object({ rows: z.array(ImportRow), total: z.int() });
export type ImportRows = z.infer<typeof ImportRows>;

export const UploadQuery = z.object({
  fileName: z.string().trim().min(1).max(200),
  onExisting: z
    .enum(['change', 'skip'])
    .default('change')
    .meta({ description: 'What a row does whose credit code is registered in reach.' }),
});
export type UploadQuery = z.infer<typeof UploadQuery>;

export const ImportRowsQuery = z.object({
  outcome: Outcomes.optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
});
export type ImportRowsQuery = z.infer<typeof ImportRowsQuery>;

export const ByImportRow = z.object({
  id: z.uuid(),
  row: z.coerce.number().int().min(1).max(1_048_576),
});
export const RowCorrection = z.object({ values: z.partialRecord(Columns, z.string().max(1000)) });
export const CommitImport = z.object({
  rows: z
    .array(z.int().min(1))
    .min(1)
    .max(IMPORT_LIMITS.rows)
    .nullable()
    .default(null)
    .meta({ description: 'Only these rows; null for all that are good.' }),
});
