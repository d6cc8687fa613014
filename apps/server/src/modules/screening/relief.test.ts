import type { ScreeningRequest } from '@ludao/contracts';
import { rankOf, type Answer, type ReliefFinding } from '@ludao/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { theRulebook } from '../rulebook/testing.ts';
import { screen } from './service.ts';

const law = theRulebook();
const TODAY = '2026-11-25';

/** A plastics workshop in a park of the demonstration; the catalogue says: report form. */
const WORKSHOP: ScreeningRequest = {
  industries: ['2926'],
  jurisdiction: '330603',
  place: { park: 'demo-park-plastics' },
  facts: { nature: 'new', building: 'industrial', 'reform.meets_standards': true },
  unstated: 'no',
  demo: true,
};

function ask(change: Partial<ScreeningRequest> = {}, from = WORKSHOP): Answer {
  const request = { ...from, ...change, facts: { ...from.facts, ...change.facts } };
  const answer = screen(law, request, TODAY);
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems));
  return answer;
}

function finding(answer: Answer, relief: string): ReliefFinding {
  const found = answer.reliefs.find((entry) => entry.relief === relief);
  if (!found) throw new Error(`nothing is said of ${relief}`);
  return found;
}

const codes = ({ reasons }: ReliefFinding) => reasons.map(({ code }) => code);

describe('a reform area (measure 1)', () => {
  const AREA = 'area_downgrade_below_province';

  it('lowers the level by one where it is in force and adopted, and names area, clause and act', () => {
    const answer = ask();
    expect(answer).toMatchObject({ statutoryLevel: 'FORM', level: 'REGISTRATION', demo: true });
    expect(finding(answer, AREA)).toMatchObject({
      state: 'applies',
      from: 'FORM',
      to: 'REGISTRATION',
      clause: '第1条',
      object: { kind: 'area', id: 'demo-area-keqiao' },
      adoption: {
        documentNo: '演示政办发〔2025〕1号',
        provincialArrangementNo: expect.any(String),
      },
      tensions: ['T1', 'T13'],
    });
  });

  it('leaves the full level outside, on the negative list, off its standards and after expiry', () => {
    const outside = ask({ place: { park: 'demo-park-plain' } });
    expect(outside.level).toBe('FORM');
    expect(codes(finding(outside, AREA))).toEqual(['area.outside']);
    const plating = ask({ facts: { 'process.electroplating': true } });
    expect(plating.level).toBe('REPORT');
    expect(finding(plating, AREA).reasons).toContainEqual({
      code: 'area.negative',
      params: { no: '负面清单1', text: '有电镀工艺的项目' },
    });
    const solvent = ask({ facts: { 'paint.solvent_t_a': 3 } });
    expect(solvent.level).toBe('FORM');
    expect(codes(finding(solvent, AREA))).toEqual(['area.standard']);
    const late = ask({ place: { park: 'demo-park-old' } });
    expect(late.level).toBe('FORM');
    expect(codes(finding(late, AREA))).toEqual(['area.expired']);
  });

  it('is shown apart where everything fits but nobody adopted the draft', () => {
    const answer = ask({ place: { park: 'demo-park-shangyu' }, jurisdiction: '330604' });
    expect(answer.level).toBe('FORM');
    expect(finding(answer, AREA)).toMatchObject({ state: 'if_adopted', to: 'REGISTRATION' });
    expect(codes(finding(answer, AREA))).toEqual(['adoption.none']);
  });

  it('counts from the day of the adoption to its last day', () => {
    expect(ask({ on: '2024-12-31' }).level).toBe('FORM');
    expect(ask({ on: '2025-01-01' }).level).toBe('REGISTRATION');
    expect(ask({ on: '2027-12-31' }).level).toBe('REGISTRATION');
    expect(ask({ on: '2028-01-01' }).level).toBe('FORM');
  });

  it('of province level and above needs no adoption, because the province itself ruled it', () => {
    const answer = ask({ place: { park: 'demo-park-zone' } });
    expect(answer.level).toBe('REGISTRATION');
    expect(finding(answer, 'area_downgrade_provincial')).toMatchObject({
      state: 'applies',
      adoption: null,
      layer: 'PROVINCIAL_NORMATIVE',
    });
  });

  it('waits for the owner to say that the standards are met', () => {
    const answer = ask({ facts: { 'reform.meets_standards': null } });
    expect(answer.level).toBe('FORM');
    expect(finding(answer, AREA)).toMatchObject({
      state: 'open',
      missing: ['reform.meets_standards'],
    });
  });
});

