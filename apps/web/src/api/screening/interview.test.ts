import type { Fact } from '@ludao/rules';
import { describe, expect, it } from 'vitest';
import { answersOf, nextQuestions, openQuestions, projectOf } from './interview.ts';

const text = { zh: '', en: '' };
const base = { scope: 'project', label: text } as const;
const facts: Fact[] = [
  { ...base, key: 'nature', group: 'site', type: 'choice', options: [], always: true },
  { ...base, key: 'boiler', group: 'also', type: 'boolean' },
  {
    ...base,
    key: 'boiler_t_h',
    group: 'also',
    type: 'quantity',
    unit: 't/h',
    zeroWhenUnstated: true,
    askWhen: { op: 'is', fact: 'boiler' },
  },
  { ...base, key: 'dyeing', group: 'process', type: 'boolean' },
];
const missing = ['dyeing', 'boiler', 'boiler_t_h'].map((fact) => ({ fact, activity: null }));
const keys = (found: readonly { readonly key: string }[]) => found.map(({ key }) => key);

describe('the questions before a lease', () => {
  it('begin with what every project is asked, then go topic by topic', () => {
    expect(keys(nextQuestions(missing, { facts }, {}))).toEqual(['nature']);
    expect(keys(nextQuestions(missing, { facts }, { nature: 'new' }))).toEqual(['dyeing']);
    const said = { nature: 'new', dyeing: false };
    expect(keys(nextQuestions(missing, { facts }, said))).toEqual(['boiler']);
  });

  it('ask for a detail only after what it depends on, and never where that is not known', () => {
    const said = { nature: 'new', dyeing: null };
    expect(keys(openQuestions(missing, { facts }, { ...said, boiler: true }))).toEqual([
      'boiler_t_h',
    ]);
    expect(openQuestions(missing, { facts }, { ...said, boiler: null })).toEqual([]);
  });

  it('are written into the project where they belong, and read back', () => {
    const project = projectOf(['1752', '2926'], { nature: 'new', '1752/dyeing': true });
    expect(project).toEqual({
      industries: [{ code: '1752', facts: { dyeing: true } }, '2926'],
      facts: { nature: 'new' },
      unstated: 'unknown',
    });
    expect(answersOf(project)).toEqual([
      { key: 'nature', value: 'new' },
      { key: '1752/dyeing', value: true },
    ]);
  });
});
