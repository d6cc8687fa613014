import type { SyntaxNode } from '@lezer/common';
import { parser } from 'lezer-feel';
import { all, any, not, type Comparison, type Expression } from '../expression.ts';
import { nearest } from '../nearest.ts';
import type { FactTable } from '../fact-table.ts';

/** Why a condition was refused; `at` is an offset into its text. */
export class FeelError extends Error {
  readonly code: string;
  readonly at: number;

  constructor(code: string, message: string, at: number) {
    super(message);
    this.name = 'FeelError';
    this.code = code;
    this.at = at;
  }
}

/** What a name that is no fact stands for; undefined when nothing. */
export type Definitions = (name: string) => Expression | undefined;

const FULL_WIDTH = /[\u3000-\u303f\uff00-\uffef\u2018-\u201d]/;
const COMPARISONS = new Set(['>=', '>', '<', '<=', '=']);

/**
 * Parses one condition in our subset of FEEL (ADR 0005): `and or not( )`, a boolean fact,
 * `fact op number`, `fact = "option"`, `fact in ("a","b")`, `fact in [1..10)`, a definition.
 * Throws {@link FeelError} for anything else; half a condition never loads.
 */
export function parseCondition(
  text: string,
  table: FactTable,
  definitions: Definitions = () => undefined,
): Expression {
  const wide = FULL_WIDTH.exec(text);
  if (wide) {
    throw new FeelError('feel.full_width', `full-width character "${wide[0]}"`, wide.index);
  }
  const tree = parser.configure({ top: 'Expression' }).parse(text);
  tree.iterate({
    enter(node) {
      if (node.type.isError) {
        throw new FeelError('feel.syntax', `cannot read "${text.slice(node.from)}"`, node.from);
      }
    },
  });
  const root = tree.topNode.firstChild;
  if (!root || root.nextSibling) throw new FeelError('feel.syntax', 'not one condition', 0);
  return new Gate(text, table, definitions).read(root);
}

class Gate {
  readonly #text: string;
  readonly #table: FactTable;
  readonly #definitions: Definitions;

  constructor(text: string, table: FactTable, definitions: Definitions) {
    this.#text = text;
    this.#table = table;
    this.#definitions = definitions;
  }

  read(node: SyntaxNode): Expression {
    const parts = children(node);
    switch (node.name) {
      case 'BooleanLiteral':
        return { op: 'const', value: this.#slice(node) === 'true' };
      case 'ParenthesizedExpression':
        return this.read(parts[1]!);
      case 'Conjunction':
        return all([this.read(parts[0]!), this.read(parts[2]!)]);
      case 'Disjunction':
        return any([this.read(parts[0]!), this.read(parts[2]!)]);
      case 'FunctionInvocation':
        return this.#negation(node, parts);
      case 'VariableName':
      case 'PathExpression':
        return this.#name(node);
      case 'Comparison':
        return this.#comparison(node, parts);
      default:
        throw this.#refuse(node, 'feel.not_allowed', `${node.name} is outside the subset`);
    }
  }

  #negation(node: SyntaxNode, parts: SyntaxNode[]): Expression {
    const given = parts.find((part) => part.name === 'PositionalParameters');
    const args = given ? children(given).filter((part) => part.name !== ',') : [];
    if (this.#slice(parts[0]!) !== 'not' || args.length !== 1) {
      throw this.#refuse(node, 'feel.not_allowed', 'only not( ) may be called, with one condition');
    }
    return not(this.read(args[0]!));
  }