describe('a park-wide EIA (measures 2 and 3)', () => {
  const MILL: ScreeningRequest = {
    industries: ['1752'],
    jurisdiction: '330603',
    place: { park: 'demo-park-textile' },
    facts: {
      nature: 'new',
      building: 'industrial',
      'process.dyeing': true,
      'capacity.t_a': 900,
      'reform.within_park_eia': true,
    },
    unstated: 'no',
    demo: true,
  };

  it('admits a tenant of its industry within its envelope without an EIA of his own', () => {
    const answer = ask({}, MILL);
    expect(answer).toMatchObject({ statutoryLevel: 'REPORT', level: 'EXEMPT' });
    expect(finding(answer, 'park_eia_direct_entry')).toMatchObject({
      state: 'applies',
      tensions: ['T2', 'T13'],
    });
  });

  it.each([
    ['the envelope', { facts: { 'capacity.t_a': 6001 } }, 'park.outside_envelope'],
    ['the industry', { industries: ['1713'] }, 'park.other_industry'],
    ['the share', { facts: { 'reform.within_park_eia': false } }, 'park.not_declared'],
  ] as const)('tells a tenant outside %s exactly what does not fit', (_, change, code) => {
    const answer = ask(change as Partial<ScreeningRequest>, MILL);
    expect(answer.level).not.toBe('EXEMPT');
    expect(codes(finding(answer, 'park_eia_direct_entry'))).toContain(code);
  });

  it('admits nobody outside the pilot, before it begins and after it ends', () => {
    const outside = {
      place: { park: 'demo-park-shangyu' },
      jurisdiction: '330604',
      industries: ['2926'],
    };
    expect(codes(finding(ask(outside, MILL), 'park_eia_direct_entry'))).toContain('pilot.outside');
    for (const [on, code] of [
      ['2028-01-01', 'pilot.expired'],
      ['2024-08-01', undefined],
      ['2024-06-30', 'pilot.not_yet'],
    ] as const) {
      const told = codes(finding(ask({ on }, MILL), 'park_eia_direct_entry'));
      expect(told.find((one) => one.startsWith('pilot.'))).toBe(code);
    }
  });

  it('lets its conclusions and valid data be cited, and refuses what is out of date with the reason', () => {
    const answer = ask({ facts: { 'reform.within_park_eia': false } }, MILL);
    const { cites, state, to } = finding(answer, 'cite_park_eia');
    expect([state, to]).toEqual(['applies', 'REPORT']);
    const refusals = Object.fromEntries(cites.map(({ id, refusal }) => [id, refusal?.code]));
    expect(refusals['demo-air-2025']).toBeUndefined();
    expect(refusals['demo-soil-2021']).toBe('dataset.expired');
    const later = ask({ on: '2029-08-01', facts: { 'reform.within_park_eia': false } }, MILL);
    expect(codes(finding(later, 'cite_park_eia'))).toContain('park_eia.expired');
  });

  it('never says that a zoning list was met when none is entered', () => {
    const answer = ask(
      { place: { park: 'demo-park-shangyu' }, jurisdiction: '330604', industries: ['2926'] },
      MILL,
    );
    expect(finding(answer, 'cite_park_eia')).toMatchObject({ state: 'open', missing: ['zoning'] });
  });
});

