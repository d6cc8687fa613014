import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AllowanceItem } from '@ludao/contracts';
import type { Answer } from '@ludao/rules';
import type { AllowanceRow, ParkPermit } from '../park-eia/model.ts';
import { askedOf, decideAdmission, leaveFault, type AdmissionFacts } from './decide.ts';

const APPLIES = {
  status: 'decided',
  level: 'EXEMPT',
  missing: [],
  reliefs: [{ relief: 'park_eia_direct_entry', state: 'applies', reasons: [], missing: [] }],
} as unknown as Answer;
const EIA = {
  id: 'e',
  title: '演示整体环评',
  approvalNo: '演示环审1号',
  inForceFrom: '2026-01-01',
  validTo: '2026-12-31',
  state: 'IN_FORCE',
  liability: 'PARK_ENTITY',
  envelope: { processes: ['process.dyeing'] },
  listedAs: 'p',
  reconciled: true,
} as unknown as NonNullable<AdmissionFacts['eia']>;
const PERMIT: ParkPermit = {
  number: '演示许可1',
  validTo: '2027-01-01',
  annualGrams: new Map([['COD', 900n]]),
};
const facts = (changes: Partial<AdmissionFacts> = {}): AdmissionFacts => ({
  on: '2026-06-01',
  restriction: null,
  eia: EIA,
  pilot: null,
  answer: APPLIES,
  processes: [{ key: 'process.dyeing', zh: '染色', en: 'Dyeing' }],
  permit: PERMIT,
  allowance: [
    { item: 'COD', total: 1000n, drawn: 400n },
    { item: 'WASTEWATER', total: 50n, drawn: 50n },
  ],
  asked: [{ item: 'COD', amount: 500n }],
  ...changes,
});
const failed = (changes: Partial<AdmissionFacts>) =>
  decideAdmission(facts(changes)).checks.flatMap(({ met, code, reason }) =>
    met ? [] : [`${code} ${reason}`],
  );

describe('a direct entry', () => {
  it.each([
    ['below what is left', 499n, true],
    ['exactly what is left', 500n, true],
    ['a gram above', 501n, false],
  ])('asks %s of a permit smaller than the EIA', (_, amount, admitted) => {
    expect(decideAdmission(facts({ asked: [{ item: 'COD', amount }] })).admitted).toBe(admitted);
  });

  it.each([
    ['the EIA is the smaller one', 2000n, 600n, true],
    ['the EIA is the smaller one, a gram above', 2000n, 601n, false],
    ['the permit fell below what is drawn', 399n, 1n, false],
  ])('counts the smaller of both limits: %s', (_, permitted, amount, admitted) => {
    const permit = { ...PERMIT, annualGrams: new Map([['COD', permitted]] as const) };
    const asked = [{ item: 'COD', amount }] as const;
    expect(decideAdmission(facts({ permit, asked })).admitted).toBe(admitted);
  });

  it.each([
    ['the day before', '2025-12-31', ['PARK_EIA not_yet']],
    ['the first day', '2026-01-01', []],
    ['the last day', '2026-12-31', []],
    ['the day after', '2027-01-01', ['PARK_EIA expired']],
  ])('needs the EIA in force: %s', (_, on, expected) => {
    expect(failed({ on })).toEqual(expected);
  });

  it('is told every reason at once, each where it belongs', () => {
    const restriction = { id: 'r', documentNo: '1号', since: '2026-01-01', reason: WORDS };
    const reasons = [
      { code: 'adoption.none', params: {} },
      { code: 'pilot.outside', params: { county: '330604' } },
      { code: 'park_eia.expired', params: {} },
      { code: 'park.other_industry', params: { code: '1713', industries: '1752' } },
    ];
    const [applies] = APPLIES.reliefs;
    const answer = { ...APPLIES, reliefs: [{ ...applies!, state: 'refused', reasons }] } as Answer;
    expect(
      failed({
        restriction,
        eia: { ...EIA, state: 'STOPPED', reconciled: false },
        pilot: reasons[1]!,
        answer,
        processes: [{ key: 'process.etching', zh: '蚀刻', en: 'Etching' }],
        permit: null,
        asked: [
          { item: 'COD', amount: 1n },
          { item: 'VOCS', amount: 1n },
          { item: 'WASTEWATER', amount: 1n },
        ],
      }),
    ).toEqual([
      'RESTRICTION restricted',
      'PARK_EIA stopped',
      'RECONCILED not_reconciled',
      'PILOT pilot.outside',
      'ADOPTION adoption.none',
      'LAW park.other_industry',
      'PROCESS process',
      'PERMIT no_permit',
      'AMOUNT amount',
      'AMOUNT amount',
      'AMOUNT amount',
    ]);
  });

  it('never takes what is not known for a yes', () => {
    const [applies] = APPLIES.reliefs;
    const open = { ...applies!, state: 'open', missing: ['capacity.t_a'] };
    expect(failed({ answer: { ...APPLIES, reliefs: [open] } as Answer })).toEqual(['LAW law_open']);
    const undecided = { ...APPLIES, status: 'open', reliefs: [], missing: [{ fact: 'nature' }] };
    expect(failed({ answer: undecided as unknown as Answer })).toEqual(['LAW law_open']);
  });
});

