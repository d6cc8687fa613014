import { EMPTY_APPROVAL_FILE, type CaseStep, type CaseTrack, type ROUTES } from '@ludao/contracts';
import { FILING, retrofit } from '../replay/forms.ts';

/** How a step of a track is asked for. */
export interface Request {
  readonly route: keyof typeof ROUTES;
  readonly body: object;
}

const FILE_ID = '00000000-0000-4000-8000-00000000000f';
const DAY = '2026-11-25';
const SAID = '演示：理由';

/** What each step of an approval asks besides. */
const APPROVAL_STEPS: Readonly<Partial<Record<CaseStep, object>>> = {
  submit: { truth: true },
  withdraw: { reason: SAID },
  askMissing: { items: [{ what: '缺少附图', basis: '编制格式' }] },
  refuseIntake: { ground: 'NOT_NEEDED', words: SAID },
  accept: {},
  noteSurvey: { needed: false, on: null, words: SAID },
  startReview: { kind: 'EXPERTS', body: null },
  endReview: { result: 'FEASIBLE', words: SAID },
  publishIntent: { outcome: 'APPROVE' },
  answerHearing: { hold: false, on: null, words: SAID },
  endHearing: { words: SAID },
  propose: { outcome: 'APPROVE', grounds: [], words: SAID },
  sendBack: { reason: SAID },
  decide: {},
  renewBasis: {},
  recordDecision: { number: '演示1号', on: DAY },
  startWorks: { on: DAY },
};

/** The request for a step, at the address where the track has it, else where any track has it. */
export function requestFor(step: CaseStep, track: CaseTrack, version: number): Request {
  const approval = APPROVAL_STEPS[step];
  if (approval) {
    return { route: 'takeApprovalStep', body: { step, version, ...approval } };
  }
  const ofRetrofit = (name: string, more: object = {}): Request => ({
    route: 'takeRetrofitStep',
    body: { step: name, version, ...more },
  });
  const head = { version, name: '演示项目', projectCode: null, address: '演示地址' };
  switch (step) {
    case 'change':
      if (track === 'ZERO_LAND') return ofRetrofit('save', { form: retrofit(FILE_ID, false) });
      return track === 'FORM' || track === 'REPORT'
        ? { route: 'changeApproval', body: { version, file: EMPTY_APPROVAL_FILE } }
        : { route: 'changeFiling', body: { ...head, form: FILING } };
    case 'discard':
      return { route: 'discardCase', body: { version } };
    case 'file':
      return { route: 'fileCase', body: { version, declared: [] } };
    case 'refile':
      return { route: 'refileCase', body: { version, reason: 'REPRESENTATIVE_CHANGED' } };
    case 'voidFiling':
      return track === 'ZERO_LAND'
        ? { route: 'voidRetrofit', body: { version, reason: SAID } }
        : { route: 'voidFiling', body: { version, reason: 'LEVEL_LOWERED' } };
    case 'declare':
      return ofRetrofit('declare');
    case 'recordOutside':
      return ofRetrofit('recordOutside', { number: '演示1号', on: DAY });
    default:
      throw new Error(`no request for ${step}`);
  }
}

/** Forms that a track does not have, at the addresses of the others. */
export function foreignForms(track: CaseTrack, version: number): readonly Request[] {
  const own = requestFor('change', track, version).route;
  return (['REGISTRATION', 'FORM', 'ZERO_LAND'] as const)
    .map((other) => requestFor('change', other, version))
    .filter(({ route }) => route !== own);
}
