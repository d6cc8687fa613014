import {
  declarationsOf,
  filingFaults,
  type CaseBasis,
  type Filing,
  type FilingForm,
} from '@ludao/contracts';
import { refuse, type Refusal } from '../../../platform/refusal.ts';
import type { ParkRestriction } from '../../parks/index.ts';
import type { StoredCase } from '../model.ts';

/**
 * Why the form cannot be filed on that day: 建设项目环境影响登记表备案管理办法 (环境保护部令第41号)
 * art. 9 before operation begins, art. 11 declared by the legal representative.
 * @param today 'YYYY-MM-DD' in China
 */
export function filingFault(
  { track, basis }: Pick<StoredCase, 'track' | 'basis'>,
  form: FilingForm,
  declared: Filing['declared'],
  today: string,
): Refusal | null {
  const faults = filingFaults(form);
  if (faults[0]) {
    const { field, code } = faults[0];
    return refuse('FILING_INCOMPLETE', { value: field, fault: code, count: faults.length }, 422);
  }
  const operationOn = form.operationOn!;
  if (operationOn < today) {
    return refuse('FILING_AFTER_OPERATION', { value: operationOn, limit: today });
  }
  const isCommitment = track === 'COMMITMENT';
  if (isCommitment && !isGrounded(basis)) return refuse('FILING_WITHOUT_ADOPTION');
  const missing = declarationsOf(isCommitment ? 'COMMITMENT' : 'REGISTRATION').find(
    (one) => !declared.includes(one),
  );
  return missing ? refuse('FILING_NOT_DECLARED', { value: missing }, 422) : null;
}

/** A lowered form names area, clause and adoption, or is none. */
function isGrounded({ reliefs }: CaseBasis): boolean {
  return reliefs.some(
    ({ object, clause, adoption }) => object !== null && clause !== '' && adoption !== null,
  );
}

/** 项目限批: filing, acceptance and direct entry are refused alike. */
export function restrictionFault(restriction: ParkRestriction | null): Refusal | null {
  if (!restriction) return null;
  const { documentNo, since, reason } = restriction;
  return refuse('PARK_RESTRICTED', {
    value: documentNo,
    since,
    reasonZh: reason.zh,
    reasonEn: reason.en,
  });
}

/** Filed anew is only what does not operate yet: art. 13. */
export function refilingFault(operationOn: string | null, today: string): Refusal | null {
  return operationOn !== null && operationOn < today
    ? refuse('REFILING_AFTER_OPERATION', { value: operationOn, limit: today })
    : null;
}
