import rootPackage from '../../package.json' with { type: 'json' };
import { ZenEngine, type ZenDecision } from '@gorules/zen-engine';
import type { Contender } from '../measure/rounds.ts';
import { printCondition, ZEN } from './condition.ts';
import type { CandidateClauses, FlatCase } from './flat-cases.ts';

const IN_FLIGHT = 64;

/**
 * zen-engine, used kindly: one decision table per set of codes, compiled before the clock starts,
 * with a row per candidate clause and hit policy "collect". It answers through a promise only, so
 * it also runs with many questions in flight, which lets it use every core.
 */
export function zenEngine(flat: readonly FlatCase[]): Contender[] {
  const engine = new ZenEngine();
  const decisions = new Map<CandidateClauses, ZenDecision>();
  const prepared = flat.map(({ candidates, facts }) => {
    let decision = decisions.get(candidates);
    if (!decision) {
      decision = engine.createDecision(decisionTable(candidates));
      decisions.set(candidates, decision);
    }
    return { decision, facts };
  });
  const levelAt = async (at: number): Promise<number> => {
    const { decision, facts } = prepared[at]!;
    const { result } = await decision.evaluate(facts);
    const rows = result as { rank: number }[];
    return rows.reduce((top, { rank }) => Math.max(top, rank), 0);
  };
  const { devDependencies } = rootPackage;
  const shared = {
    label: `zen-engine ${devDependencies['@gorules/zen-engine']}, pre-indexed by code set`,
    cases: prepared.length,
  };
  return [
    {
      ...shared,
      id: 'zen-engine',
      label: `${shared.label}, one at a time`,
      batch: 16,
      async pass(from, to) {
        let sum = 0;
        for (let at = from; at < to; at++) sum += await levelAt(at);
        return sum;
      },
    },
    {
      ...shared,
      id: 'zen-engine.in-flight',
      label: `${shared.label}, ${IN_FLIGHT} in flight (all cores)`,
      batch: prepared.length,
      async pass(from, to) {
        let next = from;
        let sum = 0;
        const lane = async () => {
          while (next < to) {
            const level = await levelAt(next++);
            sum += level;
          }
        };
        await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
        return sum;
      },
    },
  ];
}

function decisionTable({ key, clauses }: CandidateClauses) {
  const position = { x: 0, y: 0 };
  return {
    nodes: [
      { id: 'in', type: 'inputNode', name: 'facts', position },
      {
        id: 'table',
        type: 'decisionTableNode',
        name: key,
        position,
        content: {
          hitPolicy: 'collect',
          // A column without a field takes a whole condition in each cell.
          inputs: [{ id: 'when', name: 'when', field: '' }],
          outputs: [
            { id: 'rank', name: 'rank', field: 'rank' },
            { id: 'clause', name: 'clause', field: 'clause' },
          ],
          rules: clauses.map(({ id, rank, when }) => ({
            _id: id,
            when: printCondition(when, ZEN),
            rank: String(rank),
            clause: JSON.stringify(id),
          })),
        },
      },
      { id: 'out', type: 'outputNode', name: 'clauses', position },
    ],
    edges: [
      { id: 'a', type: 'edge', sourceId: 'in', targetId: 'table' },
      { id: 'b', type: 'edge', sourceId: 'table', targetId: 'out' },
    ],
  };
}
