import type { EnterpriseForm } from '@ludao/contracts';
import type { FormFault } from './decide.ts';

/** What the codes of a profile are checked against. */
export interface KnownCodes {
  /** Whether a code is a class of GB/T 4754 with four digits. */
  readonly isIndustry: (code: string) => boolean;
  /** Whether the last two digits name a category of hazardous waste. */
  readonly isWasteCategory: (category: string) => boolean;
}

/** What contradicts itself or cannot be in the profile of discharge and waste. */
export function profileFaults(
  form: EnterpriseForm,
  { isWasteCategory }: Pick<KnownCodes, 'isWasteCategory'>,
): FormFault[] {
  return [...permitFaults(form), ...waterFaults(form), ...wasteFaults(form, isWasteCategory)];
}

function permitFaults({ permitCategory, permitNumber, permitValidTo }: EnterpriseForm) {
  const has =
    permitNumber !== null ? 'permitNumber' : permitValidTo !== null ? 'permitValidTo' : null;
  if (has === null || permitCategory !== 'NONE') return [];
  return [{ field: has, code: 'PERMIT_NOT_NEEDED', params: {} } as const];
}

function waterFaults({ wastewater, wastewaterLitresPerYear, pollutants }: EnterpriseForm) {
  const faults: FormFault[] = [];
  if (wastewater === 'NONE' && (wastewaterLitresPerYear ?? 0) > 0) {
    faults.push({ field: 'wastewaterLitresPerYear', code: 'WASTEWATER_NONE', params: {} });
  }
  const twice = firstTwice(pollutants.map(({ pollutant }) => pollutant));
  if (twice !== undefined) {
    faults.push({ field: 'pollutants', code: 'POLLUTANT_TWICE', params: { value: twice } });
  }
  return faults;
}

function wasteFaults(
  { hazardousWaste, wastes }: EnterpriseForm,
  isWasteCategory: KnownCodes['isWasteCategory'],
): FormFault[] {
  if (hazardousWaste === false && wastes.length > 0) {
    return [{ field: 'wastes', code: 'WASTE_NONE', params: { value: wastes[0]!.code } }];
  }
  const unknown = wastes.find(({ code }) => !isWasteCategory(code.slice(-2)));
  if (unknown) {
    const params = { value: unknown.code, limit: `HW${unknown.code.slice(-2)}` };
    return [{ field: 'wastes', code: 'WASTE_UNKNOWN', params }];
  }
  const twice = firstTwice(wastes.map(({ code }) => code));
  return twice === undefined
    ? []
    : [{ field: 'wastes', code: 'WASTE_TWICE', params: { value: twice } }];
}

function firstTwice(values: readonly string[]): string | undefined {
  return values.find((value, at) => values.indexOf(value) < at);
}
