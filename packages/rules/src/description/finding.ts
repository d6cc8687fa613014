import type { Context } from './context.ts';
import type { Match } from './match.ts';
import type { Span } from './proposal.ts';

/** How sure it is that a word names what the project does: 0 it does not, 1 perhaps, 2 it does. */
export type Standing = 0 | 1 | 2;

/** A word with how its clause speaks of it. */
export interface Finding extends Match {
  readonly context: Context;
  readonly negated: boolean;
  readonly standing: Standing;
}

/** Cuts a piece out of the text as it was written. */
export type Cut = (start: number, end: number) => Span;
