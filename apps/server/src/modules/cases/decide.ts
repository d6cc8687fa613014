import {
  CASE_STEPS,
  caseStepsFrom,
  type CaseBasis,
  type CaseStep,
  type CaseTrack,
} from '@ludao/contracts';
import type { Answer } from '@ludao/rules';
import { refuse, type Refusal } from '../../platform/refusal.ts';
import type { StoredCase } from './model.ts';

/**
 * How the project is handled, or why no case of this kind is needed: the level that the law and the
 * reliefs in force lead to. An open level is no level; nothing is filed on a guess.
 */
export function decideTrack(answer: Answer): CaseTrack | Refusal {
  const { status, level, ceiling, missing, procedure } = answer;
  if (status !== 'decided' || level === null) {
    return refuse('CASE_LEVEL_OPEN', { ceiling, count: missing.length }, 422);
  }
  if (level === 'REPORT' || level === 'FORM') return level;
  if (level === 'NOT_LISTED') return refuse('CASE_NOT_UNDER_EIA');
  if (level === 'EXEMPT') {
    if (applies(answer, 'exempt')) return 'ZERO_LAND';
    return refuse(applies(answer, 'direct_entry') ? 'CASE_DIRECT_ENTRY' : 'CASE_EXCLUDED');
  }
  if (applies(answer, 'downgrade')) return 'COMMITMENT';
  return procedure?.filing === 'waived' ? refuse('CASE_FILING_WAIVED') : 'REGISTRATION';
}

function applies({ reliefs }: Answer, kind: Answer['reliefs'][number]['kind']): boolean {
  return reliefs.some((relief) => relief.kind === kind && relief.state === 'applies');
}

/** What a decided answer rests on: the edition of the law, and every relief in force that shaped it. */
export function basisOf(answer: Answer): CaseBasis {
  const { on, digest, law, statutoryLevel, level } = answer;
  if (statutoryLevel === null || level === null) throw new Error('an open answer is no basis');
  return { on, digest, pack: law.pack, statutoryLevel, level, reliefs: reliefsInForce(answer) };
}

function reliefsInForce({ reliefs }: Answer): CaseBasis['reliefs'] {
  return reliefs
    .filter(({ state }) => state === 'applies')
    .map(({ relief, pack, clause, object, adoption }) => ({
      relief,
      pack,
      clause,
      object: object?.name ?? null,
      adoption: adoption?.documentNo ?? null,
    }));
}

/**
 * A filing or an approval never rests on an edition or adoption that is not in force on its day: what
 * the law says then must lead to the same level by the same texts.
 * @param today what the law says of the same project on the day of the step
 */
export function basisFault(basis: CaseBasis, today: Answer): Refusal | null {
  const { on: limit } = basis;
  const inForce = reliefsInForce(today);
  const lapsed = basis.reliefs.find(
    (relief) =>
      !inForce.some((one) => one.relief === relief.relief && one.adoption === relief.adoption),
  );
  if (lapsed) {
    return refuse('CASE_RELIEF_LAPSED', {
      value: `${lapsed.pack} ${lapsed.clause}`,
      adoption: lapsed.adoption ?? '',
      limit,
    });
  }
  if (today.status !== 'decided' || today.level !== basis.level) {
    return refuse('CASE_LEVEL_CHANGED', {
      value: today.level ?? 'OPEN',
      level: basis.level,
      limit,
    });
  }
  return today.law.pack === basis.pack
    ? null
    : refuse('CASE_LAW_CHANGED', { value: today.law.pack, before: basis.pack, limit });
}

/** Why the step cannot be taken with the case as it stands; who may is asked elsewhere. */
export function stepFault({ track, state }: StoredCase, step: CaseStep): Refusal | null {
  if (!(CASE_STEPS[step].tracks as readonly CaseTrack[]).includes(track)) {
    return refuse('CASE_STEP_OF_OTHER_TRACK', { value: step, track });
  }
  return caseStepsFrom(track, state).includes(step)
    ? null
    : refuse('CASE_STEP_NOT_NOW', { value: step, state });
}
