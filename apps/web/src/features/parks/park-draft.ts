import type { ParkDetail, ParkForm, ParkKind } from '@ludao/contracts';
import { chosenOf, type Chosen } from './partner-picker.tsx';

/** The form of a park while it is filled in. */
export type ParkDraft = Omit<ParkForm, 'districtCode' | 'kind' | 'operator' | 'legalEntity'> & {
  readonly districtCode: string | null;
  readonly kind: ParkKind | null;
  readonly operator: Chosen | null;
  readonly legalEntity: Chosen | null;
};
export type ParkKey = keyof ParkDraft;

/** One county in reach is the county. */
export function emptyPark(districts: readonly string[]): ParkDraft {
  return {
    name: '',
    kind: null,
    districtCode: districts.length === 1 ? (districts[0] ?? null) : null,
    address: '',
    longitude: null,
    latitude: null,
    operator: null,
    legalEntity: null,
    wastewater: null,
    plantLitresPerDay: null,
    rainSewageApart: null,
    sharedFacilities: '',
  };
}

export function draftOf(park: ParkDetail): ParkDraft {
  const { name, kind, districtCode, address, longitude, latitude, partners } = park;
  const { wastewater, plantLitresPerDay, rainSewageApart, sharedFacilities } = park;
  const place = { districtCode, address, longitude, latitude };
  const water = { wastewater, plantLitresPerDay, rainSewageApart, sharedFacilities };
  const operator = chosenOf(partners.operator);
  return { name, kind, ...place, ...water, operator, legalEntity: chosenOf(partners.legalEntity) };
}

const DEGREES = /^\d{1,3}(\.\d{1,6})?$/;

/** The fields that the person has to put right before anything is sent. */
export function wrongIn(draft: ParkDraft): ParkKey[] {
  const name = draft.name.trim().length;
  const isDegrees = (text: string | null) => text === null || DEGREES.test(text);
  const wrong: Readonly<Partial<Record<ParkKey, boolean>>> = {
    name: name < 2 || name > 100,
    kind: draft.kind === null,
    districtCode: draft.districtCode === null,
    longitude: !isDegrees(draft.longitude),
    latitude: !isDegrees(draft.latitude),
    plantLitresPerDay: (draft.plantLitresPerDay ?? 0) < 0,
  };
  return (Object.keys(wrong) as ParkKey[]).filter((key) => wrong[key]);
}

/** What is sent; only of a draft in which nothing is wrong. */
export function formOf(draft: ParkDraft): ParkForm {
  return {
    ...draft,
    kind: draft.kind ?? 'MANUFACTURING',
    districtCode: draft.districtCode ?? '',
    operator: draft.operator?.choice ?? null,
    legalEntity: draft.legalEntity?.choice ?? null,
  };
}

/** What the person changed in `base`, moved onto what somebody else made of it meanwhile. */
export function rebase(base: ParkDraft, mine: ParkDraft, theirs: ParkDraft): ParkDraft {
  const keys = Object.keys(mine) as ParkKey[];
  const own = keys.filter((key) => JSON.stringify(base[key]) !== JSON.stringify(mine[key]));
  return { ...theirs, ...Object.fromEntries(own.map((key) => [key, mine[key]])) };
}
