import { LONGEST_DELEGATION_DAYS, type DelegationState } from '@ludao/contracts';
import { refuse, type Refusal } from '../../../platform/refusal.ts';

const DAY = 24 * 60 * 60 * 1000;

export function stateOf(
  { startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date },
  now: Date,
): DelegationState {
  if (endsAt <= now) return 'ENDED';
  return startsAt > now ? 'TO_COME' : 'RUNNING';
}

/** A delegation runs from now on, and no longer than a year without being thought over. */
export function decideDelegation(
  endsAt: Date,
  running: Date | undefined,
  now: Date,
): Refusal | null {
  if (running) return refuse('DELEGATION_RUNS', { until: running.toISOString() });
  if (endsAt <= now) return refuse('DELEGATION_PAST', { until: endsAt.toISOString() }, 422);
  const limit = new Date(now.getTime() + LONGEST_DELEGATION_DAYS * DAY);
  if (endsAt > limit) return refuse('DELEGATION_TOO_LONG', { until: limit.toISOString() }, 422);
  return null;
}

/** This very instant; one that begins in it ends as soon as it can. */
export function decideEnd(
  delegation: { readonly startsAt: Date; readonly endsAt: Date },
  now: Date,
): Date | Refusal {
  const { startsAt, endsAt } = delegation;
  if (endsAt <= now) return refuse('DELEGATION_ENDED', { until: endsAt.toISOString() });
  return now > startsAt ? now : new Date(startsAt.getTime() + 1);
}
