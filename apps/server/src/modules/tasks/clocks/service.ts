import { randomUUID } from 'node:crypto';
import { BY_LAW } from '@ludao/contracts';
import { clockTerms, type RuleSet } from '@ludao/rules';
import { loadCalendar } from '../../../platform/calendar-store.ts';
import { dateInChina } from '../../../platform/clock.ts';
import type { Database, Tx } from '../../../platform/db.ts';
import { append, type JsonObject } from '../../../platform/event-log/index.ts';
import { notFound, refuse, type Refusal } from '../../../platform/refusal.ts';
import { decideDue, isInTime, yearsOf } from './decide.ts';
import type { AboutSubject, Due, Owner, Run, RunningClock } from './model.ts';
import * as store from './store.ts';

/** Who acts, by which post, and when; as an event of the log says it. */
export interface Acting {
  /** A person's id or a named actor of the program. */
  readonly actor: string;
  /** The post by whose power; null for the program. */
  readonly office: string | null;
  readonly actingFor?: string | null;
  readonly now: Date;
  readonly causeId: string;
}

export interface ClockStart {
  /** C01 … C41. */
  readonly clock: string;
  /** Which of its lengths, where it has several. */
  readonly length?: string;
  /** The case's own value, where the text leaves a range. */
  readonly value?: number;
  readonly subject: AboutSubject;
  readonly owner: Owner;
  /** The office that answers for it or watches it. */
  readonly officeOrg: string;
  /** When the event was that starts it; now if left out. Of a clock that counts back, the last day. */
  readonly startedAt?: Date;
}

/**
 * Starts a clock in the transaction of whatever starts it. The terms of that day are frozen on it.
 * @throws RangeError for a clock, length or value that the law of that day and place does not have
 */
export async function startClock(
  tx: Tx,
  law: RuleSet,
  { clock, length, value, subject, owner, officeOrg, startedAt }: ClockStart,
  acting: Acting,
): Promise<RunningClock> {
  const { now } = acting;
  const started = startedAt ?? now;
  const { districtCode } = owner;
  const asked = { clock, length, value, districtCode, started };
  const { terms, startDay, startedOn, due } = await foresee(tx, law, asked, now);
  const begun = {
    id: randomUUID(),
    ...owner,
    officeOrg,
    terms,
    subject,
    startedAt: started,
    state: 'RUNNING',
    ...due,
  } as const;
  await store.insertClock(tx, { ...begun, startDay });
  const nothing = { settledAt: null, settledOn: null, inTime: null, suspensions: [] };
  const running: RunningClock = { ...begun, startedOn, ...nothing };
  const told = { subject: `${subject.kind}/${subject.id}`, startedOn: startDay };
  const { edition, setBy } = terms;
  const rested = { clock, length: terms.length, edition, setBy: setBy?.list ?? null };
  await tell(tx, running, 'clock.started', { ...rested, ...told, ...bodyOf(due) }, acting);
  return running;
}

/** Why a clock stops and from when. */
export interface ClockStop {
  readonly reason: string;
  readonly words?: string;
  /** When it stopped; now if left out, or when the stop that is still ahead ends. That day does not count. */
  readonly from?: Date;
  /** When it goes on by itself, of a stop whose end is known when it begins, such as a publicity. */
  readonly until?: Date;
}

/**
 * The last day of a clock that is not started yet, as the calendar of now has it.
 * @throws RangeError for a clock, length or value that the law of that day and place does not have
 */
export async function foreseeDue(
  tx: Tx,
  law: RuleSet,
  clock: {
    readonly clock: string;
    readonly length?: string;
    readonly districtCode: string;
    readonly started: Date;
  },
  now: Date,
): Promise<string | null> {
  return (await foresee(tx, law, clock, now)).due.dueOn;
}

