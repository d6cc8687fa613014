import type { Bilingual } from '../people/bilingual.ts';
import type { Role } from '../people/roles.ts';

/** How the place is managed; what the catalogue does not list has no permit at all. */
export const HELD_CATEGORIES = ['KEY', 'SIMPLIFIED', 'REGISTRATION'] as const;
export type HeldCategory = (typeof HELD_CATEGORIES)[number];

/** How a permit stands on a day. Past its last day it has lapsed by itself (排污许可管理条例第十四条). */
export const PERMIT_STATES = {
  APPLIED: { zh: '首次申请中', en: 'First application under way' },
  IN_FORCE: { zh: '有效', en: 'In force' },
  EXPIRED: { zh: '已过期失效', en: 'Lapsed' },
  CANCELLED: { zh: '已注销', en: 'Cancelled' },
  NOT_GRANTED: { zh: '未取得', en: 'Not granted' },
} as const satisfies Record<string, Bilingual>;
export type PermitState = keyof typeof PERMIT_STATES;

/** LICENCE goes through acceptance and decision; a registration takes effect by being filed. */
export type ApplicationTrack = 'LICENCE' | 'REGISTRATION';

interface KindRow extends Bilingual {
  readonly track: ApplicationTrack;
  /** The provision it rests on. */
  readonly cite: string;
}

/** What may be applied for or filed. */
export const APPLICATION_KINDS = {
  NEW: {
    zh: '首次申请',
    en: 'First application',
    track: 'LICENCE',
    cite: '排污许可管理条例第六条',
  },
  RENEWAL: { zh: '延续', en: 'Renewal', track: 'LICENCE', cite: '排污许可管理条例第十四条第二款' },
  CHANGE_BASIC: {
    zh: '基本信息变更',
    en: 'Change of basic information',
    track: 'LICENCE',
    cite: '排污许可管理条例第十四条第三款',
  },
  REAPPLY: {
    zh: '重新申请',
    en: 'New application',
    track: 'LICENCE',
    cite: '排污许可管理条例第十五条',
  },
  CANCEL: { zh: '注销', en: 'Cancellation', track: 'LICENCE', cite: '行政许可法第七十条' },
  REGISTRATION: {
    zh: '排污登记',
    en: 'Registration',
    track: 'REGISTRATION',
    cite: '排污许可管理条例第二十四条',
  },
  REGISTRATION_CHANGE: {
    zh: '排污登记变更',
    en: 'Change of a registration',
    track: 'REGISTRATION',
    cite: '排污许可管理条例第二十四条第三款',
  },
} as const satisfies Record<string, KindRow>;
export type ApplicationKind = keyof typeof APPLICATION_KINDS;
export const APPLICATION_KIND_NAMES = Object.keys(APPLICATION_KINDS) as [
  ApplicationKind,
  ...ApplicationKind[],
];

export const APPLICATION_STATES = {
  DRAFT: { zh: '填写中', en: 'Draft' },
  SUBMITTED: { zh: '已提交，待受理', en: 'Submitted' },
  INCOMPLETE: { zh: '待补正', en: 'To be completed' },
  ACCEPTED: { zh: '已受理，审查中', en: 'Accepted' },
  PROPOSED: { zh: '待决定', en: 'Waits for the decision' },
  TO_RECORD: { zh: '待登记官方编号', en: 'Waits for the official number' },
  IN_FORCE: { zh: '已生效', en: 'In force' },
  REFUSED: { zh: '不予许可', en: 'Refused' },
  DECLINED: { zh: '不予受理', en: 'Not accepted' },
  WITHDRAWN: { zh: '已撤回', en: 'Withdrawn' },
} as const satisfies Record<string, Bilingual>;
export type ApplicationState = keyof typeof APPLICATION_STATES;

/** While one of these lasts, the same place has no second application. */
export const RUNNING_STATES = [
  'DRAFT',
  'SUBMITTED',
  'INCOMPLETE',
  'ACCEPTED',
  'PROPOSED',
  'TO_RECORD',
] as const satisfies readonly ApplicationState[];

export const APPLICATION_STEP_NAMES = {
  save: { zh: '保存', en: 'Save' },
  submit: { zh: '提交', en: 'Submit' },
  supplement: { zh: '提交补正', en: 'Send what was missing' },
  withdraw: { zh: '撤回申请', en: 'Withdraw' },
  ask: { zh: '一次性告知补正', en: 'Ask for what is missing, once' },
  decline: { zh: '不予受理', en: 'Do not accept' },
  accept: { zh: '受理', en: 'Accept' },
  checkSite: { zh: '记录现场核查', en: 'Note a site check' },
  propose: { zh: '提出处理意见', en: 'Propose the decision' },
  return: { zh: '退回重新审查', en: 'Send back' },
  decide: { zh: '作出决定', en: 'Decide' },
  record: { zh: '登记官方编号', en: 'Enter the official number' },
} as const satisfies Record<string, Bilingual>;
export type ApplicationStep = keyof typeof APPLICATION_STEP_NAMES;

/** Who applies, who handles, who decides. Nobody decides what he proposed himself. */
const APPLICANTS: readonly Role[] = ['ENTERPRISE_OWNER', 'STEWARD', 'PARK_MANAGER'];
const OFFICERS: readonly Role[] = ['APPROVAL_OFFICER'];
const HEADS: readonly Role[] = ['BUREAU_HEAD'];

type StepTable = Readonly<
  Record<ApplicationState, Readonly<Partial<Record<ApplicationStep, readonly Role[]>>>>
>;
const ENDED = { IN_FORCE: {}, REFUSED: {}, DECLINED: {}, WITHDRAWN: {} } as const;

/** Which step is taken from which state, by whom. What is not here is not possible. */
export const APPLICATION_STEPS = {
  LICENCE: {
    DRAFT: { save: APPLICANTS, submit: APPLICANTS, withdraw: APPLICANTS },
    SUBMITTED: { ask: OFFICERS, decline: OFFICERS, accept: OFFICERS, withdraw: APPLICANTS },
    INCOMPLETE: { supplement: APPLICANTS, withdraw: APPLICANTS },
    ACCEPTED: { checkSite: OFFICERS, propose: OFFICERS, withdraw: APPLICANTS },
    PROPOSED: { return: HEADS, decide: HEADS, withdraw: APPLICANTS },
    TO_RECORD: { record: OFFICERS },
    ...ENDED,
  },
  REGISTRATION: {
    DRAFT: { save: APPLICANTS, submit: APPLICANTS, withdraw: APPLICANTS },
    SUBMITTED: {},
    INCOMPLETE: {},
    ACCEPTED: {},
    PROPOSED: {},
    // Whoever registered has the number from the official system's own receipt.
    TO_RECORD: { record: [...APPLICANTS, ...OFFICERS], withdraw: APPLICANTS },
    ...ENDED,
  },
} as const satisfies Record<ApplicationTrack, StepTable>;

/** Roles that may take the step from the state; none where it cannot be taken. */
export function rolesForStep(
  kind: ApplicationKind,
  state: ApplicationState,
  step: ApplicationStep,
): readonly Role[] {
  const table: StepTable = APPLICATION_STEPS[APPLICATION_KINDS[kind].track];
  return table[state][step] ?? [];
}