const WORDS = { zh: '未完成整改', en: 'Not put right' };

describe('leaving', () => {
  const held = { state: 'ADMITTED', appliedOn: '2026-06-01' } as const;
  it.each([
    ['2026-05-31', 'LEFT_BEFORE_ENTRY'],
    ['2026-06-01', undefined],
    ['2026-06-10', undefined],
    ['2026-06-11', 'LEFT_IN_FUTURE'],
  ])('on %s is %s', (day, code) => {
    expect(leaveFault(held, day, '2026-06-10')?.refused).toBe(code);
  });

  it('is open to a tenant that holds a share, and to nobody else', () => {
    for (const state of ['REFUSED', 'LEFT'] as const) {
      expect(leaveFault({ ...held, state }, '2026-06-02', '2026-06-10')).toMatchObject({
        refused: 'ADMISSION_NOT_HELD',
      });
    }
  });
});

describe('the account', () => {
  it('conserves every gram over any order of entries and leavings, and never exceeds a limit', () => {
    const items: readonly AllowanceItem[] = ['COD', 'NH3N', 'WASTEWATER'];
    const step = fc.oneof(
      fc.record({
        enter: fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 3, maxLength: 3 }),
      }),
      fc.record({ leave: fc.nat(30) }),
    );
    const limits = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(limits, fc.array(step, { maxLength: 60 }), ([a, b, c, d, e], steps) => {
        const totals = [a!, b!, c!].map(BigInt);
        const permit = {
          ...PERMIT,
          annualGrams: new Map([
            ['COD', BigInt(d!)],
            ['NH3N', BigInt(e!)],
          ] as const),
        };
        const drawn = [0n, 0n, 0n];
        const tenants: bigint[][] = [];
        for (const taken of steps) {
          if ('leave' in taken) {
            const [left] = tenants.splice(taken.leave, 1);
            left?.forEach((amount, at) => (drawn[at]! -= amount));
            continue;
          }
          const allowance = items.map((item, at): AllowanceRow => ({
            item,
            total: totals[at]!,
            drawn: drawn[at]!,
          }));
          const asked = items.map((item, at) => ({ item, amount: BigInt(taken.enter[at]!) }));
          if (!decideAdmission(facts({ permit, allowance, asked })).admitted) continue;
          tenants.push(asked.map(({ amount }) => amount));
          asked.forEach(({ amount }, at) => (drawn[at]! += amount));
        }
        items.forEach((item, at) => {
          const sum = tenants.reduce((all, shares) => all + shares[at]!, 0n);
          expect(drawn[at]).toBe(sum);
          expect(sum <= totals[at]!).toBe(true);
          if (item !== 'WASTEWATER') expect(sum <= BigInt(item === 'COD' ? d! : e!)).toBe(true);
        });
      }),
    );
  });

  it('is asked in one order whatever order the form has, and for nothing that is none', () => {
    const form = {
      pollutants: [
        { pollutant: 'NH3N', gramsPerYear: 2 },
        { pollutant: 'COD', gramsPerYear: 1 },
      ] as const,
      wastewaterLitresPerDay: 0,
    };
    expect(askedOf(form).map(({ item }) => item)).toEqual(['COD', 'NH3N']);
  });
});
