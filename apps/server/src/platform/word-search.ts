import { pinyin } from 'pinyin-pro';

/** What a row is found by. */
export interface SearchKey {
  /** Small letters: the words themselves, their pinyin and its initials. */
  readonly search: string;
  /** Every character of it that is no space, and every pair of neighbours within a word. */
  readonly grams: readonly string[];
}

/** The key of a row, from a Chinese name and whatever else it may be found by, such as a code. */
export function searchKey(name: string, ...others: readonly string[]): SearchKey {
  const plain = plainWords(name);
  const syllables = pinyin(plain, { toneType: 'none', type: 'array', nonZh: 'consecutive' });
  const full = syllables.join('').replaceAll(' ', '');
  const initials = syllables.map((syllable) => syllable[0] ?? '').join('');
  const search = [plain, full, initials, ...others.map(plainWords)].join(' ');
  return { search, grams: gramsOf(search) };
}

/**
 * What a person typed, as `searchKey` writes it; `grams` narrow by index, `search` decides. A pair
 * implies its characters, which hardly narrow and make the index read long lists: they are left out.
 */
export function searchWords(typed: string): SearchKey {
  const search = plainWords(typed);
  const grams = search.split(' ').flatMap((word) => {
    const own = gramsOf(word);
    const pairs = own.filter((gram) => Array.from(gram).length > 1);
    return pairs.length > 0 ? pairs : own;
  });
  return { search, grams: [...new Set(grams)] };
}

function plainWords(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function gramsOf(search: string): string[] {
  const found = new Set<string>();
  for (const word of search.split(' ')) {
    const characters = Array.from(word);
    characters.forEach((character, at) => {
      found.add(character);
      const next = characters[at + 1];
      if (next !== undefined) found.add(character + next);
    });
  }
  return [...found];
}
