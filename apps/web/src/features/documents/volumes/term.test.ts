import { expect, it } from 'vitest';
import { longerTerms } from './term.ts';

it('offers only what is longer than the templates ask for, and for ever last', () => {
  expect(longerTerms(30)).toEqual([50, 100, null]);
  expect(longerTerms(null)).toEqual([]);
});
