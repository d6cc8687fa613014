import { checkCreditCode, fixedFields, type EnterpriseForm, type Relation } from '@ludao/contracts';
import type { Difference, Registered } from './model.ts';
import { profileFaults, type KnownCodes } from './profile-decide.ts';
import { tenancyFaults, type Stay } from './tenancy-decide.ts';

/** What the decision needs to know besides the form. */
export interface Surroundings {
  readonly codes: KnownCodes;
  /** The chosen park, as the person sees it; undefined where there is none or it is out of sight. */
  readonly park: { readonly id: string; readonly districtCode: string } | undefined;
  /** Whether the chosen unit belongs to the chosen park; true where none is chosen. */
  readonly unitInPark: boolean;
  /** Parks of further sites that the person cannot see, or that do not exist. */
  readonly unknownSites: readonly string[];
  /** Where the enterprise has been; none for a new one. */
  readonly stays: readonly Stay[];
  readonly today: string;
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
    ...siteFaults(form, around),
    ...profileFaults(form, around.codes),
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
  const { name, address, sites, eiaApprovals } = form;
  const texts = {
    name: [name],
    address: [address],
    sites: sites.flatMap((site) => [site.name, site.address]),
    eiaApprovals: eiaApprovals.flatMap(({ project, number }) => [project, number]),
  } as const;
  return (Object.keys(texts) as (keyof typeof texts)[])
    .filter((field) => texts[field].some((text) => MARKUP.test(text)))
    .map((field) => ({ field, code: 'TEXT_HAS_MARKUP', params: { field } }));
}

function industryFaults({ industries }: EnterpriseForm, { codes }: Surroundings): FormFault[] {
  const unknown = industries.find((code) => !codes.isIndustry(code));
  if (unknown !== undefined) {
    return [{ field: 'industries', code: 'INDUSTRY_UNKNOWN', params: { value: unknown } }];
  }
  const twice = new Set(industries).size < industries.length;
  return twice ? [{ field: 'industries', code: 'INDUSTRY_TWICE', params: {} }] : [];
}

function placeFaults(form: EnterpriseForm, around: Surroundings): FormFault[] {
  const { park, unitInPark, stays, today } = around;
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
  return [...faults, ...tenancyFaults(stays, form, today)];
}

function siteFaults({ sites }: EnterpriseForm, { unknownSites }: Surroundings): FormFault[] {
  const lost = sites.find(({ parkId }) => parkId !== null && unknownSites.includes(parkId));
  if (lost) return [{ field: 'sites', code: 'SITE_PARK_UNKNOWN', params: { value: lost.name } }];
  const half = sites.find(
    ({ longitude, latitude }) => (longitude === null) !== (latitude === null),
  );
  return half ? [{ field: 'sites', code: 'SITE_POSITION', params: { value: half.name } }] : [];
}

/**
 * The first field that the form changes although it is fixed for somebody with these relations to
 * the enterprise; sites in a park count among them. Undefined where all is well.
 */
export function fixedFieldIn(
  before: Registered,
  after: Registered,
  relations: readonly Relation[],
): keyof EnterpriseForm | undefined {
  const fixed = fixedFields(relations);
  if (fixed.length === 0) return undefined;
  const inPark = ({ sites }: Registered) => sites.flatMap(({ parkId }) => parkId ?? []).sort();
  const changed = differenceOf(before, after);
  const field = fixed.find((key) => key in changed);
  if (field) return field;
  return JSON.stringify(inPark(before)) === JSON.stringify(inPark(after)) ? undefined : 'sites';
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
