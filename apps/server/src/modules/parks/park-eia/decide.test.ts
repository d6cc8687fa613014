import { describe, expect, it } from 'vitest';
import {
  GRANTS,
  leadsOn,
  PARK_EIA_STATES,
  PARK_EIA_STEPS,
  ROLE_NAMES,
  type ParkEiaState,
  type ParkEiaStep,
  type Role,
} from '@ludao/contracts';
import { carryFault, daysFault, formFault, stepFault, stepsFrom } from './decide.ts';
import { aParkEia } from '../testing.ts';

const STATES = Object.keys(PARK_EIA_STATES) as ParkEiaState[];
const STEPS = Object.keys(PARK_EIA_STEPS) as ParkEiaStep[];

/** Who can take each step, as the law of the house has it; written down apart from the tables. */
const TAKERS: Readonly<Record<ParkEiaStep, readonly Role[]>> = {
  change: ['PARK_MANAGER', 'APPROVAL_OFFICER', 'CITY_OFFICER'],
  submit: ['PARK_MANAGER', 'APPROVAL_OFFICER', 'CITY_OFFICER'],
  discard: ['PARK_MANAGER', 'APPROVAL_OFFICER', 'CITY_OFFICER'],
  sendBack: ['APPROVAL_OFFICER', 'CITY_OFFICER'],
  propose: ['APPROVAL_OFFICER', 'CITY_OFFICER'],
  confirm: ['BUREAU_HEAD'],
  decline: ['BUREAU_HEAD'],
  reconcile: ['APPROVAL_OFFICER', 'CITY_OFFICER'],
  list: ['APPROVAL_OFFICER', 'CITY_OFFICER'],
  stop: [],
  supersede: [],
  expire: [],
};

describe('the way of a park-wide EIA', () => {
  it('is the same in the table, the rights and the decision, for every state, step and role', () => {
    for (const state of STATES) {
      for (const role of ROLE_NAMES) {
        const has = (step: ParkEiaStep) =>
          GRANTS.some(
            ({ roles, actions, resource }) =>
              resource === 'park_eia' &&
              roles.includes(role) &&
              actions.some((action) => action === PARK_EIA_STEPS[step].right),
          );
        const expected = STEPS.filter(
          (step) => leadsOn(state, step) && TAKERS[step].includes(role),
        );
        expect([state, role, stepsFrom({ state }, has)]).toEqual([state, role, expected]);
      }
      for (const step of STEPS) {
        expect(stepFault({ state }, step) === undefined).toBe(leadsOn(state, step));
      }
    }
  });

  it('leads from a draft to every state, and ends in those that nobody leaves', () => {
    const reached = new Set<ParkEiaState>(['DRAFT']);
    for (const state of reached) {
      for (const step of STEPS.filter((one) => leadsOn(state, one))) {
        for (const next of PARK_EIA_STEPS[step].to) reached.add(next);
      }
    }
    expect([...reached].toSorted()).toEqual(STATES.toSorted());
    const ends = STATES.filter((state) => STEPS.every((step) => !leadsOn(state, step)));
    expect(ends.toSorted()).toEqual(['DISCARDED', 'EXPIRED', 'REFUSED', 'SUPERSEDED']);
  });
});

describe('a decision', () => {
  const days = { approvedOn: '2026-06-01', inForceFrom: '2026-06-01', validTo: '2026-06-01' };
  it.each([
    [days, undefined],
    [{ ...days, approvedOn: '2026-06-02', inForceFrom: '2026-06-02' }, 'DAY_IN_FUTURE'],
    [{ ...days, inForceFrom: '2026-05-31' }, 'IN_FORCE_BEFORE_APPROVAL'],
    [{ ...days, validTo: '2026-05-31' }, 'ENDS_BEFORE_START'],
  ])('of the days %o is refused as %s', (given, code) => {
    expect(daysFault(given, '2026-06-01')?.refused).toBe(code);
  });
});

describe('an envelope', () => {
  const { envelope } = aParkEia('0190c3a4-0000-7000-8000-000000000000');
  it.each([
    ['below', 9_999_999n, undefined],
    ['at', 10_000_000n, undefined],
    ['above', 10_000_001n, 'ALLOWANCE_BELOW_SHARES'],
  ])('takes over shares %s its total', (_, amount, code) => {
    expect(carryFault(envelope, [{ item: 'COD', amount }])?.refused).toBe(code);
  });

  it('takes over nothing that it does not name', () => {
    expect(carryFault(envelope, [{ item: 'SO2', amount: 1n }])).toMatchObject({
      params: { item: 'SO2', value: 1, limit: 0 },
    });
  });

  it('names each pollutant and each clause once', () => {
    const form = aParkEia('0190c3a4-0000-7000-8000-000000000000');
    const twice = { ...form.envelope, totals: [...envelope.totals, envelope.totals[0]!] };
    expect(formFault({ ...form, envelope: twice })?.refused).toBe('POLLUTANT_TWICE');
    const clauses = {
      ...form.envelope,
      conditions: [...envelope.conditions, envelope.conditions[0]!],
    };
    expect(formFault({ ...form, envelope: clauses })?.refused).toBe('CLAUSE_TWICE');
  });
});
