import { expect, it } from 'vitest';
import { coverWords, piecesOf, withMark } from './marks.ts';

const parts = [
  { kind: 'title', text: '决定书' },
  { kind: 'body', text: '张三于某日，张三称。' },
] as const;

it('covers the same words wherever they stand, and never twice', () => {
  const first = coverWords([...parts], [], '张三', null, 'PERSONAL');
  expect(first.added).toBe(2);
  expect(first.marks).toEqual([
    { paragraph: 1, from: 0, to: 2, ground: 'PERSONAL' },
    { paragraph: 1, from: 6, to: 8, ground: 'PERSONAL' },
  ]);
  expect(coverWords([...parts], first.marks, '张三', 1, 'OTHER').added).toBe(0);
  expect(coverWords([...parts], [], '张三', 0, 'OTHER').added).toBe(0);
});

it('makes one bar of those that touch', () => {
  const mark = { paragraph: 1, from: 0, to: 2, ground: 'PERSONAL' } as const;
  const wider = { paragraph: 1, from: 1, to: 5, ground: 'OTHER' } as const;
  expect(withMark([mark], wider)).toEqual([{ ...wider, from: 0 }]);
});

it('cuts a paragraph at its bars and loses no character', () => {
  const pieces = piecesOf('张三于某日', 1, [{ paragraph: 1, from: 0, to: 2, ground: 'OTHER' }]);
  expect(pieces.map(({ text }) => text)).toEqual(['张三', '于某日']);
  expect(pieces[0]!.mark).not.toBeNull();
});
