import type { AliasTable, Industry, Text } from '@ludao/rules';
import { pinyin } from 'pinyin-pro';

export interface FoundIndustry {
  readonly code: string;
  readonly name: string;
  /** The everyday word that led here; null where the official name or the code did. */
  readonly alias: string | null;
}

interface Term {
  readonly text: string;
  readonly full: string;
  readonly initials: string;
  readonly targets: readonly string[];
  /** Null for official names. */
  readonly alias: string | null;
}

/** Searches classes by code, word, pinyin or initials. Built once; asked often. */
export class IndustryFinder {
  readonly #names = new Map<string, string>();
  readonly #terms: Term[] = [];
  readonly #works: readonly (Term & { readonly label: Text })[];

  constructor(
    industries: readonly Industry[],
    aliases: AliasTable,
    works: readonly { readonly id: string; readonly label: Text }[],
  ) {
    for (const { code, name } of industries) {
      this.#names.set(code, name);
      this.#terms.push(term(name, [code], null));
    }
    for (const [code, words] of Object.entries(aliases.aliases)) {
      for (const word of words) this.#terms.push(term(word, [code], word));
    }
    for (const [word, codes] of Object.entries(aliases.words)) {
      this.#terms.push(term(word, codes, word));
    }
    this.#works = works.map((work) => ({
      ...term(work.label.zh, [work.id], null),
      label: work.label,
    }));
  }

  /** Best matches first; classes of four digits before wider ones of the same score. */
  find(query: string, limit: number): FoundIndustry[] {
    const asked = normalise(query);
    if (asked === '') return [];
    if (/^[a-t]?\d{1,4}$/.test(asked)) return this.#byCode(asked.replace(/^[a-t]/, ''), limit);
    const best = new Map<string, { score: number; alias: string | null }>();
    for (const entry of this.#terms) {
      const score = scoreOf(entry, asked);
      if (score === 0) continue;
      entry.targets.forEach((code, rank) => {
        const weighed = score - rank / 100 + (code.length === 4 ? 0.5 : 0);
        if ((best.get(code)?.score ?? 0) < weighed) {
          best.set(code, { score: weighed, alias: entry.alias });
        }
      });
    }
    return [...best]
      .toSorted(([a, left], [b, right]) => right.score - left.score || (a < b ? -1 : 1))
      .slice(0, limit)
      .map(([code, { alias }]) => ({ code, name: this.#names.get(code)!, alias }));
  }

  findWorks(query: string): { id: string; label: Text }[] {
    const asked = normalise(query);
    return this.#works
      .filter((work) => asked !== '' && scoreOf(work, asked) > 0)
      .map(({ targets, label }) => ({ id: targets[0]!, label }));
  }

  #byCode(prefix: string, limit: number): FoundIndustry[] {
    const found: FoundIndustry[] = [];
    for (const [code, name] of this.#names) {
      if (code.startsWith(prefix)) found.push({ code, name, alias: null });
    }
    return found
      .toSorted(
        (a, b) =>
          Number(b.code === prefix) - Number(a.code === prefix) || (a.code < b.code ? -1 : 1),
      )
      .slice(0, limit);
  }
}

function term(text: string, targets: readonly string[], alias: string | null): Term {
  const syllables = pinyin(text, {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
  });
  return {
    text: normalise(text),
    full: syllables.join('').toLowerCase(),
    initials: syllables
      .map((syllable) => syllable[0] ?? '')
      .join('')
      .toLowerCase(),
    targets,
    alias,
  };
}

function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’·]/g, '');
}

/** Whole word, then beginning, then inside; by characters before by sound. 0: no match. */
function scoreOf(entry: Term, asked: string): number {
  const latin = /^[a-z0-9]+$/.test(asked);
  const base = entry.alias === null ? 0 : 1;
  if (entry.text === asked) return 20 + base;
  if (entry.text.startsWith(asked)) return 14 + base - lengthPenalty(entry.text, asked);
  if (entry.text.includes(asked)) return 10 + base - lengthPenalty(entry.text, asked);
  // A long description names the word somewhere inside it.
  if (
    entry.alias !== null &&
    /^\p{Script=Han}{2,}$/u.test(entry.text) &&
    asked.includes(entry.text)
  ) {
    return 6 + Math.min(entry.text.length, 4);
  }
  if (!latin || asked.length < 2) return 0;
  if (entry.full === asked) return 12 + base;
  if (entry.full.startsWith(asked)) return 8 + base - lengthPenalty(entry.full, asked);
  if (entry.initials === asked) return 7 + base;
  if (asked.length >= 3 && entry.initials.startsWith(asked)) return 4 + base;
  return asked.length >= 4 && entry.full.includes(asked) ? 5 + base : 0;
}

function lengthPenalty(text: string, asked: string): number {
  return Math.min(3, (text.length - asked.length) / 4);
}
