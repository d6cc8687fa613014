import {
  APPLICATION_KIND_NAMES,
  APPLICATION_KINDS,
  APPLICATION_STATES,
  APPLICATION_STEP_NAMES,
  APPLICATION_STEPS,
  completeCreditCode,
  isNumberOf,
  permitNumber,
  ROLE_NAMES,
  rolesForStep,
  type ApplicationState,
  type ApplicationStep,
} from '@ludao/contracts';
import { describe, expect, it } from 'vitest';
import { contentFault } from './content.ts';
import {
  categoryFault,
  decisionLength,
  isDeemedAccepted,
  kindFault,
  recordFault,
  renewalDay,
  siteCheckLengthens,
  stateOn,
  stepFault,
  STEP_RIGHTS,
  validityOf,
  versionOn,
} from './decide.ts';
import { aContent, anOutlet } from './testing.ts';

const STATES = Object.keys(APPLICATION_STATES) as ApplicationState[];
const STEPS = Object.keys(APPLICATION_STEP_NAMES) as ApplicationStep[];
const nobody = { person: 'p', post: 'x', holder: null };

describe('a step of an application', () => {
  it.each(APPLICATION_KIND_NAMES)(
    'of %s is open to those of the table and to nobody else',
    (kind) => {
      for (const state of STATES) {
        for (const step of STEPS) {
          for (const role of ROLE_NAMES) {
            const fault = stepFault({ kind, state }, step, {
              roles: [role],
              act: nobody,
              work: [],
            });
            const table: Record<string, readonly string[] | undefined> =
              APPLICATION_STEPS[APPLICATION_KINDS[kind].track][state];
            const where = `${kind} ${state} ${step} ${role}`;
            expect(fault === undefined, where).toBe(table[step]?.includes(role) ?? false);
            const code = table[step] ? 'PERMIT_STEP_ROLE' : 'PERMIT_STEP_NOT_NOW';
            if (fault) expect(fault.refused, where).toBe(code);
          }
        }
      }
    },
  );

  it('leads out of every state that is no end', () => {
    for (const kind of APPLICATION_KIND_NAMES) {
      const { track } = APPLICATION_KINDS[kind];
      const reached = track === 'LICENCE' ? STATES : (['DRAFT', 'TO_RECORD'] as const);
      for (const state of reached.filter(
        (one) => !['IN_FORCE', 'REFUSED', 'DECLINED', 'WITHDRAWN'].includes(one),
      )) {
        expect(STEPS.some((step) => rolesForStep(kind, state, step).length > 0)).toBe(true);
      }
    }
    expect(Object.keys(STEP_RIGHTS).sort()).toEqual([...STEPS].sort());
  });

  it('of deciding is not for whoever proposed it, nor for whoever stands in for him', () => {
    const proposed = { person: 'officer', post: 'desk', holder: 'officer' };
    const decide = (act: typeof nobody | typeof proposed) =>
      stepFault({ kind: 'NEW', state: 'PROPOSED' }, 'decide', {
        roles: ['BUREAU_HEAD'],
        act,
        work: [proposed],
      })?.refused;
    expect(decide({ person: 'head', post: 'top', holder: null })).toBeUndefined();
    expect(decide({ person: 'officer', post: 'top', holder: null })).toBe('OWN_WORK');
    expect(decide({ person: 'head', post: 'top', holder: 'officer' })).toBe('OWN_WORK');
  });
});

describe('how a permit stands', () => {
  const first = { no: 1, kind: 'NEW', inForceFrom: '2021-11-26', validTo: '2026-11-25' } as const;
  const renewed = {
    no: 2,
    kind: 'RENEWAL',
    inForceFrom: '2026-11-26',
    validTo: '2031-11-25',
  } as const;

  it('is told of each day: before, on and after its first and last', () => {
    expect(stateOn([], true, '2026-11-25')).toBe('APPLIED');
    expect(stateOn([], false, '2026-11-25')).toBe('NOT_GRANTED');
    expect(stateOn([first], false, '2021-11-25')).toBe('NOT_GRANTED');
    expect(stateOn([first], false, '2021-11-26')).toBe('IN_FORCE');
    expect(stateOn([first], false, '2026-11-25')).toBe('IN_FORCE');
    expect(stateOn([first], false, '2026-11-26')).toBe('EXPIRED');
    const cancelled = { ...first, no: 2, kind: 'CANCEL', inForceFrom: '2025-01-01' } as const;
    expect(stateOn([first, cancelled], false, '2024-12-31')).toBe('IN_FORCE');
    expect(stateOn([first, cancelled], false, '2025-01-01')).toBe('CANCELLED');
  });

  it('has on a past day the version that was in force then', () => {
    expect(versionOn([first, renewed], '2026-11-25')?.no).toBe(1);
    expect(versionOn([first, renewed], '2026-11-26')?.no).toBe(2);
    expect(versionOn([first, renewed], '2021-11-25')).toBeUndefined();
  });
});

