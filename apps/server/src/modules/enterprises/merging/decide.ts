import type { EnterpriseForm, MergeField } from '@ludao/contracts';
import { refuse, type Refusal } from '../../../platform/refusal.ts';
import type { JoinedStays, StayRow } from './model.ts';

/** The survivor as it will be: its own facts, and those taken from the other. */
export function mergedForm(
  own: EnterpriseForm,
  other: EnterpriseForm,
  take: readonly MergeField[],
): EnterpriseForm {
  const fields = take.filter((field) => field !== 'place');
  const taken = Object.fromEntries(fields.map((field) => [field, other[field]]));
  return { ...own, ...taken, ...placeOf(own, other, take.includes('place')) };
}

/** Whoever is in a park stays there; where both are, or neither, the officer chooses. */
function placeOf(own: EnterpriseForm, other: EnterpriseForm, takeOther: boolean) {
  const decided = (own.parkId === null) !== (other.parkId === null);
  const from = decided ? (own.parkId === null ? other : own) : takeOther ? other : own;
  const { districtCode, parkId, unitId, movedIn } = from;
  return { districtCode, parkId, unitId, movedIn };
}

/**
 * Joins the stays of two entries of one enterprise. Two stays in one park at one time are the same
 * stay; in two parks they cannot both be true, and somebody has to put one right first.
 */
export function joinStays(
  own: readonly StayRow[],
  theirs: readonly StayRow[],
  place: Pick<EnterpriseForm, 'unitId' | 'movedIn' | 'districtCode'>,
): JoinedStays | Refusal {
  const kept = new Map(own.map((stay) => [stay.id, stay]));
  const moved: StayRow[] = [];
  const absorbed: { id: string; by: string }[] = [];
  for (const stay of theirs) {
    const twin = [...kept.values()].find((one) => meet(one, stay));
    if (!twin) {
      moved.push(stay);
      continue;
    }
    if (twin.parkId !== stay.parkId || (twin.validTo === null) !== (stay.validTo === null)) {
      return refuse('STAYS_CONFLICT', {
        value: twin.park,
        from: spanOf(twin),
        other: stay.park,
        limit: spanOf(stay),
      });
    }
    absorbed.push({ id: stay.id, by: twin.id });
    kept.set(twin.id, twin.validTo === null ? { ...twin, ...openAs(place) } : joined(twin, stay));
  }
  const all = [...kept.values(), ...moved];
  const clash = all.find((one, at) => all.slice(at + 1).some((next) => meet(one, next)));
  if (clash) {
    const other = all.find((one) => one !== clash && meet(one, clash))!;
    const params = { value: clash.park, from: spanOf(clash), other: other.park };
    return refuse('STAYS_CONFLICT', { ...params, limit: spanOf(other) });
  }
  const before = new Map(own.map((stay) => [stay.id, stay]));
  return {
    changed: [...kept.values()].filter((stay) => before.get(stay.id) !== stay),
    moved: moved.map(({ id }) => id),
    absorbed,
  };
}

function openAs({
  unitId,
  movedIn,
  districtCode,
}: Pick<EnterpriseForm, 'unitId' | 'movedIn' | 'districtCode'>) {
  return { unitId, validFrom: movedIn, districtCode };
}

function joined(one: StayRow, other: StayRow): StayRow {
  const [first = null] = [one.validFrom, other.validFrom].filter((day) => day !== null).sort();
  const [last = null] = [one.validTo, other.validTo]
    .filter((day) => day !== null)
    .sort()
    .reverse();
  return { ...one, validFrom: first, validTo: last };
}

/** Whether two stays have a day in common, as far as their days are known; two open ones have today. */
function meet(one: StayRow, other: StayRow): boolean {
  if (one.validTo === null && other.validTo === null) return true;
  if (one.validFrom === null || other.validFrom === null) return false;
  return (
    one.validFrom <= (other.validTo ?? '9999-12-31') &&
    other.validFrom <= (one.validTo ?? '9999-12-31')
  );
}

function spanOf({ validFrom, validTo }: StayRow): string {
  return `${validFrom ?? '…'} – ${validTo ?? '…'}`;
}
