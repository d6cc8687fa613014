import {
  can,
  isNumberOf,
  PERMIT_YEARS,
  RENEWAL_DAYS,
  rolesForStep,
  type Action,
  type ApplicationKind,
  type ApplicationState,
  type ApplicationStep,
  type HeldCategory,
  type PermitState,
  type Role,
  type Subject,
} from '@ludao/contracts';
import { refuse, type Refusal } from '../../platform/refusal.ts';
import { mayReview, type Act } from '../organisations/index.ts';
import { addDays, addMonths, daysBetween } from '../../platform/days.ts';
import type { StoredApplication, StoredVersion } from './model.ts';

/** By which right each step is taken; `record` also by whoever handles it. */
export const STEP_RIGHTS: Readonly<Record<ApplicationStep, Action>> = {
  save: 'update',
  submit: 'update',
  supplement: 'update',
  withdraw: 'update',
  ask: 'review',
  decline: 'review',
  accept: 'review',
  checkSite: 'review',
  propose: 'review',
  record: 'review',
  return: 'sign',
  decide: 'sign',
};

/** What a decision judges: whose work it is to have handled and proposed. */
export const JUDGED_STEPS: readonly string[] = ['open', 'save', 'submit', 'supplement', 'propose'];

/** Who wants to take a step. */
export interface Stepping {
  /** Roles of the asker's posts that give the right to this very row. */
  readonly roles: readonly Role[];
  readonly act: Act;
  /** Acts that the step would judge. */
  readonly work: readonly Act[];
}

/** What keeps the asker from the step; undefined where nothing does. */
export function stepFault(
  { kind, state }: Pick<StoredApplication, 'kind' | 'state'>,
  step: ApplicationStep,
  { roles, act, work }: Stepping,
): Refusal | undefined {
  const allowed = rolesForStep(kind, state, step);
  if (allowed.length === 0) return refuse('PERMIT_STEP_NOT_NOW', { step, state });
  if (!allowed.some((role) => roles.includes(role))) {
    return refuse('PERMIT_STEP_ROLE', { step, roles: allowed.join(',') }, 403);
  }
  if (step === 'decide' && work.some((done) => !mayReview(done, act))) {
    return refuse('OWN_WORK', {}, 403);
  }
  return undefined;
}

/** What has not been handed in is nobody's business but the applicant's. */
export function isHidden(
  {
    state,
    submittedAt,
    ...owned
  }: Pick<StoredApplication, 'state' | 'submittedAt' | 'ownerOrg' | 'districtCode' | 'parkId'>,
  subject: Subject,
): boolean {
  const isUnseen = state === 'DRAFT' || (state === 'WITHDRAWN' && submittedAt === null);
  return isUnseen && !can(subject, 'update', 'permit', owned);
}

/** How a permit stands on a day. */
export function stateOn(
  versions: readonly Pick<StoredVersion, 'no' | 'kind' | 'inForceFrom' | 'validTo'>[],
  isRunning: boolean,
  day: string,
): PermitState {
  const current = versionOn(versions, day);
  if (!current) return isRunning ? 'APPLIED' : 'NOT_GRANTED';
  if (current.kind === 'CANCEL') return 'CANCELLED';
  return current.validTo < day ? 'EXPIRED' : 'IN_FORCE';
}

/** The version that was in force on a day: of those that had begun, the one that began last. */
export function versionOn<V extends Pick<StoredVersion, 'no' | 'inForceFrom'>>(
  versions: readonly V[],
  day: string,
): V | undefined {
  return versions
    .filter(({ inForceFrom }) => inForceFrom <= day)
    .sort((one, other) => one.inForceFrom.localeCompare(other.inForceFrom) || one.no - other.no)
    .at(-1);
}

/** How a place stands when something is applied for. */
export interface Standing {
  readonly state: PermitState;
  readonly category: HeldCategory | null;
  readonly validTo: string | null;
  /** When something comes into force that was granted ahead, such as a renewal. */
  readonly laterFrom?: string | null;
}

/** Days before its end from which a registration may be filed anew. A choice of ours. */
const REGISTER_AGAIN_DAYS = 90;

/**
 * Whether this may be applied for as the place stands. A renewal comes in time until 60 days before
 * the end; later it is taken all the same, and said to be late, for only a permit that has ended
 * cannot be renewed (排污许可管理条例第十四条第二款、第三十三条第（二）项).
 */
