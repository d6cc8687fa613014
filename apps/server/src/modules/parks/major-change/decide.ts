import {
  CHANGE_TABLE,
  ChangeMissing,
  type ChangeAssessment,
  type ChangeFacts,
  type ChangeState,
  type ChangeStep,
  type ChangeVerdict,
  type Role,
} from '@ludao/contracts';
import { refuse, type Refusal } from '../../../platform/refusal.ts';
import { evaluate } from './evaluate.ts';
import type { StoredChange } from './model.ts';
import type { TriggerList } from './triggers.ts';

const NAMES = { YES: 'HIT', NO: 'CLEAR', OPEN: 'OPEN' } as const;
const ORDER = ChangeMissing.options;

/**
 * Which triggers a change meets. One is enough for a major change; while none is met and any is
 * open, nothing is decided, and what is missing is named in the order in which to ask.
 */
export function assess(list: TriggerList, facts: ChangeFacts): ChangeAssessment {
  const triggers = list.triggers.map(({ no, group, text, when }) => {
    const found = evaluate(when, facts, list.relevant);
    return {
      no,
      group,
      text: { ...text },
      verdict: NAMES[found.is],
      missing: found.is === 'OPEN' ? [...found.missing] : [],
    };
  });
  const { edition, source, confidence } = list;
  const missing = ORDER.filter((name) => triggers.some((one) => one.missing.includes(name)));
  return { edition, source, confidence, verdict: verdictOf(triggers), triggers, missing };
}

function verdictOf(triggers: readonly { readonly verdict: string }[]): ChangeVerdict {
  if (triggers.some(({ verdict }) => verdict === 'HIT')) return 'MAJOR';
  return triggers.some(({ verdict }) => verdict === 'OPEN') ? 'OPEN' : 'NOT_MAJOR';
}

type Row = Partial<
  Record<ChangeStep, { readonly to: ChangeState; readonly roles: readonly Role[] }>
>;
const rowOf = (state: ChangeState): Row => CHANGE_TABLE[state];

/**
 * @param isOwn whether the asker, or whoever they stand in for, reported it
 * @returns the state that follows; else what stands in the way
 */
export function decideChange(
  { state, title, assessment }: Pick<StoredChange, 'state' | 'title' | 'assessment'>,
  step: ChangeStep,
  roles: readonly Role[],
  isOwn: boolean,
): ChangeState | Refusal {
  const found = rowOf(state)[step];
  if (!found) return refuse('CHANGE_DECIDED', { value: title });
  if (!found.roles.some((role) => roles.includes(role))) return refuse('CHANGE_NOT_YOURS', {}, 403);
  if (isOwn) return refuse('OWN_WORK', {}, 403);
  if (step === 'declare' && assessment.verdict !== 'MAJOR') {
    return refuse('CHANGE_MEETS_NONE', { value: assessment.verdict });
  }
  return found.to;
}

/** The steps that somebody may take who holds these roles where the park lies. */
export function stepsFor(
  change: Pick<StoredChange, 'state' | 'title' | 'assessment'>,
  roles: readonly Role[],
  isOwn: boolean,
): ChangeStep[] {
  return (['declare', 'dismiss'] as const).filter(
    (step) => typeof decideChange(change, step, roles, isOwn) === 'string',
  );
}
