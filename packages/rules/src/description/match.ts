import type { Lexicon, Target, Term } from './lexicon.ts';

/** A word of the lexicon at its place in the text. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly targets: readonly Target[];
}

/** Every word of the lexicon, wherever it begins, also inside another. */
export function findMatches(text: string, lexicon: Lexicon): Match[] {
  const found: Match[] = [];
  for (let start = 0; start < text.length; start++) {
    for (const term of lexicon.terms.get(text[start]!) ?? []) {
      const end = start + term.text.length;
      if (!text.startsWith(term.text, start) || cutsWord(text, start, end, term)) continue;
      found.push({ start, end, targets: term.targets });
    }
  }
  return found;
}

/** PE is no word inside PET. */
function cutsWord(text: string, start: number, end: number, { text: word }: Term): boolean {
  const latin = (char: string | undefined) => /[a-z0-9]/.test(char ?? '');
  return (
    (latin(word[0]) && latin(text[start - 1])) || (latin(word[word.length - 1]) && latin(text[end]))
  );
}

/** The longest words first; what they cover is not read a second time. In the order of the text. */
export function takeLongest<M extends Match>(matches: readonly M[]): M[] {
  const covered = new Set<number>();
  const byLength = [...matches].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const taken = byLength.filter(({ start, end }) => {
    for (let at = start; at < end; at++) if (covered.has(at)) return false;
    for (let at = start; at < end; at++) covered.add(at);
    return true;
  });
  return taken.sort((a, b) => a.start - b.start);
}
