import { completeCreditCode } from '@ludao/contracts';
import { describe, expect, test } from 'vitest';
import { emptyDraft, fieldOfPointer, rebase, wrongIn, type Draft } from './form.ts';

const good: Draft = {
  ...emptyDraft(['330602']),
  name: '示例五金厂',
  creditCode: completeCreditCode('91330602MA2B0000X'),
  industries: ['3351'],
};

describe('before a form is sent', () => {
  test('nothing is wrong with one that has what is needed', () => {
    expect(wrongIn(good)).toEqual([]);
  });

  test('an empty one is told everything at once, in the order of the form', () => {
    expect(wrongIn(emptyDraft(['330602', '330603']))).toEqual([
      'name',
      'creditCode',
      'industries',
      'districtCode',
    ]);
  });

  test('nobody moves in without a park', () => {
    expect(wrongIn({ ...good, movedIn: '2026-03-01' })).toEqual(['movedIn']);
  });
});

describe('when somebody else saved first', () => {
  test('untouched fields take the newest value and own changes stay', () => {
    const { draft, clashes } = rebase(
      good,
      { ...good, name: '示例五金制品厂' },
      { ...good, address: '示例路 1 号' },
    );
    expect(draft).toEqual({ ...good, name: '示例五金制品厂', address: '示例路 1 号' });
    expect(clashes).toEqual([]);
  });

  test('a field that both changed keeps the own value and is named', () => {
    const { draft, clashes } = rebase(
      good,
      { ...good, industries: ['3351', '3360'] },
      { ...good, industries: ['3359'] },
    );
    expect(draft.industries).toEqual(['3351', '3360']);
    expect(clashes).toEqual(['industries']);
  });

  test('the same change by both is no clash', () => {
    expect(rebase(good, { ...good, name: '新名' }, { ...good, name: '新名' }).clashes).toEqual([]);
  });
});

test('a pointer into a list leads to its field, and one to nowhere leads nowhere', () => {
  expect(fieldOfPointer('/industries/0')).toBe('industries');
  expect(fieldOfPointer('/version')).toBeNull();
  expect(fieldOfPointer('')).toBeNull();
});
