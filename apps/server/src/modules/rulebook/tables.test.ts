import { describe, expect, it } from 'vitest';
import { countRows } from './tables.ts';
import { theRulebook } from './testing.ts';

const { tables } = theRulebook().rulebook;

describe('the official tables kept for later', () => {
  it('hold every code of the hazardous-waste list of 2021 once, each ending in its category', () => {
    const table = tables.find((entry) => entry.kind === 'hazardous-waste')!;
    expect(countRows(table)).toBe(467);
    expect(table.effectiveTo).toBe('2024-12-31');
    if (table.kind !== 'hazardous-waste') return;
    expect(table.content.wastes.find(({ code }) => code === '900-041-49')).toMatchObject({
      category: 'HW49',
      description: expect.stringContaining('沾染'),
    });
  });

  it('hold the three tables of GB 4287-2012 with their days, and the amendment beside them', () => {
    const table = tables.find((entry) => entry.kind === 'discharge-standard')!;
    if (table.kind !== 'discharge-standard') throw new Error('wrong table');
    expect(table.content.tables.map(({ limits }) => limits.length)).toEqual([13, 13, 13]);
    const [, second] = table.content.tables;
    expect(second!.limits[1]).toMatchObject({ pollutant: expect.stringContaining('化学需氧量') });
    expect(second!.applies_to).toContainEqual({
      enterprise: '现有企业',
      effective_from: '2015-01-01',
    });
    expect(table.content.amendments).toHaveLength(1);
  });
});
