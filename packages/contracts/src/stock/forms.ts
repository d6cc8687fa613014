import { z } from 'zod';
import { FileView } from '../files.ts';
import { AllowanceItems } from '../park-eia/envelope.ts';
import type { Bilingual } from '../people/bilingual.ts';
import { STOCK_LIMITS, STOCK_SHEET_NAMES } from './sheets.ts';

/** Where an import stands. Nothing is written before COMMITTED, and all of it then. */
export const STOCK_STATES = {
  CHECKED: { zh: '已检查，未写入', en: 'Checked, not written' },
  COMMITTED: { zh: '已写入', en: 'Written' },
  CANCELLED: { zh: '已取消', en: 'Cancelled' },
} as const satisfies Record<string, Bilingual>;
export type StockState = keyof typeof STOCK_STATES;
const States = z.enum(Object.keys(STOCK_STATES) as [StockState, ...StockState[]]);

/** What a commit would do with a row. */
export const STOCK_OUTCOMES = {
  NEW: { zh: '新增', en: 'New' },
  CHANGE: { zh: '更正', en: 'Corrected' },
  SAME: { zh: '已在库', en: 'On record already' },
  FAULTY: { zh: '有问题', en: 'Faulty' },
} as const satisfies Record<string, Bilingual>;
export type StockOutcome = keyof typeof STOCK_OUTCOMES;
const Outcomes = z.enum(Object.keys(STOCK_OUTCOMES) as [StockOutcome, ...StockOutcome[]]);

const Sheets = z.enum(STOCK_SHEET_NAMES);

export const StockFault = z.object({
  column: z.string().meta({ description: 'Key of the column of its sheet.' }),
  value: z.string(),
  code: z.string().meta({ description: '`stockText` has the sentence.' }),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type StockFault = z.infer<typeof StockFault>;

export const StockRow = z.object({
  sheet: Sheets,
  row: z.int().meta({ description: 'As Excel shows it.' }),
  about: z.string().meta({ description: 'The enterprise, or what stands in its place.' }),
  what: z.string().meta({ description: 'Number, project or title, as the file has it.' }),
  scan: z.string().meta({ description: 'Name of the file; empty where none is named.' }),
  outcome: Outcomes,
  faults: z.array(StockFault),
});
export type StockRow = z.infer<typeof StockRow>;

export const StockImportHead = z.object({
  id: z.uuid(),
  parkId: z.uuid(),
  park: z.string(),
  state: States,
  fileName: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  sentAt: z.iso.datetime(),
  committedAt: z.iso.datetime().nullable(),
});
export type StockImportHead = z.infer<typeof StockImportHead>;

const count = z.int();
export const StockImport = StockImportHead.extend({
  counts: z.object({ NEW: count, CHANGE: count, SAME: count, FAULTY: count }),
  bySheet: z.array(z.object({ sheet: Sheets, rows: count, faulty: count, withScan: count })),
  rows: z.array(StockRow).meta({ description: 'Faulty ones first, then as in the file.' }),
  scans: z.array(FileView.extend({ named: z.boolean() })).meta({
    description: 'What was sent with it; `named`: by a row.',
  }),
  digest: z.string().meta({
    description: 'Of what a commit would do: a commit does what was shown or nothing.',
  }),
  version: z.int(),
  may: z.object({ send: z.boolean(), commit: z.boolean() }),
});
export type StockImport = z.infer<typeof StockImport>;

export const StockUpload = z.object({ fileName: z.string().trim().min(1).max(200) });
export const StockLanguage = z.object({ language: z.enum(['zh', 'en']).default('zh') });
export const StockScans = z.object({
  files: z.array(z.uuid()).min(1).max(STOCK_LIMITS.scans),
});
export const StockCommit = z.object({ digest: z.string() });

/** What allows an item, and what is held of it. */
export const BalanceLine = z.object({
  item: AllowanceItems,
  total: z
    .int()
    .nullable()
    .meta({ description: 'Of the park-wide EIA; null where there is none.' }),
  permitted: z.int().nullable().meta({
    description: 'Of the park’s permit; null of wastewater, and where no permit is in force.',
  }),
  limit: z.int().nullable().meta({ description: 'The smaller of both; null where neither is.' }),
  held: z.int().meta({ description: 'Sum of the shares, in grams a year or litres a day.' }),
  exceeds: z.boolean(),
});
export type BalanceLine = z.infer<typeof BalanceLine>;

export const StockTenant = z.object({
  enterpriseId: z.uuid(),
  enterprise: z.string(),
  present: z.boolean().meta({ description: 'Whether it is a tenant of the park today.' }),
  presentTenantId: z.uuid().nullable().meta({
    description: 'Of its shares from the import, until the park is reconciled.',
  }),
  admissionId: z.uuid().nullable(),
  shares: z
    .array(z.object({ item: AllowanceItems, amount: z.int() }))
    .nullable()
    .meta({ description: 'null: nothing is known; empty: it holds none.' }),
  permit: z.object({ number: z.string(), validTo: z.iso.date() }).nullable(),
  approvals: z.int().meta({ description: 'EIA approvals on file from before.' }),
});
export type StockTenant = z.infer<typeof StockTenant>;

export const ParkStock = z.object({
  parkId: z.uuid(),
  park: z.string(),
  districtCode: z.string(),
  eia: z
    .object({
      id: z.uuid(),
      title: z.string(),
      approvalNo: z.string(),
      version: z.int(),
      historical: z.boolean(),
      reconciledOn: z.iso.date().nullable(),
    })
    .nullable()
    .meta({ description: 'The one in force.' }),
  waiting: z
    .object({ id: z.uuid(), title: z.string() })
    .nullable()
    .meta({ description: 'A park-wide EIA whose decision the head has not confirmed yet.' }),
  permit: z
    .object({ number: z.string(), validTo: z.iso.date() })
    .nullable()
    .meta({ description: 'Of the park, in force today.' }),
  manner: z.enum(['OPENED', 'IMPORTED', 'CARRIED']).nullable().meta({
    description: 'How it would be reconciled now; null where it is, or cannot be.',
  }),
  balance: z.array(BalanceLine),
  tenants: z.array(StockTenant),
  imports: z.array(StockImportHead),
  may: z.object({ send: z.boolean(), reconcile: z.boolean() }),
});
export type ParkStock = z.infer<typeof ParkStock>;

export const StockPark = z.object({
  parkId: z.uuid(),
  park: z.string(),
  districtCode: z.string(),
  hasEia: z.boolean(),
  reconciledOn: z.iso.date().nullable(),
  tenants: z.int(),
  waiting: z.int().meta({ description: 'Tenants with shares that are not reconciled yet.' }),
  unfinished: z.int().meta({ description: 'Imports that are checked and not written.' }),
});
export type StockPark = z.infer<typeof StockPark>;
export const StockParkQuery = z.object({
  q: z.string().trim().max(60).default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(20),
});
export type StockParkQuery = z.infer<typeof StockParkQuery>;
export const StockParkList = z.object({ rows: z.array(StockPark), total: z.int() });
export type StockParkList = z.infer<typeof StockParkList>;