describe('shared facilities and no-new-land retrofits (measure 5)', () => {
  const DYEING: ScreeningRequest = {
    industries: ['1752'],
    jurisdiction: '330603',
    place: { park: 'demo-park-textile', facilities: ['demo-dye-centre'] },
    facts: {
      nature: 'new',
      building: 'industrial',
      'process.dyeing': true,
      'process.water_jet': true,
      'shared.agreement': true,
      'reform.within_park_eia': false,
      'reform.meets_standards': false,
    },
    unstated: 'no',
    demo: true,
  };

  it('leave out what a facility in force does, and say so', () => {
    const answer = ask({}, DYEING);
    expect(answer).toMatchObject({ statutoryLevel: 'REPORT', level: 'FORM' });
    expect(finding(answer, 'shared_facility_left_out')).toMatchObject({
      state: 'applies',
      leftOut: ['process.dyeing'],
    });
    const alone = ask({ place: { park: 'demo-park-textile' } }, DYEING);
    expect(alone.level).toBe('REPORT');
  });

  it('count nothing of a facility that is still being built, or without an agreement', () => {
    const plating = ask({
      place: { park: 'demo-park-plain', facilities: ['demo-plating-centre'] },
      facts: { 'process.electroplating': true, 'shared.agreement': true },
    });
    expect(plating.level).toBe('REPORT');
    expect(codes(finding(plating, 'shared_facility_left_out'))).toContain('facility.building');
    const promised = ask({ facts: { 'shared.agreement': false } }, DYEING);
    expect(codes(finding(promised, 'shared_facility_left_out'))).toEqual(['facility.no_agreement']);
  });

  const RETROFIT: ScreeningRequest = {
    works: ['waste_gas'],
    jurisdiction: '330603',
    place: { park: 'demo-park-plain' },
    facts: {
      nature: 'retrofit',
      'works.waste_gas': true,
      'retrofit.public_env_infra': true,
      'retrofit.no_new_land': true,
      'retrofit.no_added_pollutant': true,
    },
    unstated: 'no',
    demo: true,
  };

  it('free a retrofit of the park’s own treatment that adds nothing, and only that', () => {
    expect(ask({}, RETROFIT)).toMatchObject({ statutoryLevel: 'REGISTRATION', level: 'EXEMPT' });
    expect(ask({ facts: { 'retrofit.no_added_pollutant': false } }, RETROFIT).level).toBe(
      'REGISTRATION',
    );
    expect(ask({ place: { park: 'none' } }, RETROFIT).level).toBe('REGISTRATION');
  });
});

describe('a shared facility while the rest of the project is not known', () => {
  it('lowers nothing yet and names what would settle it', () => {
    const dyeing: ScreeningRequest = {
      industries: ['1752'],
      jurisdiction: '330603',
      place: { park: 'demo-park-textile', facilities: ['demo-dye-centre'] },
      facts: {
        nature: 'new',
        building: 'industrial',
        'process.dyeing': true,
        'shared.agreement': true,
      },
      demo: true,
    };
    const open = finding(ask({}, dyeing), 'shared_facility_left_out');
    expect(open).toMatchObject({ state: 'open', from: 'REPORT', to: 'REPORT' });
    expect(open.missing).toEqual(expect.arrayContaining(['process.wool_wash', 'works.wastewater']));
    const known = ask({ unstated: 'no' }, dyeing);
    expect(finding(known, 'shared_facility_left_out')).toMatchObject({
      state: 'applies',
      missing: [],
    });
    expect(rankOf(known.level as 'FORM')).toBeLessThan(rankOf('REPORT'));
  });
});