async function foresee(
  tx: Tx,
  law: RuleSet,
  asked: {
    readonly clock: string;
    readonly length?: string | undefined;
    readonly value?: number | undefined;
    readonly districtCode: string;
    readonly started: Date;
  },
  now: Date,
) {
  const { clock, length, value, districtCode, started } = asked;
  const at = { ruleSet: law, on: dateInChina(now), jurisdiction: districtCode };
  const terms = clockTerms(at, { clock, length, value });
  const startDay = dateInChina(started);
  const startedOn = terms.unit === 'HOUR' ? started.toISOString() : startDay;
  const due = await dueOf(tx, { terms, startedOn, suspensions: [] }, now);
  return { terms, startDay, startedOn, due };
}

/** Stops a clock for a reason that its text knows, or by another law that the words name. */
export async function suspendClock(
  tx: Tx,
  id: string,
  { reason, words = '', from, until }: ClockStop,
  acting: Acting,
): Promise<RunningClock | Refusal> {
  const clock = await store.findClock(tx, id, { lock: true });
  if (!clock) return notFound();
  if (clock.state !== 'RUNNING') return refuse('CLOCK_NOT_RUNNING');
  const { terms } = clock;
  if (terms.direction === 'BEFORE' || terms.unit === 'IMMEDIATE')
    return refuse('CLOCK_NEVER_STOPS');
  const isKnown = terms.excludes.some(({ code }) => code === reason);
  if (!isKnown && reason !== BY_LAW.code)
    return refuse('CLOCK_REASON_UNKNOWN', { value: reason }, 422);
  if (reason === BY_LAW.code && words.trim() === '') return refuse('CLOCK_BASIS_MISSING', {}, 422);
  const last = clock.suspensions.at(-1)?.to;
  const begin = last !== undefined && last !== null ? new Date(last) : clock.startedAt;
  const since = from ?? later(acting.now, begin);
  const isPast = from === undefined || since.getTime() <= acting.now.getTime();
  if (since.getTime() < begin.getTime() || !isPast) {
    return refuse('CLOCK_DAY_IMPOSSIBLE', { value: dateInChina(since) }, 422);
  }
  if (until && until.getTime() <= since.getTime()) return clock;
  if (
    !isInTime(
      { terms: { ...terms, direction: 'AFTER' }, dueOn: clock.dueOn, dueAt: clock.dueAt },
      since,
    )
  ) {
    return refuse('CLOCK_RUN_OUT', { limit: clock.dueOn ?? '' });
  }
  const suspension = { id: randomUUID(), from: since, reason, words, by: acting.actor };
  await store.insertSuspension(tx, clock, suspension);
  if (until) await store.endSuspension(tx, id, until);
  const stop = { from: since.toISOString(), to: until?.toISOString() ?? null, reason, words };
  const stopped = { ...clock, suspensions: [...clock.suspensions, stop] };
  const told = { reason, from: dateInChina(since), to: until ? dateInChina(until) : null };
  return settleDue(tx, stopped, 'clock.suspended', acting, told);
}

/** @param at when it goes on; now if left out, or when it would have stopped. That day counts again. */
export async function resumeClock(
  tx: Tx,
  id: string,
  { at }: { readonly at?: Date },
  acting: Acting,
): Promise<RunningClock | Refusal> {
  const clock = await store.findClock(tx, id, { lock: true });
  if (!clock) return notFound();
  const open = clock.suspensions.at(-1);
  if (clock.state !== 'SUSPENDED' || !open) return refuse('CLOCK_NOT_SUSPENDED');
  const to = at ?? later(acting.now, new Date(open.from));
  const isPast = at === undefined || to.getTime() <= acting.now.getTime();
  if (to.getTime() < Date.parse(open.from) || !isPast) {
    return refuse('CLOCK_DAY_IMPOSSIBLE', { value: dateInChina(to) }, 422);
  }
  await store.endSuspension(tx, id, to);
  const suspensions = [...clock.suspensions.slice(0, -1), { ...open, to: to.toISOString() }];
  return settleDue(tx, { ...clock, suspensions }, 'clock.resumed', acting, { on: dateInChina(to) });
}

/**
 * What was asked is done. Late is recorded as late; a period that has to run to its end is refused
 * before it. A clock that is suspended is met all the same.
 */
