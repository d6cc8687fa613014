import {
  FOLLOW_UP_TABLE,
  type FollowUpState,
  type FollowUpStep,
  type Role,
} from '@ludao/contracts';
import { refuse, type Refusal } from '../../../platform/refusal.ts';

type Row = Partial<
  Record<FollowUpStep, { readonly to: FollowUpState; readonly roles: readonly Role[] }>
>;
const rowOf = (state: FollowUpState): Row => FOLLOW_UP_TABLE[state];

/** @returns the state that follows; else what stands in the way */
export function decideFollowUp(
  state: FollowUpState,
  step: FollowUpStep,
  roles: readonly Role[],
): FollowUpState | Refusal {
  const found = rowOf(state)[step];
  if (!found) return refuse('FOLLOW_UP_ELSEWHERE', { value: state });
  if (!found.roles.some((role) => roles.includes(role))) {
    return refuse('FOLLOW_UP_NOT_YOURS', {}, 403);
  }
  return found.to;
}

/** The steps that somebody may take who holds these roles where the park lies. */
export function stepsFor(state: FollowUpState, roles: readonly Role[]): FollowUpStep[] {
  return (Object.keys(rowOf(state)) as FollowUpStep[]).filter((step) =>
    rowOf(state)[step]!.roles.some((role) => roles.includes(role)),
  );
}
