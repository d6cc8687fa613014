import {
  EIA_DOCUMENTS,
  PERMIT_CATEGORIES,
  POLLUTANTS,
  type Bilingual,
  type EiaApproval,
  type PollutantAmount,
  type Site,
  type WasteAmount,
} from '@ludao/contracts';
import type { Language } from '../../i18n/index.ts';
import { asCubicMetres, asKilograms, asTonnes } from './amounts.ts';

/** How the lists of a profile are said in one line; values come from the log as they were written. */
const LISTS: Readonly<Record<string, (item: never, language: Language) => string>> = {
  pollutants: ({ pollutant, gramsPerYear }: PollutantAmount, language) =>
    `${POLLUTANTS[pollutant][language]} ${asKilograms(gramsPerYear)} kg`,
  wastes: ({ code, gramsPerYear }: WasteAmount) => `${code} ${asTonnes(gramsPerYear)} t`,
  eiaApprovals: ({ project, document, number }: EiaApproval, language) =>
    `${number} ${project}（${EIA_DOCUMENTS[document][language]}）`,
  sites: ({ name, address }: Site) => `${name}：${address}`,
};

/** A fact of the profile as one line; undefined for what is none. */
export function profileText(key: string, value: unknown, language: Language): string | undefined {
  const say = LISTS[key];
  if (say && Array.isArray(value)) {
    return value.map((item) => say(item as never, language)).join('；');
  }
  if (key === 'wastewaterLitresPerYear' && typeof value === 'number') {
    return `${asCubicMetres(value)} m³`;
  }
  const categories: Readonly<Record<string, Bilingual>> = PERMIT_CATEGORIES;
  return key === 'permitCategory' ? categories[String(value)]?.[language] : undefined;
}
