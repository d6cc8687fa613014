import type { EnterpriseForm } from '@ludao/contracts';
import type { TakenContact } from '../../contacts/index.ts';
import type { Carried } from '../../organisations/index.ts';

/** A stay as it stands in its row. */
export interface StayRow {
  readonly id: string;
  readonly owner: string;
  readonly parkId: string;
  readonly park: string;
  readonly unitId: string | null;
  readonly districtCode: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly absorbedBy: string | null;
}

/** What the merged entry and the survivor were before: all that undoing needs. */
export interface Before {
  readonly form: EnterpriseForm;
  readonly stays: readonly StayRow[];
  readonly carried: Carried;
  /** Entries that the merged one had taken over itself. */
  readonly handedOn: readonly string[];
  readonly contacts: readonly TakenContact[];
}

/** What becomes of the stays of both. */
export interface JoinedStays {
  /** Stays of the survivor with the days and the unit that they now have. */
  readonly changed: readonly StayRow[];
  /** Stays of the other that become the survivor's. */
  readonly moved: readonly string[];
  readonly absorbed: readonly { readonly id: string; readonly by: string }[];
}
