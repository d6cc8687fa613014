import type { WorkKind } from '../../tasks/index.ts';

export const EVALUATE: WorkKind = {
  code: 'follow_up.evaluate',
  zh: '园区环境影响跟踪评价',
  en: 'Follow-up evaluation of a park',
};
export const NOTE: WorkKind = {
  code: 'follow_up.note',
  zh: '跟踪评价报告备查',
  en: 'Report of a follow-up evaluation',
};

/** The kinds of work of this capability. */
export const followUpWork: readonly WorkKind[] = [EVALUATE, NOTE];