  #name(node: SyntaxNode): Expression {
    const name = this.#slice(node);
    const defined = this.#definitions(name);
    if (defined) return defined;
    const fact = this.#fact(node);
    if (fact.type !== 'boolean') {
      throw this.#refuse(node, 'feel.not_boolean', `"${name}" is a ${fact.type}: compare it`);
    }
    return { op: 'is', fact: name };
  }

  #comparison(node: SyntaxNode, parts: SyntaxNode[]): Expression {
    const [left, sign, ...rest] = parts;
    const fact = this.#fact(left!);
    if (sign!.name === 'in') return this.#membership(node, left!, rest);
    const by = this.#slice(sign!);
    const right = rest[0]!;
    if (sign!.name !== 'CompareOp' || !COMPARISONS.has(by)) {
      throw this.#refuse(sign!, 'feel.not_allowed', `"${by}" is outside the subset`);
    }
    if (fact.type === 'choice') {
      if (by !== '=' || right.name !== 'StringLiteral') {
        throw this.#refuse(node, 'feel.not_allowed', `"${fact.key}" is compared by = "option"`);
      }
      return this.#oneOf(fact.key, [right]);
    }
    if (fact.type !== 'quantity') {
      throw this.#refuse(node, 'feel.not_allowed', `write "${fact.key}" or not(${fact.key})`);
    }
    const value = this.#number(right);
    if (by === '=' && value !== 0) {
      throw this.#refuse(node, 'feel.not_allowed', 'an amount may equal nothing but 0');
    }
    if (value === 0 && (by === '>=' || by === '<')) {
      throw this.#refuse(node, 'feel.vacuous', 'no amount is below 0, so this says nothing');
    }
    return { op: 'compare', fact: fact.key, by: by as Comparison, value };
  }

  /** `in` swallows what follows it, so only two closed forms are let through. */
  #membership(node: SyntaxNode, left: SyntaxNode, rest: SyntaxNode[]): Expression {
    const fact = this.#fact(left);
    const list = rest.find((part) => part.name === 'PositiveUnaryTests');
    if (list && fact.type === 'choice') {
      const options = children(list).filter((part) => part.name === 'PositiveUnaryTest');
      const strings = options.map((option) => option.firstChild!);
      if (strings.length >= 2 && strings.every((string) => string.name === 'StringLiteral')) {
        return this.#oneOf(fact.key, strings);
      }
    }
    const interval = rest[0]?.firstChild?.firstChild;
    if (interval?.name === 'Interval' && fact.type === 'quantity') {
      return this.#interval(fact.key, children(interval));
    }
    throw this.#refuse(
      node,
      'feel.in',
      'after "in" only ("a","b",…) with two or more options, or one interval closed by brackets',
    );
  }

  #interval(fact: string, parts: SyntaxNode[]): Expression {
    const [open, from, , to, close] = parts;
    const lower: Expression = {
      op: 'compare',
      fact,
      by: this.#slice(open!) === '[' ? '>=' : '>',
      value: this.#number(from!),
    };
    const upper: Expression = {
      op: 'compare',
      fact,
      by: this.#slice(close!) === ']' ? '<=' : '<',
      value: this.#number(to!),
    };
    return all([lower, upper]);
  }

  #oneOf(key: string, literals: SyntaxNode[]): Expression {
    const fact = this.#table.getFact(key);
    const known = fact.type === 'choice' ? fact.options.map((option) => option.id) : [];
    const options = literals.map((literal) => {
      const id = this.#slice(literal).slice(1, -1);
      if (known.includes(id)) return id;
      throw this.#refuse(literal, 'feel.unknown_option', `"${key}" has no option "${id}"`);
    });
    return { op: 'oneOf', fact: key, options };
  }

  #fact(node: SyntaxNode) {
    const name = this.#slice(node);
    const fact = this.#table.findFact(name);
    if (fact) return fact;
    const near = nearest(
      name,
      this.#table.facts.map(({ key }) => key),
    );
    const hint = near ? `; did you mean "${near}"?` : '';
    throw this.#refuse(node, 'feel.unknown_fact', `unknown fact "${name}"${hint}`);
  }

  #number(node: SyntaxNode): number {
    const text = this.#slice(node);
    if (node.name === 'NumericLiteral' && /^\d+(\.\d+)?$/.test(text)) return Number(text);
    throw this.#refuse(node, 'feel.number', `"${text}" is not a plain, non-negative number`);
  }

  #slice(node: SyntaxNode): string {
    return this.#text.slice(node.from, node.to);
  }

  #refuse(node: SyntaxNode, code: string, message: string): FeelError {
    return new FeelError(code, `${message} in "${this.#text}"`, node.from);
  }
}

function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child);
  return found;
}
