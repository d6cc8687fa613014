import type { Clause } from '@ludao/rules';

/** A clause's condition tree, as the engine's own closures are made from it. */
export type Condition = Clause['when'];
export type Leaf = Extract<Condition, { fact: string }>;

export function eachLeaf(condition: Condition, visit: (leaf: Leaf) => void): void {
  if ('fact' in condition) visit(condition);
  else if (condition.op === 'not') eachLeaf(condition.of, visit);
  else if (condition.op === 'and' || condition.op === 'or') {
    for (const part of condition.of) eachLeaf(part, visit);
  }
}

/** The same condition over other names. */
export function renameFacts(condition: Condition, name: (fact: string) => string): Condition {
  if ('fact' in condition) return { ...condition, fact: name(condition.fact) };
  switch (condition.op) {
    case 'not':
      return { op: 'not', of: renameFacts(condition.of, name) };
    case 'and':
    case 'or':
      return { op: condition.op, of: condition.of.map((part) => renameFacts(part, name)) };
    default:
      return condition;
  }
}

/** How an expression language writes what differs between FEEL and ZEN. */
export interface Dialect {
  readonly equal: string;
  list(members: string): string;
}

export const FEEL: Dialect = { equal: '=', list: (members) => `(${members})` };
export const ZEN: Dialect = { equal: '==', list: (members) => `[${members}]` };

/** Prints the tree back to text; every part but a bare name stands in brackets. */
export function printCondition(condition: Condition, dialect: Dialect): string {
  switch (condition.op) {
    case 'const':
      return String(condition.value);
    case 'unresolved':
      throw new Error('a four-digit code leaves no clause unresolved');
    case 'is':
      return condition.fact;
    case 'compare': {
      const by = condition.by === '=' ? dialect.equal : condition.by;
      return `(${condition.fact} ${by} ${condition.value})`;
    }
    case 'oneOf': {
      const [first, ...more] = condition.options.map((option) => JSON.stringify(option));
      if (more.length === 0) return `(${condition.fact} ${dialect.equal} ${first})`;
      return `(${condition.fact} in ${dialect.list([first, ...more].join(', '))})`;
    }
    case 'not':
      return `not(${printCondition(condition.of, dialect)})`;
    case 'and':
    case 'or': {
      const parts = condition.of.map((part) => printCondition(part, dialect));
      return `(${parts.join(` ${condition.op} `)})`;
    }
  }
}
