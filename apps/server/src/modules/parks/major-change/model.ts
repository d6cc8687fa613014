import type { ChangeAssessment, ChangeFacts, ChangeState } from '@ludao/contracts';

/** A change of a park that was reported, with what the triggers say of it. */
export interface StoredChange {
  readonly id: string;
  readonly parkId: string;
  readonly park: string;
  readonly ownerOrg: string;
  readonly districtCode: string;
  readonly parkEiaId: string;
  readonly parkEia: { readonly title: string; readonly approvalNo: string };
  readonly title: string;
  readonly description: string;
  readonly capacityUnit: string;
  readonly facts: ChangeFacts;
  readonly assessment: ChangeAssessment;
  readonly state: ChangeState;
  readonly reportedBy: string;
  readonly reportedPost: string | null;
  readonly reportedAt: Date;
  readonly reportedOn: string;
  readonly decidedOn: string | null;
  readonly reason: string;
  readonly told: number | null;
}

export type NewChange = Omit<
  StoredChange,
  'park' | 'parkEia' | 'state' | 'decidedOn' | 'reason' | 'told'
>;

export const streamOf = (id: string) => `park-change/${id}`;
