import { BATCH_STEPS, batchStepsFrom, type BatchState, type BatchStepName } from '@ludao/contracts';
import { refuse, type Refusal } from '../../../platform/refusal.ts';
import { addDays } from '../../../platform/days.ts';
import { addWorkingDays, type Calendar } from '../../../platform/working-days.ts';
import type { BatchLimits, Proposal, Waiting } from './model.ts';

/**
 * Puts every case into exactly one batch of its group. The case that has to be seen first says the
 * day: the last one that is in time for it, within the window; whoever has longer joins it. Waiting
 * for others so makes no clock late: a case for which no later day would do goes on the first day,
 * alone if need be.
 * @param days working days from which on a batch can be held, ascending, at least one
 */
export function proposeBatches(
  waiting: readonly Waiting[],
  days: readonly string[],
  { size, window }: Pick<BatchLimits, 'size' | 'window'>,
): Proposal[] {
  const first = days[0];
  if (first === undefined) throw new RangeError('no day to propose');
  const reach = days.slice(0, Math.max(1, window));
  const groups = Map.groupBy(waiting, ({ kind, group }) => `${kind} ${group}`);
  return [...groups.values()].flatMap((group) => {
    const left = group.toSorted(byLatest);
    const proposals: Proposal[] = [];
    while (left.length > 0) {
      const { kind, group: shared, latestOn } = left[0]!;
      const inTime = reach.filter((day) => latestOn === null || day <= latestOn);
      const day = inTime.at(-1) ?? first;
      const cases = left.splice(0, Math.max(1, size));
      proposals.push({
        kind,
        group: shared,
        day,
        caseIds: cases.map(({ id }) => id),
        late: inTime.length === 0,
      });
    }
    return proposals;
  });
}

function byLatest(one: Waiting, other: Waiting): number {
  const [a, b] = [one.latestOn ?? '9999', other.latestOn ?? '9999'];
  if (a !== b) return a < b ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

/**
 * The last day on which a survey or meeting still leaves time for what follows it: the days kept
 * free before a promise runs out; before the statutory period, also the publicity of intent with
 * the day after it. A promise that is broken already says nothing any more.
 * @param publicity working days that the intent has to be public (C08)
 * @returns null where no clock runs
 */
export function latestDay(
  clocks: {
    readonly committed: string | null;
    readonly statutory: string | null;
  },
  today: string,
  { before, publicity }: Pick<BatchLimits, 'before'> & { readonly publicity: number },
  calendar: Calendar,
): string | null {
  const { committed, statutory } = clocks;
  const ends = [
    committed !== null && committed >= today ? addDays(committed, -before) : null,
    statutory === null
      ? null
      : addDays(addWorkingDays(calendar, statutory, -(publicity + 1)).date, -before),
  ].filter((day) => day !== null);
  const last = ends.toSorted()[0];
  // Nobody goes out on a day of rest: the last working day before it.
  return last === undefined ? null : addWorkingDays(calendar, addDays(last, 1), -1).date;
}

/** Why a day will not do for those cases; the first that would miss a clock says so. */
export function dayFault(
  day: string,
  today: string,
  isWorking: boolean,
  cases: readonly { readonly name: string; readonly latestOn: string | null }[],
): Refusal | null {
  if (day < today) return refuse('BATCH_DAY_PAST', { field: 'day', value: day, limit: today }, 422);
  if (!isWorking) return refuse('BATCH_DAY_NO_WORK', { field: 'day', value: day }, 422);
  const missed = cases
    // Where it is late already, the first day that is left is as good as it gets.
    .filter(({ latestOn }) => latestOn !== null && latestOn >= today && day > latestOn)
    .toSorted((a, b) => (a.latestOn! < b.latestOn! ? -1 : 1))[0];
  if (!missed) return null;
  return refuse('BATCH_MISSES_CLOCK', { value: day, name: missed.name, limit: missed.latestOn! });
}

/** Why the step cannot be taken with the batch as it stands. */
export function stepFault(state: BatchState, step: BatchStepName): Refusal | null {
  if (batchStepsFrom(state).includes(step)) return null;
  return refuse('BATCH_STEP_NOT_NOW', {
    value: step,
    state,
    limit: BATCH_STEPS[step].from.join(','),
  });
}
