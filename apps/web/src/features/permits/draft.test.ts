import { EMPTY_CONTENT } from '@ludao/contracts';
import { expect, it } from 'vitest';
import { firstCategory, linesOf, nextOutlet, sendable } from './draft.ts';

it('gives a new outlet the next free code of its kind', () => {
  const first = nextOutlet([], 'AIR_ORGANISED');
  expect(first.code).toBe('DA001');
  expect(nextOutlet([first], 'AIR_ORGANISED').code).toBe('DA002');
  expect(nextOutlet([first], 'WATER_INDIRECT').code).toBe('DW001');
});

it('begins with the category that the record has, and registers only by a registration', () => {
  expect(firstCategory('NEW', 'KEY')).toBe('KEY');
  expect(firstCategory('NEW', null)).toBe('SIMPLIFIED');
  expect(firstCategory('REGISTRATION', 'KEY')).toBe('REGISTRATION');
});

it('sends no row that nobody filled in', () => {
  const content = {
    ...EMPTY_CONTENT,
    amounts: [{ pollutant: 'VOCS' as const, gramsPerYear: 0 }],
    outlets: [
      {
        ...nextOutlet([], 'AIR_ORGANISED'),
        pollutants: [{ name: ' ', concentration: null, unit: 'MG_M3' as const, standard: '' }],
      },
    ],
  };
  const sent = sendable({ category: 'KEY', content, changedOn: null, reasons: [] });
  expect(sent.content.amounts).toEqual([]);
  expect(sent.content.outlets[0]?.pollutants).toEqual([]);
  expect(linesOf(' 一 \n\n二')).toEqual(['一', '二']);
});
