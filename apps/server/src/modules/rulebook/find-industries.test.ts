import { describe, expect, it } from 'vitest';
import { theRulebook } from './testing.ts';

const find = (query: string) => theRulebook().findIndustries(query, 8);
const codes = (query: string) => find(query).industries.map(({ code }) => code);

describe('a search for an industry', () => {
  it.each([
    ['注塑', '2929'],
    ['zhusu', '2929'],
    ['塑料盒', '2926'],
    ['喷漆房', '3360'],
    ['绣花', '2436'],
    ['汽修', '8111'],
    ['qixiu', '8111'],
    ['豆腐', '1392'],
    ['汽车零部件', '3670'],
    ['铸造', '3391'],
  ])('finds %s', (query, code) => {
    expect(codes(query)).toContain(code);
  });

  it('by code puts that code first and shows what lies below it', () => {
    expect(codes('2926')[0]).toBe('2926');
    expect(codes('C2926')[0]).toBe('2926');
    expect(codes('292')[0]).toBe('292');
    expect(codes('292')).toContain('2921');
  });

  it('says which everyday word led to a class', () => {
    expect(find('塑料盒').industries[0]).toMatchObject({ code: '2926', alias: '塑料盒' });
  });

  it('offers works that are no industry', () => {
    expect(find('学校').works.map(({ id }) => id)).toContain('school');
  });

  it('takes full-width digits and blanks as typed on a phone', () => {
    expect(codes(' ２９２６ ')[0]).toBe('2926');
  });

  it.each(['', '   ', '￥%', 'zzzzzz', "'; drop table", '<b>'])(
    'finds nothing for “%s”',
    (query) => {
      expect(find(query)).toEqual({ industries: [], works: [] });
    },
  );
});
