import { describe, expect, it } from 'vitest';
import { ScreeningRequest } from './screening.ts';
import { levelText, PROBLEM_CODES, problemText, statusText } from './texts.ts';

describe('the texts that several doors share', () => {
  it.each(PROBLEM_CODES)('say %s in Chinese and in English', (code) => {
    expect(problemText(code, {}, 'zh')).toMatch(/[\u4e00-\u9fff]|^（）$/);
    expect(problemText(code, {}, 'en')).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('fill in the place and the limit', () => {
    const params = { fact: 'paint.solvent_t_a', value: '9e9', max: 1000, unit: 't/a' };
    expect(problemText('quantity.absurd', params, 'zh')).toContain('1000 t/a');
  });

  it('show a code that has no text instead of hiding it', () => {
    expect(problemText('new.code', { at: 3 }, 'en')).toBe('new.code {"at":3}');
  });

  it('name levels and states in both languages', () => {
    expect(levelText('FORM', 'zh')).toBe('环境影响报告表');
    expect(levelText('FORM', 'en')).toBe('Environmental impact report form');
    expect(statusText('provisional', 'zh')).toContain('暂定');
  });
});

describe('a screening request', () => {
  it('takes a project as a stranger writes it', () => {
    const request = {
      industries: ['2926', { code: '2452', facts: { extent: 'more' } }],
      facts: {
        'paint.solvent_t_a': { above: 0, below: '10 t/a' },
        building: ['industrial', 'open_or_mixed'],
        nature: null,
      },
      unstated: 'no',
      on: '2026-11-23',
    };
    expect(ScreeningRequest.parse(request)).toEqual(request);
  });

  it.each([
    ['a field nobody knows', { industry: '2926' }],
    ['a day that is none', { on: '2026-13-01' }],
    ['a county that is none', { jurisdiction: '3306' }],
    [
      'more industries than a project has',
      { industries: Array.from({ length: 21 }, () => '2926') },
    ],
    ['an amount with a field nobody knows', { facts: { 'paint.solvent_t_a': { least: 3 } } }],
  ])('refuses %s', (_, request) => {
    expect(ScreeningRequest.safeParse(request).success).toBe(false);
  });
});
