import type {
  ApprovalFile,
  ApprovalOutcome,
  ApprovalView,
  CasePaper,
  CaseVisit,
  IntakeRefusal,
  NoticeKind,
  OpinionResult,
  RefusalGround,
  ReviewKind,
} from '@ludao/contracts';

/** What the office means to decide, and whose work that is. */
export interface Proposal {
  readonly outcome: ApprovalOutcome;
  readonly grounds: readonly RefusalGround[];
  readonly words: string;
  readonly on: string;
  readonly post: string;
}

export interface Hearing {
  readonly hold: boolean;
  readonly on: string | null;
  readonly words: string;
  readonly heldOn: string | null;
  readonly outcome: string;
}

/** What an approval has beside its case. */
export interface StoredApproval {
  readonly caseId: string;
  readonly officeOrg: string | null;
  readonly file: ApprovalFile;
  readonly documentFile: string | null;
  readonly publicFile: string | null;
  readonly participationFile: string | null;
  readonly receivedAt: Date | null;
  readonly missing: readonly { readonly what: string; readonly basis: string }[] | null;
  readonly missingOn: string | null;
  readonly intakeRefusal: { readonly ground: IntakeRefusal; readonly words: string } | null;
  readonly acceptedOn: string | null;
  readonly deemed: boolean;
  readonly acceptanceNumber: string | null;
  readonly survey: ApprovalView['survey'];
  readonly visits: readonly CaseVisit[];
  readonly hearing: Hearing | null;
  readonly intent: ApprovalOutcome | null;
  readonly proposal: Proposal | null;
  readonly proposedBy: string | null;
  readonly outcome: ApprovalOutcome | null;
  readonly decisionNumber: string | null;
  readonly decidedBy: string | null;
  readonly recordMode: 'RECORD' | 'FRONT' | null;
  readonly officialSystem: string;
  readonly officialNumber: string | null;
  readonly officialOn: string | null;
  readonly worksOn: string | null;
  readonly papers: readonly { readonly kind: CasePaper; readonly document: string }[];
}

export interface StoredReview {
  readonly id: string;
  readonly caseId: string;
  readonly ownerOrg: string;
  readonly districtCode: string;
  readonly kind: ReviewKind;
  /** Whether the body that it belongs to was asked; else the office led it. */
  readonly isAsked: boolean;
  readonly body: string | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly result: OpinionResult | null;
  readonly words: string;
}

export interface StoredComment {
  readonly id: string;
  readonly kind: 'COMMENT' | 'HEARING';
  readonly words: string;
  readonly leftAt: Date;
  readonly name: string;
  readonly phone: string;
}

/** A notice as it was posted. */
export interface StoredNotice {
  readonly id: string;
  readonly caseId: string;
  readonly ownerOrg: string;
  readonly districtCode: string;
  readonly kind: NoticeKind;
  readonly track: 'FORM' | 'REPORT';
  readonly office: string;
  readonly contact: string;
  readonly postedOn: string;
  readonly untilOn: string | null;
  readonly hearingUntil: string | null;
  readonly number: string | null;
  readonly outcome: ApprovalOutcome | null;
  readonly content: NoticeContent;
  readonly fileId: string | null;
}

export interface NoticeContent {
  readonly project: string;
  readonly address: string;
  readonly applicant: string;
  readonly overview: string;
  readonly participation: string;
  readonly commitments: string;
  readonly impacts: string;
}

/** A bureau that a case may lie with. */
export interface BureauOf {
  readonly id: string;
  readonly kind: 'MUNICIPAL_EEB' | 'COUNTY_EEB';
  readonly name: string;
}

/** What an approval had before anything was filled in. */
export const NOTHING_YET: Omit<StoredApproval, 'caseId' | 'file'> = {
  officeOrg: null,
  documentFile: null,
  publicFile: null,
  participationFile: null,
  receivedAt: null,
  missing: null,
  missingOn: null,
  intakeRefusal: null,
  acceptedOn: null,
  deemed: false,
  acceptanceNumber: null,
  survey: null,
  visits: [],
  hearing: null,
  intent: null,
  proposal: null,
  proposedBy: null,
  outcome: null,
  decisionNumber: null,
  decidedBy: null,
  recordMode: null,
  officialSystem: '',
  officialNumber: null,
  officialOn: null,
  worksOn: null,
  papers: [],
};
