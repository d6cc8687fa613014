import {
  EnterpriseForm,
  GRAMS_PER_TONNE_DIGITS,
  IMPORT_COLUMNS,
  LITRES_PER_CUBIC_METRE_DIGITS,
  PERMIT_CATEGORIES,
  PERMIT_LABELS,
  readAmount,
  WASTEWATER_ROUTES,
  YES_NO,
  type ImportColumn,
  type PermitCategory,
  type RowFault,
  type WastewaterRoute,
} from '@ludao/contracts';
import type { ParkChoice, StagedRow } from './model.ts';

/** What a row says; what it leaves empty is absent, so that it changes nothing. */
export interface Given {
  readonly form: Partial<EnterpriseForm>;
  readonly faults: readonly RowFault[];
}

/** The column in which a field of the form stands. */
export const COLUMN_OF: Readonly<Record<keyof EnterpriseForm, ImportColumn>> = {
  name: 'name',
  creditCode: 'creditCode',
  industries: 'industries',
  districtCode: 'districtCode',
  address: 'address',
  parkId: 'park',
  unitId: 'unit',
  movedIn: 'movedIn',
  wastewater: 'wastewater',
  hazardousWaste: 'hazardousWaste',
  permitCategory: 'permitCategory',
  permitNumber: 'permitNumber',
  permitValidTo: 'permitValidTo',
  wastewaterLitresPerYear: 'wastewaterVolume',
  wastes: 'wastes',
  // These have no column of their own; a row never changes them.
  pollutants: 'wastewaterVolume',
  eiaApprovals: 'permitNumber',
  sites: 'address',
};

