import type { RuleSet } from '@ludao/rules';
import { dateInChina } from '../../../../platform/clock.ts';
import type { Tx } from '../../../../platform/db.ts';
import {
  cancelClock,
  findClocksOf,
  meetClock,
  openWorkItem,
  settleWorkItem,
  startClock,
  withdrawWorkItem,
  type Acting,
} from '../../../tasks/index.ts';
import { applicantRole } from '../../model.ts';
import { findBureau } from '../../store.ts';
import { subjectOf, type ClockAct, type ClockNow, type StoredCompletion } from '../model.ts';
import { WAITING } from '../work.ts';

/** Clocks of an acceptance that run. */
export async function runningClocks(tx: Tx, id: string): Promise<ClockNow[]> {
  const clocks = await findClocksOf(tx, subjectOf(id));
  return clocks
    .filter(({ state }) => state === 'RUNNING')
    .map((clock) => ({
      id: clock.id,
      clock: clock.terms.clock,
      length: clock.terms.length,
      dueOn: clock.dueOn,
    }));
}

/** Carries out what a step does to the clocks, and puts what waits now into the proponent's inbox. */
export async function moveClocks(
  tx: Tx,
  law: RuleSet,
  completion: StoredCompletion,
  acts: readonly ClockAct[],
  acting: Acting,
): Promise<void> {
  const { ownerOrg, districtCode, parkId, id } = completion;
  const subject = subjectOf(id);
  const owner = { ownerOrg, districtCode, parkId };
  const officeOrg = (await findBureau(tx, districtCode)) ?? ownerOrg;
  for (const one of acts) {
    if (one.act === 'cancel') await cancelClock(tx, one.clock.id, acting);
    else if (one.act === 'meet') {
      await meetClock(tx, one.clock.id, { at: momentOf(one.on, acting.now) }, acting);
    } else {
      const { clock, length, from } = one;
      const startedAt = momentOf(from, acting.now);
      const begun = { clock, subject, owner, officeOrg, startedAt };
      await startClock(tx, law, length ? { ...begun, length } : begun, acting);
    }
  }
  await moveWork(tx, completion, acts, acting);
}

async function moveWork(
  tx: Tx,
  completion: StoredCompletion,
  acts: readonly ClockAct[],
  acting: Acting,
): Promise<void> {
  const { id, ownerOrg, districtCode, parkId, enterpriseId, project, state } = completion;
  const subject = subjectOf(id);
  if (state === 'ABANDONED') {
    await withdrawWorkItem(tx, { subject }, acting);
    return;
  }
  const waiting = WAITING[state];
  const isMoved = acts.some(({ act }) => act === 'start') || waiting === undefined;
  if (!isMoved) return;
  await settleWorkItem(tx, { subject }, acting);
  if (!waiting) return;
  const clock = (await runningClocks(tx, id)).find((one) => one.clock === waiting.clock);
  const item = {
    kind: waiting.kind,
    subject,
    title: project,
    org: ownerOrg,
    place: { districtCode, parkId },
    role: applicantRole({ enterpriseId }),
    to: `/completions/${id}`,
  } as const;
  await openWorkItem(tx, clock ? { ...item, clock: clock.id } : item, acting);
}

/** Noon of a day that somebody names; of today, this moment. */
export function momentOf(day: string, now: Date): Date {
  return dateInChina(now) === day ? now : new Date(`${day}T12:00:00+08:00`);
}
