import type { Cut } from './finding.ts';
import type { Span } from './proposal.ts';

interface Piece {
  readonly start: number;
  readonly end: number;
}

/** 「16台」; 「注塑|机」: what is left of a machine. */
const COUNT = String.raw`用(?!地)|\d+(?:台|条|座|间|套|个)(?:套)?`;
const REMNANT = String.raw`(?:机|线|柜|房|流水线|自动线)(?![\u4e00-\u9fff])`;
const DIVIDE = /[\s,.。;:、()!?"'“”‘’《》【】[\]+-]/;

/** The pieces of the text that nothing was made of. */
export function findUnrecognised(
  text: string,
  covered: readonly Piece[],
  fillers: readonly string[],
  cut: Cut,
): Span[] {
  const small = [...fillers, COUNT].join('|');
  const head = new RegExp(`^(?:${small}|${REMNANT})`);
  const tail = new RegExp(`(?:${small})$`);
  const free = new Uint8Array(text.length).fill(1);
  for (const { start, end } of covered) free.fill(0, start, end);
  const pieces: Span[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const open = at < text.length && free[at] === 1 && !isDivider(text, at);
    if (open && start < 0) start = at;
    if (open || start < 0) continue;
    const piece = strip(text, start, at, head, tail);
    if (piece) pieces.push(cut(piece.start, piece.end));
    start = -1;
  }
  return pieces;
}

/** A point or comma inside a figure divides nothing. */
function isDivider(text: string, at: number): boolean {
  if (!DIVIDE.test(text[at]!)) return false;
  return !(
    /[.,/-]/.test(text[at]!) &&
    /[\da-z]/.test(text[at - 1] ?? '') &&
    /[\da-z]/.test(text[at + 1] ?? '')
  );
}

function strip(text: string, from: number, to: number, head: RegExp, tail: RegExp): Piece | null {
  let [start, end] = [from, to];
  for (;;) {
    const piece = text.slice(start, end);
    const first = head.exec(piece)?.[0].length ?? 0;
    const last = tail.exec(piece.slice(first))?.[0].length ?? 0;
    if (first + last === 0) break;
    start += first;
    end -= last;
  }
  return /[\p{L}\p{N}]/u.test(text.slice(start, end)) ? { start, end } : null;
}
