import { compileTest } from '../closure.ts';
import { factsOf, type Expression } from '../expression.ts';
import type { FactTable } from '../fact-table.ts';
import type { Project } from '../project.ts';
import { NO, UNKNOWN, verdictOf, YES, type Verdict, type View } from '../state.ts';
import type { Clause } from './model.ts';

/** A condition over a whole project: yes where any of its activities meets it. */
export function verdictOver(when: Expression, { views }: Project, table: FactTable): Verdict {
  const test = compileTest(when, table);
  let verdict: Verdict = NO;
  for (const view of views) verdict = Math.max(verdict, verdictOf(test, view)) as Verdict;
  return verdict;
}

/** A condition that every activity must meet. */
export function verdictOfAll(when: Expression, { views }: Project, table: FactTable): Verdict {
  const test = compileTest(when, table);
  let verdict: Verdict = YES;
  for (const view of views) verdict = Math.min(verdict, verdictOf(test, view)) as Verdict;
  return verdict;
}

/** The facts of a condition that nobody has stated. */
export function openFacts(when: Expression, { views }: Project, table: FactTable): string[] {
  return [...factsOf(when)].filter((key) => views.some((view) => isOpen(view, key, table)));
}

function isOpen(view: View, key: string, table: FactTable): boolean {
  const fact = table.getFact(key);
  const slot = table.getSlot(key);
  if (fact.type === 'boolean') return view.flag(slot) === UNKNOWN;
  if (fact.type === 'choice') return view.mask(slot) === (1 << fact.options.length) - 1;
  return view.lo(slot) < view.hi(slot);
}

/** A list's clauses sorted by what the facts say of them. */
export interface Judged {
  readonly met: readonly Clause[];
  readonly unmet: readonly Clause[];
  /** Undecided for want of facts. */
  readonly open: readonly Clause[];
  /** Words that no fact decides. */
  readonly unread: readonly Clause[];
  readonly missing: readonly string[];
}

export function judge(
  clauses: readonly Clause[],
  project: Project,
  table: FactTable,
  over: typeof verdictOver = verdictOver,
): Judged {
  const sorted = { met: [], unmet: [], open: [], unread: [] } as {
    [K in 'met' | 'unmet' | 'open' | 'unread']: Clause[];
  };
  const missing = new Set<string>();
  for (const clause of clauses) {
    if (!clause.when) {
      sorted.unread.push(clause);
      continue;
    }
    const verdict = over(clause.when, project, table);
    (verdict === YES ? sorted.met : verdict === NO ? sorted.unmet : sorted.open).push(clause);
    if (verdict !== UNKNOWN) continue;
    for (const key of openFacts(clause.when, project, table)) missing.add(key);
  }
  return { ...sorted, missing: [...missing] };
}
