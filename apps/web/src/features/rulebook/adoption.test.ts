import { describe, expect, it } from 'vitest';
import { emptyDraft, formOf, makeId, wrongIn } from './adoption.ts';

describe('the form of an adoption', () => {
  it('makes the id from county and document number', () => {
    expect(makeId('330603', '柯政办发〔2026〕8号')).toBe('keqiao-2026-8');
    expect(makeId(null, '演示 ABC-7')).toBe('abc-7');
    expect(makeId('330603', '无号')).toBe('');
  });

  it('names what is missing, and an end before the beginning', () => {
    const draft = emptyDraft(['330603']);
    expect(wrongIn(draft, [])).toEqual([
      'reliefs',
      'title',
      'documentNo',
      'adoptedBy',
      'id',
      'from',
    ]);
    const filled = {
      ...draft,
      reliefs: ['a'],
      title: '支持办法',
      documentNo: '1号',
      adoptedBy: '区政府',
      id: 'keqiao-1',
      from: '2026-12-01',
    };
    expect(wrongIn({ ...filled, to: '2026-11-30' }, [])).toEqual(['to']);
    expect(wrongIn(filled, [])).toEqual([]);
    expect(wrongIn(filled, ['a'])).toEqual(['arrangementNo']);
    expect(formOf(filled)).toMatchObject({
      district: '330603',
      sourceTitle: '支持办法',
      sourceNo: '1号',
      body: { jurisdiction: '330603', to: null, objects: null, provincialArrangementNo: null },
    });
  });
});
