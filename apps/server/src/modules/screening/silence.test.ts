import type { ScreeningRequest } from '@ludao/contracts';
import type { Answer } from '@ludao/rules';
import { describe, expect, it } from 'vitest';
import { theRulebook } from '../rulebook/testing.ts';
import { screen } from './service.ts';

const law = theRulebook();
type Facts = NonNullable<ScreeningRequest['facts']>;

function answer(request: ScreeningRequest): ReturnType<typeof screen> {
  return screen(law, { unstated: 'no', ...request }, '2026-11-25');
}

function ask(industries: ScreeningRequest['industries'], facts: Facts): Answer {
  const said = answer({ industries, facts: { nature: 'new', building: 'industrial', ...facts } });
  if ('problems' in said) throw new Error(JSON.stringify(said.problems));
  return said;
}

describe('silence is not "no" to what was said in other words', () => {
  it.each<[string, string, Facts, string]>([
    [
      'printing that is washed',
      '1752',
      { 'process.printing_with_washing': true },
      'process.printing_wet',
    ],
    ['“印刷” said of cloth', '1829', { 'process.printing': true }, 'process.printing_wet'],
    [
      'solvent glue in finishing',
      '1761',
      { 'process.finishing': true, 'adhesive.solvent_t_a': 15 },
      'process.finishing_solvent',
    ],
    [
      'flux galvanising and chrome',
      '3360',
      { 'process.hot_dip_solvent': true, 'process.passivation_chrome': true },
      'process.hot_dip_passivated',
    ],
    ['organic solvent', '3981', { 'solvent.organic_t_a': 5 }, 'process.organic_solvent'],
    ['ink for paper goods', '2231', { 'ink.low_voc_t_a': 8 }, 'process.printing'],
    ['glue for paper goods', '2231', { 'adhesive.water_t_a': 30 }, 'process.gluing'],
    ['only the thinner', '4330', { 'thinner.solvent_t_a': 2 }, 'paint.solvent_t_a'],
    ['only the hardener', '4119', { 'coating.hardener_cleaner_t_a': 2 }, 'paint.solvent_t_a'],
  ])('%s (%s)', (_, code, facts, open) => {
    const { status, missing } = ask([code], facts);
    expect(status).toBe('provisional');
    expect(missing.map(({ fact }) => fact)).toContain(open);
    const denied = ask([code], { ...facts, [open]: open.endsWith('t_a') ? 0 : false });
    expect(denied.missing.map(({ fact }) => fact)).not.toContain(open);
  });
});

describe('waste plastic as feed of a plastics workshop', () => {
  it('is asked about, not denied', () => {
    const facts: Facts = { 'feed.plastic': true };
    const { missing } = ask(['4220', '2929'], facts);
    expect(missing.map(({ fact }) => fact)).toContain('feature.recycled_plastic');
  });
});

describe('the permit of a site that stands already', () => {
  it.each<[string, string, Facts, string]>([
    ['furniture, 6 t of solvent paint added', '2110', { 'paint.solvent_t_a': 6 }, 'REGISTRATION'],
    ['plating added', '3360', { 'process.electroplating': true }, 'KEY'],
  ])('is known from below only: %s', (_, code, facts, floor) => {
    const { permit } = ask([code], { nature: 'expansion', ...facts });
    expect(permit).toMatchObject({ floor, ceiling: 'KEY', wholeSiteUnknown: true });
    expect(permit?.level).toBe(floor === 'KEY' ? 'KEY' : null);
  });
});

describe('a project of several industries', () => {
  const shared: Facts = { nature: 'new', building: 'industrial', 'paint.low_voc_t_a': 3 };
  const welding = { code: '3311', facts: { extent: 'only_cut_weld_assemble' } };

  it('may paint in one and only weld in the other', () => {
    const said = answer({
      industries: [welding, { code: '2039', facts: { extent: 'more' } }],
      facts: shared,
    });
    expect(said).not.toHaveProperty('problems');
  });

  it('contradicts itself where it is said of each', () => {
    const said = answer({
      industries: [welding, { code: '3332', facts: welding.facts }],
      facts: shared,
    });
    expect(said).toMatchObject({ problems: [{ code: 'facts.contradict' }] });
  });
});

describe('powder paint', () => {
  it.each([
    [6, ['small_low_voc_with_other_work']],
    [12, []],
  ])('of %d t counts with low-VOC paint: under 10 t an officer confirms', (tonnes, codes) => {
    const facts: Facts = { 'paint.powder_t_a': tonnes, extent: 'more' };
    const { statutoryLevel, confirm } = ask(['3351'], facts);
    expect(statutoryLevel).toBe('FORM');
    expect(confirm.map(({ code }) => code)).toEqual(codes);
  });
});

describe('what would contradict what was said', () => {
  it('is not asked: only mixing says that nothing ferments and no tower sprays', () => {
    const beer = ask(['1461'], { extent: 'only_mixing', 'capacity.t_a': 500 });
    expect(beer.status).toBe('decided');
    const soap = ask(['2681'], { extent: 'only_mixing' });
    expect(soap.missing.map(({ fact }) => fact)).not.toContain('process.spray_tower');
  });
});
