import type { FollowUpConclusion, FollowUpState } from '@ludao/contracts';

/** A follow-up evaluation that is or was owed for a park-wide EIA. */
export interface StoredFollowUp {
  readonly id: string;
  readonly parkId: string;
  readonly park: string;
  readonly ownerOrg: string;
  readonly districtCode: string;
  readonly parkEiaId: string;
  readonly parkEia: { readonly title: string; readonly approvalNo: string };
  readonly clockId: string;
  readonly state: FollowUpState;
  readonly conclusion: FollowUpConclusion | null;
  readonly fileId: string | null;
  readonly handedInOn: string | null;
  readonly notedOn: string | null;
}

/** The park-wide EIA that a follow-up is owed for. */
export interface FollowedEia {
  readonly parkEiaId: string;
  readonly parkId: string;
  readonly park: string;
  /** Who owes it. */
  readonly ownerOrg: string;
  readonly districtCode: string;
  /** The office that watches it. */
  readonly officeOrg: string;
}

export const streamOf = (id: string) => `follow-up/${id}`;
export const subjectOf = (id: string) => ({ kind: 'follow-up', id });
