import { pinyin } from 'pinyin-pro';
import type { TablePack } from './table-content.ts';

export interface FoundWaste {
  readonly code: string;
  readonly category: string;
  readonly name: string;
  readonly description: string;
}

interface Term extends FoundWaste {
  readonly text: string;
  readonly sound: string;
}

/** The national list of hazardous waste, to be searched by code, word or pinyin. */
export class WasteFinder {
  readonly #terms: readonly Term[];
  readonly #categories: ReadonlySet<string>;
  /** Title of the edition at hand, and its last day where a later one took its place. */
  readonly edition: { readonly title: string; readonly effectiveTo: string | null };

  constructor(table: Extract<TablePack, { kind: 'hazardous-waste' }>) {
    this.edition = { title: table.title, effectiveTo: table.effectiveTo };
    this.#terms = table.content.wastes.map(({ code, category, category_name, description }) => {
      const text = `${category_name} ${description}`;
      const syllables = pinyin(category_name, { toneType: 'none', type: 'array' });
      const sound = `${syllables.join('')} ${syllables.map(([first = '']) => first).join('')}`;
      return { code, category, name: category_name, description, text, sound };
    });
    this.#categories = new Set(this.#terms.map(({ category }) => category.slice(2)));
  }

  /** @param category the last two digits of a code */
  hasCategory(category: string): boolean {
    return this.#categories.has(category);
  }

  /** The codes named, or those that begin so, or whose words or sound contain what was typed. */
  find(query: string, limit: number): FoundWaste[] {
    const asked = query.normalize('NFKC').toLowerCase().trim();
    if (asked === '') return [];
    const named = new Set(asked.split(',').map((code) => code.trim()));
    const exact = this.#terms.filter(({ code }) => named.has(code));
    if (exact.length > 0) return exact.map(plain);
    const digits = asked.replace(/^hw/, '');
    const isNumber = /^[\d-]+$/.test(digits);
    return this.#terms
      .filter(({ code, category, text, sound }) =>
        isNumber
          ? code.startsWith(digits) || category === `HW${digits.padStart(2, '0')}`
          : text.includes(asked) || sound.includes(asked),
      )
      .slice(0, limit)
      .map(plain);
  }
}

function plain({ code, category, name, description }: Term): FoundWaste {
  return { code, category, name, description };
}

/** @throws Error where the packs have no list of hazardous waste */
export function openWastes(tables: readonly TablePack[]): WasteFinder {
  const [newest] = tables
    .filter((table) => table.kind === 'hazardous-waste')
    .toSorted((one, other) => (one.effectiveFrom < other.effectiveFrom ? 1 : -1));
  if (!newest) throw new Error('the rule packs have no list of hazardous waste');
  return new WasteFinder(newest);
}
