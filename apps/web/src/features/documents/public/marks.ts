import type { PublicGround, PublicMark, PublicVersion } from '@ludao/contracts';

type Parts = PublicVersion['parts'];

/** A piece of a paragraph, and the mark that covers it. */
export interface Piece {
  readonly text: string;
  readonly mark: PublicMark | null;
}

export function inOrder(marks: readonly PublicMark[]): PublicMark[] {
  return [...marks].sort((one, other) => one.paragraph - other.paragraph || one.from - other.from);
}

/** A paragraph cut where bars begin and end; all pieces together are its text. */
export function piecesOf(text: string, paragraph: number, marks: readonly PublicMark[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const mark of inOrder(marks.filter((one) => one.paragraph === paragraph))) {
    if (mark.from > at) pieces.push({ text: text.slice(at, mark.from), mark: null });
    pieces.push({ text: text.slice(mark.from, mark.to), mark });
    at = mark.to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), mark: null });
  return pieces;
}

/** The marks with one more; what it touches becomes one bar with it. */
export function withMark(marks: readonly PublicMark[], added: PublicMark): PublicMark[] {
  const isTouched = ({ paragraph, from, to }: PublicMark) =>
    paragraph === added.paragraph && from < added.to && to > added.from;
  const touched = marks.filter(isTouched);
  const from = Math.min(added.from, ...touched.map((mark) => mark.from));
  const to = Math.max(added.to, ...touched.map((mark) => mark.to));
  return inOrder([...marks.filter((mark) => !isTouched(mark)), { ...added, from, to }]);
}

/**
 * Covers words wherever they stand.
 * @param where the paragraph, or null for all
 * @returns the marks with the new ones, and how many these are; words under a bar are no new ones
 */
export function coverWords(
  parts: Parts,
  marks: readonly PublicMark[],
  words: string,
  where: number | null,
  ground: PublicGround,
): { readonly marks: readonly PublicMark[]; readonly added: number } {
  let covered = [...marks];
  let added = 0;
  for (const [paragraph, { text }] of parts.entries()) {
    if (where !== null && where !== paragraph) continue;
    for (
      let from = text.indexOf(words);
      from >= 0;
      from = text.indexOf(words, from + words.length)
    ) {
      const to = from + words.length;
      const isCovered = covered.some(
        (mark) => mark.paragraph === paragraph && mark.from <= from && mark.to >= to,
      );
      if (isCovered) continue;
      covered = withMark(covered, { paragraph, from, to, ground });
      added += 1;
    }
  }
  return { marks: covered, added };
}