export function kindFault(
  kind: ApplicationKind,
  { state, category, validTo, laterFrom = null }: Standing,
  today: string,
): Refusal | undefined {
  if (laterFrom !== null) return refuse('PERMIT_GRANTED_AHEAD', { from: laterFrom });
  const isInForce = state === 'IN_FORCE';
  const isLicence = isInForce && category !== 'REGISTRATION';
  const isRegistered = isInForce && category === 'REGISTRATION';
  switch (kind) {
    case 'NEW':
      return isLicence ? refuse('PERMIT_EXISTS', { validTo: validTo ?? '' }) : undefined;
    case 'REGISTRATION': {
      if (isLicence) return refuse('PERMIT_EXISTS', { validTo: validTo ?? '' });
      const isSoonOver = validTo !== null && daysBetween(today, validTo) <= REGISTER_AGAIN_DAYS;
      return isRegistered && !isSoonOver
        ? refuse('REGISTRATION_EXISTS', { validTo: validTo ?? '', limit: REGISTER_AGAIN_DAYS })
        : undefined;
    }
    case 'RENEWAL':
      if (state === 'EXPIRED' && category !== 'REGISTRATION') {
        return refuse('PERMIT_LAPSED', { validTo: validTo ?? '' });
      }
      return isLicence ? undefined : refuse('NO_PERMIT_IN_FORCE', { kind });
    case 'CHANGE_BASIC':
    case 'REAPPLY':
      return isLicence ? undefined : refuse('NO_PERMIT_IN_FORCE', { kind });
    case 'REGISTRATION_CHANGE':
      return isRegistered ? undefined : refuse('NO_REGISTRATION_IN_FORCE', { kind });
    case 'CANCEL':
      return isInForce ? undefined : refuse('NO_PERMIT_IN_FORCE', { kind });
  }
}

/** The last day on which a renewal comes in time, 'YYYY-MM-DD'. */
export function renewalDay(validTo: string): string {
  return addDays(validTo, -RENEWAL_DAYS);
}

/**
 * Whether it counts as accepted by law: nobody said within the period what was missing
 * (排污许可管理条例第九条第（四）项). It then was accepted on the day it was received.
 * @param noticeDueOn the last day of clock C17
 */
export function isDeemedAccepted(
  state: ApplicationState,
  noticeDueOn: string | null,
  today: string,
): boolean {
  return state === 'SUBMITTED' && noticeDueOn !== null && today > noticeDueOn;
}

const RANK: Readonly<Record<string, number>> = {
  NOT_LISTED: 0,
  REGISTRATION: 1,
  SIMPLIFIED: 2,
  KEY: 3,
};

/** A category below what the catalogue certainly asks. What it leaves open is for the officer. */
export function categoryFault(
  category: HeldCategory,
  proposal: { readonly floor: string; readonly law: string } | null,
): Refusal | undefined {
  if (!proposal || RANK[category]! >= (RANK[proposal.floor] ?? 0)) return undefined;
  const params = { field: 'category', value: category, limit: proposal.floor, law: proposal.law };
  return refuse('CATEGORY_TOO_LOW', params, 422);
}

/** Which length of clock C16 counts; null where the regulation gives no period. */
export function decisionLength(
  kind: ApplicationKind,
  category: HeldCategory,
): 'SIMPLIFIED' | 'KEY' | 'RENEWAL' | null {
  if (kind === 'RENEWAL') return 'RENEWAL';
  if (kind !== 'NEW' && kind !== 'REAPPLY') return null;
  return category === 'KEY' ? 'KEY' : 'SIMPLIFIED';
}

/** Whether a site check lengthens the period: of key management, made within it (第十二条). */
export function siteCheckLengthens(
  running: { readonly length: string | null; readonly dueOn: string | null } | null,
  checkedOn: string,
): boolean {
  return running?.length === 'KEY' && running.dueOn !== null && checkedOn <= running.dueOn;
}

const KEEPS_DAYS: readonly ApplicationKind[] = ['CHANGE_BASIC', 'REGISTRATION_CHANGE', 'CANCEL'];

export interface Validity {
  readonly inForceFrom: string;
  readonly validFrom: string;
  readonly validTo: string;
}

/**
 * From when to when. A change keeps the days; a renewal, and a registration filed again, follow the
 * earlier one without a gap; all others run five years from the day.
 * @param before the one in force, if any
 */
export function validityOf(
  kind: ApplicationKind,
  on: string,
  before: { readonly validFrom: string; readonly validTo: string } | null,
): Validity {
  if (KEEPS_DAYS.includes(kind) && before) {
    return { inForceFrom: on, validFrom: before.validFrom, validTo: before.validTo };
  }
  const follows = (kind === 'RENEWAL' || kind === 'REGISTRATION') && before && before.validTo >= on;
  const from = follows ? addDays(before.validTo, 1) : on;
  return {
    inForceFrom: from,
    validFrom: from,
    validTo: addDays(addMonths(from, PERMIT_YEARS * 12), -1),
  };
}

/** What is wrong with a number and its days, as an official system gave them. */
export function recordFault(
  {
    number,
    on,
    validTo,
  }: { readonly number: string; readonly on: string; readonly validTo: string | null },
  {
    creditCode,
    since,
    today,
  }: {
    readonly creditCode: string | null;
    /** No earlier than this; null where nothing says so. */
    readonly since: string | null;
    readonly today: string;
  },
): Refusal | undefined {
  if (!isNumberOf(number, creditCode)) {
    return refuse('PERMIT_NUMBER_OF_ANOTHER', { field: 'number', value: number }, 422);
  }
  if ((since !== null && on < since) || on > today) {
    return refuse('PERMIT_DAY_IMPOSSIBLE', { field: 'on', value: on, limit: today }, 422);
  }
  if (validTo !== null && validTo < on) {
    return refuse('PERMIT_DAY_IMPOSSIBLE', { field: 'validTo', value: validTo, limit: on }, 422);
  }
  return undefined;
}
