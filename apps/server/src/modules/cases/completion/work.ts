import type { CompletionState } from '@ludao/contracts';
import type { WorkKind } from '../../tasks/index.ts';

const FINISH: WorkKind = {
  code: 'completion.finish',
  zh: '竣工环保验收',
  en: 'Completion acceptance',
};
const PUBLISH: WorkKind = {
  code: 'completion.publish',
  zh: '公开验收报告',
  en: 'Acceptance report to be made public',
};
const FILE: WorkKind = {
  code: 'completion.file',
  zh: '验收信息平台填报',
  en: 'Acceptance to be filed on the platform',
};
export const completionWork: readonly WorkKind[] = [FINISH, PUBLISH, FILE];

/** What waits for the proponent in a state, and the clock that says until when. */
export const WAITING: Readonly<
  Partial<Record<CompletionState, { readonly kind: WorkKind; readonly clock: string }>>
> = {
  COMPLETED: { kind: FINISH, clock: 'C15' },
  COMMISSIONING: { kind: FINISH, clock: 'C15' },
  RECTIFYING: { kind: FINISH, clock: 'C15' },
  QUALIFIED: { kind: PUBLISH, clock: 'C12' },
  PUBLISHED: { kind: FILE, clock: 'C14' },
};
