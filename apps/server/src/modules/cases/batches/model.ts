import type { BatchKind, BatchState, CaseTrack } from '@ludao/contracts';

/** A case that waits for a survey or a meeting, as far as putting it into one asks. */
export interface Waiting {
  readonly id: string;
  readonly kind: BatchKind;
  /** What it shares with others: the park of a survey, industry and class of a meeting. */
  readonly group: string;
  /** The last day that misses no clock; null where no clock runs. */
  readonly latestOn: string | null;
}

/** Choices of practice; no text sets them. */
export interface BatchLimits {
  /** Most cases of one batch. */
  readonly size: number;
  /** Working days ahead that a case is waited for. */
  readonly window: number;
  /** Days kept free between the batch and the end of a clock. */
  readonly before: number;
}

export interface Proposal {
  readonly kind: BatchKind;
  readonly group: string;
  readonly day: string;
  readonly caseIds: readonly string[];
  /** No day is left on which it would be in time. */
  readonly late: boolean;
}

export interface StoredBatch {
  readonly id: string;
  readonly ownerOrg: string;
  readonly districtCode: string;
  readonly parkId: string | null;
  readonly park: string | null;
  readonly kind: BatchKind;
  readonly state: BatchState;
  readonly day: string;
  readonly place: string;
  readonly industry: string | null;
  readonly bodyOrg: string | null;
  readonly office: string;
  readonly body: string | null;
  readonly version: number;
}

/** A case on the board, with the clocks that decide by when it has to be seen. */
export interface BoardCase {
  readonly id: string;
  readonly name: string;
  readonly applicant: string;
  readonly track: CaseTrack;
  readonly ownerOrg: string;
  /** Null where a park is the applicant. */
  readonly enterpriseId: string | null;
  readonly districtCode: string;
  readonly parkId: string | null;
  readonly park: string | null;
  readonly industry: string;
  readonly isSurveyed: boolean;
  readonly isReviewed: boolean;
}

export interface BatchEntry {
  readonly batchId: string;
  readonly caseId: string;
  readonly outcome: 'DONE' | 'ABSENT' | null;
  readonly words: string;
}

export const streamOf = (id: string): string => `batch/${id}`;
