import { describe, expect, it } from 'vitest';
import { EXCEL_CODES, excelText } from './excel-texts.ts';

const names = (text: string) => new Set(Array.from(text.matchAll(/«(\w+)»/g), ([, name]) => name));
/** Shows which parameters a text takes. */
const marked = new Proxy({}, { get: (_, name) => `«${String(name)}»` });

describe('the texts about an Excel file', () => {
  it.each(EXCEL_CODES)('say %s in Chinese and in English', (code) => {
    expect(excelText(code, {}, 'zh')).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(excelText(code, {}, 'en')).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it.each(EXCEL_CODES)('name the same place and limit for %s in both languages', (code) => {
    const zh = names(excelText(code, marked, 'zh').replace('«zh»', '«both»'));
    const en = names(excelText(code, marked, 'en').replace('«en»', '«both»'));
    expect(zh).toEqual(en);
  });

  it('name the cell by row, column and heading', () => {
    const params = { row: 7, column: 'C', heading: '面积' };
    expect(excelText('FORMULA', params, 'zh')).toContain('第 7 行 C 列（面积）是公式');
  });

  it('show a code that has no text instead of hiding it', () => {
    expect(excelText('NEW', { at: 3 }, 'en')).toBe('NEW {"at":3}');
    expect(excelText('toString', {}, 'en')).toBe('toString {}');
  });
});