describe('what may be applied for', () => {
  const licence = { state: 'IN_FORCE', category: 'KEY', validTo: '2026-12-31' } as const;
  const registration = { ...licence, category: 'REGISTRATION' } as const;
  const code = (...given: Parameters<typeof kindFault>) => kindFault(...given)?.refused;

  it('is a renewal to the last day of the permit, in time until 60 days before it', () => {
    expect(renewalDay('2026-12-31')).toBe('2026-11-01');
    expect(code('RENEWAL', licence, '2026-11-01')).toBeUndefined();
    expect(code('RENEWAL', licence, '2026-11-02')).toBeUndefined();
    expect(code('RENEWAL', licence, '2026-12-31')).toBeUndefined();
    expect(code('RENEWAL', { ...licence, state: 'EXPIRED' }, '2027-01-01')).toBe('PERMIT_LAPSED');
  });

  it('is one permit for one place', () => {
    expect(code('NEW', licence, '2026-11-01')).toBe('PERMIT_EXISTS');
    expect(code('NEW', registration, '2026-11-01')).toBeUndefined();
    expect(code('NEW', { ...licence, state: 'EXPIRED' }, '2027-01-01')).toBeUndefined();
    expect(code('REGISTRATION', licence, '2026-11-01')).toBe('PERMIT_EXISTS');
    expect(code('REAPPLY', registration, '2026-11-01')).toBe('NO_PERMIT_IN_FORCE');
    expect(code('REGISTRATION_CHANGE', licence, '2026-11-01')).toBe('NO_REGISTRATION_IN_FORCE');
    expect(code('CANCEL', { ...licence, state: 'CANCELLED' }, '2026-11-01')).toBe(
      'NO_PERMIT_IN_FORCE',
    );
  });

  it('is a registration again in its last ninety days', () => {
    expect(code('REGISTRATION', registration, '2026-10-01')).toBe('REGISTRATION_EXISTS');
    expect(code('REGISTRATION', registration, '2026-10-02')).toBeUndefined();
    expect(code('REGISTRATION', registration, '2026-10-03')).toBeUndefined();
  });

  it('is nothing while a renewal that was granted ahead has not begun', () => {
    expect(code('CHANGE_BASIC', { ...licence, laterFrom: '2027-01-01' }, '2026-12-01')).toBe(
      'PERMIT_GRANTED_AHEAD',
    );
  });
});

describe('the periods of an application', () => {
  it('count it as accepted once the last day to ask has passed', () => {
    expect(isDeemedAccepted('SUBMITTED', '2026-11-28', '2026-11-27')).toBe(false);
    expect(isDeemedAccepted('SUBMITTED', '2026-11-28', '2026-11-28')).toBe(false);
    expect(isDeemedAccepted('SUBMITTED', '2026-11-28', '2026-11-29')).toBe(true);
    expect(isDeemedAccepted('INCOMPLETE', '2026-11-28', '2026-11-29')).toBe(false);
  });

  it('are those of the category, and of a renewal its own', () => {
    expect(decisionLength('NEW', 'SIMPLIFIED')).toBe('SIMPLIFIED');
    expect(decisionLength('REAPPLY', 'KEY')).toBe('KEY');
    expect(decisionLength('RENEWAL', 'KEY')).toBe('RENEWAL');
    expect(decisionLength('CHANGE_BASIC', 'KEY')).toBeNull();
  });

  it('are longer for a site check of key management that was made within them', () => {
    const key = { length: 'KEY', dueOn: '2026-12-25' };
    expect(siteCheckLengthens(key, '2026-12-24')).toBe(true);
    expect(siteCheckLengthens(key, '2026-12-25')).toBe(true);
    expect(siteCheckLengthens(key, '2026-12-26')).toBe(false);
    expect(siteCheckLengthens({ ...key, length: 'SIMPLIFIED' }, '2026-12-01')).toBe(false);
  });
});

describe('the days of a permit', () => {
  it('are five years, and follow an earlier permit without a gap', () => {
    expect(validityOf('NEW', '2026-11-25', null)).toEqual({
      inForceFrom: '2026-11-25',
      validFrom: '2026-11-25',
      validTo: '2031-11-24',
    });
    const before = { validFrom: '2021-12-16', validTo: '2026-12-15' };
    expect(validityOf('RENEWAL', '2026-12-15', before).validFrom).toBe('2026-12-16');
    expect(validityOf('RENEWAL', '2026-12-16', before).validFrom).toBe('2026-12-16');
    expect(validityOf('RENEWAL', '2026-12-17', before).validFrom).toBe('2026-12-17');
    expect(validityOf('NEW', '2024-02-29', null).validTo).toBe('2029-02-27');
  });

  it('stay as they are by a change', () => {
    const before = { validFrom: '2021-12-16', validTo: '2026-12-15' };
    const changed = validityOf('CHANGE_BASIC', '2026-11-25', before);
    expect(changed).toEqual({ inForceFrom: '2026-11-25', ...before });
  });
});

