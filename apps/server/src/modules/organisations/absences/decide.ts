import type { Absence } from '@ludao/contracts';
import { refuse, type Refusal } from '../../../platform/refusal.ts';
import { dayAfter } from '../posts/model.ts';

/** Nobody is away for so long and keeps the post. */
export const LONGEST_ABSENCE_DAYS = 366;

/** An absence begins today at the earliest, and is no part of another. */
export function decideAbsence(
  { firstDay, lastDay }: Pick<Absence, 'firstDay' | 'lastDay'>,
  others: readonly Absence[],
  today: string,
): Refusal | null {
  if (firstDay < today) return refuse('BEFORE_TODAY', { value: firstDay, limit: today }, 422);
  return decideSpan({ firstDay, lastDay }, others);
}

/** Back earlier or later: from tomorrow on, or from today; what has not begun is called off. */
export function decideReturn(
  absence: Absence,
  lastDay: string,
  others: readonly Absence[],
  today: string,
): { readonly lastDay: string } | Refusal {
  const { firstDay } = absence;
  if (absence.lastDay < today) return refuse('ABSENCE_OVER', { value: absence.lastDay });
  const earliest = firstDay > today ? dayAfter(firstDay, -1) : dayAfter(today, -1);
  if (lastDay < earliest) return refuse('BEFORE_TODAY', { value: lastDay, limit: earliest }, 422);
  if (lastDay < firstDay) return { lastDay: dayAfter(firstDay, -1) };
  const refused = decideSpan({ firstDay, lastDay }, others);
  return refused ?? { lastDay };
}

function decideSpan(
  { firstDay, lastDay }: Pick<Absence, 'firstDay' | 'lastDay'>,
  others: readonly Absence[],
): Refusal | null {
  if (lastDay < firstDay) {
    return refuse('ENDS_BEFORE_START', { value: lastDay, limit: firstDay }, 422);
  }
  const limit = dayAfter(firstDay, LONGEST_ABSENCE_DAYS - 1);
  if (lastDay > limit) return refuse('ABSENCE_TOO_LONG', { value: lastDay, limit }, 422);
  const met = others.find((other) => other.firstDay <= lastDay && other.lastDay >= firstDay);
  return met ? refuse('ABSENT_ALREADY', { value: met.firstDay, limit: met.lastDay }) : null;
}
