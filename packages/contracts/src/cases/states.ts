import type { Bilingual } from '../people/bilingual.ts';
import type { Action } from '../people/rights.ts';

/** How a project is handled: what the law's answer on the day leads to. */
export const CASE_TRACKS = {
  REGISTRATION: { zh: '登记表备案', en: 'Registration form filed' },
  COMMITMENT: { zh: '降级承诺备案', en: 'Filed with commitment in a reform area' },
  FORM: { zh: '报告表审批', en: 'Report form approved' },
  REPORT: { zh: '报告书审批', en: 'Report book approved' },
  ZERO_LAND: { zh: '零土地技改备案', en: 'No-new-land retrofit recorded' },
} as const satisfies Record<string, Bilingual>;
export type CaseTrack = keyof typeof CASE_TRACKS;

/** Where a case stands. */
export const CASE_STATES = {
  DRAFT: { zh: '填写中', en: 'Being filled in' },
  PREPARED: { zh: '待官方系统备案', en: 'To be filed in the official system' },
  FILED: { zh: '已备案', en: 'Filed' },
  SUBMITTED: { zh: '已提交，待受理', en: 'Submitted' },
  INCOMPLETE: { zh: '待补正', en: 'To be completed' },
  NOT_ACCEPTED: { zh: '不予受理', en: 'Not accepted' },
  ACCEPTED: { zh: '已受理，审查中', en: 'Accepted, under review' },
  INTENT: { zh: '拟审批公示', en: 'Intent made public' },
  PROPOSED: { zh: '待签批', en: 'Proposed for decision' },
  APPROVED: { zh: '已批准', en: 'Approved' },
  REFUSED: { zh: '不予批准', en: 'Refused' },
  EXEMPT: { zh: '免于环评，已登记', en: 'Exempt, on record' },
  WITHDRAWN: { zh: '已撤回', en: 'Withdrawn' },
  SUPERSEDED: { zh: '已重新备案', en: 'Filed anew' },
  VOID: { zh: '备案无效', en: 'Filing void' },
  DISCARDED: { zh: '已弃用', en: 'Discarded' },
} as const satisfies Record<string, Bilingual>;
export type CaseState = keyof typeof CASE_STATES;

interface CaseStepRow extends Bilingual {
  readonly tracks: readonly CaseTrack[];
  readonly from: readonly CaseState[];
  /** Null: the case stays where it is. Several: what the step finds decides. */
  readonly to: readonly CaseState[] | null;
  /** Applicants update, officers of the territory review, its head signs. */
  readonly right: Extract<Action, 'update' | 'review' | 'sign'>;
}

const FILINGS = ['REGISTRATION', 'COMMITMENT'] as const;
const APPROVALS = ['FORM', 'REPORT'] as const;
const EVERY = [...FILINGS, ...APPROVALS, 'ZERO_LAND'] as const;

