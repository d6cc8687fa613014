import { rankOf, type Engine, type Evaluation, type RulePack, type Screener } from '@ludao/rules';
import type { Contender } from '../measure/rounds.ts';
import { SLOW_CASES, type DrawnProjects, type Knowledge } from './projects.ts';

/** What was worked out last; kept where nothing can be optimised away. */
export const kept: { evaluation: Evaluation | null; answer: object | null } = {
  evaluation: null,
  answer: null,
};

/** Our engine, three times: the evaluation alone, with reading the input, with the whole answer. */
export function ourContenders(
  screener: Screener,
  engine: Engine,
  drawn: DrawnProjects,
  knowledge: Knowledge,
): Contender[] {
  const { projects, inputs } = drawn[knowledge];
  const options = dayOf(engine.pack);
  return [
    {
      id: `ours.${knowledge}`,
      label: 'Ludao, loaded project → level, deciding clauses, missing facts',
      cases: projects.length,
      batch: 256,
      pass(from, to) {
        let sum = 0;
        for (let at = from; at < to; at++) {
          const evaluation = engine.evaluate(projects[at]!);
          kept.evaluation = evaluation;
          sum += evaluation.floor;
        }
        return sum;
      },
    },
    {
      id: `ours.read.${knowledge}`,
      label: 'Ludao, input object → the same (reading inside)',
      cases: projects.length,
      batch: 64,
      pass(from, to) {
        let sum = 0;
        for (let at = from; at < to; at++) {
          const project = screener.read(inputs[at]!);
          if ('problems' in project) throw new Error('an input that was read is refused now');
          const evaluation = engine.evaluate(project);
          kept.evaluation = evaluation;
          sum += evaluation.floor;
        }
        return sum;
      },
    },
    {
      id: `ours.answer.${knowledge}`,
      label: 'Ludao, loaded project → full answer with trace and confirmations',
      cases: Math.min(projects.length, SLOW_CASES),
      batch: 16,
      pass(from, to) {
        let sum = 0;
        for (let at = from; at < to; at++) {
          const answer = screener.answer(projects[at]!, engine.pack, options);
          kept.answer = answer;
          sum += rankOf(answer.floor);
        }
        return sum;
      },
    },
  ];
}

function dayOf(pack: RulePack) {
  return { on: pack.effectiveFrom, jurisdiction: '330600', explain: true };
}
