import { completeCreditCode } from '@ludao/contracts';
import { expect, it } from 'vitest';
import { blacken, marksFault, partsOf, proposeMarks, type PublicPaper } from './blacken.ts';

const credit = completeCreditCode('91330603MTX000001');
const paper: PublicPaper = {
  issuer: '演示局',
  number: '演环〔2026〕1号',
  title: '关于检修的告知书',
  addressee: '某厂',
  body: [
    `法定代表人：赵某某，统一社会信用代码${credit}。`,
    '身份证号330602198001011234，电话13800000000、0575-85000000，账号：6222 0000 0000 0000 123。',
  ],
  remedies: ['可以申请行政复议。'],
  day: '2026-11-25',
  contact: '演示路1号 0575-85111111',
};
const parts = partsOf(paper);
const textsOf = (marks: ReturnType<typeof proposeMarks>) =>
  marks.map(({ paragraph, from, to }) => parts[paragraph]!.text.slice(from, to));

it('proposes names, cards, telephones and accounts, and no credit code or office telephone', () => {
  expect(textsOf(proposeMarks(parts))).toEqual([
    '赵某某',
    '330602198001011234',
    '13800000000',
    '0575-85000000',
    '6222 0000 0000 0000 123',
  ]);
});

it('proposes the name in the line that the templates print', () => {
  const line = { kind: 'body', text: '法定代表人（负责人）：虚构人' } as const;
  expect(proposeMarks([line])).toEqual([{ paragraph: 0, from: 11, to: 14, ground: 'PERSONAL' }]);
});

it('leaves nothing of what is marked, not even its length', () => {
  const left = JSON.stringify(blacken(paper, proposeMarks(parts)));
  for (const secret of textsOf(proposeMarks(parts))) expect(left).not.toContain(secret);
  expect(left).toContain(`法定代表人：■■■，统一社会信用代码${credit}。`);
  expect(left).toContain('0575-85111111');
});

it('takes no mark outside of a paragraph, over another one, or through a character', () => {
  const mark = { paragraph: 2, from: 0, to: 3, ground: 'OTHER' } as const;
  expect(marksFault(parts, [mark])).toBeUndefined();
  expect(marksFault(parts, [{ ...mark, to: 999 }])).toMatchObject({ refused: 'MARK_OUTSIDE' });
  expect(marksFault(parts, [mark, { ...mark, from: 2, to: 5 }])).toMatchObject({
    refused: 'MARKS_OVERLAP',
  });
  expect(
    marksFault([{ kind: 'body', text: '𠀀' }], [{ ...mark, paragraph: 0, to: 1 }]),
  ).toMatchObject({ refused: 'MARK_OUTSIDE' });
});