/** Blanks, width and case make no other name. */
export function comparable(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

/** Reads the cells of a row: names become ids, labels become values. */
export function readRow(
  { raw, cellFaults }: StagedRow,
  parks: ReadonlyMap<string, readonly ParkChoice[]>,
): Given {
  const faults: RowFault[] = [...cellFaults];
  const form: { -readonly [K in keyof EnterpriseForm]?: EnterpriseForm[K] } = {};
  const isFaulty = new Set(cellFaults.map(({ column }) => column));
  const fault = (column: ImportColumn, code: string, params: RowFault['params'] = {}) => {
    faults.push({ column, value: raw[column] ?? '', code, params });
  };
  const text = (column: ImportColumn) => (raw[column] ?? '').trim();

  for (const column of ['name', 'creditCode', 'industries'] as const) {
    if (text(column) === '' && !isFaulty.has(column)) fault(column, 'REQUIRED');
  }
  if (text('name') !== '') form.name = text('name');
  if (text('creditCode') !== '') form.creditCode = text('creditCode');
  if (text('address') !== '') form.address = text('address');
  if (text('movedIn') !== '') form.movedIn = text('movedIn');
  if (text('districtCode') !== '') form.districtCode = text('districtCode').normalize('NFKC');
  if (text('industries') !== '') {
    form.industries = text('industries')
      .normalize('NFKC')
      .split(/[\s、,;]+/)
      .filter((code) => code !== '');
  }
  readLabels(text, form, fault);
  readProfile(text, form, fault);
  readPlace(text, form, fault, parks);
  return { form, faults };
}

function readProfile(text: Text, form: Draft, fault: Fault): void {
  if (text('permitNumber') !== '')
    form.permitNumber = comparable(text('permitNumber')).toUpperCase();
  if (text('permitValidTo') !== '') form.permitValidTo = text('permitValidTo');
  const category = comparable(text('permitCategory'));
  if (category !== '') {
    const found = CATEGORIES.find(([, { zh, en }]) =>
      [zh, en].some((label) => comparable(label) === category),
    );
    if (found) [form.permitCategory] = found;
    else fault('permitCategory', 'NOT_AN_OPTION', { known: PERMIT_LABELS.join('、') });
  }
  if (text('wastewaterVolume') !== '') {
    const litres = readAmount(text('wastewaterVolume'), LITRES_PER_CUBIC_METRE_DIGITS);
    if (litres === null) fault('wastewaterVolume', 'AMOUNT_FORM');
    else form.wastewaterLitresPerYear = litres;
  }
  if (text('wastes') !== '') readWastes(text('wastes'), form, fault);
}

/** '900-041-49 0.5；900-249-08 1.2': codes with tonnes a year. */
function readWastes(written: string, form: Draft, fault: Fault): void {
  const parts = written
    .normalize('NFKC')
    .split(/[;、\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const wastes = parts.map((part) => {
    const [, code, tonnes] = /^(\d{3}-\d{3}-\d{2})\s+([\d.,]+)\s*吨?$/.exec(part) ?? [];
    const gramsPerYear = readAmount(tonnes ?? '', GRAMS_PER_TONNE_DIGITS);
    return code && gramsPerYear ? { code, gramsPerYear, route: null } : part;
  });
  const wrong = wastes.find((waste) => typeof waste === 'string');
  if (wrong !== undefined) fault('wastes', 'WASTE_FORM', { value: wrong });
  else form.wastes = wastes.filter((waste) => typeof waste !== 'string');
}

type Text = (column: ImportColumn) => string;
type Fault = (column: ImportColumn, code: string, params?: RowFault['params']) => void;
type Draft = { -readonly [K in keyof EnterpriseForm]?: EnterpriseForm[K] };

const ROUTES = Object.entries(WASTEWATER_ROUTES) as [WastewaterRoute, { zh: string; en: string }][];

function readLabels(text: Text, form: Draft, fault: Fault): void {
  const water = comparable(text('wastewater'));
  if (water !== '') {
    const found = ROUTES.find(([, { zh, en }]) =>
      [zh, en].some((label) => comparable(label) === water),
    );
    if (found) [form.wastewater] = found;
    else fault('wastewater', 'NOT_AN_OPTION', { known: ROUTES.map(([, { zh }]) => zh).join('、') });
  }
  const waste = comparable(text('hazardousWaste'));
  if (waste === '') return;
  if ([YES_NO.yes.zh, 'yes', 'true', 'y'].includes(waste)) form.hazardousWaste = true;
  else if ([YES_NO.no.zh, 'no', 'false', 'n'].includes(waste)) form.hazardousWaste = false;
  else fault('hazardousWaste', 'NOT_AN_OPTION', { known: `${YES_NO.yes.zh}、${YES_NO.no.zh}` });
}

const CATEGORIES = Object.entries(PERMIT_CATEGORIES) as [
  PermitCategory,
  { zh: string; en: string },
][];

function readPlace(
  text: Text,
  form: Draft,
  fault: Fault,
  parks: ReadonlyMap<string, readonly ParkChoice[]>,
): void {
  const unit = comparable(text('unit'));
  if (text('park') === '') {
    if (unit !== '') fault('unit', 'UNIT_WITHOUT_PARK');
    return;
  }
  const named = parks.get(comparable(text('park'))) ?? [];
  const there = named.filter(({ districtCode }) => districtCode === form.districtCode);
  const [park, another] = there.length > 0 ? there : named;
  if (!park) return fault('park', 'PARK_UNKNOWN');
  if (another) return fault('park', 'PARK_AMBIGUOUS', { count: named.length });
  form.parkId = park.id;
  form.districtCode ??= park.districtCode;
  if (unit === '') return;
  const unitId = park.units.get(unit);
  if (unitId === undefined) fault('unit', 'UNIT_ELSEWHERE');
  else form.unitId = unitId;
}

/** What the schema of the form says against it, in the words of a row. */
export function schemaFaults(form: EnterpriseForm, { raw, rowNumber }: StagedRow): RowFault[] {
  const { error } = EnterpriseForm.safeParse(form);
  if (!error) return [];
  const seen = new Set<ImportColumn>();
  return error.issues.flatMap((issue) => {
    const column = COLUMN_OF[issue.path[0] as keyof EnterpriseForm] ?? 'name';
    if (seen.has(column)) return [];
    seen.add(column);
    return [
      { column, value: raw[column] ?? '', ...saidOf(issue, column, raw[column] ?? '', rowNumber) },
    ];
  });
}

function saidOf(
  issue: NonNullable<ReturnType<typeof EnterpriseForm.safeParse>['error']>['issues'][number],
  column: ImportColumn,
  value: string,
  row: number,
): Pick<RowFault, 'code' | 'params'> {
  if (column === 'industries') {
    const tooMany = issue.code === 'too_big';
    return tooMany
      ? { code: 'INDUSTRY_TOO_MANY', params: { limit: Number(issue.maximum) } }
      : { code: 'INDUSTRY_FORM', params: {} };
  }
  if (column === 'permitNumber') return { code: 'PERMIT_NUMBER_FORM', params: {} };
  if (column === 'wastewaterVolume') return { code: 'AMOUNT_FORM', params: {} };
  if (column === 'wastes') return { code: 'WASTE_FORM', params: { value } };
  if (issue.code === 'too_small')
    return { code: 'TOO_SHORT', params: { limit: Number(issue.minimum) } };
  if (issue.code === 'too_big') {
    return { code: 'TOO_LONG', params: { limit: Number(issue.maximum), length: value.length } };
  }
  if (column === 'districtCode')
    return { code: value === '' ? 'REQUIRED' : 'DISTRICT_FORM', params: {} };
  if (column === 'movedIn' || column === 'permitValidTo') {
    const { zh: heading } = IMPORT_COLUMNS[column];
    return { code: 'NOT_A_DATE', params: { row, column: heading, heading, value } };
  }
  return { code: 'REQUIRED', params: {} };
}
