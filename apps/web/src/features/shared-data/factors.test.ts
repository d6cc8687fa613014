import { expect, it } from 'vitest';
import { readFactors, readPoints } from './factors.ts';

it('factors are read from lines with commas of either kind, or from a pasted table', () => {
  expect(readFactors('二氧化氮，21，μg/m³，HJ 479\n臭氧\t98\n\n镉, 未检出')).toEqual([
    { name: '二氧化氮', value: '21', unit: 'μg/m³', method: 'HJ 479' },
    { name: '臭氧', value: '98', unit: '', method: '' },
    { name: '镉', value: '未检出', unit: '', method: '' },
  ]);
  expect(readFactors('二氧化氮')).toBeNull();
  expect(readPoints(' 园区中心 \n\n东厂界')).toEqual(['园区中心', '东厂界']);
});
