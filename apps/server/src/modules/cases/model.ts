import type { CaseBasis, CaseForm, CaseState, CaseTrack, CaseView, Owned } from '@ludao/contracts';
import type { Answer } from '@ludao/rules';

/** A case as it is kept. */
export interface StoredCase extends Owned {
  readonly id: string;
  readonly ownerOrg: string;
  readonly districtCode: string;
  readonly parkId: string | null;
  readonly enterpriseId: string | null;
  readonly track: CaseTrack;
  readonly state: CaseState;
  readonly name: string;
  readonly applicant: string;
  readonly projectCode: string | null;
  readonly address: string;
  readonly project: CaseForm['project'];
  readonly answer: CaseView['answer'];
  readonly basis: CaseBasis;
  readonly details: Readonly<Record<string, unknown>>;
  /** Bodies that were asked for an opinion, and so read it. */
  readonly invited: readonly string[];
  readonly number: string | null;
  readonly historical: boolean;
  readonly openedAt: Date;
  readonly submittedOn: string | null;
  readonly decidedOn: string | null;
  readonly changedAt: Date;
  readonly version: number;
}

/** Whose project a case can be about, and where it lies. */
export interface Applicant {
  /** The enterprise itself; of a park, its operator. */
  readonly ownerOrg: string;
  readonly name: string;
  readonly districtCode: string;
  readonly parkId: string | null;
}

/** Whose desk an applicant's work comes to: an enterprise's owner, of a park its manager. */
export function applicantRole({
  enterpriseId,
}: Pick<StoredCase, 'enterpriseId'>): 'ENTERPRISE_OWNER' | 'PARK_MANAGER' {
  return enterpriseId === null ? 'PARK_MANAGER' : 'ENTERPRISE_OWNER';
}

export const streamOf = (id: string): string => `case/${id}`;

/** The answer as it is kept: plain data, which nothing changes any more. */
export function freeze(answer: Answer): StoredCase['answer'] {
  return JSON.parse(JSON.stringify(answer)) as StoredCase['answer'];
}
