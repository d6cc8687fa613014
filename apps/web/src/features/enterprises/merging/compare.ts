import type { EnterpriseDetail, MergeField } from '@ludao/contracts';

/** The value of a field that is merged; `place` is park, unit and day together. */
export function valueOf(enterprise: EnterpriseDetail, field: MergeField): unknown {
  if (field !== 'place') return enterprise[field];
  const { districtCode, park, unitId, movedIn } = enterprise;
  return { districtCode, parkId: park?.id ?? null, unitId, movedIn };
}

export function isSame(own: EnterpriseDetail, other: EnterpriseDetail, field: MergeField): boolean {
  return JSON.stringify(valueOf(own, field)) === JSON.stringify(valueOf(other, field));
}

/** Whoever is in a park stays there: nothing to choose where only one of them is. */
export function placeIsDecided(own: EnterpriseDetail, other: EnterpriseDetail): boolean {
  return (own.park === null) !== (other.park === null);
}