export async function meetClock(
  tx: Tx,
  id: string,
  { at }: { readonly at?: Date },
  acting: Acting,
): Promise<RunningClock | Refusal> {
  const clock = await store.findClock(tx, id, { lock: true });
  if (!clock) return notFound();
  if (clock.state !== 'RUNNING' && clock.state !== 'SUSPENDED') return refuse('CLOCK_NOT_RUNNING');
  const done = at ?? acting.now;
  const inTime = isInTime(clock, done);
  if (!inTime && clock.terms.direction === 'AT_LEAST') {
    return refuse('CLOCK_NOT_OVER', { limit: clock.dueOn ?? '' });
  }
  return end(tx, clock, { state: 'MET', at: done, inTime }, 'clock.met', acting);
}

/** What it was for has fallen away, as with a file that was withdrawn. */
export async function cancelClock(
  tx: Tx,
  id: string,
  acting: Acting,
): Promise<RunningClock | Refusal> {
  const clock = await store.findClock(tx, id, { lock: true });
  if (!clock) return notFound();
  if (clock.state !== 'RUNNING' && clock.state !== 'SUSPENDED') return refuse('CLOCK_NOT_RUNNING');
  const now = { state: 'CANCELLED', at: acting.now, inTime: null } as const;
  return end(tx, clock, now, 'clock.cancelled', acting);
}

const MOST_AT_ONCE = 500;

/**
 * Computes again what rests on a year that has a calendar by now; what moved is told in the log.
 * @returns how many were computed
 */
export async function recomputeClocks(database: Database, now: Date): Promise<number> {
  return database.transaction(async (tx) => {
    const clocks = await store.findClocksToRecompute(tx, MOST_AT_ONCE);
    const acting = { actor: 'system:clock', office: null, now, causeId: 'calendar' };
    for (const clock of clocks) {
      await settleDue(tx, clock, 'clock.recomputed', acting, { before: clock.dueOn });
    }
    return clocks.length;
  });
}

async function settleDue(
  tx: Tx,
  clock: RunningClock,
  type: string,
  acting: Acting,
  body: JsonObject,
): Promise<RunningClock> {
  const due = await dueOf(tx, clock, acting.now);
  const state = due.dueOn === null ? 'SUSPENDED' : 'RUNNING';
  await store.writeDue(tx, clock.id, state, due);
  await tell(tx, clock, type, { ...body, ...bodyOf(due) }, acting);
  return { ...clock, ...due, state };
}

async function end(
  tx: Tx,
  clock: RunningClock,
  { state, at, inTime }: { state: 'MET' | 'CANCELLED'; at: Date; inTime: boolean | null },
  type: string,
  acting: Acting,
): Promise<RunningClock> {
  const on = dateInChina(at);
  await store.writeEnd(tx, clock.id, { state, at, on, inTime });
  if (clock.state === 'SUSPENDED') await store.endSuspension(tx, clock.id, at);
  await tell(tx, clock, type, { on, inTime }, acting);
  return { ...clock, state, settledAt: at, settledOn: on, inTime };
}

async function dueOf(tx: Tx, run: Run, now: Date): Promise<Due> {
  return decideDue(run, await loadCalendar(tx, yearsOf(run, dateInChina(now))));
}

function bodyOf({ dueOn, dueAt, years }: Due): JsonObject {
  return { dueOn, dueAt, openYears: [...years] };
}

function later(one: Date, other: Date): Date {
  return one.getTime() > other.getTime() ? one : other;
}

/** No words of a suspension: they may name people. */
async function tell(
  tx: Tx,
  { id, ownerOrg, districtCode }: RunningClock,
  type: string,
  body: JsonObject,
  { actor, office, actingFor = null, now, causeId }: Acting,
): Promise<void> {
  await append(tx, { actor, office, actingFor, now, causeId }, [
    { stream: `clock/${id}`, type, typeVersion: 1, body, ownerOrg, districtCode },
  ]);
}
