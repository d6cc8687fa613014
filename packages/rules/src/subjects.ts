import { compileTest } from './closure.ts';
import type { FactTable } from './fact-table.ts';
import { verdictOf, YES, type Test, type View } from './state.ts';
import type { ChoiceFact, Fact } from './vocabulary.ts';

/** Whether a code or work is about this very fact, so that it cannot be counted as none. */
export function isSubject(fact: Fact, table: FactTable, view: View): boolean {
  if (fact.type === 'choice' && isCore(fact, view)) return true;
  return table.vocabulary.cores.some(
    ({ of, facts }) => facts.includes(fact.key) && of.some((code) => isOrBelow(view, code)),
  );
}

/** A wastewater project is never "no wastewater works": its own subject cannot be none. */
export function isCore(fact: ChoiceFact, view: Pick<View, 'key' | 'kind'>): boolean {
  return (fact.coreOf ?? []).some((code) => isOrBelow(view, code));
}

function isOrBelow({ key, kind }: Pick<View, 'key' | 'kind'>, code: string): boolean {
  return kind === 'work' ? code === key : key.startsWith(code);
}

/** Facts that silence does not deny: what a code or work is about, and twins of what is stated. */
export function openSubjects(
  table: FactTable,
  views: readonly View[],
  said: ReadonlySet<string>,
): Set<string> {
  const open = table.vocabulary.cores.filter(
    ({ of, facts }) =>
      views.some((view) => of.some((code) => isOrBelow(view, code))) &&
      !facts.some((key) => said.has(key)),
  );
  const twins = twinsOf(table).filter(
    ({ test, facts }) =>
      !facts.some((key) => said.has(key)) && views.some((view) => verdictOf(test, view) === YES),
  );
  return new Set([...open, ...twins].flatMap(({ facts }) => facts));
}

interface CompiledTwin {
  readonly test: Test;
  readonly facts: readonly string[];
}
const compiled = new WeakMap<FactTable, readonly CompiledTwin[]>();

function twinsOf(table: FactTable): readonly CompiledTwin[] {
  let twins = compiled.get(table);
  if (!twins) {
    twins = table.vocabulary.twins.map(({ when, facts }) => ({
      test: compileTest(when, table),
      facts,
    }));
    compiled.set(table, twins);
  }
  return twins;
}
