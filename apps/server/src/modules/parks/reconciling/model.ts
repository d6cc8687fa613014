import type { AllowanceItem } from '@ludao/contracts';
import type { Share } from '../admissions/model.ts';

/** How a park's account begins. */
export type Manner = 'OPENED' | 'IMPORTED' | 'CARRIED';

/** A tenant with the shares that it says it holds, before the park is reconciled. */
export interface PresentTenant {
  readonly id: string;
  readonly enterpriseId: string;
  readonly enterprise: string;
  readonly districtCode: string;
  readonly since: string;
  readonly shares: readonly Share[];
  /** Whether it is a tenant of the park today, and in which unit. */
  readonly present: boolean;
  readonly unitId: string | null;
}

/** What allows an item and what is held of it; grams a year, or litres a day of wastewater. */
export interface Balance {
  readonly item: AllowanceItem;
  /** Of the EIA; null where none is in force. */
  readonly total: bigint | null;
  /** Of the park's permit; null of wastewater, and where none is in force. */
  readonly permitted: bigint | null;
  readonly limit: bigint | null;
  readonly held: bigint;
  readonly exceeds: boolean;
}

export function streamOf(id: string): string {
  return `present-tenant/${id}`;
}
