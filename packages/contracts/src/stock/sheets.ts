import type { AllowanceItem } from '../park-eia/envelope.ts';
import { GRAMS_PER_TONNE_DIGITS, LITRES_PER_CUBIC_METRE_DIGITS } from '../amounts.ts';
import type { Bilingual } from '../people/bilingual.ts';
import { POLLUTANTS, type Pollutant } from '../profile.ts';

/** Limits of one workbook: the stock of one park. */
export const STOCK_LIMITS = { bytes: 10 * 1024 * 1024, rows: 1000, scans: 400 } as const;

export interface StockColumn extends Bilingual {
  readonly type: 'text' | 'date';
  readonly required?: boolean;
  readonly width: number;
  /** How it is filled in. */
  readonly note?: Bilingual;
}

const column = (
  zh: string,
  en: string,
  width: number,
  more: Partial<Pick<StockColumn, 'type' | 'required' | 'note'>> = {},
): StockColumn => ({ zh, en, width, type: 'text', ...more });
const must = { required: true } as const;
const day = (zh: string, en: string, required = true) =>
  column(zh, en, 14, {
    type: 'date',
    required,
    note: { zh: '写法如 2026-01-31。', en: 'Written like 2026-01-31.' },
  });

const CODE = column('统一社会信用代码', 'Credit code', 24, {
  ...must,
  note: {
    zh: '18 位。企业须已登记为本园区的入驻企业。',
    en: '18 characters. The enterprise has to be on record as a tenant of this park.',
  },
});
const NAME = column('企业名称', 'Enterprise', 34, {
  note: {
    zh: '可以不填；填了就与登记的名称核对。',
    en: 'May be left empty; it is compared with the register.',
  },
});
const SCAN = column('扫描件', 'Scan', 26, {
  note: {
    zh: '扫描件的文件名，例如 批复01.pdf；文件与本表一起上传。',
    en: 'Name of the file, such as approval01.pdf; it is sent together with this workbook.',
  },
});
const grams: Bilingual = {
  zh: '每年，吨，最多 6 位小数。',
  en: 'Tonnes a year, 6 decimals at most.',
};
const POLLUTANT_COLUMNS = Object.fromEntries(
  Object.entries(POLLUTANTS).map(([key, { zh, en }]) => [
    key,
    column(`${zh}（吨/年）`, `${en} (t/a)`, 16, { note: grams }),
  ]),
) as Record<Pollutant, StockColumn>;
const AMOUNT_COLUMNS: Record<AllowanceItem, StockColumn> = {
  ...POLLUTANT_COLUMNS,
  WASTEWATER: column('废水排放量（立方米/日）', 'Wastewater (m³/d)', 20, {
    note: { zh: '每日，立方米，最多 3 位小数。', en: 'Cubic metres a day, 3 decimals at most.' },
  }),
};

