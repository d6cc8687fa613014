import { describe, expect, it } from 'vitest';
import { IMPORT_STATES, mayFollow, type ImportState } from './import.ts';
import { IMPORT_CODES, importText } from './import-texts.ts';

const named = (text: string) => new Set(Array.from(text.matchAll(/«(\w+)»/g), ([, name]) => name));
const marked = new Proxy({}, { get: (_, name) => `«${String(name)}»` });

describe('the texts about an import', () => {
  it.each(IMPORT_CODES)('say %s in Chinese and in English, with the same facts', (code) => {
    expect(importText(code, {}, 'zh')).toMatch(/[\u4e00-\u9fff].*。$/);
    const [zh, en] = (['zh', 'en'] as const).map((language) => importText(code, marked, language));
    expect(named(zh!.replace('«zh»', '«both»'))).toEqual(named(en!.replace('«en»', '«both»')));
  });

  it('show a code that has no text instead of hiding it', () => {
    expect(importText('NEW', { at: 3 }, 'zh')).toBe('NEW {"at":3}');
  });
});

describe('the states of an import', () => {
  const states = Object.keys(IMPORT_STATES) as ImportState[];

  it('end in DONE, CANCELLED and FAILED, and can always get to an end', () => {
    const ends = states.filter((state) => IMPORT_STATES[state].next.length === 0);
    expect(ends).toEqual(['DONE', 'CANCELLED', 'FAILED']);
    expect(mayFollow('CHECKED', 'COMMITTING')).toBe(true);
    expect(mayFollow('COMMITTING', 'CANCELLED')).toBe(false);
    expect(
      states.every((state) => IMPORT_STATES[state].next.every((next) => states.includes(next))),
    ).toBe(true);
  });
});
