import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskName, maskPhone, readPhone } from './masks.ts';

describe('a masked name', () => {
  it.each([
    ['张三', '张*'],
    ['张三丰', '张**'],
    ['欧阳修', '欧阳*'],
    ['诸葛孔明', '诸葛**'],
    // Two characters are a surname and a given name, whatever they spell together.
    ['东方', '东*'],
    ['𠮷田一', '𠮷**'],
    ['张', '*'],
    ['', ''],
    ['  李四 ', '李*'],
    ['买买提·艾力', '买***'],
    ['Anna Li', 'A*** L***'],
    ['José', 'J***'],
    ['张三（厂长）', '张***'],
  ])('of %s is %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it('never holds the given name', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[张王李赵]\p{Script=Han}{1,3}$/u), (name) => {
        expect(maskName(name)).not.toContain(Array.from(name).slice(1).join(''));
      }),
    );
  });
});

describe('a masked phone number', () => {
  it.each([
    ['13812345678', '138****5678'],
    ['138 1234 5678', '138****5678'],
    ['138-1234-5678', '138****5678'],
    ['+86 138-1234-5678', '138****5678'],
    ['１３８１２３４５６７８', '138****5678'],
    ['0575-85123456', '0575-****3456'],
    ['057585123456', '0575-****3456'],
    ['010-12345678', '010-****5678'],
    ['0575-8512345-801', '0575-****345-***'],
    ['400 123 4567', '****67'],
    ['85123', '****'],
    ['', '****'],
  ])('of %s is %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  it('hides at least four digits of every number that may be entered', () => {
    const numbers = fc.oneof(
      fc.stringMatching(/^1[3-9]\d{9}$/),
      fc.stringMatching(/^0\d{2,3}-\d{7,8}(-\d{1,6})?$/),
    );
    fc.assert(
      fc.property(numbers, (typed) => {
        const kept = readPhone(typed)!;
        const digits = (text: string) => text.replace(/\D/g, '').length;
        expect(digits(kept) - digits(maskPhone(kept))).toBeGreaterThanOrEqual(4);
      }),
    );
  });
});

describe('a phone number', () => {
  it.each([
    ['138 1234 5678', '13812345678'],
    ['0575 85123456', '0575-85123456'],
    ['（0575）85123456-8', '0575-85123456-8'],
  ])('typed as %s is kept as %s', (typed, kept) => {
    expect(readPhone(typed)).toBe(kept);
  });

  it.each(['12345678901', '1381234567', '85123456', 'abc', ''])('is not %s', (typed) => {
    expect(readPhone(typed)).toBeNull();
  });
});
