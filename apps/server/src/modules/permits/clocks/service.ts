import { isRefusal } from '../../../platform/refusal.ts';
import type { Tx } from '../../../platform/db.ts';
import { findClocks, meetClock, startClock, type ClockStart } from '../../tasks/index.ts';
import { stateOn, versionOn, type Standing } from '../decide.ts';
import type { StoredApplication, StoredPermit } from '../model.ts';
import type { Asking, Taking } from '../step/service.ts';
import { findVersions } from '../store.ts';

/** The instant at which a day begins in China. */
export function startOf(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

/** How a place stands on the day on which something is applied for; undefined is a new place. */
export async function standingOf(
  tx: Tx,
  permit: StoredPermit | undefined,
  today: string,
): Promise<Standing> {
  const versions = permit ? await findVersions(tx, permit.id) : [];
  const current = versionOn(versions, today);
  return {
    state: stateOn(versions, false, today),
    category: current?.category ?? null,
    validTo: current?.validTo ?? null,
    laterFrom: versions.find(({ inForceFrom }) => inForceFrom > today)?.inForceFrom ?? null,
  };
}

/** Whether the applicant's own period was kept: late is taken, and said. */
export async function keepPartyClock(
  tx: Tx,
  { permit, application, acting }: Taking,
  { law, today }: Asking,
): Promise<Pick<StoredApplication, 'partyClock' | 'inTime'>> {
  const id = await partyClock();
  if (id === null) return { partyClock: null, inTime: null };
  const met = await meetClock(tx, id, {}, acting);
  return { partyClock: id, inTime: isRefusal(met) ? null : met.inTime };

  async function partyClock(): Promise<string | null> {
    const { kind, changedOn } = application;
    if (kind === 'RENEWAL') {
      const { renewalClock } = permit;
      const there = renewalClock ? (await findClocks(tx, [renewalClock])).get(renewalClock) : null;
      if (there?.state === 'RUNNING') return there.id;
      const { validTo } = await standingOf(tx, permit, today);
      return started('C18', validTo ?? today);
    }
    if (kind === 'CHANGE_BASIC') return started('C19', changedOn ?? today);
    return kind === 'REGISTRATION_CHANGE' ? started('C20', changedOn ?? today) : null;
  }

  async function started(clock: string, day: string): Promise<string> {
    const start = { ...clockOf(permit, clock), startedAt: startOf(day) };
    return (await startClock(tx, law(), start, acting)).id;
  }
}

/** A clock of the place, at the branch that handles it. */
export function clockOf(
  { id, ownerOrg, districtCode, parkId, officeOrg }: StoredPermit,
  clock: string,
): ClockStart {
  const owner = { ownerOrg, districtCode, parkId };
  return { clock, subject: { kind: 'permit', id }, owner, officeOrg };
}
