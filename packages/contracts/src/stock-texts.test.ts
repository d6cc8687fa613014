import { describe, expect, it } from 'vitest';
import { STOCK_CODES, stockText } from './stock-texts.ts';

const named = (text: string) => new Set(Array.from(text.matchAll(/«(\w+)»/g), ([, name]) => name));
const marked = new Proxy({}, { get: (_, name) => `«${String(name)}»` });

describe('the texts about a stock workbook', () => {
  it.each(STOCK_CODES)('say %s in Chinese and in English, with the same facts', (code) => {
    const [zh, en] = (['zh', 'en'] as const).map((language) => stockText(code, marked, language));
    expect(zh).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(named(zh!)).toEqual(named(en!));
  });
});
