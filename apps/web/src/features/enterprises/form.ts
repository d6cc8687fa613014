import { checkCreditCode, type EnterpriseDetail, type EnterpriseForm } from '@ludao/contracts';

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
  };
}

export function draftOf(enterprise: EnterpriseDetail): Draft {
  const { name, creditCode, industries, districtCode, address } = enterprise;
  const { park, unitId, movedIn, wastewater, hazardousWaste } = enterprise;
  const place = { districtCode, address, parkId: park?.id ?? null, unitId, movedIn };
  return { name, creditCode, industries, ...place, wastewater, hazardousWaste };
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
  };
  return DRAFT_KEYS.filter((key) => wrong[key]);
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
};

export function fieldOfCode(code: string): DraftKey | null {
  return FIELD_OF_CODE[code] ?? null;
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
