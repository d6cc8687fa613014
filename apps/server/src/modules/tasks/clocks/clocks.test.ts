import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { parse } from 'yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { clockTerms, type ClockTerms } from '@ludao/rules';
import { loadCalendar, seedCalendar } from '../../../platform/calendar-store.ts';
import { describeOnDatabase } from '../../../platform/testing.ts';
import type { Calendar } from '../../../platform/working-days.ts';
import { shippedLaw } from '../../rulebook/index.ts';
import { addDays, daysBetween } from '../../../platform/days.ts';
import { decideDue, decideStanding, isInTime, yearsOf } from './decide.ts';
import type { Run } from './model.ts';

/** 国务院办公厅关于2024年、2025年、2026年部分节假日安排的通知, written off by hand. */
const DAYS_OFF =
  `2024-01-01..2024-01-01 2024-02-10..2024-02-17 2024-04-04..2024-04-06 2024-05-01..2024-05-05
  2024-06-10..2024-06-10 2024-09-15..2024-09-17 2024-10-01..2024-10-07 2025-01-01..2025-01-01
  2025-01-28..2025-02-04 2025-04-04..2025-04-06 2025-05-01..2025-05-05 2025-05-31..2025-06-02
  2025-10-01..2025-10-08 2026-01-01..2026-01-03 2026-02-15..2026-02-23 2026-04-04..2026-04-06
  2026-05-01..2026-05-05 2026-06-19..2026-06-21 2026-09-25..2026-09-27 2026-10-01..2026-10-07`.split(
    /\s+/,
  );
const MADE_UP = `2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29
  2024-10-12 2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11 2026-01-04 2026-02-14 2026-02-28
  2026-05-09 2026-09-20 2026-10-10`.split(/\s+/);

interface Example {
  readonly clock: string;
  readonly length?: string;
  readonly value?: number;
  readonly start: string;
  readonly suspended?: readonly [string, string][];
  readonly due: string;
  readonly at?: string;
  readonly provisional?: readonly number[];
  readonly why: string;
}

const file = new URL(
  '../../../../../../rulepacks/national/clocks/2026/examples.yaml',
  import.meta.url,
);
const { examples } = parse(readFileSync(fileURLToPath(file), 'utf8')) as { examples: Example[] };
const at = { ruleSet: shippedLaw().rulebook.ruleSet, on: '2026-11-25', jurisdiction: '330603' };
const termsOf = (clock: string, length?: string, value?: number) =>
  clockTerms(at, { clock, length, value });

/** The notices as a calendar, with years around them that nobody has published. */
function byHand(): Calendar {
  const years = Array.from({ length: 30 }, (_, index) => 2015 + index);
  const off = new Set(
    DAYS_OFF.flatMap((span) => {
      const [from = '', to = ''] = span.split('..');
      return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
    }),
  );
  const isWorking = new Map<string, boolean>();
  for (let day = '2024-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00Z`).getUTCDay();
    isWorking.set(day, MADE_UP.includes(day) || (!off.has(day) && weekday >= 1 && weekday <= 5));
  }
  return { years: new Set(years), published: new Set([2024, 2025, 2026]), isWorking };
}

describe('the clocks of the rule packs', () => {
  it('are all of C01 to C41, each with a source and its way of counting', () => {
    const ids = at.ruleSet.clocks.flatMap(({ clocks }) => clocks.map(({ id }) => id)).sort();
    const all = Array.from({ length: 41 }, (_, index) => `C${String(index + 1).padStart(2, '0')}`);
    expect(ids).toEqual(all);
  });

  it('each have two worked examples at least', () => {
    const counts = Map.groupBy(examples, ({ clock }) => clock);
    expect([...counts].filter(([, { length }]) => length < 2).map(([clock]) => clock)).toEqual([]);
    expect(counts.size).toBe(41);
  });
});

describeOnDatabase('the seeded calendar', (database) => {
  let calendar: Calendar;
  beforeAll(async () => {
    calendar = await database().transaction(async (tx) => {
      await seedCalendar(tx);
      return loadCalendar(
        tx,
        Array.from({ length: 26 }, (_, index) => 2015 + index),
      );
    });
  });

  it('is that of the notices for 2024 to 2026', () => {
    const written = byHand().isWorking;
    const differ = [...written].filter(([day, works]) => calendar.isWorking.get(day) !== works);
    expect(differ).toEqual([]);
  });

  it.each(examples)('$clock $length from $start ends on $due', (example) => {
    const {
      clock,
      length,
      value,
      start,
      suspended = [],
      due,
      at: instant,
      provisional = [],
    } = example;
    const run: Run = {
      terms: termsOf(clock, length, value),
      startedOn: start,
      suspensions: suspended.map(([from, to]) => ({ from, to })),
    };
    for (const days of [calendar, byHand()]) {
      const found = decideDue(run, days);
      expect(found).toMatchObject({ dueOn: due, dueAt: instant ?? null });
      const untold = found.years.filter((year) => year > 2026);
      expect(untold).toEqual(provisional);
    }
    const needed = yearsOf(run, start.slice(0, 10));
    expect(decideDue(run, { ...calendar, years: new Set(needed) }).dueOn).toBe(due);
  });
});

