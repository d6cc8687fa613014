import { expect, it } from 'vitest';
import { codeFault, readCode } from './code.ts';

it('reads a code however it was copied', () => {
  expect(readCode(' o1il8 abcde-fghjk ')).toBe('01118ABCDEFGHJK');
  expect(readCode('ＡＢ１２')).toBe('AB12');
});

it('says which sign no code has, and how many are missing', () => {
  expect(codeFault('U'.padEnd(26, '0'))).toEqual({ fault: 'characters', signs: 'U' });
  expect(codeFault('ABC')).toEqual({ fault: 'length', count: 3 });
  expect(codeFault(''.padEnd(26, 'A'))).toBeNull();
});
