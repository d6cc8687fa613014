import { expect, it } from 'vitest';
import { numberOf, patternFault } from './pattern.ts';

it('shows a number as the paper will bear it', () => {
  expect(numberOf('演环责改〔{year}〕{serial}号', 2026, 7)).toBe('演环责改〔2026〕7号');
});

it.each([
  ['演环责改〔{year}〕{serial}号', null],
  ['演环责改[{year}]{serial}号', 'year'],
  ['演环责改〔{year}〕0{serial}号', 'padded'],
  ['演环责改〔{year}〕第{serial}号', 'padded'],
  ['演环责改〔{year}〕', 'serial'],
  ['演环 责改〔{year}〕{serial}号', 'blank'],
  ['〔{year}〕{serial}号', 'long'],
] as const)('says of the pattern %s what is wrong: %s', (pattern, fault) => {
  expect(patternFault(pattern)).toBe(fault);
});
