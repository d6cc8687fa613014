import { evaluate } from 'feelin';
import type { Contender } from '../measure/rounds.ts';
import { FEEL, printCondition } from './condition.ts';
import type { CandidateClauses, FlatCase } from './flat-cases.ts';

interface Printed {
  readonly rank: number;
  readonly text: string;
}

/**
 * feelin, used kindly: only the candidate clauses of the code set, printed to FEEL before the clock
 * starts, highest level first and stopping at the first that holds. It parses each text every
 * time; its syntax tree is not public.
 */
export function feelin(flat: readonly FlatCase[]): Contender {
  const texts = new Map<CandidateClauses, Printed[]>();
  const prepared = flat.map(({ candidates, facts }) => {
    let printed = texts.get(candidates);
    if (!printed) {
      printed = candidates.clauses.map(({ rank, when }) => ({
        rank,
        text: printCondition(when, FEEL),
      }));
      texts.set(candidates, printed);
    }
    return { printed, facts };
  });
  return {
    id: 'feelin',
    label: 'feelin 8.2.0, pre-indexed by code set',
    cases: prepared.length,
    batch: 8,
    pass(from, to) {
      let sum = 0;
      for (let at = from; at < to; at++) {
        const { printed, facts } = prepared[at]!;
        const met = printed.find(({ text }) => evaluate(text, facts).value === true);
        sum += met?.rank ?? 0;
      }
      return sum;
    },
  };
}