const calendar = byHand();
const aRun = (terms: Run['terms'], over: Partial<Run> = {}): Run => ({
  terms,
  startedOn: '2026-09-14',
  suspensions: [],
  ...over,
});
const standing = (run: Run, now: string, over: object = {}) =>
  decideStanding(
    { ...run, ...decideDue(run, calendar), state: 'RUNNING', inTime: null, ...over },
    new Date(`${now}T12:00:00+08:00`),
    calendar,
  );

describe('a clock', () => {
  const decision = termsOf('C02', 'REPORT');

  it('is green, then amber, red on its last day, and missed after it', () => {
    const run = aRun(decision);
    expect(decideDue(run, calendar)).toMatchObject({ dueOn: '2026-11-13', amberOn: '2026-10-29' });
    expect(standing(run, '2026-10-28')).toEqual({ colour: 'GREEN', left: 16 });
    expect(standing(run, '2026-10-29')).toEqual({ colour: 'AMBER', left: 15 });
    expect(standing(run, '2026-11-13')).toEqual({ colour: 'RED', left: 0 });
    expect(standing(run, '2026-11-14')).toEqual({ colour: 'MISSED', left: -1 });
  });

  it('says working days where it counts them', () => {
    const run = aRun(termsOf('C33'), { startedOn: '2026-09-21' });
    expect(standing(run, '2026-09-30')).toEqual({ colour: 'GREEN', left: 14 });
  });

  it('that is suspended says what would be left if it went on today', () => {
    const run = aRun(decision, { suspensions: [{ from: '2026-09-24', to: null }] });
    const stopped = { state: 'SUSPENDED' };
    expect(decideDue(run, calendar).dueOn).toBeNull();
    expect(standing(run, '2026-09-24', stopped)).toEqual({ colour: 'SUSPENDED', left: 50 });
    expect(standing(run, '2026-12-24', stopped)).toEqual({ colour: 'SUSPENDED', left: 50 });
  });

  it('does not count the day it stops, and counts the day it goes on', () => {
    const run = aRun(termsOf('C17'), { suspensions: [{ from: '2026-09-15', to: '2026-09-18' }] });
    expect(decideDue(run, calendar).dueOn).toBe('2026-09-20');
  });

  it('that has to run to its end is met only after it', () => {
    const run = aRun(termsOf('C13'));
    const ends = decideDue(run, calendar);
    expect(ends.dueOn).toBe('2026-10-16');
    expect(standing(run, '2026-10-16')).toEqual({ colour: 'GREEN', left: 0 });
    expect(standing(run, '2026-10-17').colour).toBe('MET');
    expect(isInTime({ ...run, ...ends }, new Date('2026-10-16T12:00+08:00'))).toBe(false);
    expect(isInTime({ ...run, ...ends }, new Date('2026-10-17T12:00+08:00'))).toBe(true);
  });

  it('done late stays missed', () => {
    const late = standing(aRun(decision), '2026-12-01', { state: 'MET', inTime: false });
    expect(late).toEqual({ colour: 'MISSED', left: null });
  });
});

describe('every clock of days', () => {
  const day = fc.integer({ min: 0, max: 1000 }).map((count) => addDays('2024-01-02', count));
  const counted = fc.constantFrom(
    ...[
      ['C02', 'REPORT'],
      ['C09', 'FORM'],
      ['C13', undefined],
      ['C15', 'NORMAL'],
      ['C33', undefined],
      ['C32', 'GENERAL'],
    ].map(([clock, length]): ClockTerms => termsOf(clock!, length)),
  );
  const dueOf = (run: Run) => decideDue(run, calendar).dueOn!;

  it('never ends earlier for a later start', () => {
    fc.assert(
      fc.property(counted, day, fc.integer({ min: 0, max: 400 }), (terms, start, more) => {
        const later = dueOf(aRun(terms, { startedOn: addDays(start, more) }));
        expect(later >= dueOf(aRun(terms, { startedOn: start }))).toBe(true);
      }),
    );
  });

  it('ends as many counted days later as were suspended', () => {
    const rigid = counted.map((terms) => ({ ...terms, rolls: false }));
    const span = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 90 }));
    fc.assert(
      fc.property(rigid, day, span, (terms, startedOn, [after, length]) => {
        const from = addDays(startedOn, after);
        const to = addDays(from, length);
        const plain = dueOf(aRun(terms, { startedOn }));
        fc.pre(from <= plain);
        const moved = dueOf(aRun(terms, { startedOn, suspensions: [{ from, to }] }));
        const isCounted = (one: string) => terms.unit !== 'WORKING_DAY' || worksOn(one);
        const count = (first: string, end: string) =>
          Array.from({ length: daysBetween(first, end) }, (_, index) =>
            addDays(first, index + 1),
          ).filter(isCounted).length;
        expect(count(plain, moved)).toBe(count(addDays(from, -1), addDays(to, -1)));
      }),
    );
  });

  function worksOn(one: string): boolean {
    const weekday = new Date(`${one}T00:00Z`).getUTCDay();
    return calendar.isWorking.get(one) ?? (weekday >= 1 && weekday <= 5);
  }
});
