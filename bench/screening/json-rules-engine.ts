import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine';
import type { Contender } from '../measure/rounds.ts';
import type { Condition, Leaf } from './condition.ts';
import type { CandidateClauses, FlatCase } from './flat-cases.ts';

/**
 * json-rules-engine, used kindly: one engine per set of codes, so that it sees the candidate
 * clauses only, built before the clock starts; only complete facts, for it has no third value;
 * a rule per clause with the level as its priority, stopping after the highest level met.
 */
export function jsonRulesEngine(flat: readonly FlatCase[]): Contender {
  const engines = new Map<CandidateClauses, Engine>();
  const prepared = flat.map(({ candidates, facts }) => {
    let engine = engines.get(candidates);
    if (!engine) engines.set(candidates, (engine = buildEngine(candidates)));
    return { engine, facts };
  });
  return {
    id: 'json-rules-engine',
    label: 'json-rules-engine 7.3.1, pre-indexed by code set',
    cases: prepared.length,
    batch: 16,
    async pass(from, to) {
      let sum = 0;
      for (let at = from; at < to; at++) {
        const { engine, facts } = prepared[at]!;
        const { events } = await engine.run(facts);
        sum += events.reduce((top, { params }) => Math.max(top, Number(params?.['rank'])), 0);
      }
      return sum;
    },
  };
}

function buildEngine({ clauses }: CandidateClauses): Engine {
  const engine = new Engine();
  for (const { id, rank, when } of clauses) {
    engine.addRule({
      conditions: topLevel(convert(when)),
      event: { type: 'clause', params: { id, rank } },
      priority: rank,
    });
  }
  engine.on('success', () => engine.stop());
  return engine;
}

function topLevel(condition: NestedCondition): TopLevelCondition {
  return 'fact' in condition ? { all: [condition] } : condition;
}

function convert(condition: Condition): NestedCondition {
  switch (condition.op) {
    case 'const':
      return condition.value ? { all: [] } : { not: { all: [] } };
    case 'unresolved':
      throw new Error('a four-digit code leaves no clause unresolved');
    case 'and':
      return { all: condition.of.map(convert) };
    case 'or':
      return { any: condition.of.map(convert) };
    case 'not':
      return { not: convert(condition.of) };
    default:
      return convertLeaf(condition);
  }
}

const OPERATORS = {
  '>=': 'greaterThanInclusive',
  '>': 'greaterThan',
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
  '=': 'equal',
} as const;

function convertLeaf(leaf: Leaf): NestedCondition {
  const { fact } = leaf;
  if (leaf.op === 'is') return { fact, operator: 'equal', value: true };
  if (leaf.op === 'compare') return { fact, operator: OPERATORS[leaf.by], value: leaf.value };
  const [first, ...more] = leaf.options;
  if (more.length === 0) return { fact, operator: 'equal', value: first };
  return { fact, operator: 'in', value: [...leaf.options] };
}
