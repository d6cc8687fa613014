import {
  can,
  checkCreditCode,
  type ApprovalFile,
  type ApprovalOutcome,
  type IntakeRefusal,
  type Owned,
  type ReachingPost,
  type RefusalGround,
} from '@ludao/contracts';
import type { Answer, BarredPreparer } from '@ludao/rules';
import { refuse, type Refusal } from '../../../platform/refusal.ts';
import type { BureauOf, StoredApproval } from './model.ts';

/** What the clocks of an approval say, as far as a step asks. */
export interface Periods {
  /** The last day to tell what a file lacks (C05). */
  readonly noticeUntil: string | null;
  /** The last days of the publicities (C07, C08) and of the right to ask for a hearing (C09). */
  readonly acceptanceUntil: string | null;
  readonly intentUntil: string | null;
  readonly hearingUntil: string | null;
}

/** What a file still lacks before it may be submitted, by the names of its fields. */
export function lackingIn(
  track: 'FORM' | 'REPORT',
  file: ApprovalFile,
  has: {
    readonly document: boolean;
    readonly publicVersion: boolean;
    readonly participation: boolean;
    readonly contact: boolean;
    readonly lead: boolean;
  },
): string[] {
  const { occasion, begun } = file;
  const needed: readonly (keyof ApprovalFile)[] = [
    'projectCode',
    'construction',
    'occasion',
    'totalYuan',
    'environmentYuan',
    'months',
    'begun',
    'preparer',
    'preparerCode',
    'leadNumber',
    'overview',
    'participation',
    'commitments',
    'impacts',
    ...(occasion !== null && occasion !== 'FIRST' ? (['earlierNumber'] as const) : []),
    ...(begun === true ? (['begunWords'] as const) : []),
  ];
  return [
    ...needed.filter((field) => file[field] === null || file[field] === ''),
    ...(has.contact ? [] : ['contact']),
    ...(has.lead ? [] : ['lead']),
    ...(has.document ? [] : ['document']),
    ...(has.publicVersion ? [] : ['publicVersion']),
    // 《环境影响评价公众参与办法》 asks it of report books only.
    ...(track === 'FORM' || has.participation ? [] : ['participation_statement']),
  ];
}

/** Numbers that cannot be: a false credit code, a share above the whole. */
export function fileFault({
  preparerCode,
  leadNumber,
  totalYuan,
  environmentYuan,
}: ApprovalFile): Refusal | null {
  if (preparerCode !== '') {
    const check = checkCreditCode(preparerCode);
    if (!check.ok || check.code !== preparerCode) {
      return refuse('PREPARER_CODE_WRONG', { field: 'preparerCode', value: preparerCode }, 422);
    }
  }
  if (leadNumber !== '' && !/^BH\d{6}$/.test(leadNumber)) {
    return refuse('LEAD_NUMBER_WRONG', { field: 'leadNumber', value: leadNumber }, 422);
  }
  if (totalYuan !== null && environmentYuan !== null && environmentYuan > totalYuan) {
    const params = { field: 'environmentYuan', value: environmentYuan, limit: totalYuan };
    return refuse('INVESTMENT_ABOVE_TOTAL', params, 422);
  }
  return null;
}

/**
 * A preparer or lead preparer on the list of the day is not accepted: 编制监督管理办法 art. 39.
 * @param listed the entries of the day; null where nobody entered the list, so nothing is checked
 */
export function preparerFault(
  { preparerCode, leadNumber }: Pick<ApprovalFile, 'preparerCode' | 'leadNumber'>,
  listed: readonly BarredPreparer[] | null,
): Refusal | null {
  const found = listed?.find(
    ({ kind, code }) => code === (kind === 'unit' ? preparerCode : leadNumber),
  );
  if (!found) return null;
  const { code, list, from, to } = found;
  return refuse('PREPARER_BARRED', { value: code, list, from, limit: to ?? '' });
}

/**
 * Whether the law counts the file as accepted because no notice came in time: 行政许可法 art. 32.
 */
export function isDeemedAccepted(
  state: string,
  { noticeUntil }: Pick<Periods, 'noticeUntil'>,
  today: string,
): boolean {
  return state === 'SUBMITTED' && noticeUntil !== null && today > noticeUntil;
}

/** What is missing is told once and in time, or not at all. */
export function noticeFault(
  { missingOn, receivedOn }: Pick<StoredApproval, 'missingOn'> & { readonly receivedOn: string },
  periods: Periods,
  today: string,
): Refusal | null {
  if (missingOn !== null) return refuse('MISSING_TOLD_ONCE', { value: missingOn });
  return lateFault(receivedOn, periods, today);
}

/** A file that counts as accepted is not refused any more. */
export function intakeRefusalFault(
  ground: IntakeRefusal,
  { missingOn, receivedOn }: Pick<StoredApproval, 'missingOn'> & { readonly receivedOn: string },
  periods: Periods,
  today: string,
): Refusal | null {
  if (ground === 'NOT_COMPLETED' && missingOn === null) return refuse('MISSING_NOT_TOLD');
  return lateFault(receivedOn, periods, today);
}

