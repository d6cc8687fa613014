import type { ClockState } from '@ludao/contracts';
import {
  addWorkingDays,
  workingDaysBetween,
  type Calendar,
  type Certainty,
} from '../../../platform/working-days.ts';
import { addDays, addMonths, dateInChina, daysBetween } from '../../../platform/days.ts';
import type { Due, Run, Standing, Suspension } from './model.ts';

const HOUR_MS = 60 * 60 * 1000;

/**
 * The last day of a clock. The day of the event is not counted (民法典第二百零一条); months and
 * years end on the day of the same number, or the month's last (第二百零二条); hours run on to the
 * minute. A suspended day does not count: the first does not, the day it goes on does. A suspension
 * that still lasts leaves no last day.
 * @param run the suspensions in order, none over another
 * @param calendar with every year that the clock may reach; see `yearsOf`
 */
export function decideDue(run: Run, calendar: Calendar): Due {
  const { terms, suspensions } = run;
  if (suspensions.at(-1)?.to === null) return NO_DUE;
  if (terms.unit === 'HOUR') return dueInHours(run);
  const sure = new Sure(calendar);
  const counted = lastDay(run, sure);
  const dueOn = terms.rolls ? sure.workingDayFrom(counted) : counted;
  const warnFrom = (left: number) =>
    terms.direction === 'AT_LEAST' ? null : sure.back(dueOn, left, terms.unit === 'WORKING_DAY');
  const [amberOn, redOn] = [warnFrom(terms.warn.amber), warnFrom(terms.warn.red)];
  return { dueOn, dueAt: null, amberOn, redOn, ...sure.certainty() };
}

/** How a clock stands now. What is done late stays missed; a period that has to run is met by its end. */
export function decideStanding(
  clock: Run &
    Pick<Due, 'dueOn' | 'dueAt' | 'amberOn' | 'redOn'> & {
      readonly state: ClockState;
      readonly inTime: boolean | null;
    },
  now: Date,
  calendar: Calendar,
): Standing {
  const { terms, state, dueOn, dueAt, amberOn, redOn } = clock;
  if (state === 'CANCELLED') return { colour: 'MET', left: null };
  if (state === 'MET') return { colour: clock.inTime === false ? 'MISSED' : 'MET', left: null };
  const left = leftOf(clock, now, calendar);
  if (state === 'SUSPENDED' || dueOn === null) return { colour: 'SUSPENDED', left };
  const today = dateInChina(now);
  const isOver = dueAt === null ? today > dueOn : now.getTime() > Date.parse(dueAt);
  if (terms.direction === 'AT_LEAST') return { colour: isOver ? 'MET' : 'GREEN', left };
  if (isOver) return { colour: 'MISSED', left };
  if (redOn !== null && today >= redOn) return { colour: 'RED', left };
  if (amberOn !== null && today >= amberOn) return { colour: 'AMBER', left };
  return { colour: 'GREEN', left };
}

/** Whether something done at a moment was in time; of a period that has to run, whether it had. */
export function isInTime(
  { terms, dueOn, dueAt }: Pick<Run, 'terms'> & Pick<Due, 'dueOn' | 'dueAt'>,
  at: Date,
): boolean {
  if (dueOn === null) return terms.direction !== 'AT_LEAST';
  const day = dateInChina(at);
  if (terms.direction === 'AT_LEAST') return day > dueOn;
  return dueAt === null ? day <= dueOn : at.getTime() <= Date.parse(dueAt);
}

