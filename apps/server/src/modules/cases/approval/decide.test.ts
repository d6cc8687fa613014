import { describe, expect, it } from 'vitest';
import {
  bureausFor,
  fileFault,
  intakeRefusalFault,
  intentFault,
  isDeemedAccepted,
  lackingIn,
  noticeFault,
  officeFault,
  officeFor,
  preparerFault,
  proposalFault,
  worksFault,
  type Periods,
} from './decide.ts';
import { anApplication } from './testing.ts';

const periods: Periods = {
  noticeUntil: '2026-03-10',
  acceptanceUntil: '2026-03-17',
  intentUntil: '2026-03-25',
  hearingUntil: '2026-03-23',
};
const COUNTY = { id: 'c', kind: 'COUNTY_EEB', name: '演示分局' } as const;
const CITY = { id: 'm', kind: 'MUNICIPAL_EEB', name: '演示市局' } as const;

describe('a file', () => {
  const all = {
    document: true,
    publicVersion: true,
    participation: false,
    contact: true,
    lead: true,
  };

  it('of a report form needs no statement on public participation, of a report book it does', () => {
    expect(lackingIn('FORM', anApplication(), all)).toEqual([]);
    expect(lackingIn('REPORT', anApplication(), all)).toEqual(['participation_statement']);
  });

  it('says what was begun, and the earlier number unless it is the first', () => {
    const again = anApplication({ begun: true, occasion: 'AFTER_REFUSAL' });
    expect(lackingIn('FORM', again, all)).toEqual(['earlierNumber', 'begunWords']);
  });

  it('with a false code or a share above the whole is refused', () => {
    expect(fileFault(anApplication({ preparerCode: '91330603DEM990002A' }))?.refused).toBe(
      'PREPARER_CODE_WRONG',
    );
    expect(fileFault(anApplication({ leadNumber: 'BH12' }))?.refused).toBe('LEAD_NUMBER_WRONG');
    expect(fileFault(anApplication({ totalYuan: 1, environmentYuan: 2 }))?.refused).toBe(
      'INVESTMENT_ABOVE_TOTAL',
    );
  });

  it('is not checked against a list that nobody entered, and refused by one that has its preparer', () => {
    const entry = {
      code: 'BH000001',
      kind: 'lead',
      list: 'barred',
      from: '2026-01-01',
      to: null,
      basis: '演示',
    } as const;
    expect(preparerFault(anApplication(), null)).toBeNull();
    expect(preparerFault(anApplication(), [entry])?.refused).toBe('PREPARER_BARRED');
    expect(preparerFault(anApplication(), [{ ...entry, kind: 'unit' }])).toBeNull();
  });
});

describe('intake', () => {
  const received = { missingOn: null, receivedOn: '2026-03-03' };

  it('may still tell what is missing on the last day, and not on the next', () => {
    expect(noticeFault(received, periods, '2026-03-10')).toBeNull();
    expect(noticeFault(received, periods, '2026-03-11')?.refused).toBe('DEEMED_ACCEPTED');
    expect(isDeemedAccepted('SUBMITTED', periods, '2026-03-10')).toBe(false);
    expect(isDeemedAccepted('SUBMITTED', periods, '2026-03-11')).toBe(true);
  });

  it('refuses for what is missing only after it was told', () => {
    const fault = (missingOn: string | null) =>
      intakeRefusalFault('NOT_COMPLETED', { ...received, missingOn }, periods, '2026-03-05');
    expect(fault(null)?.refused).toBe('MISSING_NOT_TOLD');
    expect(fault('2026-03-04')).toBeNull();
  });
});

describe('publicity', () => {
  const survey = { survey: { needed: false, on: null, words: '' } };

  it('of acceptance has to run out before the intent is posted', () => {
    expect(intentFault(survey, true, periods, '2026-03-17')?.refused).toBe('PUBLICITY_NOT_OVER');
    expect(intentFault(survey, true, periods, '2026-03-18')).toBeNull();
    expect(intentFault({ survey: null }, true, periods, '2026-03-18')?.refused).toBe(
      'SURVEY_NOT_NOTED',
    );
    expect(intentFault(survey, false, periods, '2026-03-18')?.refused).toBe('REVIEW_OPEN');
  });

  const given = {
    outcome: 'APPROVE',
    grounds: [],
    intent: 'APPROVE',
    hearing: null,
    asked: 0,
  } as const;
  const fault = (more: Partial<Parameters<typeof proposalFault>[0]>, today = '2026-03-26') =>
    proposalFault({ ...given, ...more }, periods, today)?.refused ?? null;

  it('of the intent, and the right to a hearing, have to run out before anything is proposed', () => {
    expect(fault({}, '2026-03-25')).toBe('PUBLICITY_NOT_OVER');
    expect(fault({})).toBeNull();
    const longer = { ...periods, hearingUntil: '2026-03-26' };
    expect(proposalFault(given, longer, '2026-03-26')?.refused).toBe('HEARING_PERIOD_NOT_OVER');
  });

  it('leaves a request for a hearing to be answered, and one that is granted to be held', () => {
    const hearing = { hold: true, on: '2026-04-01', words: '', heldOn: null, outcome: '' };
    expect(fault({ asked: 1 })).toBe('HEARING_NOT_ANSWERED');
    expect(fault({ asked: 1, hearing })).toBe('HEARING_NOT_HELD');
    expect(fault({ asked: 1, hearing: { ...hearing, hold: false } })).toBeNull();
  });

  it('binds to what was posted unless a hearing turned it, and a refusal to a ground', () => {
    expect(fault({ outcome: 'REFUSE', grounds: ['SITING'] })).toBe('OTHER_THAN_INTENDED');
    const hearing = { hold: true, on: '2026-04-01', words: '', heldOn: '2026-04-01', outcome: '' };
    expect(fault({ outcome: 'REFUSE', grounds: ['SITING'], hearing, asked: 1 })).toBeNull();
    expect(fault({ outcome: 'REFUSE', intent: 'REFUSE' })).toBe('REFUSAL_NEEDS_GROUND');
    expect(fault({ grounds: ['SITING'] })).toBe('APPROVAL_HAS_GROUND');
  });
});

describe('the office', () => {
  it('is the branch where the list lets it decide, else the city bureau', () => {
    expect(officeFor(['MUNICIPAL_EEB', 'COUNTY_EEB'], [COUNTY, CITY])).toBe(COUNTY);
    expect(officeFor(['MUNICIPAL_EEB'], [COUNTY, CITY])).toBe(CITY);
    expect(officeFor([], [COUNTY, CITY])).toBe(COUNTY);
    expect(bureausFor({ procedure: null })).toEqual([]);
  });

  it('that may not decide is refused by name, with the text', () => {
    expect(officeFault(['MUNICIPAL_EEB'], COUNTY, '浙环发〔2024〕67号')).toMatchObject({
      refused: 'OFFICE_NOT_COMPETENT',
      params: { value: '演示分局', basis: '浙环发〔2024〕67号' },
    });
    expect(officeFault(['MUNICIPAL_EEB'], CITY, '')).toBeNull();
    expect(officeFault([], COUNTY, '')).toBeNull();
  });
});

it('works may begin on the last day of the five years, and not after it', () => {
  const fault = (on: string) => worksFault('2026-03-26', on, '2031-03-26', '2031-12-31')?.refused;
  expect(fault('2031-03-26')).toBeUndefined();
  expect(fault('2031-03-27')).toBe('APPROVAL_TOO_OLD');
  expect(fault('2026-03-25')).toBe('WORKS_DAY_IMPOSSIBLE');
});
