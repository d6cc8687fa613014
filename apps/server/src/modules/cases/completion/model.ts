import type {
  CompletionBars,
  CompletionConclusion,
  CompletionPaper,
  CompletionState,
  EiaDocument,
  Owned,
} from '@ludao/contracts';

export interface PermitStated {
  readonly needed: boolean;
  readonly number: string | null;
}

/** What the steps said, day by day. */
export interface CompletionDetails {
  readonly completedWhere: string;
  readonly commissioning?: { readonly from: string; readonly to: string; readonly where: string };
  readonly permit?: PermitStated;
  readonly report?: {
    readonly on: string;
    /** Ids of files. */
    readonly papers: Readonly<Record<CompletionPaper, string>>;
    readonly bars: CompletionBars;
    readonly conclusion: CompletionConclusion;
  };
  readonly published?: { readonly on: string; readonly until: string; readonly where: string };
  readonly filed?: {
    readonly on: string;
    readonly number: string | null;
    readonly comments: string;
  };
  readonly reason?: string;
}

/** A completion acceptance as it is kept. */
export interface StoredCompletion extends Owned {
  readonly id: string;
  readonly ownerOrg: string;
  readonly districtCode: string;
  readonly parkId: string | null;
  readonly enterpriseId: string | null;
  readonly caseId: string | null;
  readonly state: CompletionState;
  readonly project: string;
  readonly stage: string;
  readonly proponent: string;
  readonly document: Exclude<EiaDocument, 'REGISTRATION'>;
  readonly approvalNumber: string;
  readonly approvedOn: string;
  readonly completedOn: string;
  readonly details: CompletionDetails;
  readonly openedAt: Date;
  readonly changedAt: Date;
  readonly version: number;
}

/** An approval that can be accepted, and whose it is. */
export interface Approval {
  readonly ownerOrg: string;
  readonly districtCode: string;
  readonly parkId: string | null;
  readonly enterpriseId: string | null;
  readonly caseId: string | null;
  readonly proponent: string;
  readonly project: string;
  readonly document: StoredCompletion['document'];
  readonly number: string;
  readonly approvedOn: string;
}

/** Which clocks run for it, as far as deciding needs. */
export interface ClockNow {
  readonly id: string;
  readonly clock: string;
  readonly length: string | null;
  readonly dueOn: string | null;
}

/** What a step does to the clocks. Days are 'YYYY-MM-DD'. */
export type ClockAct =
  | {
      readonly act: 'start';
      readonly clock: 'C12' | 'C13' | 'C14' | 'C15';
      readonly length?: 'NORMAL' | 'COMMISSIONING';
      readonly from: string;
    }
  | { readonly act: 'meet'; readonly clock: ClockNow; readonly on: string }
  | { readonly act: 'cancel'; readonly clock: ClockNow };

export const streamOf = (id: string): string => `completion/${id}`;
export const subjectOf = (id: string) => ({ kind: 'completion', id }) as const;
