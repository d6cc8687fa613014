import { EMPTY_FILING } from '@ludao/contracts';
import { showsCases, stepsOnCases } from './case-walks.ts';
import type { RouteName } from './hall.ts';
import { reaches } from './reaches.ts';

const head = { name: '矩阵项目', projectCode: null, address: '矩阵地址' };
const draft = { track: 'REGISTRATION', from: 'DRAFT' } as const;

export const FILING_WALKS = {
  getFiling: showsCases('getFiling'),
  changeFiling: stepsOnCases('changeFiling', {
    ...draft,
    step: 'change',
    body: () => ({ ...head, form: EMPTY_FILING }),
    // The contact is there, the legal representative comes.
    added: { event: 1, eia_case_person: 1 },
  }),
  fileCase: stepsOnCases('fileCase', {
    ...draft,
    step: 'file',
    body: () => ({ declared: [] }),
    added: {},
    missing: 'FILING_INCOMPLETE',
  }),
  refileCase: stepsOnCases('refileCase', {
    track: 'REGISTRATION',
    from: 'FILED',
    step: 'refile',
    body: () => ({ reason: 'PROPONENT_CHANGED' }),
    added: {},
    missing: 'REFILING_APPLICANT',
  }),
  voidFiling: stepsOnCases('voidFiling', {
    track: 'REGISTRATION',
    from: 'FILED',
    step: 'voidFiling',
    body: () => ({ reason: 'LEVEL_LOWERED' }),
    added: { event: 1 },
  }),
  renewCaseAnswer: stepsOnCases('renewCaseAnswer', {
    ...draft,
    step: 'change',
    body: () => ({}),
    added: { event: 1 },
  }),
  discardCase: stepsOnCases('discardCase', {
    ...draft,
    step: 'discard',
    body: () => ({}),
    added: { event: 1 },
  }),
  listPublicCases: reaches('listPublicCases', [200]),
} satisfies Partial<Record<RouteName, ReturnType<typeof showsCases>>>;
