import { checkCreditCode, type EnterpriseForm } from '@ludao/contracts';
import type { Difference, Registered } from './model.ts';

/** What the decision needs to know besides the form. */
export interface Surroundings {
  /** Codes of GB/T 4754-2017 with four digits. */
  readonly isIndustry: (code: string) => boolean;
  /** The chosen park, as the person sees it; undefined where there is none or it is out of sight. */
  readonly park: { readonly id: string; readonly districtCode: string } | undefined;
  /** Whether the chosen unit belongs to the chosen park; true where none is chosen. */
  readonly unitInPark: boolean;
}

/** One field that keeps a form from being registered; `params` is what the text of `code` needs. */
export interface FormFault {
  readonly field: keyof EnterpriseForm;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export type Judged =
  | { readonly ok: true; readonly form: EnterpriseForm }
  | { readonly ok: false; readonly faults: readonly [FormFault, ...FormFault[]] };

/**
 * Whether an enterprise may be registered or changed as the form says.
 * @returns the form with its credit code as GB 32100 writes it, or everything wrong with it
 */
export function decideForm(form: EnterpriseForm, around: Surroundings): Judged {
  const checked = checkCreditCode(form.creditCode);
  const faults = [
    ...textFaults(form),
    ...industryFaults(form, around),
    ...placeFaults(form, around),
  ];
  if (!checked.ok) {
    const { ok: _, reason, ...place } = checked;
    const params = { value: form.creditCode, ...place };
    faults.unshift({ field: 'creditCode', code: `CREDIT_CODE_${reason}`, params });
  }
  const [first, ...others] = faults;
  if (first) return { ok: false, faults: [first, ...others] };
  return { ok: true, form: { ...form, creditCode: checked.ok ? checked.code : '' } };
}

/** No name and no address has them; where one does, somebody tries something out. */
const MARKUP = /[<>\p{Cc}\u2028\u2029]/u;

function textFaults(form: EnterpriseForm): FormFault[] {
  return (['name', 'address'] as const)
    .filter((field) => MARKUP.test(form[field]))
    .map((field) => ({ field, code: 'TEXT_HAS_MARKUP', params: { field } }));
}

function industryFaults({ industries }: EnterpriseForm, { isIndustry }: Surroundings): FormFault[] {
  const unknown = industries.find((code) => !isIndustry(code));
  if (unknown !== undefined) {
    return [{ field: 'industries', code: 'INDUSTRY_UNKNOWN', params: { value: unknown } }];
  }
  const twice = new Set(industries).size < industries.length;
  return twice ? [{ field: 'industries', code: 'INDUSTRY_TWICE', params: {} }] : [];
}

function placeFaults(form: EnterpriseForm, { park, unitInPark }: Surroundings): FormFault[] {
  const { parkId, unitId, movedIn, districtCode } = form;
  if (parkId !== null && !park) return [{ field: 'parkId', code: 'PARK_UNKNOWN', params: {} }];
  if (park && park.districtCode !== districtCode) {
    return [{ field: 'parkId', code: 'PARK_ELSEWHERE', params: { value: districtCode } }];
  }
  const faults: FormFault[] = [];
  if (unitId !== null && !unitInPark) {
    faults.push({ field: 'unitId', code: 'UNIT_ELSEWHERE', params: {} });
  }
  if (movedIn !== null && parkId === null) {
    faults.push({ field: 'movedIn', code: 'MOVED_IN_NOWHERE', params: {} });
  }
  return faults;
}

/** What a change altered, for the log and for the second officer who came too late. */
export function differenceOf(before: Registered, after: Registered): Difference {
  const changed: Record<string, readonly [unknown, unknown]> = {};
  for (const key of Object.keys(after) as (keyof Registered)[]) {
    if (JSON.stringify(before[key]) !== JSON.stringify(after[key])) {
      changed[key] = [before[key], after[key]];
    }
  }
  return changed;
}
