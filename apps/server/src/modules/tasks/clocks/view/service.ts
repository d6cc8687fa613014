import { can, type ClockDetail, type ClockLine, type ClockTable } from '@ludao/contracts';
import { clockKey, clocksOf, findParameter, type RuleSet } from '@ludao/rules';
import { loadCalendar } from '../../../../platform/calendar-store.ts';
import { dateInChina } from '../../../../platform/clock.ts';
import type { Tx } from '../../../../platform/db.ts';
import { readStream } from '../../../../platform/event-log/index.ts';
import { notFound, type Refusal } from '../../../../platform/refusal.ts';
import type { Session } from '../../../../platform/session.ts';
import { reasonOf } from '../../inbox/service.ts';
import { decideStanding, yearsOf } from '../decide.ts';
import type { AboutSubject, RunningClock, Standing } from '../model.ts';
import * as store from '../store.ts';

/** One clock with what stopped it and its history, for whoever may read it. */
export async function findClockDetail(
  tx: Tx,
  id: string,
  { session, now }: { readonly session: Session; readonly now: Date },
): Promise<ClockDetail | Refusal> {
  const clock = await store.findClock(tx, id);
  if (!clock || !can(session, 'read', 'clock', clock)) return notFound();
  const calendar = await loadCalendar(tx, yearsOf(clock, dateInChina(now)));
  const events = await readStream(tx, `clock/${id}`);
  const offices = await store.nameOffices(
    tx,
    events.flatMap(({ office }) => office ?? []),
  );
  const { setBy, lengthTitle, ...terms } = clock.terms;
  return {
    ...terms,
    excludes: [...terms.excludes],
    id,
    lengthTitle,
    setBy,
    subject: clock.subject,
    startedOn: dateInChina(clock.startedAt),
    startedAt: clock.startedAt.toISOString(),
    state: clock.state,
    ...decideStanding(clock, now, calendar),
    dueOn: clock.dueOn,
    dueAt: clock.dueAt,
    openYears: [...clock.years],
    settledOn: clock.settledOn,
    inTime: clock.inTime,
    suspensions: clock.suspensions.map(({ from, to, reason, words }) => ({
      from,
      to,
      reason: reasonOf(clock, reason),
      words,
    })),
    events: events.map(({ stream, seq, type, occurredAt, recordedAt, actor, office, body }) => ({
      id: `${stream}@${seq}`,
      type,
      occurredAt: occurredAt.toISOString(),
      recordedAt: recordedAt.toISOString(),
      // By the office: who it was in person is for those who may see persons.
      actor: offices.get(office ?? '') ?? (actor.startsWith('system:') ? actor : ''),
      body: body as ClockDetail['events'][number]['body'],
    })),
  };
}

/** How a clock stands at this moment, and what is left of it. */
export async function standingOf(tx: Tx, clock: RunningClock, now: Date): Promise<Standing> {
  return decideStanding(clock, now, await loadCalendar(tx, yearsOf(clock, dateInChina(now))));
}

/** The clocks in scope of one subject as they stand now, for the page of the subject. */
export async function viewClocksOf(tx: Tx, subject: AboutSubject, now: Date): Promise<ClockLine[]> {
  const clocks = await store.findClocksOf(tx, subject);
  const years = clocks.flatMap((clock) => yearsOf(clock, dateInChina(now)));
  const calendar = await loadCalendar(tx, [...new Set(years)]);
  return clocks.map((clock) => {
    const { title, lengthTitle, owedBy, direction, unit, value, cite, confidence } = clock.terms;
    return {
      id: clock.id,
      clock: clock.terms.clock,
      title,
      lengthTitle,
      owedBy,
      direction,
      unit,
      value,
      cite,
      confidence,
      missed: clock.terms.missed,
      excludes: [...clock.terms.excludes],
      state: clock.state,
      ...decideStanding(clock, now, calendar),
      startedOn: dateInChina(clock.startedAt),
      dueOn: clock.dueOn,
      settledOn: clock.settledOn,
      inTime: clock.inTime,
      openYears: [...clock.years],
      suspensions: clock.suspensions.map(({ from, to, reason }) => ({
        from: dateInChina(new Date(from)),
        to: to === null ? null : dateInChina(new Date(to)),
        reason: reasonOf(clock, reason),
      })),
    };
  });
}

/** Every clock in force at a place on a day, with what an office has set. */
export function clockTable(ruleSet: RuleSet, on: string, jurisdiction: string): ClockTable {
  const at = { ruleSet, on, jurisdiction };
  return {
    on,
    clocks: clocksOf(at).map(({ edition, definition }) => ({
      ...definition,
      edition,
      excludes: [...definition.excludes],
      lengths: definition.lengths.map((length) => {
        const set = findParameter(at, clockKey(definition.id, length.code));
        return {
          ...length,
          value: set?.entry.value ?? length.value,
          setBy: set ? { list: set.list.id, basis: set.entry.basis } : null,
        };
      }),
    })),
  };
}

/** The clocks in scope of one subject, the first started first. */
export function findClocksOf(tx: Tx, subject: AboutSubject): Promise<RunningClock[]> {
  return store.findClocksOf(tx, subject);
}

/** The clocks in scope by id. */
export function findClocks(tx: Tx, ids: readonly string[]): Promise<Map<string, RunningClock>> {
  return store.findClocksById(tx, ids);
}

/** How clocks stand at a moment, in the order given. One statement, whatever the clocks. */
export async function standingsOf(
  tx: Tx,
  clocks: readonly RunningClock[],
  now: Date,
): Promise<Standing[]> {
  const years = new Set(clocks.flatMap((clock) => yearsOf(clock, dateInChina(now))));
  const calendar = await loadCalendar(tx, [...years]);
  return clocks.map((clock) => decideStanding(clock, now, calendar));
}

/** The same of many subjects of a kind. */
export function findClocksAbout(
  tx: Tx,
  kind: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RunningClock[]>> {
  return store.findClocksAbout(tx, kind, ids);
}