/** The sheets of the workbook, in their order, and the columns of each. */
export const STOCK_SHEETS = {
  EIA: {
    zh: '园区整体环评',
    en: 'Park-wide EIA',
    columns: {
      title: column('报告书名称', 'Title', 36, must),
      approvalNo: column('批复文号', 'Approval number', 24, must),
      office: column('审批机关', 'Office', 26, must),
      approvedOn: day('批复日期', 'Approved on'),
      inForceFrom: day('生效日期', 'In force from'),
      validTo: day('有效期至', 'Valid to'),
      liability: column('责任主体', 'Who answers', 22, must),
      industries: column('准入行业', 'Industries', 20, {
        ...must,
        note: {
          zh: 'GB/T 4754-2017 代码，都用 3 位或者都用 4 位，几个之间用顿号隔开。',
          en: 'Codes of GB/T 4754-2017, all of 3 or all of 4 digits, separated by commas.',
        },
      }),
      processes: column('允许工艺', 'Processes', 30, {
        note: {
          zh: '按规则词汇表的名称，几个之间用顿号隔开；整体环评不限工艺的留空。',
          en: 'By their names in the vocabulary; empty where the EIA limits none.',
        },
      }),
      conditions: column('准入条件', 'Conditions', 40, {
        note: {
          zh: '一行一条，由经办人判断的文字。',
          en: 'One a line, in words that a person judges.',
        },
      }),
      conclusions: column('可引用的结论', 'Conclusions', 40, {
        note: { zh: '一行一条。', en: 'One a line.' },
      }),
      preparer: column('编制单位', 'Prepared by', 26),
      ...AMOUNT_COLUMNS,
      scan: { ...SCAN, ...must },
    },
  },
  PERMITS: {
    zh: '排污许可',
    en: 'Discharge permits',
    columns: {
      creditCode: {
        ...CODE,
        note: {
          zh: '入驻企业的 18 位代码；园区自己的许可证填“园区”。',
          en: 'Of the tenant, 18 characters; for the park’s own permit write “park”.',
        },
      },
      name: NAME,
      site: column('场所名称', 'Place', 18, {
        note: {
          zh: '企业另有生产场所的才填；登记地址的留空。',
          en: 'Only of a further place; empty for its own address.',
        },
      }),
      category: column('管理类别', 'Category', 14, must),
      number: column('许可证（登记）编号', 'Number', 26, {
        ...must,
        note: { zh: '22 位。', en: '22 characters.' },
      }),
      validFrom: day('有效期自', 'Valid from'),
      validTo: day('有效期至', 'Valid to'),
      ...POLLUTANT_COLUMNS,
      scan: SCAN,
    },
  },
  APPROVALS: {
    zh: '企业环评批复',
    en: 'EIA approvals',
    columns: {
      creditCode: CODE,
      name: NAME,
      project: column('项目名称', 'Project', 36, must),
      document: column('环评类别', 'Document', 20, must),
      number: column('批复（备案）文号', 'Number', 26, must),
      office: column('审批（备案）机关', 'Office', 26, must),
      approvedOn: day('批复（备案）日期', 'Approved on'),
      acceptedOn: day('竣工验收日期', 'Accepted on', false),
      scan: SCAN,
    },
  },
  SHARES: {
    zh: '企业份额',
    en: 'Tenants’ shares',
    columns: {
      creditCode: CODE,
      name: NAME,
      since: day('占用起始日期', 'Held since'),
      ...AMOUNT_COLUMNS,
      scan: SCAN,
    },
  },
} as const satisfies Record<
  string,
  Bilingual & { readonly columns: Readonly<Record<string, StockColumn>> }
>;
export type StockSheet = keyof typeof STOCK_SHEETS;
export const STOCK_SHEET_NAMES = Object.keys(STOCK_SHEETS) as [StockSheet, ...StockSheet[]];
export type StockColumnKey = {
  [S in StockSheet]: keyof (typeof STOCK_SHEETS)[S]['columns'];
}[StockSheet];

/** The columns of a sheet by their keys. */
export function stockColumns(sheet: StockSheet): ReadonlyMap<string, StockColumn> {
  return new Map<string, StockColumn>(Object.entries(STOCK_SHEETS[sheet].columns));
}

/** How the park’s own permit is named in the column of credit codes. */
export const OF_THE_PARK: Bilingual = { zh: '园区', en: 'park' };
export const PROBLEM_COLUMN: Bilingual = { zh: '问题', en: 'Problems' };

/** Powers of ten between what the workbook says of an item and the whole units that are stored. */
export function stockDigits(item: AllowanceItem): number {
  return item === 'WASTEWATER' ? LITRES_PER_CUBIC_METRE_DIGITS : GRAMS_PER_TONNE_DIGITS;
}

/** What an amount of the workbook is counted in. */
export function stockUnit(item: AllowanceItem): Bilingual {
  return item === 'WASTEWATER' ? { zh: '立方米/日', en: 'm³/d' } : { zh: '吨/年', en: 't/a' };
}
