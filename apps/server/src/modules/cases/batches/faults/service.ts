import type { BatchForm } from '@ludao/contracts';
import type { Tx } from '../../../../platform/db.ts';
import { refuse, type Refusal } from '../../../../platform/refusal.ts';
import { findReviewBodies } from '../../approval/store.ts';
import { calendarAround, isWorkingDay, timesOf, type Asking } from '../board/service.ts';
import { dayFault } from '../decide.ts';
import type { BoardCase } from '../model.ts';
import * as store from '../store.ts';

/** Why those cases cannot be seen together on that day. */
export async function casesFault(
  tx: Tx,
  { kind, caseIds }: Pick<BatchForm, 'kind' | 'caseIds'>,
  cases: readonly BoardCase[],
  day: string,
  asking: Asking,
): Promise<Refusal | null> {
  const unknown = caseIds.some((id) => !cases.some((one) => one.id === id));
  if (unknown) return refuse('CASE_NOT_FOR_BATCH', { field: 'caseIds' }, 422);
  if (new Set(cases.map(({ districtCode }) => districtCode)).size > 1) {
    return refuse('BATCH_OF_COUNTIES', { field: 'caseIds' }, 422);
  }
  const [placed] = await store.findPlaced(tx, kind, caseIds);
  if (placed !== undefined) {
    const name = cases.find(({ id }) => id === placed)?.name ?? '';
    return refuse('CASE_IN_BATCH', { value: name });
  }
  return dayFaultOf(tx, cases, day, asking);
}

export async function dayFaultOf(
  tx: Tx,
  cases: readonly BoardCase[],
  day: string,
  asking: Asking,
): Promise<Refusal | null> {
  const calendar = await calendarAround(tx, asking.today);
  if (!calendar.years.has(Number(day.slice(0, 4)))) {
    return refuse('BATCH_DAY_NO_WORK', { field: 'day', value: day }, 422);
  }
  const times = await timesOf(tx, cases, asking, calendar);
  const timed = cases.map(({ id, name }) => ({ name, latestOn: times.get(id)?.latestOn ?? null }));
  return dayFault(day, asking.today, isWorkingDay(calendar, day), timed);
}

export async function bodyFault(
  tx: Tx,
  body: string | null,
  districtCode: string,
): Promise<Refusal | null> {
  if (body === null) return null;
  const bodies = await findReviewBodies(tx, districtCode);
  const isKnown = bodies.some(({ id }) => id === body);
  return isKnown ? null : refuse('REVIEW_BODY_UNKNOWN', { field: 'body' }, 422);
}

/** The park that all of them stand in; null where there are several, or none. */
export function sharedPark(cases: readonly BoardCase[]): string | null {
  const parks = new Set(cases.map(({ parkId }) => parkId));
  return parks.size === 1 ? (cases[0]?.parkId ?? null) : null;
}
