import {
  checkCreditCode,
  EMPTY_PROFILE,
  type EnterpriseDetail,
  type EnterpriseForm,
} from '@ludao/contracts';

/** The form while it is filled in. */
export type Draft = Omit<EnterpriseForm, 'districtCode'> & { readonly districtCode: string | null };
export type DraftKey = keyof Draft;

export const DRAFT_KEYS = [
  'name',
  'creditCode',
  'industries',
  'districtCode',
  'address',
  'parkId',
  'unitId',
  'movedIn',
  'wastewater',
  'hazardousWaste',
  'permitCategory',
  'permitNumber',
  'permitValidTo',
  'wastewaterLitresPerYear',
  'pollutants',
  'eiaApprovals',
  'wastes',
  'sites',
] as const satisfies readonly DraftKey[];

/** One county in reach is the county. */
export function emptyDraft(districts: readonly string[]): Draft {
  return {
    name: '',
    creditCode: '',
    industries: [],
    districtCode: districts.length === 1 ? (districts[0] ?? null) : null,
    address: '',
    parkId: null,
    unitId: null,
    movedIn: null,
    wastewater: null,
    hazardousWaste: null,
    ...EMPTY_PROFILE,
  };
}

export function draftOf(enterprise: EnterpriseDetail): Draft {
  const { name, creditCode, industries, districtCode, address } = enterprise;
  const { park, unitId, movedIn, wastewater, hazardousWaste } = enterprise;
  const { permitCategory, permitNumber, permitValidTo, wastewaterLitresPerYear } = enterprise;
  const { pollutants, eiaApprovals, wastes, sites } = enterprise;
  const place = { districtCode, address, parkId: park?.id ?? null, unitId, movedIn };
  const permit = { permitCategory, permitNumber, permitValidTo };
  const lists = { pollutants, eiaApprovals, wastes, sites };
  const environment = { wastewater, hazardousWaste, wastewaterLitresPerYear };
  return { name, creditCode, industries, ...place, ...environment, ...permit, ...lists };
}

/** The fields that the person has to put right before anything is sent. */
export function wrongIn(draft: Draft): DraftKey[] {
  const name = draft.name.trim().length;
  const wrong: Readonly<Partial<Record<DraftKey, boolean>>> = {
    name: name < 2 || name > 100,
    creditCode: !checkCreditCode(draft.creditCode).ok,
    industries: draft.industries.length === 0 || draft.industries.length > 5,
    districtCode: draft.districtCode === null,
    address: draft.address.trim().length > 200,
    movedIn: draft.movedIn !== null && draft.parkId === null,
    ...wrongInProfile(draft),
  };
  return DRAFT_KEYS.filter((key) => wrong[key]);
}

const DEGREES = /^\d{1,3}(\.\d{1,6})?$/;

function wrongInProfile(draft: Draft): Readonly<Partial<Record<DraftKey, boolean>>> {
  const { permitNumber, wastewaterLitresPerYear, pollutants, eiaApprovals, wastes, sites } = draft;
  return {
    permitNumber: permitNumber !== null && !/^[0-9A-Z]{22}$/.test(permitNumber),
    wastewaterLitresPerYear: (wastewaterLitresPerYear ?? 0) < 0,
    pollutants: pollutants.some(({ gramsPerYear }) => gramsPerYear <= 0),
    eiaApprovals: eiaApprovals.some(
      ({ project, number, approvedOn }) =>
        project.trim().length < 2 || number.trim() === '' || approvedOn === '',
    ),
    wastes: wastes.some(
      ({ code, gramsPerYear }) => !/^\d{3}-\d{3}-\d{2}$/.test(code) || gramsPerYear <= 0,
    ),
    sites: sites.some(
      ({ name, address, longitude, latitude }) =>
        name.trim() === '' ||
        address.trim().length < 2 ||
        [longitude, latitude].some((degrees) => degrees !== null && !DEGREES.test(degrees)),
    ),
  };
}

/** Where the server's refusals point to. */
const FIELD_OF_CODE: Readonly<Record<string, DraftKey>> = {
  CREDIT_CODE_LENGTH: 'creditCode',
  CREDIT_CODE_CHARACTER: 'creditCode',
  CREDIT_CODE_CHECK_DIGIT: 'creditCode',
  CREDIT_CODE_TAKEN: 'creditCode',
  INDUSTRY_UNKNOWN: 'industries',
  INDUSTRY_TWICE: 'industries',
  PARK_UNKNOWN: 'parkId',
  PARK_ELSEWHERE: 'parkId',
  UNIT_ELSEWHERE: 'unitId',
  MOVED_IN_NOWHERE: 'movedIn',
  DISTRICT_OUT_OF_REACH: 'districtCode',
  MOVED_IN_TOO_EARLY: 'movedIn',
  TENANCY_OVERLAPS: 'movedIn',
  PERMIT_NOT_NEEDED: 'permitCategory',
  WASTEWATER_NONE: 'wastewaterLitresPerYear',
  POLLUTANT_TWICE: 'pollutants',
  WASTE_NONE: 'wastes',
  WASTE_UNKNOWN: 'wastes',
  WASTE_TWICE: 'wastes',
  SITE_PARK_UNKNOWN: 'sites',
  SITE_POSITION: 'sites',
};

export function fieldOfCode(
  code: string,
  params: Readonly<Record<string, string | number>> = {},
): DraftKey | null {
  // Some refusals name the field themselves.
  return FIELD_OF_CODE[code] ?? DRAFT_KEYS.find((key) => key === params['field']) ?? null;
}

/** '/industries/0' → 'industries'; null for what the form has no field for. */
export function fieldOfPointer(pointer: string): DraftKey | null {
  const name = pointer.split('/')[1];
  return DRAFT_KEYS.find((key) => key === name) ?? null;
}

export interface Rebased {
  readonly draft: Draft;
  /** Fields that both changed, and not to the same. The draft keeps the person's own. */
  readonly clashes: readonly DraftKey[];
}

/** Moves what the person changed in `base` onto what somebody else made of it meanwhile. */
export function rebase(base: Draft, mine: Draft, theirs: Draft): Rebased {
  const isSame = (key: DraftKey, one: Draft, other: Draft) =>
    JSON.stringify(one[key]) === JSON.stringify(other[key]);
  const own = DRAFT_KEYS.filter((key) => !isSame(key, base, mine));
  const kept = Object.fromEntries(own.map((key) => [key, mine[key]]));
  return {
    draft: { ...theirs, ...kept },
    clashes: own.filter((key) => !isSame(key, base, theirs) && !isSame(key, mine, theirs)),
  };
}
