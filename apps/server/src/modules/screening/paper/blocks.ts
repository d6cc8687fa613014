/**
 * A document as data: what is said and in which shape, nothing of how it looks. The template
 * answer-pdf.typ knows how each kind of block is set.
 */
export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly tone?: Tone }
  | { readonly kind: 'heading'; readonly text: string }
  | {
      readonly kind: 'list';
      readonly shape: 'dots' | 'numbers' | 'small';
      readonly items: readonly Entry[];
    }
  | {
      readonly kind: 'quote';
      readonly source: string;
      /** The law, with the part that decided between the other two. */
      readonly law: readonly [before: string, marked: string, after: string];
      readonly fine: readonly string[];
    }
  | { readonly kind: 'pairs'; readonly rows: readonly Pair[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly Entry[])[];
    }
  | {
      readonly kind: 'relief';
      readonly state: 'applies' | 'if_adopted' | 'open' | 'refused';
      readonly mark: string;
      readonly title: string;
      readonly standing: string;
      readonly change: string;
      readonly blocks: readonly Block[];
    };

/** `hint` is small like `fine` and stays with what follows it. */
type Tone = 'fine' | 'hint' | 'level';

/** A sentence with what stands small behind it: its source, its state, how sure it is. */
export interface Entry {
  readonly text: string;
  readonly cite?: string;
  readonly state?: readonly [code: string, name: string];
  readonly detail?: string;
  readonly unsure?: string;
}

export interface Pair {
  readonly left: string;
  readonly right: string;
  /** Stands behind the left part, marked. */
  readonly tag?: string;
  /** Printed cells below, each under its column's name. */
  readonly cells?: readonly (readonly [column: string, text: string])[];
}

export interface Section {
  readonly title: string;
  readonly caution: boolean;
  readonly blocks: readonly Block[];
}

export function text(content: string, tone?: Tone): Block {
  return tone ? { kind: 'text', text: content, tone } : { kind: 'text', text: content };
}

export function list(
  items: readonly (string | Entry)[],
  shape: 'dots' | 'numbers' | 'small' = 'dots',
): Block {
  const entries = items.map((item) => (typeof item === 'string' ? { text: item } : item));
  return { kind: 'list', shape, items: entries };
}

export function heading(content: string): Block {
  return { kind: 'heading', text: content };
}
