import type { ScreeningRequest } from '@ludao/contracts';
import { describe, expect, it } from 'vitest';
import { theRulebook } from '../rulebook/testing.ts';
import { screen } from './service.ts';

const law = theRulebook();

function ask(request: ScreeningRequest) {
  const answer = screen(law, request, '2026-11-23');
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems));
  return answer;
}
const missing = (request: ScreeningRequest) => ask(request).missing.map(({ fact }) => fact);

describe('"what I leave out is no"', () => {
  it('does not turn an explicit "I do not know" into no', () => {
    const facts = { nature: 'new', building: 'industrial', 'paint.solvent_t_a': null };
    expect(ask({ industries: ['2110'], facts, unstated: 'no' }).level).toBeNull();
    expect(missing({ industries: ['2110'], facts, unstated: 'no' })).toEqual(['paint.solvent_t_a']);
  });

  it.each([
    ['a boiler house', { works: ['heat_supply'] }, 'boiler.coal_oil_t_h'],
    ['wastewater works', { works: ['wastewater'] }, 'works.wastewater'],
    ['hazardous waste', { works: ['hazardous_waste'] }, 'hazardous.use_or_disposal'],
    ['waste processing', { industries: ['4220'] }, 'feed.plastic'],
    [
      'a class that leaves its products open',
      { industries: ['3985'] },
      'product.semiconductor_material',
    ],
    ['a code too short to tell', { industries: ['291'] }, 'product.tyre'],
  ] as [string, ScreeningRequest, string][])(
    'leaves the very subject of %s unknown',
    (_, project, fact) => {
      expect(missing({ ...project, facts: { nature: 'new' }, unstated: 'no' })).toContain(fact);
    },
  );
});

describe('one project under two codes', () => {
  const mills = (rice: number, wheat: number): ScreeningRequest => ({
    industries: [
      { code: '1311', facts: { 'capacity.t_a': rice } },
      { code: '1312', facts: { 'capacity.t_a': wheat } },
    ],
    facts: { nature: 'new', building: 'industrial' },
    unstated: 'no',
  });

  it('counts scales under one clause together, so that splitting never lowers the level', () => {
    expect(ask(mills(6000, 3999)).level).toBe('NOT_LISTED');
    expect(ask(mills(6000, 4000)).level).toBe('FORM');
  });

  it('keeps castings of iron and of other metals apart, as the cell does', () => {
    const foundry = (iron: number, other: number): ScreeningRequest => ({
      industries: [
        { code: '3391', facts: { 'capacity.t_a': iron } },
        { code: '3392', facts: { 'capacity.t_a': other } },
      ],
      facts: { nature: 'new' },
      unstated: 'no',
    });
    expect(ask(foundry(60_000, 60_000)).level).toBe('FORM');
    expect(ask(foundry(100_000, 1)).level).toBe('REPORT');
  });

  it('shows the note that makes anodising plating', () => {
    const { items } = ask({ industries: ['3360'], facts: { 'process.anodising': true } });
    const notes = items.find(({ decides }) => decides)?.citation?.notes;
    expect(notes).toEqual([expect.stringContaining('阳极氧化')]);
  });
});
