import type { WorkKind } from '../../tasks/index.ts';

export const DECIDE: WorkKind = {
  code: 'park_change.decide',
  zh: '园区重大变动认定',
  en: 'Decision on a change of a park',
};

/** The kinds of work of this capability. */
export const changeWork: readonly WorkKind[] = [DECIDE];
