import { pinyin } from 'pinyin-pro';

/** What a row is found by. */
export interface SearchKey {
  /** Small letters: the words themselves, their pinyin and its initials. */
  readonly search: string;
  /** Characters and pairs of neighbours that tell rows apart: what the index finds them by. */
  readonly grams: readonly string[];
}

/**
 * What almost every name holds narrows nothing, and each of it costs an entry of the index for every
 * row: left out of rows and of questions alike.
 */
const COMMON = new Set(['有限公司', 'youxiangongsi', 'yxgs'].flatMap((word) => allGramsOf(word)));

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
 * A single letter, or 「有限公司」 alone, has no grams and is looked for in every row.
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

/** Without the common ones, and without single letters and digits, which are in every row. */
function gramsOf(search: string): string[] {
  const all = search.split(' ').flatMap(allGramsOf);
  return [...new Set(all)].filter((gram) => !COMMON.has(gram) && !/^[a-z0-9]$/.test(gram));
}

/** Every character, and every pair of neighbours. */
function allGramsOf(word: string): string[] {
  const characters = Array.from(word);
  return characters.flatMap((character, at) => {
    const next = characters[at + 1];
    return next === undefined ? [character] : [character, character + next];
  });
}
