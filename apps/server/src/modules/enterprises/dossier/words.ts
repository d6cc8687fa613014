import {
  ENTERPRISE_COLUMNS,
  PROFILE_FIELDS,
  PROFILE_HEADINGS,
  WASTEWATER_ROUTES,
  type Bilingual,
  type DossierCell,
  type WastewaterRoute,
} from '@ludao/contracts';
import { cell } from '../../dossier/index.ts';
import { PROFILE_CELLS } from './profile.ts';

/** The name of an industry by its code, as far as it is known. */
export type NameIndustry = (code: string) => string;

/** The fields of an enterprise as they are called in its file. */
export const FIELD_WORDS: Readonly<Record<string, Bilingual>> = {
  name: ENTERPRISE_COLUMNS.name,
  creditCode: ENTERPRISE_COLUMNS.creditCode,
  industries: { zh: '行业', en: 'Industries' },
  districtCode: ENTERPRISE_COLUMNS.district,
  address: { zh: '地址', en: 'Address' },
  parkId: ENTERPRISE_COLUMNS.park,
  unitId: { zh: '单元', en: 'Unit' },
  movedIn: ENTERPRISE_COLUMNS.movedIn,
  wastewater: PROFILE_HEADINGS.wastewater,
  hazardousWaste: PROFILE_HEADINGS.hazardousWaste,
  permitCategory: PROFILE_HEADINGS.permitCategory,
  permitNumber: PROFILE_HEADINGS.permitNumber,
  permitValidTo: PROFILE_HEADINGS.permitValidTo,
  wastewaterLitresPerYear: { zh: '年废水量', en: 'Wastewater a year' },
  pollutants: { zh: '主要污染物', en: 'Pollutants' },
  eiaApprovals: PROFILE_HEADINGS.eiaApprovals,
  wastes: { zh: '危险废物', en: 'Hazardous waste' },
  sites: { zh: '其他厂区', en: 'Other sites' },
};

export const YES = { zh: '有', en: 'Yes' };
export const NO = { zh: '没有', en: 'No' };

/** A registered value as a file shows it; from the log it may be anything. */
export function cellOf(
  key: string,
  value: unknown,
  { nameIndustry, called }: { nameIndustry: NameIndustry; called: ReadonlyMap<string, string> },
): DossierCell {
  if (value === null || value === undefined || value === '') return [];
  if (key === 'hazardousWaste') return cell.words(value === true ? YES : NO);
  if (key === 'industries' && Array.isArray(value)) {
    return value.map((code) => cell.industry(String(code), nameIndustry(String(code))));
  }
  if (isProfileKey(key)) {
    // An event of an earlier form of the register may hold anything: then its text is shown.
    const read = PROFILE_FIELDS[key].safeParse(value);
    const show = PROFILE_CELLS[key] as (known: unknown) => DossierCell;
    if (read.success && read.data !== null) return show(read.data);
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (key === 'wastewater' && text in WASTEWATER_ROUTES) {
    return cell.words(WASTEWATER_ROUTES[text as WastewaterRoute]);
  }
  if (key === 'creditCode') return cell.code(text);
  if (key === 'districtCode') return cell.county(text);
  if (key === 'movedIn' && /^\d{4}-\d\d-\d\d$/.test(text)) return cell.day(text);
  return cell.text(called.get(text) ?? text);
}

function isProfileKey(key: string): key is keyof typeof PROFILE_FIELDS {
  return key in PROFILE_FIELDS;
}
