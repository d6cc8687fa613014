import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  CHANGE_QUESTION_NAMES,
  CHANGE_STATES,
  CHANGE_TABLE,
  ROLE_NAMES,
  type ChangeFacts,
  type ChangeState,
} from '@ludao/contracts';
import { parse } from 'yaml';
import { z } from 'zod';
import { assess, decideChange, stepsFor } from './decide.ts';
import { openTriggers } from './rules.ts';

const FOLDER = fileURLToPath(
  new URL('../../../../../../rulepacks/national/major-change/2020/', import.meta.url),
);
const list = openTriggers().on('2026-11-25');
const yesNo = z.enum(['yes', 'no']).transform((word) => word === 'yes');
const pair = z.tuple([z.int(), z.int()]).transform(([before, after]) => ({ before, after }));
const pollutant = z
  .strictObject({
    pollutant: z.string().nullable().default(null),
    name: z.string().default(''),
    before: z.int(),
    after: z.int(),
    class_one: yesNo.default(false),
    less_toxic: yesNo.default(false),
  })
  .transform(({ before, after, class_one: classOne, less_toxic: lessToxic, ...named }) => ({
    ...named,
    beforeGrams: before,
    afterGrams: after,
    classOne,
    lessToxic,
  }));
const facts = z.object({
  answers: z.record(z.string(), yesNo).default({}),
  amounts: z.record(z.string(), pair).default({}),
  pollutants: z.array(pollutant).optional(),
  exceeded: z.array(z.string()).optional(),
});
const cases = z
  .strictObject({
    nothing: z.object({ amounts: z.record(z.string(), pair) }).loose(),
    cases: z.array(facts.extend({ trigger: z.int(), hit: z.boolean(), why: z.string() }).strict()),
  })
  .parse(parse(readFileSync(`${FOLDER}cases.yaml`, 'utf8')));

/** Every question answered with no, nothing grown. */
const nothing: ChangeFacts = {
  answers: Object.fromEntries(CHANGE_QUESTION_NAMES.map((name) => [name, false])),
  amounts: cases.nothing.amounts,
  pollutants: [],
  exceeded: [],
};
const verdicts = (given: ChangeFacts) =>
  new Map(assess(list, given).triggers.map(({ no, verdict }) => [no, verdict]));

describe('the thirteen triggers of a major change', () => {
  it.each(cases.cases)('number $trigger: $why → $hit', ({ trigger, hit, ...given }) => {
    const whole = {
      answers: { ...nothing.answers, ...given.answers },
      amounts: { ...nothing.amounts, ...given.amounts },
      pollutants: given.pollutants ?? [],
      exceeded: given.exceeded ?? [],
    } as ChangeFacts;
    expect(verdicts(whole).get(trigger)).toBe(hit ? 'HIT' : 'CLEAR');
  });

  it('each have a case that just meets them and one that just does not', () => {
    expect(list.triggers.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    for (const { no } of list.triggers) {
      const of = cases.cases.filter(({ trigger }) => trigger === no).map(({ hit }) => hit);
      expect([no, new Set(of)]).toEqual([no, new Set([true, false])]);
    }
  });

  it('find no major change only once every question is answered', () => {
    expect(assess(list, nothing)).toMatchObject({ verdict: 'NOT_MAJOR', missing: [] });
    const { use_changed: _, ...answers } = nothing.answers;
    expect(assess(list, { ...nothing, answers })).toMatchObject({
      verdict: 'OPEN',
      missing: ['use_changed'],
    });
    const unknown = { answers: {}, amounts: {}, pollutants: null, exceeded: null };
    expect(assess(list, unknown).verdict).toBe('OPEN');
  });

  it('are decided by one that is met, whatever else is open', () => {
    const given = { answers: { use_changed: true }, amounts: {}, pollutants: null, exceeded: null };
    expect(assess(list, given).verdict).toBe('MAJOR');
  });

  it('ask for pollutants and attainment only where the capacity, process or measures change', () => {
    const quiet = { ...nothing, pollutants: null, exceeded: null };
    expect(assess(list, quiet)).toMatchObject({ verdict: 'NOT_MAJOR', missing: [] });
    const grown = {
      ...quiet,
      amounts: { ...quiet.amounts, capacity: { before: 100, after: 101 } },
    };
    expect(assess(list, grown).missing).toEqual(['pollutants']);
    const one = {
      pollutant: 'VOCS',
      name: '',
      beforeGrams: 100,
      afterGrams: 101,
      classOne: false,
      lessToxic: false,
    } as const;
    expect(assess(list, { ...grown, pollutants: [one] }).missing).toEqual(['exceeded']);
    const unsure = { ...one, classOne: null };
    expect(assess(list, { ...grown, pollutants: [unsure], exceeded: [] })).toMatchObject({
      verdict: 'OPEN',
      missing: ['pollutants'],
    });
  });
});

describe('the decision on a reported change', () => {
  const met = assess(list, { ...nothing, answers: { ...nothing.answers, use_changed: true } });
  const unmet = assess(list, nothing);
  const change = (state: ChangeState, assessment = met) => ({ state, title: '扩建', assessment });

  it('is taken by the roles of the table, in its states alone', () => {
    for (const state of Object.keys(CHANGE_STATES) as ChangeState[]) {
      for (const step of ['declare', 'dismiss'] as const) {
        for (const role of ROLE_NAMES) {
          const row: Partial<Record<string, { to: ChangeState; roles: readonly string[] }>> =
            CHANGE_TABLE[state];
          const may = row[step]?.roles.includes(role) ?? false;
          const decided = decideChange(change(state), step, [role], false);
          expect([state, step, role, decided]).toEqual([
            state,
            step,
            role,
            may ? row[step]!.to : expect.objectContaining({ status: row[step] ? 403 : 409 }),
          ]);
        }
      }
    }
  });

  it('is never taken by whoever reported it', () => {
    expect(decideChange(change('REPORTED'), 'declare', ['APPROVAL_OFFICER'], true)).toMatchObject({
      refused: 'OWN_WORK',
    });
  });

  it('declares nothing that meets no trigger', () => {
    expect(stepsFor(change('REPORTED', unmet), ['APPROVAL_OFFICER'], false)).toEqual(['dismiss']);
    expect(stepsFor(change('REPORTED'), ['APPROVAL_OFFICER'], false)).toEqual([
      'declare',
      'dismiss',
    ]);
  });
});
