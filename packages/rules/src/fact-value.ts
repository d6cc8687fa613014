import { NO, UNKNOWN, YES, type View } from './state.ts';
import type { FactTable } from './fact-table.ts';
import type { Project } from './project.ts';
import type { QuantityFact } from './vocabulary.ts';

/** A fact as the answer shows it. `value` is null while nothing is known. */
export interface FactValue {
  readonly fact: string;
  /** The activity's code or work, only where several activities could be meant. */
  readonly activity: string | null;
  readonly value:
    | boolean
    | readonly string[]
    | { readonly min: number; readonly max: number | null; readonly unit: string }
    | null;
}

export function describeFact(
  table: FactTable,
  key: string,
  view: View,
  severalActivities: boolean,
): FactValue {
  const fact = table.getFact(key);
  const slot = table.getSlot(key);
  const activity = severalActivities && fact.scope === 'activity' ? view.key : null;
  if (fact.type === 'boolean') {
    const verdict = view.flag(slot);
    return { fact: key, activity, value: verdict === UNKNOWN ? null : verdict === YES };
  }
  if (fact.type === 'choice') {
    const bits = view.mask(slot);
    const possible = fact.options.filter((_, index) => bits & (1 << index));
    const known = possible.length < fact.options.length && possible.length > NO;
    return { fact: key, activity, value: known ? possible.map(({ id }) => id) : null };
  }
  return { fact: key, activity, value: rangeOf(table, fact, slot, view) };
}

/** Everything that the input itself said, once each, so that an answer can repeat it. */
export function statedFacts(table: FactTable, project: Project): FactValue[] {
  const several = project.views.length > 1;
  const said = new Map<string, FactValue>();
  for (const view of project.views) {
    for (const key of project.stated) {
      const value = describeFact(table, key, view, several);
      if (value.value !== null) said.set(`${key} ${value.activity}`, value);
    }
  }
  return [...said.values()];
}

function rangeOf(table: FactTable, fact: QuantityFact, slot: number, view: View) {
  const lo = view.lo(slot);
  const hi = view.hi(slot);
  if (lo === 0 && hi === Infinity) return null;
  const steps = table.stepsPerUnit(fact);
  return { min: lo / steps, max: hi === Infinity ? null : hi / steps, unit: fact.unit };
}
