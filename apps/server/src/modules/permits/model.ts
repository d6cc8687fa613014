import type {
  ApplicationKind,
  ApplicationState,
  ApplicationStep,
  DocumentMode,
  HeldCategory,
  PermitContent,
  PermitOutcome,
  ScreeningRequest,
} from '@ludao/contracts';

/** Whose a row is: the holder, where the place lies, and its park. */
export interface Placed {
  readonly ownerOrg: string;
  readonly districtCode: string;
  readonly parkId: string | null;
}

/** One place of a holder, with or without a permit. */
export interface StoredPermit extends Placed {
  readonly id: string;
  readonly holderKind: 'enterprise' | 'park';
  readonly holderId: string;
  readonly site: string;
  readonly holderName: string;
  readonly creditCode: string | null;
  readonly officeOrg: string;
  readonly historical: boolean;
  readonly renewalClock: string | null;
}

/** What the permit catalogue says of a project on a day. */
export interface CategoryProposal {
  readonly level: string | null;
  readonly floor: string;
  readonly ceiling: string;
  readonly law: string;
  readonly items: readonly string[];
}

export type ApplicationProject = Pick<ScreeningRequest, 'industries' | 'works' | 'facts'>;

/** What the applicant says. */
export interface Said {
  readonly category: HeldCategory;
  readonly content: PermitContent;
  readonly changedOn: string | null;
  readonly reasons: readonly string[];
  readonly project: ApplicationProject | null;
}

export interface StoredApplication extends Placed, Said {
  readonly id: string;
  readonly permitId: string;
  readonly kind: ApplicationKind;
  readonly state: ApplicationState;
  readonly proposal: CategoryProposal | null;
  readonly submittedAt: Date | null;
  readonly receivedAt: Date | null;
  readonly inTime: boolean | null;
  readonly asked: readonly string[] | null;
  readonly askedOn: string | null;
  readonly supplementedOn: string | null;
  readonly acceptedOn: string | null;
  readonly deemed: boolean;
  readonly siteCheckedOn: string | null;
  readonly siteWords: string | null;
  readonly declinedFor: string | null;
  readonly declinedWords: string | null;
  readonly returnedWords: string | null;
  readonly outcome: PermitOutcome | null;
  readonly outcomeReasons: string | null;
  readonly outcomeLaw: string | null;
  readonly decidedOn: string | null;
  readonly recordMode: Exclude<DocumentMode, 'OWN'> | null;
  readonly officialSystem: string;
  readonly officialAddress: string;
  readonly officialNumber: string | null;
  readonly officialOn: string | null;
  readonly noticeClock: string | null;
  readonly decisionClock: string | null;
  readonly partyClock: string | null;
  readonly version: number;
}

/** What is in force from a day on. */
export interface StoredVersion {
  readonly no: number;
  readonly applicationId: string | null;
  readonly kind: ApplicationKind | null;
  readonly category: HeldCategory;
  readonly content: PermitContent;
  readonly digest: string;
  readonly number: string;
  readonly inForceFrom: string;
  readonly validFrom: string;
  readonly validTo: string;
}

export interface StoredAct {
  readonly step: ApplicationStep | 'open';
  readonly person: string;
  readonly post: string;
  readonly at: Date;
}

export const streamOf = (id: string): string => `permit/${id}`;
