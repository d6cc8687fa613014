import type { BuildingForm, DesignationForm, ParkForm } from '@ludao/contracts';
import { refuse, type Refusal } from '../../platform/refusal.ts';
import type { StoredPark } from './detail-store.ts';

/** What of a park a change may alter, as it stands in the row; organisations by their ids. */
export type ParkFacts = Omit<ParkForm, 'districtCode' | 'operator' | 'legalEntity'> & {
  readonly operator: string | null;
  readonly legalEntity: string | null;
};

/** No name and no address has them. */
const MARKUP = /[<>\p{Cc}\u2028\u2029]/u;
/** Where China lies, roughly: enough to find two numbers that changed places. */
const EARTH = { longitude: [73, 136], latitude: [3, 54] } as const;

export function parkFault(form: ParkForm): Refusal | undefined {
  for (const field of ['name', 'address', 'sharedFacilities'] as const) {
    if (MARKUP.test(form[field])) return refuse('TEXT_HAS_MARKUP', { field }, 422);
  }
  const { longitude, latitude, wastewater, plantLitresPerDay } = form;
  if ((longitude === null) !== (latitude === null)) {
    return refuse('POSITION_HALF', { field: longitude === null ? 'longitude' : 'latitude' }, 422);
  }
  for (const field of ['longitude', 'latitude'] as const) {
    const [least, most] = EARTH[field];
    const given = form[field];
    if (given === null || (Number(given) >= least && Number(given) <= most)) continue;
    return refuse('POSITION_OUTSIDE', { field, value: given, least, limit: most }, 422);
  }
  if (plantLitresPerDay !== null && plantLitresPerDay > 0 && wastewater === 'NONE') {
    return refuse('PARK_WATER_CONTRADICTS', { field: 'plantLitresPerDay' }, 422);
  }
  return undefined;
}

export function factsOf(park: StoredPark): ParkFacts {
  const { name, kind, address, longitude, latitude, operatorId, legalEntityId } = park;
  const { wastewater, plantLitresPerDay, rainSewageApart, sharedFacilities } = park;
  return {
    name,
    kind,
    address,
    longitude,
    latitude,
    operator: operatorId,
    legalEntity: legalEntityId,
    wastewater,
    plantLitresPerDay,
    rainSewageApart,
    sharedFacilities,
  };
}

type Building = StoredPark['buildings'][number];
type Designation = StoredPark['designations'][number];

/** What keeps a building and its units from being written as the form says. */
export function buildingFault(
  { buildings }: Pick<StoredPark, 'buildings'>,
  form: BuildingForm,
  letUnits: ReadonlySet<string>,
): Refusal | undefined {
  const before = buildings.find(({ id }) => id === form.id);
  if (form.id !== null && !before) return refuse('BUILDING_UNKNOWN', {}, 422);
  for (const text of [form.name, ...form.units.map(({ name }) => name)]) {
    if (MARKUP.test(text)) return refuse('TEXT_HAS_MARKUP', { field: 'name' }, 422);
  }
  const stands = buildings.filter(({ id, endedOn }) => id !== form.id && endedOn === null);
  if (form.endedOn === null && stands.some(({ name }) => name === form.name)) {
    return refuse('BUILDING_NAME_TAKEN', { value: form.name });
  }
  return unitFault(before, form, letUnits);
}

function unitFault(
  before: Building | undefined,
  form: BuildingForm,
  letUnits: ReadonlySet<string>,
): Refusal | undefined {
  const known = new Map((before?.units ?? []).map((unit) => [unit.id, unit]));
  const lost = form.units.find(({ id }) => id !== null && !known.has(id));
  if (lost) return refuse('UNIT_UNKNOWN', { value: lost.name }, 422);
  const said = new Set(form.units.flatMap(({ id }) => id ?? []));
  const kept = [...known.values()].filter(({ id }) => !said.has(id));
  const open = [...form.units, ...kept].filter(({ endedOn }) => endedOn === null);
  const names = open.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) return refuse('UNIT_NAME_TAKEN', { value: twice });
  const tooHigh = form.units.find(({ storey }) => (storey ?? 0) > (form.storeys ?? Infinity));
  if (tooHigh) {
    const params = { value: tooHigh.storey!, limit: form.storeys!, unit: tooHigh.name };
    return refuse('UNIT_ABOVE_ROOF', params, 422);
  }
  const ends =
    form.endedOn !== null && before?.endedOn === null
      ? [...known.values()]
      : form.units.filter(({ id, endedOn }) => id && endedOn && known.get(id)?.endedOn === null);
  const inUse = ends.find(({ id }) => id !== null && letUnits.has(id));
  return inUse && refuse('UNIT_IN_USE', { value: inUse.name });
}

/** Whether the designation can stand beside those on record. */
export function designationFault(
  { designations }: Pick<StoredPark, 'designations'>,
  form: Omit<DesignationForm, 'version'>,
): Refusal | undefined {
  if (MARKUP.test(form.evidence + form.documentNo)) {
    return refuse('TEXT_HAS_MARKUP', { field: 'evidence' }, 422);
  }
  if ((form.kind === 'STARS') !== (form.stars !== null)) {
    return refuse('STARS_MISSING', { field: 'stars' }, 422);
  }
  const { validFrom, validTo } = form;
  if (validTo !== null && validTo < validFrom) {
    return refuse('ENDS_BEFORE_START', { field: 'validTo', value: validTo, limit: validFrom }, 422);
  }
  const beside = designations.find(
    (other) => other.kind === form.kind && overlap(other, { validFrom, validTo }),
  );
  if (!beside) return undefined;
  const params = { field: 'validFrom', from: beside.validFrom, limit: beside.validTo ?? '' };
  return refuse('DESIGNATION_OVERLAPS', params);
}

type Span = Pick<Designation, 'validFrom' | 'validTo'>;

function overlap(one: Span, other: Span): boolean {
  return (
    one.validFrom <= (other.validTo ?? '9999-12-31') &&
    other.validFrom <= (one.validTo ?? '9999-12-31')
  );
}

/** A designation ends earlier than it was to, never later and never before it began. */
export function designationEndFault(
  designation: Designation | undefined,
  lastDay: string,
): Refusal | undefined {
  if (!designation) return refuse('DESIGNATION_UNKNOWN', {}, 422);
  const { validFrom, validTo } = designation;
  if (lastDay < validFrom) {
    return refuse('ENDS_BEFORE_START', { field: 'lastDay', value: lastDay, limit: validFrom }, 422);
  }
  if (validTo !== null && lastDay >= validTo) {
    return refuse('ENDS_ALREADY', { field: 'lastDay', value: lastDay, limit: validTo }, 422);
  }
  return undefined;
}
