import { describe, expect, it } from 'vitest';
import { readLink, writeLink, type Screening } from './link.ts';

const screening: Screening = {
  project: {
    name: '年产 800 万套 <b>塑料盒</b> 🎍',
    industries: ['2926', { code: '2452', facts: { extent: 'more' } }],
    works: ['school'],
    facts: { 'paint.solvent_t_a': { above: 0, below: 10 }, nature: 'new' },
  },
  on: '2026-11-23',
  jurisdiction: '330603',
  asked: ['site', 'process'],
  draft: { '-1 nature': 'new', 'rest: -1': 'none' },
  answered: { digest: 'abc', floor: 'FORM', ceiling: 'REPORT' },
};

describe('a link', () => {
  it('gives back what was written into it, whatever the characters', () => {
    expect(readLink(`#${writeLink(screening)}`)).toMatchObject(screening);
  });

  it('holds only characters that a chat program leaves alone', () => {
    expect(writeLink(screening)).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it.each([
    ['empty', ''],
    ['cut off', writeLink(screening).slice(0, 40)],
    ['not base64', '#%%%'],
    ['other JSON', `#${btoa('[1,2]')}`],
    ['a later version', `#${btoa(JSON.stringify({ ...screening, project: {}, v: 2 }))}`],
    [
      'a wrong day',
      `#${btoa(JSON.stringify({ v: 1, project: {}, on: 'today', jurisdiction: '330603', asked: [] }))}`,
    ],
    [
      'wrong facts',
      `#${btoa(JSON.stringify({ v: 1, project: { facts: [] }, on: '2026-11-23', jurisdiction: '330603', asked: [] }))}`,
    ],
    [
      'a wrong level',
      `#${btoa(JSON.stringify({ v: 1, project: {}, on: '2026-11-23', jurisdiction: '330603', asked: [], answered: { digest: 'x', floor: 'NONE', ceiling: 'FORM' } }))}`,
    ],
  ])('that is %s is told from a good one', (_, fragment) => {
    expect(readLink(fragment)).toBeNull();
  });
});
