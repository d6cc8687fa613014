import type { WorkKind } from '../../tasks/index.ts';

export const CHECK: WorkKind = {
  code: 'park_eia.check',
  zh: '园区整体环评核查',
  en: 'Check of a park-wide EIA',
};
export const CONFIRM: WorkKind = {
  code: 'park_eia.confirm',
  zh: '园区整体环评审批结果确认',
  en: 'Confirmation of a decision on a park-wide EIA',
};
export const COMPLETE: WorkKind = {
  code: 'park_eia.complete',
  zh: '园区整体环评补充材料',
  en: 'Completion of a park-wide EIA',
};

/** The kinds of work of this capability. */
export const parkEiaWork: readonly WorkKind[] = [CHECK, CONFIRM, COMPLETE];