describe('what an application says', () => {
  const said = (over: object = {}) => ({
    kind: 'NEW' as const,
    category: 'SIMPLIFIED' as const,
    content: aContent(),
    changedOn: null,
    reasons: [] as string[],
    ...over,
  });
  const fault = (over: object) => {
    const found = contentFault(said(over), '2026-11-25');
    return found && `${found.refused} ${found.params['field']}`;
  };

  it('is enough, or the first thing that lacks is named', () => {
    expect(fault({})).toBeUndefined();
    expect(fault({ content: aContent({ address: '' }) })).toBe('PERMIT_FIELD_EMPTY address');
    expect(fault({ content: aContent({ monitoring: [] }) })).toBe('PERMIT_FIELD_EMPTY monitoring');
    expect(fault({ kind: 'REAPPLY' })).toBe('PERMIT_FIELD_EMPTY reasons');
    expect(fault({ kind: 'REGISTRATION' })).toBe('CATEGORY_OF_ANOTHER_WAY category');
    expect(fault({ kind: 'REGISTRATION', category: 'REGISTRATION' })).toBeUndefined();
    const change = { kind: 'CHANGE_BASIC', reasons: ['NAME'] };
    expect(fault({ ...change, changedOn: '2026-11-26' })).toBe('PERMIT_DAY_IMPOSSIBLE changedOn');
    expect(fault({ ...change, changedOn: '2026-11-25' })).toBeUndefined();
  });

  it('agrees about outlets and where the wastewater goes', () => {
    const outlets = [anOutlet(), anOutlet()];
    expect(fault({ content: aContent({ outlets }) })).toBe('OUTLET_TWICE outlets');
    const wrong = [anOutlet({ code: 'DW001' })];
    expect(fault({ content: aContent({ outlets: wrong }) })).toBe('OUTLET_PREFIX outlets');
    const empty = [anOutlet({ pollutants: [] })];
    expect(fault({ content: aContent({ outlets: empty }) })).toBe('OUTLET_EMPTY outlets');
    expect(fault({ content: aContent({ wastewater: 'SEWER' }) })).toBe('OUTLET_WASTEWATER outlets');
    const sewer = [anOutlet(), anOutlet({ code: 'DW001', kind: 'WATER_INDIRECT' })];
    expect(fault({ content: aContent({ wastewater: 'SEWER', outlets: sewer }) })).toBeUndefined();
    expect(fault({ content: aContent({ outlets: sewer }) })).toBe('OUTLET_WASTEWATER outlets');
  });

  it('is no lower than what the catalogue certainly asks', () => {
    const floor = (of: string) => ({ floor: of, law: '名录' });
    expect(categoryFault('SIMPLIFIED', floor('REGISTRATION'))).toBeUndefined();
    expect(categoryFault('SIMPLIFIED', floor('SIMPLIFIED'))).toBeUndefined();
    expect(categoryFault('SIMPLIFIED', floor('KEY'))?.refused).toBe('CATEGORY_TOO_LOW');
    expect(categoryFault('REGISTRATION', null)).toBeUndefined();
  });
});

describe('a number', () => {
  const code = completeCreditCode('91330603DEM000001');

  it('is the credit code, a serial of three digits and a letter', () => {
    expect(permitNumber(code, 1, 'LICENCE')).toBe(`${code}001P`);
    expect(permitNumber(code, 12, 'REGISTRATION')).toBe(`${code}012W`);
    expect(isNumberOf(`${code}001P`, null)).toBe(true);
    expect(isNumberOf(`${code}01P`, null)).toBe(false);
  });

  it('of the official system belongs to the holder, and its day is neither too early nor to come', () => {
    const record = { number: `${code}001P`, on: '2026-11-25', validTo: null };
    const within = { creditCode: null, since: '2026-11-24', today: '2026-11-25' };
    expect(recordFault(record, within)).toBeUndefined();
    expect(recordFault({ ...record, on: '2026-11-24' }, within)).toBeUndefined();
    expect(recordFault({ ...record, on: '2026-11-23' }, within)?.refused).toBe(
      'PERMIT_DAY_IMPOSSIBLE',
    );
    expect(recordFault({ ...record, on: '2026-11-26' }, within)?.refused).toBe(
      'PERMIT_DAY_IMPOSSIBLE',
    );
    const other = { ...within, creditCode: completeCreditCode('91330602DEM000002') };
    expect(recordFault(record, other)?.refused).toBe('PERMIT_NUMBER_OF_ANOTHER');
    expect(recordFault(record, { ...within, creditCode: code })).toBeUndefined();
  });
});
