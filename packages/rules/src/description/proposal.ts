import type { Scope } from '../vocabulary.ts';

/** A piece of the description as it was written; `end` is the position after its last character. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Why something is proposed; the doors have the sentence for it in both languages. */
export interface Reason {
  readonly code: ReasonCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export type ReasonCode =
  | 'industry_code'
  | 'official_name'
  | 'everyday_word'
  | 'word'
  | 'negated'
  | 'outsourced'
  | 'amount'
  | 'amount_times'
  | 'amount_asked';

interface Base {
  readonly id: string;
  readonly span: Span;
  readonly reason: Reason;
  /** The same words can be read otherwise, or other words say otherwise: a person has to choose. */
  readonly ambiguous: boolean;
}

export interface IndustryProposal extends Base {
  readonly kind: 'industry';
  readonly code: string;
  readonly name: string;
  /** The text says that this is made or done, it does not merely name it. */
  readonly stated: boolean;
}

export interface WorkProposal extends Base {
  readonly kind: 'work';
  readonly work: string;
}

export interface FactProposal extends Base {
  readonly kind: 'fact';
  readonly fact: string;
  /** An amount as it was written, with its unit; the id of an option; yes or no. */
  readonly value: boolean | number | string;
  readonly scope: Scope;
  /** For a fact of one activity: beginnings of the codes it can belong to; none when not clear. */
  readonly activities: readonly string[];
}

/** A word for something whose amount will be asked; it answers nothing. */
export interface MentionProposal extends Base {
  readonly kind: 'mention';
  readonly group: string;
  readonly facts: readonly string[];
}

export type Proposal = IndustryProposal | WorkProposal | FactProposal | MentionProposal;

/** Two readings of which at most one can hold: one fact with two values, or one amount of two facts. */
export function excludes(a: Proposal, b: Proposal): boolean {
  if (a.id === b.id || a.kind !== 'fact' || b.kind !== 'fact') return false;
  if (a.fact === b.fact) {
    return String(a.value) !== String(b.value) && a.activities.join() === b.activities.join();
  }
  return a.ambiguous && b.ambiguous && a.span.start === b.span.start && sameKind(a, b);
}

function sameKind(a: FactProposal, b: FactProposal): boolean {
  return typeof a.value === typeof b.value;
}
