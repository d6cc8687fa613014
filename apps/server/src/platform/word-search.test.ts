import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchKey, searchWords } from './word-search.ts';

const CODE = '91330603MA2JXEXP5L';

/** What the database does: the index first, then the words themselves. */
function isFound(name: string, typed: string): boolean {
  const row = searchKey(name, CODE);
  const asked = searchWords(typed);
  return asked.grams.every((gram) => row.grams.includes(gram)) && row.search.includes(asked.search);
}

describe('a search', () => {
  it.each([
    '兰亭',
    'lanting',
    'anti',
    'lt',
    '兰',
    'l',
    '有限公司',
    'yxgs',
    '330603',
    'ma2j',
    '５Ｌ',
  ])('finds the name by %s', (typed) => expect(isFound('演示兰亭塑料有限公司', typed)).toBe(true));

  it('narrows by what tells names apart, and not by what every name holds', () => {
    expect(searchWords('兰亭塑料有限公司').grams).toEqual(['兰亭', '亭塑', '塑料', '料有']);
    expect(searchWords('有限公司').grams).toEqual([]);
    expect(searchKey('演示有限公司').grams).not.toContain('公司');
  });

  it('never loses a row by its index: whatever stands in the words is found', () => {
    const characters = Array.from('兰亭塑料有限公司印染一123 ａＢc');
    const name = fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(name, fc.nat(), fc.nat(), (text, from, length) => {
        const { search } = searchKey(text, CODE);
        const begin = from % search.length;
        const part = search.slice(begin, begin + 1 + (length % (search.length - begin)));
        expect(isFound(text, part)).toBe(true);
      }),
    );
  });
});