/** Every year that a clock may reach, for loadCalendar: generous, for a calendar is small. */
export function yearsOf({ terms, startedOn, suspensions }: Run, today: string): number[] {
  const days = { CALENDAR_DAY: 1, WORKING_DAY: 2, HOUR: 1, MONTH: 31, YEAR: 366, IMMEDIATE: 1 };
  const span = terms.value * days[terms.unit] + 60;
  const stopped = suspensions.reduce(
    (sum, { from, to }) =>
      sum + daysBetween(dayOf(from), to === null ? later(dayOf(from), today) : dayOf(to)),
    0,
  );
  const start = dayOf(startedOn);
  const [first, last] =
    terms.direction === 'BEFORE'
      ? [addDays(start, -span - terms.warn.amber), start]
      : [addDays(start, -terms.warn.amber * 2 - 31), addDays(start, span + stopped * 2)];
  const from = Number(earlier(first, today).slice(0, 4));
  const to = Number(later(last, today).slice(0, 4));
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

const NO_DUE: Due = {
  dueOn: null,
  dueAt: null,
  amberOn: null,
  redOn: null,
  provisional: false,
  years: [],
};

function dueInHours({ terms, startedOn, suspensions }: Run): Due {
  const inMs = (moment: string) => Date.parse(moment);
  const start = inMs(startedOn);
  const end = suspensions.reduce(
    (due, { from, to }) =>
      inMs(from) >= due ? due : due + Math.max(0, inMs(to!) - Math.max(inMs(from), start)),
    start + terms.value * HOUR_MS,
  );
  const day = (ms: number) => dateInChina(new Date(ms));
  return {
    ...NO_DUE,
    dueOn: day(end),
    dueAt: new Date(end).toISOString(),
    amberOn: day(end - terms.warn.amber * HOUR_MS),
    redOn: day(end - terms.warn.red * HOUR_MS),
  };
}

/** Before it rolls: how the days are counted. */
function lastDay({ terms, startedOn, suspensions }: Run, sure: Sure): string {
  const start = dayOf(startedOn);
  const { unit, value, direction } = terms;
  if (direction === 'BEFORE') {
    if (unit === 'WORKING_DAY') return sure.add(start, -value);
    return unit === 'CALENDAR_DAY'
      ? addDays(start, -value)
      : addMonths(start, -(unit === 'YEAR' ? value * 12 : value));
  }
  switch (unit) {
    case 'WORKING_DAY':
      return extend(sure.add(start, value), start, suspensions, {
        count: (from, to) => sure.between(from, to),
        add: (day, more) => sure.add(day, more),
      });
    case 'MONTH':
    case 'YEAR':
      return extend(
        addMonths(start, unit === 'YEAR' ? value * 12 : value),
        start,
        suspensions,
        CALENDAR_DAYS,
      );
    default:
      return extend(addDays(start, value), start, suspensions, CALENDAR_DAYS);
  }
}

interface Counting {
  /** How many days after `from` up to and including `to` count. */
  readonly count: (from: string, to: string) => number;
  readonly add: (day: string, more: number) => string;
}

const CALENDAR_DAYS: Counting = { count: daysBetween, add: addDays };

/** Moves the last day by as many counted days as were suspended before it. */
function extend(
  due: string,
  start: string,
  suspensions: readonly Suspension[],
  { count, add }: Counting,
): string {
  return suspensions.reduce((end, { from, to }) => {
    // The day of the event counts for nothing, suspended or not.
    const first = later(dayOf(from), addDays(start, 1));
    const next = dayOf(to!);
    if (first > end || next <= first) return end;
    return add(end, count(addDays(first, -1), addDays(next, -1)));
  }, due);
}

/** While it is suspended: what would be left if it went on today. */
function leftOf(
  clock: Run & Pick<Due, 'dueOn' | 'dueAt'>,
  now: Date,
  calendar: Calendar,
): number | null {
  const { terms, suspensions } = clock;
  const today = dateInChina(now);
  const open = suspensions.at(-1);
  if (clock.dueOn === null && open?.to === null) {
    const isHours = terms.unit === 'HOUR';
    const to = isHours ? now.toISOString() : later(today, dayOf(open.from));
    const resumed = { ...clock, suspensions: [...suspensions.slice(0, -1), { ...open, to }] };
    return leftOf({ ...resumed, ...decideDue(resumed, calendar) }, now, calendar);
  }
  const { dueOn, dueAt } = clock;
  if (dueAt !== null) return Math.floor((Date.parse(dueAt) - now.getTime()) / HOUR_MS);
  if (dueOn === null) return null;
  return terms.unit === 'WORKING_DAY'
    ? workingDaysBetween(calendar, today, dueOn).days
    : daysBetween(today, dueOn);
}

/** Counts by the calendar and remembers which unpublished years the answer rests on. */
class Sure {
  readonly #calendar: Calendar;
  readonly #years = new Set<number>();

  constructor(calendar: Calendar) {
    this.#calendar = calendar;
  }

  add(day: string, count: number): string {
    const { date, years } = addWorkingDays(this.#calendar, day, count);
    for (const year of years) this.#years.add(year);
    return date;
  }

  between(from: string, to: string): number {
    const { days, years } = workingDaysBetween(this.#calendar, from, to);
    for (const year of years) this.#years.add(year);
    return days;
  }

  /** The day itself, or the first working day after it. */
  workingDayFrom(day: string): string {
    return this.between(addDays(day, -1), day) === 1 ? day : this.add(day, 1);
  }

  /** So many days before; a warning is no promise, and adds nothing to what the answer rests on. */
  back(day: string, count: number, working: boolean): string {
    return working ? addWorkingDays(this.#calendar, day, -count).date : addDays(day, -count);
  }

  certainty(): Certainty {
    const years = [...this.#years].sort((a, b) => a - b);
    return { provisional: years.length > 0, years };
  }
}

/** The day in China of a day or an instant. */
function dayOf(moment: string): string {
  return moment.length === 10 ? moment : dateInChina(new Date(moment));
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