function lateFault(value: string, { noticeUntil }: Periods, today: string): Refusal | null {
  if (!isDeemedAccepted('SUBMITTED', { noticeUntil }, today)) return null;
  return refuse('DEEMED_ACCEPTED', { value, limit: noticeUntil ?? '' });
}

/** The intent is made public once the first publicity is over and the review has an end. */
export function intentFault(
  { survey }: Pick<StoredApproval, 'survey'>,
  isReviewed: boolean,
  { acceptanceUntil }: Periods,
  today: string,
): Refusal | null {
  if (acceptanceUntil === null || today <= acceptanceUntil) {
    return refuse('PUBLICITY_NOT_OVER', { value: 'ACCEPTANCE', limit: acceptanceUntil ?? '' });
  }
  if (survey === null) return refuse('SURVEY_NOT_NOTED');
  return isReviewed ? null : refuse('REVIEW_OPEN');
}

/** Decided on is what the public could answer to: the periods over, and every request answered. */
export function proposalFault(
  given: {
    readonly outcome: ApprovalOutcome;
    readonly grounds: readonly RefusalGround[];
    readonly intent: ApprovalOutcome | null;
    readonly hearing: StoredApproval['hearing'];
    readonly asked: number;
  },
  { intentUntil, hearingUntil }: Periods,
  today: string,
): Refusal | null {
  const { outcome, grounds, intent, hearing, asked } = given;
  if (intentUntil === null || today <= intentUntil) {
    return refuse('PUBLICITY_NOT_OVER', { value: 'INTENT', limit: intentUntil ?? '' });
  }
  if (hearingUntil !== null && today <= hearingUntil) {
    return refuse('HEARING_PERIOD_NOT_OVER', { limit: hearingUntil });
  }
  if (asked > 0 && hearing === null) return refuse('HEARING_NOT_ANSWERED', { count: asked });
  if (hearing?.hold && hearing.heldOn === null) return refuse('HEARING_NOT_HELD');
  if (outcome === 'REFUSE' && grounds.length === 0) {
    return refuse('REFUSAL_NEEDS_GROUND', { field: 'grounds' }, 422);
  }
  if (outcome === 'APPROVE' && grounds.length > 0) {
    return refuse('APPROVAL_HAS_GROUND', { field: 'grounds' }, 422);
  }
  // A hearing may turn the intent; without one the public has not heard of what is proposed.
  if (outcome !== intent && !hearing?.heldOn)
    return refuse('OTHER_THAN_INTENDED', { value: outcome });
  return null;
}

/**
 * Which bureaus may decide, by level, county and day (tension T5). Empty where no list in force says.
 * @param answer what the law says of the project on the day
 */
export function bureausFor({ procedure }: Pick<Answer, 'procedure'>): readonly BureauOf['kind'][] {
  const said = (procedure?.offices ?? []).flatMap(({ decidedBy }) => decidedBy);
  return [...new Set(said)];
}

/** The bureau that handles a case: the branch of its county where the law lets it decide. */
export function officeFor(
  allowed: readonly BureauOf['kind'][],
  bureaus: readonly BureauOf[],
): BureauOf | undefined {
  const order = ['COUNTY_EEB', 'MUNICIPAL_EEB'] as const;
  const kind = order.find((one) => allowed.length === 0 || allowed.includes(one));
  return bureaus.find((bureau) => bureau.kind === kind);
}

/**
 * The post by which a step of the office is taken: one of the bureau that handles the case, whatever
 * other bureaus the county lies with. Undefined where the asker holds none.
 */
export function postAtOffice<Post extends ReachingPost>(
  posts: readonly Post[],
  right: 'review' | 'sign',
  found: Owned,
  officeOrg: string | null,
): Post | undefined {
  return posts.find(
    (post) => post.home === officeOrg && can({ posts: [post] }, right, 'eia_case', found),
  );
}

/** A decision of an office that the law gives no such power would be void. */
export function officeFault(
  allowed: readonly BureauOf['kind'][],
  deciding: BureauOf | undefined,
  basis: string,
): Refusal | null {
  if (!deciding)
    return refuse('OFFICE_NOT_COMPETENT', { value: '', office: allowed.join(','), basis });
  if (allowed.length === 0 || allowed.includes(deciding.kind)) return null;
  return refuse('OFFICE_NOT_COMPETENT', {
    value: deciding.name,
    office: allowed.join(','),
    basis,
  });
}

/** Works begin within five years of the approval, else it is examined anew: 条例 art. 12. */
export function worksFault(
  decidedOn: string,
  startedOn: string,
  limit: string | null,
  today: string,
): Refusal | null {
  if (startedOn < decidedOn || startedOn > today) {
    return refuse('WORKS_DAY_IMPOSSIBLE', { field: 'on', value: startedOn, from: decidedOn }, 422);
  }
  if (limit !== null && startedOn > limit) return refuse('APPROVAL_TOO_OLD', { limit });
  return null;
}
