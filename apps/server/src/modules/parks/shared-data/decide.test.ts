import { describe, expect, it } from 'vitest';
import {
  DATASET_STATES,
  DATASET_STEPS,
  DATASET_TABLE,
  ROLE_NAMES,
  type DatasetState,
  type DatasetStep,
} from '@ludao/contracts';
import {
  decideStep,
  decideValidity,
  longestValidity,
  shorteningFault,
  standingOn,
  stepsFor,
  successionFault,
  whyNotCited,
} from './decide.ts';

const air = {
  kind: 'ambient',
  sampledOn: '2025-05-10',
  laboratory: '演示检测',
  cmaNo: '演示号',
  factors: [{ name: '二氧化氮', value: '21', unit: 'μg/m³', method: '' }],
  validFrom: '2025-06-01',
  validTo: null,
} as const;
const TODAY = '2026-11-25';

describe('shared data', () => {
  const dated = {
    title: '环境空气质量本底',
    state: 'AVAILABLE',
    validFrom: '2025-06-01',
    validTo: '2028-05-10',
    endedOn: null,
    supersededBy: null,
  } as const;

  it('may be cited from the first day to the last, not a day before or after', () => {
    const days = ['2025-05-31', '2025-06-01', '2028-05-10', '2028-05-11'];
    expect(days.map((day) => standingOn(dated, day))).toEqual([
      'NOT_YET',
      'AVAILABLE',
      'AVAILABLE',
      'EXPIRED',
    ]);
    expect(whyNotCited(dated, '2028-05-10')).toBeNull();
    expect(whyNotCited(dated, '2028-05-11')).toEqual({
      code: 'dataset.expired',
      params: { name: '环境空气质量本底', to: '2028-05-10' },
    });
  });

  it('say since when they are withdrawn, and by what they are superseded', () => {
    const ended = { ...dated, endedOn: '2026-01-02' };
    expect(whyNotCited({ ...ended, state: 'WITHDRAWN' }, TODAY)).toMatchObject({
      code: 'dataset.withdrawn',
      params: { day: '2026-01-02' },
    });
    const by = { title: '2026 年本底' };
    expect(whyNotCited({ ...ended, state: 'SUPERSEDED', supersededBy: by }, TODAY)).toMatchObject({
      code: 'dataset.superseded',
      params: { day: '2026-01-02', by: '2026 年本底' },
    });
  });

  it('take no step but by the roles and states of the table', () => {
    for (const state of Object.keys(DATASET_STATES) as DatasetState[]) {
      for (const step of Object.keys(DATASET_STEPS) as DatasetStep[]) {
        for (const role of ROLE_NAMES) {
          const row: Partial<Record<string, { to: DatasetState; roles: readonly string[] }>> =
            DATASET_TABLE[state];
          const may = row[step]?.roles.includes(role) ?? false;
          const decided = decideStep({ state, title: '本底' }, step, [role]);
          expect([state, step, role, decided]).toEqual([
            state,
            step,
            role,
            may ? row[step]!.to : expect.objectContaining({ status: row[step] ? 403 : 409 }),
          ]);
          expect(stepsFor(state, [role]).includes(step)).toBe(may);
        }
      }
    }
  });
});

describe('the validity of shared data', () => {
  it('ends with the day of the same number so many years after sampling', () => {
    expect(longestValidity('2025-05-10', 3)).toBe('2028-05-10');
    expect(longestValidity('2024-02-29', 3)).toBe('2027-02-28');
    expect(decideValidity(air, 3, TODAY)).toEqual({ validTo: '2028-05-10' });
  });

  it('may be shorter than the parameter, never longer', () => {
    const until = (validTo: string) => decideValidity({ ...air, validTo }, 3, TODAY);
    expect(until('2027-01-01')).toEqual({ validTo: '2027-01-01' });
    expect(until('2028-05-10')).toEqual({ validTo: '2028-05-10' });
    expect(until('2028-05-11')).toMatchObject({
      refused: 'DATASET_VALID_TOO_LONG',
      params: { value: '2028-05-11', limit: '2028-05-10', years: 3 },
    });
    expect(until('2025-05-31')).toMatchObject({ refused: 'ENDS_BEFORE_START' });
  });

  it('has to be said where the rulebook has no parameter', () => {
    expect(decideValidity(air, null, TODAY)).toMatchObject({ params: { field: 'validTo' } });
    expect(decideValidity({ ...air, validTo: '2035-01-01' }, null, TODAY)).toEqual({
      validTo: '2035-01-01',
    });
  });

  it('of a sewer connection is the connection’s own, without sampling', () => {
    const sewer = { ...air, kind: 'sewer', sampledOn: null } as const;
    expect(decideValidity(sewer, null, TODAY)).toMatchObject({ params: { field: 'validTo' } });
    expect(decideValidity({ ...sewer, validTo: '2040-01-01' }, null, TODAY)).toEqual({
      validTo: '2040-01-01',
    });
    const sampled = { ...sewer, sampledOn: '2025-05-10', validTo: '2040-01-01' };
    expect(decideValidity(sampled, null, TODAY)).toMatchObject({ refused: 'DATASET_NOT_SAMPLED' });
  });

  it('needs sampling in the past, laboratory, CMA number and factors', () => {
    const faults = [
      { sampledOn: null },
      { sampledOn: '2026-11-26' },
      { laboratory: '' },
      { cmaNo: '' },
      { factors: [] },
      { validFrom: '2025-05-09' },
    ].map((change) => decideValidity({ ...air, ...change }, 3, TODAY));
    expect(faults).toMatchObject([
      { params: { field: 'sampledOn' } },
      { refused: 'DATASET_SAMPLED_LATER' },
      { params: { field: 'laboratory' } },
      { params: { field: 'cmaNo' } },
      { params: { field: 'factors' } },
      { refused: 'DATASET_VALID_BEFORE_SAMPLING' },
    ]);
  });

  it('is shortened to an earlier day only', () => {
    const days = { validFrom: '2025-06-01', validTo: '2028-05-10' };
    expect(shorteningFault(days, '2028-05-09')).toBeUndefined();
    expect(shorteningFault(days, '2028-05-10')).toMatchObject({ refused: 'DATASET_NOT_SHORTER' });
    expect(shorteningFault(days, '2025-05-31')).toMatchObject({ refused: 'ENDS_BEFORE_START' });
  });

  it('passes to a newer set of the same kind and park', () => {
    const older = { kind: 'ambient', parkId: 'a', title: '旧' } as const;
    expect(successionFault(older, { kind: 'ambient', parkId: 'a' })).toBeUndefined();
    expect(successionFault(older, { kind: 'sewer', parkId: 'a' })).toMatchObject({
      refused: 'DATASET_OTHER_KIND',
    });
    expect(successionFault(older, { kind: 'ambient', parkId: 'b' })).toMatchObject({
      refused: 'DATASET_UNKNOWN',
    });
  });
});
