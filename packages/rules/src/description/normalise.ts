/**
 * Full-width signs as half-width ones, letters as small ones, character by character: positions
 * in the result are positions in the text.
 */
export function normalise(text: string): string {
  return text
    .replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .replace(/[A-Z]/g, (char) => char.toLowerCase());
}

export interface Clause {
  readonly start: number;
  readonly end: number;
}

/** Between commas and full stops; a comma in a figure or in brackets does not divide. */
export function splitClauses(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at <= text.length; at++) {
    const char = text[at] ?? '\n';
    if (char === '(') depth++;
    else if (char === ')') depth = Math.max(0, depth - 1);
    const strong = char === '。' || char === '\n';
    if (strong) depth = 0;
    const weak = depth === 0 && (char === ';' || char === '!' || char === '?');
    const comma = depth === 0 && char === ',' && !isInFigure(text, at);
    if (!strong && !weak && !comma) continue;
    if (at > start) clauses.push({ start, end: at });
    start = at + 1;
  }
  return clauses;
}

function isInFigure(text: string, at: number): boolean {
  return /\d/.test(text[at - 1] ?? '') && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5));
}
