import { describe, expect, it } from 'vitest';
import {
  CASE_STATES,
  CASE_STEPS,
  CASE_TRACKS,
  EMPTY_FILING,
  FILING_LIMITS,
  filingFaults,
  FilingForm,
  ROLE_NAMES,
  rolesFor,
  type CaseState,
  type CaseStep,
  type CaseTrack,
} from '@ludao/contracts';
import type { StoredCase } from '../model.ts';
import { stepFault } from '../decide.ts';
import { filingFault, refilingFault } from './decide.ts';

const FORM: FilingForm = {
  nature: 'NEW',
  floorAreaM2: 0,
  investmentCents: 1,
  environmentalInvestmentCents: 1,
  operationOn: '2026-11-25',
  content: '演示',
  impacts: [{ kind: 'NOISE', measure: '隔声', destination: '' }],
  legalRepresentative: '演示甲',
  contact: '演示乙',
  phone: '13612345678',
};
const RELIEF = {
  relief: 'r',
  pack: 'p',
  clause: '第一条',
  object: '演示片区',
  adoption: '演示〔2026〕1号',
};
const basis = (reliefs: StoredCase['basis']['reliefs']) =>
  ({ reliefs }) as unknown as StoredCase['basis'];
const codeOf = (...given: Parameters<typeof filingFault>) => filingFault(...given)?.refused;
const filed = { track: 'REGISTRATION', basis: basis([]) } as const;

describe('a registration form', () => {
  it('is filed on the planned day of operation, and not on the day after', () => {
    expect(codeOf(filed, FORM, ['truth', 'level'], '2026-11-25')).toBeUndefined();
    expect(codeOf(filed, FORM, ['truth', 'level'], '2026-11-26')).toBe('FILING_AFTER_OPERATION');
    expect(refilingFault('2026-11-25', '2026-11-25')).toBeNull();
    expect(refilingFault('2026-11-24', '2026-11-25')?.refused).toBe('REFILING_AFTER_OPERATION');
  });

  it('is filed only with everything declared that its kind asks for', () => {
    expect(codeOf(filed, FORM, ['truth'], '2026-11-25')).toBe('FILING_NOT_DECLARED');
    const lowered = { track: 'COMMITMENT', basis: basis([RELIEF]) } as const;
    expect(codeOf(lowered, FORM, ['truth', 'level'], '2026-11-25')).toBe('FILING_NOT_DECLARED');
    expect(codeOf(lowered, FORM, ['truth', 'reform'], '2026-11-25')).toBeUndefined();
  });

  it.each([[{ object: null }], [{ adoption: null }], [{ clause: '' }]])(
    'is not lowered without area, clause and adoption: %j',
    (missing) => {
      const lowered = { track: 'COMMITMENT', basis: basis([{ ...RELIEF, ...missing }]) } as const;
      const code = codeOf(lowered, FORM, ['truth', 'reform'], '2026-11-25');
      expect(code).toBe('FILING_WITHOUT_ADOPTION');
    },
  );

  it('names every field that is missing, and what is wrong with it', () => {
    expect(filingFaults(FORM)).toEqual([]);
    expect(filingFaults(EMPTY_FILING).map(({ field }) => field)).toEqual([
      'nature',
      'floorAreaM2',
      'investmentCents',
      'environmentalInvestmentCents',
      'operationOn',
      'content',
      'impacts',
      'legalRepresentative',
      'contact',
      'phone',
    ]);
    const air = { kind: 'AIR', measure: '吸附', destination: '' } as const;
    expect(filingFaults({ ...FORM, impacts: [air] })).toEqual([
      { field: 'impacts.AIR', code: 'DESTINATION' },
    ]);
    expect(filingFaults({ ...FORM, environmentalInvestmentCents: 2 })).toEqual([
      { field: 'environmentalInvestmentCents', code: 'ABOVE_TOTAL' },
    ]);
  });

  it('takes texts and figures up to their limits and not beyond', () => {
    const { content, investmentCents } = FILING_LIMITS;
    const at = { ...FORM, content: '字'.repeat(content), investmentCents };
    expect(FilingForm.safeParse(at).success).toBe(true);
    expect(FilingForm.safeParse({ ...at, content: `${at.content}字` }).success).toBe(false);
    const more = { ...at, investmentCents: investmentCents + 1 };
    expect(FilingForm.safeParse(more).success).toBe(false);
  });
});

describe('the table of steps', () => {
  const tracks = Object.keys(CASE_TRACKS) as CaseTrack[];
  const states = Object.keys(CASE_STATES) as CaseState[];
  const steps = Object.keys(CASE_STEPS) as CaseStep[];

  it('lets every step be taken exactly where it stands in the table, on every track and state', () => {
    for (const track of tracks) {
      for (const state of states) {
        for (const step of steps) {
          const { tracks: on, from } = CASE_STEPS[step];
          const isThere = (on as readonly string[]).includes(track);
          const isNow = (from as readonly string[]).includes(state);
          const code = stepFault({ track, state } as StoredCase, step)?.refused;
          const wanted = !isThere
            ? 'CASE_STEP_OF_OTHER_TRACK'
            : isNow
              ? undefined
              : 'CASE_STEP_NOT_NOW';
          expect([track, state, step, code]).toEqual([track, state, step, wanted]);
        }
      }
    }
  });

  it('gives each step to applicants, officers or their head, and to nobody else', () => {
    const who = {
      update: ['ENTERPRISE_OWNER', 'STEWARD', 'PARK_MANAGER'],
      review: ['APPROVAL_OFFICER'],
      sign: ['BUREAU_HEAD'],
    };
    for (const step of steps) {
      const { right } = CASE_STEPS[step];
      const others = ROLE_NAMES.filter((role) => !who[right].includes(role));
      const may = rolesFor(right, 'eia_case');
      expect([step, may.toSorted()]).toEqual([step, who[right].toSorted()]);
      expect(others.filter((role) => may.includes(role))).toEqual([]);
    }
  });

  it('leaves no state without a way in', () => {
    const reached = new Set<string>(['DRAFT', 'SUPERSEDED']);
    for (const step of steps) for (const state of CASE_STEPS[step].to ?? []) reached.add(state);
    expect(states.filter((state) => !reached.has(state))).toEqual([]);
  });
});
