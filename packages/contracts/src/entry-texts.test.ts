import { expect, it } from 'vitest';
import { ENTRY_CODES, entryText } from './entry-texts.ts';

it.each(ENTRY_CODES)('%s is said in both languages, with the same figures', (code) => {
  const params = { value: 'V', limit: 'L', row: 1, column: 'C', heading: 'H', sheet: 'S' };
  const [zh, en] = [entryText(code, params, 'zh'), entryText(code, params, 'en')];
  expect(zh).toMatch(/[\u4e00-\u9fff]/);
  expect(en).not.toMatch(/[\u4e00-\u9fff]/);
  for (const figure of ['V', 'L']) {
    const has = (text: string) => new RegExp(`\\b${figure}\\b`).test(text);
    if (code.startsWith('schema.') || code.startsWith('entry.'))
      expect(has(en)).toBe(has(zh.replace(/[\u4e00-\u9fff“”《》]/g, ' ')));
  }
});

it('an unknown way of writing a condition still says where', () => {
  expect(entryText('feel.vacuous', { value: 'x < 0', limit: 3 }, 'zh')).toContain('第 3 个字符');
});