describe('permit registration and the exclusion list (measure 4)', () => {
  const SAUSAGES: ScreeningRequest = {
    industries: ['1353'],
    facts: { nature: 'new', building: 'industrial', 'capacity.t_a': 300 },
    unstated: 'no',
  };

  it('spare the registration form where the whole site is under permit registration', () => {
    const answer = ask({}, SAUSAGES);
    expect(answer).toMatchObject({ statutoryLevel: 'REGISTRATION', level: 'REGISTRATION' });
    expect(answer.permit).toMatchObject({ level: 'REGISTRATION', wholeSiteUnknown: false });
    expect(answer.procedure?.filing).toBe('waived');
    const larger = ask({ facts: { nature: 'expansion' } }, SAUSAGES);
    expect(larger.procedure?.filing).toBe('conditional');
  });

  it('exempt nothing by a list that nobody has entered, and say that it is not entered', () => {
    const answer = ask({}, SAUSAGES);
    const states = Object.fromEntries(
      answer.procedure!.steps.map(({ code, state }) => [code, state]),
    );
    expect(states).toMatchObject({
      exclusion_list: 'not_entered',
      zoning: 'not_entered',
      relief: 'not_entered',
    });
    expect(answer.demo).toBe(false);
  });

  it('name who decides by class and day (T5)', () => {
    const office = (on: string, change: Partial<ScreeningRequest> = {}) =>
      ask({ on, demo: false, place: {}, ...change }).procedure!.offices.map(({ basis }) => basis);
    expect(office('2025-02-01')).not.toEqual(office('2025-02-02'));
    expect(office('2025-02-02')).toEqual(['浙环发〔2024〕67号']);
  });
});

describe('whatever is asked', () => {
  const parks = law
    .demoScreener()
    .ruleSet.lists.flatMap((list) => (list.topic === 'parks' ? list.entries : []))
    .map(({ id }) => id);
  const flags = ['process.dyeing', 'process.electroplating', 'feature.recycled_plastic'];
  const declared = ['reform.meets_standards', 'reform.within_park_eia', 'shared.agreement'];
  const requests = fc.record({
    industry: fc.constantFrom('1752', '2926', '3399', '2110', '3360', '1353', '3841'),
    park: fc.constantFrom('none', 'unlisted', ...parks),
    county: fc.constantFrom('330600', '330603', '330604', '330681'),
    on: fc.constantFrom('2024-01-01', '2025-06-01', TODAY, '2028-06-01', '2031-01-01'),
    facts: fc.subarray([...flags, ...declared]),
    nature: fc.constantFrom('new', 'expansion', 'retrofit'),
  });

  it('the level of the law stays what the law alone says, and every step down has its ground', () => {
    fc.assert(
      fc.property(requests, ({ industry, park, county, on, facts, nature }) => {
        const request: ScreeningRequest = {
          industries: [industry],
          jurisdiction: county,
          on,
          place: { park },
          facts: {
            nature,
            building: 'industrial',
            ...Object.fromEntries(facts.map((key) => [key, true])),
          },
          unstated: 'no',
        };
        const { place: _, ...bare } = request;
        const demo = screen(law, { ...request, demo: true }, TODAY);
        const real = screen(law, bare, TODAY);
        if ('problems' in demo || 'problems' in real) throw new Error('refused');
        expect(demo.statutoryLevel).toBe(real.statutoryLevel);
        expect(real.level).toBe(real.statutoryLevel);
        if (demo.level === null || demo.level === demo.statutoryLevel) return;
        if (demo.level !== 'EXEMPT') {
          expect(rankOf(demo.level)).toBeLessThan(rankOf(demo.statutoryLevel!));
        }
        const counted = demo.reliefs.filter(
          ({ state, from, to }) => state === 'applies' && from !== to,
        );
        expect(counted.length).toBeGreaterThan(0);
        for (const { layer, adoption } of counted) {
          if (layer !== 'DRAFT_MEASURE') continue;
          expect(adoption!.from <= on && on <= adoption!.to!).toBe(true);
          expect(county.startsWith(adoption!.jurisdiction)).toBe(true);
        }
      }),
      { numRuns: 400, seed: 3 },
    );
  });
});
