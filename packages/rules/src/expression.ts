/**
 * A condition after the grammar gate: a small tree that both the server and the browser turn
 * into closures. Numbers are in the fact's canonical unit, as written in the pack.
 */
export type Comparison = '>=' | '>' | '<' | '<=' | '=';

export type Expression =
  | { readonly op: 'const'; readonly value: boolean }
  /** The industry is given too coarsely to tell whether the item is its own: never decided. */
  | { readonly op: 'unresolved' }
  | { readonly op: 'is'; readonly fact: string }
  | {
      readonly op: 'compare';
      readonly fact: string;
      readonly by: Comparison;
      readonly value: number;
    }
  | { readonly op: 'oneOf'; readonly fact: string; readonly options: readonly string[] }
  | { readonly op: 'not'; readonly of: Expression }
  | { readonly op: 'and' | 'or'; readonly of: readonly Expression[] };

export const TRUE: Expression = { op: 'const', value: true };
export const FALSE: Expression = { op: 'const', value: false };

/** Joins conditions; an empty `and` is true and an empty `or` false. Constants are folded away. */
export function all(parts: readonly Expression[]): Expression {
  return join('and', parts);
}

export function any(parts: readonly Expression[]): Expression {
  return join('or', parts);
}

function join(op: 'and' | 'or', parts: readonly Expression[]): Expression {
  const absorbing = op === 'or';
  const kept: Expression[] = [];
  for (const part of parts) {
    if (part.op === 'const') {
      if (part.value === absorbing) return part;
    } else if (part.op === op) kept.push(...part.of);
    else kept.push(part);
  }
  if (kept.length === 0) return absorbing ? FALSE : TRUE;
  return kept.length === 1 ? kept[0]! : { op, of: kept };
}

export function not(of: Expression): Expression {
  if (of.op === 'const') return of.value ? FALSE : TRUE;
  return of.op === 'not' ? of.of : { op: 'not', of };
}

/** Calls `visit` for every leaf that reads a fact. */
export function eachLeaf(
  expression: Expression,
  visit: (leaf: Extract<Expression, { fact: string }>) => void,
): void {
  switch (expression.op) {
    case 'const':
    case 'unresolved':
      return;
    case 'not':
      return eachLeaf(expression.of, visit);
    case 'and':
    case 'or':
      for (const part of expression.of) eachLeaf(part, visit);
      return;
    default:
      visit(expression);
  }
}

export function factsOf(expression: Expression): Set<string> {
  const facts = new Set<string>();
  eachLeaf(expression, (leaf) => facts.add(leaf.fact));
  return facts;
}

/** Rebuilds a condition with some leaves replaced; `replace` returns null to keep a leaf. */
export function substitute(
  expression: Expression,
  replace: (leaf: Extract<Expression, { fact: string }>) => Expression | null,
): Expression {
  switch (expression.op) {
    case 'const':
    case 'unresolved':
      return expression;
    case 'not':
      return not(substitute(expression.of, replace));
    case 'and':
      return all(expression.of.map((part) => substitute(part, replace)));
    case 'or':
      return any(expression.of.map((part) => substitute(part, replace)));
    default:
      return replace(expression) ?? expression;
  }
}
