import { compileTest } from './closure.ts';
import { factsOf } from './expression.ts';
import type { FactTable } from './fact-table.ts';
import type { InputProblem } from './input.ts';
import { NO, UNKNOWN, verdictOf, YES, type Test, type View } from './state.ts';
import type { Contradiction } from './vocabulary.ts';

interface Rule extends Contradiction {
  readonly test: Test;
  readonly facts: readonly string[];
  /** Slots of the yes-no facts of the whole project that it names. */
  readonly flags: readonly number[];
  /**
   * True where facts of one activity meet facts of the project: "only assembly" is said of one
   * activity, and the paint may be another's.
   */
  readonly isMixed: boolean;
}
const compiled = new WeakMap<FactTable, readonly Rule[]>();

function rulesOf(table: FactTable): readonly Rule[] {
  let rules = compiled.get(table);
  if (!rules) compiled.set(table, (rules = table.vocabulary.contradictions.map(compile)));
  return rules;

  function compile(rule: Contradiction): Rule {
    const keys = [...factsOf(rule.when)];
    const read = keys.map((key) => table.getFact(key));
    return {
      ...rule,
      test: compileTest(rule.when, table),
      facts: keys,
      flags: read
        .filter(({ type, scope }) => type === 'boolean' && scope === 'project')
        .map(({ key }) => table.getSlot(key)),
      isMixed: new Set(read.map(({ scope }) => scope)).size > 1,
    };
  }
}

/** Facts that exclude each other, as problems of the input. */
export function findContradictions(table: FactTable, views: readonly View[]): InputProblem[] {
  const problems: InputProblem[] = [];
  for (const { test, facts, text, isMixed } of rulesOf(table)) {
    const isMet = (view: View) => verdictOf(test, view) === YES;
    if (isMixed ? !views.every(isMet) : !views.some(isMet)) continue;
    problems.push({
      code: 'facts.contradict',
      path: '/facts',
      params: { facts: facts.join(' '), zh: text.zh, en: text.en },
    });
  }
  return problems;
}

/**
 * What would contradict what was said does not hold: "only mixing" says that nothing ferments.
 * Only for a lone activity; of several, another may do it.
 */
export function denyContradictory(table: FactTable, view: View, stated: ReadonlySet<string>): void {
  for (const { test, facts, flags } of rulesOf(table)) {
    if (!facts.some((key) => stated.has(key)) || verdictOf(test, view) !== UNKNOWN) continue;
    for (const slot of flags) {
      if (view.flag(slot) !== UNKNOWN) continue;
      view.setFlag(slot, YES);
      const contradicts = verdictOf(test, view) === YES;
      view.setFlag(slot, contradicts ? NO : UNKNOWN);
    }
  }
}