/** Every step that a person takes with a case: the only table of them, for server and screens. */
export const CASE_STEPS = {
  change: {
    zh: '修改填写内容',
    en: 'Change what is filled in',
    tracks: EVERY,
    from: ['DRAFT', 'INCOMPLETE'],
    to: null,
    right: 'update',
  },
  discard: {
    zh: '弃用',
    en: 'Discard',
    tracks: EVERY,
    from: ['DRAFT'],
    to: ['DISCARDED'],
    right: 'update',
  },
  file: {
    zh: '提交备案',
    en: 'File',
    tracks: FILINGS,
    from: ['DRAFT'],
    to: ['FILED', 'PREPARED'],
    right: 'update',
  },
  recordOutside: {
    zh: '登记官方备案号',
    en: 'Enter the official number',
    tracks: [...FILINGS, 'ZERO_LAND'],
    from: ['PREPARED'],
    to: ['FILED', 'EXEMPT'],
    right: 'update',
  },
  voidFiling: {
    zh: '认定备案无效',
    en: 'Declare the filing void',
    tracks: [...FILINGS, 'ZERO_LAND'],
    from: ['FILED', 'PREPARED', 'EXEMPT'],
    to: ['VOID'],
    right: 'sign',
  },
  refile: {
    zh: '重新备案',
    en: 'File anew',
    tracks: FILINGS,
    from: ['FILED'],
    to: null,
    right: 'update',
  },
  declare: {
    zh: '申报零土地技改',
    en: 'Declare the retrofit',
    tracks: ['ZERO_LAND'],
    from: ['DRAFT'],
    to: ['EXEMPT', 'PREPARED'],
    right: 'update',
  },
  submit: {
    zh: '提交审批',
    en: 'Submit for approval',
    tracks: APPROVALS,
    from: ['DRAFT', 'INCOMPLETE'],
    to: ['SUBMITTED'],
    right: 'update',
  },
  withdraw: {
    zh: '撤回申请',
    en: 'Withdraw',
    tracks: APPROVALS,
    from: ['SUBMITTED', 'INCOMPLETE', 'ACCEPTED', 'INTENT'],
    to: ['WITHDRAWN'],
    right: 'update',
  },
  askMissing: {
    zh: '一次性告知补正',
    en: 'Tell once what is missing',
    tracks: APPROVALS,
    from: ['SUBMITTED'],
    to: ['INCOMPLETE'],
    right: 'review',
  },
  refuseIntake: {
    zh: '不予受理',
    en: 'Do not accept',
    tracks: APPROVALS,
    from: ['SUBMITTED'],
    to: ['NOT_ACCEPTED'],
    right: 'review',
  },
  accept: {
    zh: '受理',
    en: 'Accept',
    tracks: APPROVALS,
    from: ['SUBMITTED'],
    to: ['ACCEPTED'],
    right: 'review',
  },
  noteSurvey: {
    zh: '登记踏勘',
    en: 'Enter the survey',
    tracks: APPROVALS,
    from: ['ACCEPTED'],
    to: null,
    right: 'review',
  },
  startReview: {
    zh: '开始技术评估或专家评审',
    en: 'Begin the evaluation',
    tracks: APPROVALS,
    from: ['ACCEPTED'],
    to: null,
    right: 'review',
  },
  endReview: {
    zh: '登记评估意见',
    en: 'Enter the opinion',
    tracks: APPROVALS,
    from: ['ACCEPTED'],
    to: null,
    right: 'review',
  },
  publishIntent: {
    zh: '拟审批公示',
    en: 'Make the intent public',
    tracks: APPROVALS,
    from: ['ACCEPTED'],
    to: ['INTENT'],
    right: 'review',
  },
  answerHearing: {
    zh: '答复听证申请',
    en: 'Answer the requests for a hearing',
    tracks: APPROVALS,
    from: ['INTENT'],
    to: null,
    right: 'review',
  },
  endHearing: {
    zh: '登记听证结果',
    en: 'Enter the hearing',
    tracks: APPROVALS,
    from: ['INTENT'],
    to: null,
    right: 'review',
  },
  propose: {
    zh: '提出审批意见',
    en: 'Propose the decision',
    tracks: APPROVALS,
    from: ['INTENT'],
    to: ['PROPOSED'],
    right: 'review',
  },
  sendBack: {
    zh: '退回重拟',
    en: 'Send back',
    tracks: APPROVALS,
    from: ['PROPOSED'],
    to: ['INTENT'],
    right: 'sign',
  },
  decide: {
    zh: '作出审批决定',
    en: 'Decide',
    tracks: APPROVALS,
    from: ['PROPOSED'],
    to: ['APPROVED', 'REFUSED'],
    right: 'sign',
  },
  renewBasis: {
    zh: '按今天的规定重新认定',
    en: 'Ask the law of today again',
    tracks: APPROVALS,
    from: ['SUBMITTED', 'ACCEPTED', 'INTENT'],
    to: null,
    right: 'review',
  },
  recordDecision: {
    zh: '登记官方审批文号',
    en: 'Enter the official number',
    tracks: APPROVALS,
    from: ['APPROVED', 'REFUSED'],
    to: null,
    right: 'review',
  },
  startWorks: {
    zh: '登记开工',
    en: 'Enter the start of works',
    tracks: APPROVALS,
    from: ['APPROVED'],
    to: null,
    right: 'update',
  },
} as const satisfies Record<string, CaseStepRow>;
export type CaseStep = keyof typeof CASE_STEPS;

/** Steps that the table has for such a case in that state, whoever may take them. */
export function caseStepsFrom(track: CaseTrack, state: CaseState): CaseStep[] {
  return (Object.keys(CASE_STEPS) as CaseStep[]).filter((step) => {
    const { tracks, from }: CaseStepRow = CASE_STEPS[step];
    return tracks.includes(track) && from.includes(state);
  });
}

/** States that everybody may read of: measure 4, and 登记表备案管理办法 art. 14. */
export const PUBLIC_CASE_STATES: readonly CaseState[] = [
  'FILED',
  'EXEMPT',
  'ACCEPTED',
  'INTENT',
  'PROPOSED',
  'APPROVED',
  'REFUSED',
  'SUPERSEDED',
  'VOID',
];
