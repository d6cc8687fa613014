import type { EnterpriseForm } from '@ludao/contracts';
import type { FormFault } from './decide.ts';

/** A stay of the enterprise in a park; open while `validTo` is null, of unknown begin while `validFrom` is. */
export interface Stay {
  readonly parkId: string;
  readonly unitId: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** What the form says of the place. */
export type Place = Pick<EnterpriseForm, 'parkId' | 'unitId' | 'movedIn'>;

/**
 * Whether the place and the day of moving in fit what is on record of earlier stays: nobody is in
 * two places on one day, and an earlier stay is never shortened without a word.
 */
export function tenancyFaults(stays: readonly Stay[], next: Place, today: string): FormFault[] {
  if (next.parkId === null) return [];
  const open = stays.find(({ validTo }) => validTo === null);
  const remains = open?.parkId === next.parkId && open.unitId === next.unitId;
  if (remains && open.validFrom === next.movedIn) return [];
  if (next.movedIn === null && (!open || remains)) return [];
  const begin = next.movedIn ?? today;
  if (open && !remains && open.validFrom !== null && begin < open.validFrom) {
    const params = { value: begin, limit: open.validFrom };
    return [{ field: 'movedIn', code: 'MOVED_IN_TOO_EARLY', params }];
  }
  const over = stays.find(({ validTo }) => validTo !== null && validTo >= begin);
  if (!over) return [];
  const params = { value: begin, from: over.validFrom ?? '?', limit: over.validTo! };
  return [{ field: 'movedIn', code: 'TENANCY_OVERLAPS', params }];
}
