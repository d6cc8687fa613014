import {
  COMPLETION_BAR_NAMES,
  type CompletionBars,
  type CompletionState,
  type CompletionStep,
  type CompletionStepName,
} from '@ludao/contracts';
import type { Standing } from './decide.ts';
import type { StoredCompletion } from './model.ts';

const A_FILE = '00000000-0000-4000-8000-00000000000f';

/** A project whose works were completed on 2026-09-01. */
export function aCompletion(over: Partial<StoredCompletion> = {}): StoredCompletion {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    ownerOrg: '00000000-0000-4000-8000-000000000002',
    districtCode: '330603',
    parkId: null,
    enterpriseId: '00000000-0000-4000-8000-000000000002',
    caseId: null,
    state: 'COMPLETED',
    project: '演示建设项目',
    stage: '',
    proponent: '演示企业',
    document: 'FORM',
    approvalNumber: '演示环建〔2025〕1号',
    approvedOn: '2025-03-18',
    completedOn: '2026-09-01',
    details: { completedWhere: '' },
    openedAt: new Date('2026-09-01T09:00:00+08:00'),
    changedAt: new Date('2026-09-01T09:00:00+08:00'),
    version: 1,
    ...over,
  };
}

/** All nine said not to apply, but for some. */
export function someBars(over: Partial<CompletionBars> = {}): CompletionBars {
  const none = COMPLETION_BAR_NAMES.map((name) => [name, { applies: false, words: '' }]);
  return { ...Object.fromEntries(none), ...over } as CompletionBars;
}

export function aStanding(over: Partial<Standing> = {}): Standing {
  return {
    today: '2026-11-25',
    running: [{ id: 'c15', clock: 'C15', length: 'NORMAL', dueOn: '2026-12-01' }],
    shortestUntil: '2026-12-23',
    isFront: true,
    ...over,
  };
}

const PERMIT = { needed: true, number: '演示许可0001' } as const;

/** A step with everything that it asks, on 2026-11-25. */
export function aStep(step: CompletionStepName): CompletionStep {
  const on = '2026-11-25';
  const version = 1;
  switch (step) {
    case 'publishCommissioning':
      return { step, version, from: '2026-09-02', to: '2026-10-30', where: '', permit: PERMIT };
    case 'report':
      return {
        step,
        version,
        on,
        papers: { monitoring: A_FILE, opinion: A_FILE, matters: A_FILE },
        bars: someBars(),
        permit: PERMIT,
        conclusion: 'QUALIFIED',
      };
    case 'publish':
      return { step, version, on, until: null, where: '' };
    case 'file':
      return { step, version, on, number: '演示平台 001', comments: '' };
    case 'reopen':
    case 'abandon':
      return { step, version, reason: '演示原因' };
  }
}

/** What an acceptance in that state has been told before. */
export function detailsIn(state: CompletionState): StoredCompletion['details'] {
  const base = { completedWhere: '' };
  if (state !== 'QUALIFIED' && state !== 'PUBLISHED' && state !== 'FILED') return base;
  const papers = { monitoring: A_FILE, opinion: A_FILE, matters: A_FILE };
  const report = { on: '2026-10-20', papers, bars: someBars(), conclusion: 'QUALIFIED' } as const;
  if (state === 'QUALIFIED') return { ...base, report };
  return { ...base, report, published: { on: '2026-10-21', until: '2026-11-18', where: '' } };
}
