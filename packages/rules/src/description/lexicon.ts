import type { Industry } from '../pack.ts';
import type { Fact, Unit, Vocabulary } from '../vocabulary.ts';
import { normalise } from './normalise.ts';

/** Everyday words: `aliases` name one class, `words` lead to several, likeliest first. */
export interface AliasTable {
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** Words among these that name one step of work: an industry only where no product is named. */
  readonly steps: readonly string[];
  /** Small words of a description that say nothing by themselves, the longest first. */
  readonly fillers: readonly string[];
}

export type IndustrySource = 'industry_code' | 'official_name' | 'everyday_word';

/** What a word can stand for. */
export type Target =
  | { readonly kind: 'industry'; readonly codes: readonly string[]; readonly by: IndustrySource }
  | { readonly kind: 'work'; readonly work: string }
  | { readonly kind: 'flag'; readonly fact: string; readonly implied?: true }
  | { readonly kind: 'option'; readonly fact: string; readonly option: string }
  | { readonly kind: 'amount'; readonly fact: string }
  /** One step of work, beside what else the word means. */
  | { readonly kind: 'step' };

export interface Term {
  readonly text: string;
  readonly targets: readonly Target[];
}

/** All words that can be recognised, by their first character, the longest first. */
export interface Lexicon {
  readonly terms: ReadonlyMap<string, readonly Term[]>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly industries: ReadonlyMap<string, string>;
  readonly fillers: readonly string[];
}

/** A fact's word inside an industry's word still holds: 注塑件 and 注塑厂 mean moulding, 注塑机 does not. */
const MAKER = /^(?:件|厂|加工|点|品|制品|车间)?$/;

export function buildLexicon(
  vocabulary: Vocabulary,
  industries: readonly Industry[],
  aliases: AliasTable,
): Lexicon {
  const targets = new Map<string, Target[]>();
  const add = (word: string, target: Target) => {
    const text = normalise(word).trim();
    if (text.length < 2) return;
    const known = targets.get(text) ?? [];
    if (!known.some((other) => JSON.stringify(other) === JSON.stringify(target))) {
      targets.set(text, [...known, target]);
    }
  };
  for (const fact of vocabulary.facts) addFact(fact, add);
  for (const work of vocabulary.works) {
    for (const word of [bare(work.label.zh), ...work.words]) {
      add(word, { kind: 'work', work: work.id });
    }
  }
  addImplied(targets, [...Object.values(aliases.aliases).flat(), ...Object.keys(aliases.words)]);
  for (const [word, codes] of everydayWords(aliases)) {
    add(word, { kind: 'industry', codes, by: 'everyday_word' });
  }
  for (const [name, code] of officialNames(industries)) {
    add(name, { kind: 'industry', codes: [code], by: 'official_name' });
  }
  for (const word of aliases.steps) {
    if (targets.has(normalise(word))) add(word, { kind: 'step' });
  }
  return {
    terms: byFirstCharacter(targets),
    facts: new Map(vocabulary.facts.map((fact) => [fact.key, fact])),
    units: new Map(vocabulary.units.map((unit) => [unit.id, unit])),
    industries: new Map(industries.map(({ code, name }) => [code, name])),
    fillers: aliases.fillers,
  };
}

function addFact(fact: Fact, add: (word: string, target: Target) => void): void {
  const words = [bare(fact.label.zh), ...(fact.words ?? [])];
  if (fact.type === 'boolean') {
    // A product that the code itself settles is found through its industry.
    if (fact.scope === 'activity' && fact.codes && fact.codes.yes.length > 0) return;
    for (const word of words) add(word, { kind: 'flag', fact: fact.key });
  } else if (fact.type === 'quantity') {
    if (fact.derived) return;
    for (const word of words) add(word, { kind: 'amount', fact: fact.key });
  } else {
    for (const option of fact.options.filter(({ id }) => id !== fact.neutral)) {
      for (const word of [bare(option.label.zh), ...(option.words ?? [])]) {
        add(word, { kind: 'option', fact: fact.key, option: option.id });
      }
    }
  }
}

/** A label without its verb and its explanation in brackets. */
function bare(label: string): string {
  return label.replace(/（.*$/, '').replace(/^(?:使用|用|产生|有)/, '');
}

function everydayWords(aliases: AliasTable): Map<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [code, words] of Object.entries(aliases.aliases)) {
    for (const word of words) found.set(word, [...(found.get(word) ?? []), code]);
  }
  return new Map([...found, ...Object.entries(aliases.words)]);
}

/** Names of groups and classes; a class before the group of the same name. */
function officialNames(industries: readonly Industry[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { code, name } of industries) {
    if (code.length < 3 || name.length < 3) continue;
    if ((names.get(name) ?? '').length < code.length) names.set(name, code);
  }
  return names;
}

function addImplied(targets: Map<string, Target[]>, words: readonly string[]): void {
  const flags = [...targets].filter(([, own]) => own.every(({ kind }) => kind === 'flag'));
  for (const word of words) {
    const text = normalise(word);
    if (targets.has(text)) continue;
    const implied = flags
      .filter(([inner]) => {
        const at = text.lastIndexOf(inner);
        return at >= 0 && MAKER.test(text.slice(at + inner.length));
      })
      .flatMap(([, own]) => own)
      .map((target): Target => ({ ...target, implied: true }) as Target);
    if (implied.length > 0) targets.set(text, implied);
  }
}

function byFirstCharacter(targets: ReadonlyMap<string, Target[]>): Map<string, Term[]> {
  const terms = new Map<string, Term[]>();
  for (const [text, own] of targets) {
    const first = text[0]!;
    terms.set(first, [...(terms.get(first) ?? []), { text, targets: own }]);
  }
  for (const list of terms.values()) list.sort((a, b) => b.text.length - a.text.length);
  return terms;
}
