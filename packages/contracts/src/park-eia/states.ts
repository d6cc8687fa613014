import type { Bilingual } from '../people/bilingual.ts';
import type { Action } from '../people/grants.ts';

/** The way of a park-wide EIA 园区整体环评. */
export const PARK_EIA_STATES = {
  DRAFT: { zh: '编制中', en: 'Being prepared' },
  SUBMITTED: { zh: '待核查', en: 'To be checked' },
  RETURNED: { zh: '退回补充', en: 'Sent back for completion' },
  PROPOSED: { zh: '待确认', en: 'Decision to be confirmed' },
  IN_FORCE: { zh: '已批准', en: 'Approved' },
  REFUSED: { zh: '不予批准', en: 'Refused' },
  STOPPED: { zh: '因重大变化停用', en: 'Stopped by a major change' },
  SUPERSEDED: { zh: '已被新的整体环评替代', en: 'Superseded' },
  EXPIRED: { zh: '已到期', en: 'Expired' },
  DISCARDED: { zh: '已弃用', en: 'Discarded' },
} as const satisfies Record<string, Bilingual>;
export type ParkEiaState = keyof typeof PARK_EIA_STATES;

interface StepRow extends Bilingual {
  readonly from: readonly ParkEiaState[];
  /** Where it leads; a confirmation by what was proposed. */
  readonly to: readonly ParkEiaState[];
  /** The right to park_eia that it takes; null: nobody takes it by hand, something else brings it. */
  readonly right: Action | null;
}

/** Every step, from where to where, and by which right; screens, server and a test read this table. */
export const PARK_EIA_STEPS = {
  change: {
    zh: '修改',
    en: 'Change',
    from: ['DRAFT', 'RETURNED'],
    to: ['DRAFT', 'RETURNED'],
    right: 'update',
  },
  submit: {
    zh: '提交',
    en: 'Submit',
    from: ['DRAFT', 'RETURNED'],
    to: ['SUBMITTED'],
    right: 'update',
  },
  discard: {
    zh: '弃用',
    en: 'Discard',
    from: ['DRAFT', 'RETURNED'],
    to: ['DISCARDED'],
    right: 'update',
  },
  sendBack: {
    zh: '退回补充',
    en: 'Send back',
    from: ['SUBMITTED'],
    to: ['RETURNED'],
    right: 'review',
  },
  propose: {
    zh: '录入审批结果',
    en: 'Enter the decision',
    from: ['SUBMITTED'],
    to: ['PROPOSED'],
    right: 'review',
  },
  confirm: {
    zh: '确认审批结果',
    en: 'Confirm the decision',
    from: ['PROPOSED'],
    to: ['IN_FORCE', 'REFUSED'],
    right: 'approve',
  },
  decline: {
    zh: '退回重录',
    en: 'Back to the officer',
    from: ['PROPOSED'],
    to: ['SUBMITTED'],
    right: 'approve',
  },
  reconcile: {
    zh: '确认期初份额',
    en: 'Confirm the opening balance',
    from: ['IN_FORCE'],
    to: ['IN_FORCE'],
    right: 'review',
  },
  list: {
    zh: '更新规则清单',
    en: 'Update the list of the law',
    from: ['IN_FORCE', 'STOPPED'],
    to: ['IN_FORCE', 'STOPPED'],
    right: 'review',
  },
  stop: {
    zh: '因重大变化停用',
    en: 'Stop by a major change',
    from: ['IN_FORCE'],
    to: ['STOPPED'],
    right: null,
  },
  supersede: {
    zh: '被替代',
    en: 'Superseded',
    from: ['IN_FORCE'],
    to: ['SUPERSEDED'],
    right: null,
  },
  expire: {
    zh: '到期',
    en: 'Expired',
    from: ['IN_FORCE'],
    to: ['EXPIRED'],
    right: null,
  },
} as const satisfies Record<string, StepRow>;
export type ParkEiaStep = keyof typeof PARK_EIA_STEPS;
export const PARK_EIA_STEP_NAMES = Object.keys(PARK_EIA_STEPS) as [ParkEiaStep, ...ParkEiaStep[]];

/** Whether a step may be taken from a state at all, whoever takes it. */
export function leadsOn(state: ParkEiaState, step: ParkEiaStep): boolean {
  const from: readonly ParkEiaState[] = PARK_EIA_STEPS[step].from;
  return from.includes(state);
}

/** What became of a tenant's application to enter directly. */
export const ADMISSION_STATES = {
  ADMITTED: { zh: '已准入', en: 'Admitted' },
  REFUSED: { zh: '不能直接入驻', en: 'Not admitted directly' },
  LEFT: { zh: '已退出，份额已归还', en: 'Left; share given back' },
} as const satisfies Record<string, Bilingual>;
export type AdmissionState = keyof typeof ADMISSION_STATES;

/** Why a tenant under the park-wide EIA leaves it. */
export const LEAVE_CAUSES = {
  TENANCY_ENDED: { zh: '退租离园', en: 'The tenancy ended' },
  PROJECT_ENDED: { zh: '项目终止', en: 'The project ended' },
  OWN_EIA: { zh: '改为单独办理环评', en: 'An EIA of its own takes its place' },
} as const satisfies Record<string, Bilingual>;
export type LeaveCause = keyof typeof LEAVE_CAUSES;
