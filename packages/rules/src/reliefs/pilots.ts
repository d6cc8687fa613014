import type { RuleSet } from '../pack.ts';
import type { Reason } from './model.ts';
import type { Pilot } from './pilot.ts';
import { entriesOf, holdsOn, isEntered, reaches, whyNotOn } from './registers.ts';

/** Why a measure is not tried in a county on a day; null where it is. Not entered is not in it. */
export function whyNoPilot(
  ruleSet: RuleSet,
  measure: number,
  on: string,
  jurisdiction: string,
): Reason | null {
  if (!isEntered(ruleSet, 'pilots', on, jurisdiction)) {
    return { code: 'pilot.not_entered', params: {} };
  }
  const fitting = entriesOf(ruleSet, 'pilots', on, jurisdiction)
    .map(({ entry }) => entry)
    .filter((entry) => entry.measure === measure && reaches(entry.jurisdiction, jurisdiction));
  if (fitting.some((entry) => holdsOn(entry, on))) return null;
  const [other] = fitting;
  const why = other ? whyNotOn('pilot', other.documentNo, other, on) : null;
  return why ?? { code: 'pilot.outside', params: { county: jurisdiction } };
}

/**
 * Entries that widen a pilot before it was evaluated: any county but the first of its measure needs
 * an evaluation that is older than its own beginning.
 */
export function unevaluated(pilots: readonly Pilot[]): Pilot[] {
  return pilots.filter((pilot) => {
    const ofMeasure = pilots.filter(({ measure }) => measure === pilot.measure);
    const [first] = ofMeasure.sort((one, other) => (one.from < other.from ? -1 : 1));
    const { jurisdiction, evaluation, from } = pilot;
    if (jurisdiction === first?.jurisdiction) return false;
    return evaluation === null || evaluation.on >= from;
  });
}
