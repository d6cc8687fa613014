import type {
  AdmissionCheck,
  AdmissionForm,
  AdmissionState,
  AllowanceItem,
  LeaveCause,
  Liability,
} from '@ludao/contracts';
import type { Answer } from '@ludao/rules';

export interface Share {
  readonly item: AllowanceItem;
  readonly amount: bigint;
}

/** An enterprise in scope and where it is a tenant today. */
export interface Tenant {
  readonly enterpriseId: string;
  readonly enterprise: string;
  readonly industries: readonly string[];
  readonly parkId: string | null;
  readonly park: string | null;
  readonly operator: string | null;
  readonly districtCode: string | null;
  readonly unitId: string | null;
  readonly unit: string | null;
  /** Of the share that it holds. */
  readonly admission: string | null;
}

export interface StoredAdmission {
  readonly id: string;
  readonly ownerOrg: string;
  readonly enterprise: string;
  readonly districtCode: string;
  readonly parkId: string;
  readonly park: string;
  readonly unit: string | null;
  readonly state: AdmissionState;
  readonly historical: boolean;
  readonly eia: {
    readonly id: string;
    readonly title: string;
    readonly approvalNo: string;
    readonly liability: Liability;
  } | null;
  readonly project: AdmissionForm['project'];
  readonly answer: Answer | null;
  readonly checks: readonly AdmissionCheck[];
  readonly representative: string;
  readonly certificateId: string | null;
  readonly appliedOn: string;
  readonly leftOn: string | null;
  readonly leaveCause: LeaveCause | null;
  readonly version: number;
}

export function streamOf(id: string): string {
  return `admission/${id}`;
}
