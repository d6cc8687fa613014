import { describe, expect, it } from 'vitest';
import { emptyDraft, formOf, makeId, missingIn, missingInDocument, nextVersion } from './draft.ts';

const DOCUMENT = {
  district: '330603',
  sourceTitle: '演示文件',
  sourceNo: '演示〔2026〕8号',
  issuer: '演示机关',
  sourceDate: '',
  sourceWhere: '',
  layer: 'MUNICIPAL_NORMATIVE',
  confidence: 'verified',
  effectiveFrom: '2026-12-01',
  effectiveTo: '',
} as const;

describe('the draft of an entry', () => {
  it('says what of the document and of the rows is missing', () => {
    const draft = emptyDraft('reform-areas', ['330602', '330603']);
    expect(missingInDocument(draft.document, 'reform-areas')).toEqual([
      'district',
      'sourceTitle',
      'sourceNo',
      'issuer',
      'effectiveFrom',
    ]);
    expect(missingIn(draft).map((path) => path.join('.'))).toEqual([
      '0.id',
      '0.name',
      '0.grade',
      '0.planEia.title',
      '0.planEia.reviewNo',
      '0.planEia.reviewedOn',
    ]);
  });

  it('is sent without what is left empty, with numbers as numbers', () => {
    const draft = {
      ...emptyDraft('parameters', ['330603']),
      document: DOCUMENT,
      rows: [{ id: 'x', parameter: 'period.C03.FORM', value: ' 12 ', basis: '第5条' }],
    };
    expect(missingIn(draft)).toEqual([]);
    expect(formOf(draft)).toMatchObject({
      district: '330603',
      effectiveTo: null,
      entries: [{ id: 'x', parameter: 'period.C03.FORM', value: 12, basis: '第5条' }],
    });
  });

  it('of a new version is that of the old one, but for its days', () => {
    const entries = [
      { date: '2027-01-01', kind: 'HOLIDAY', name: '元旦' },
      { date: '2027-01-02', kind: 'HOLIDAY', name: '元旦' },
    ];
    const entry = { ...DOCUMENT, id: 'e', topic: 'calendar', wholeList: true, entries } as never;
    const next = nextVersion(entry);
    expect(next).toMatchObject({ supersedes: 'e', document: { effectiveFrom: '' } });
    expect(formOf(next)).toMatchObject({ entries, effectiveFrom: '2027-01-01', wholeList: true });
  });

  it.each([
    ['330603', '柯政办发〔2026〕8号', 'keqiao-2026-8'],
    ['330681', '诸政办发〔２０２６〕１１号', 'zhuji-2026-11'],
    [null, '无编号', ''],
  ])('takes its key from county and number: %s %s', (district, number, id) => {
    expect(makeId(district, number)).toBe(id);
  });
});
