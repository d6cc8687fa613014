import type { RuleSet } from '../pack.ts';
import type { RecordedAct, RecordMode } from './record-mode.ts';
import { entriesOf, holdsOn, reaches } from './registers.ts';

/**
 * Whose record counts for an act on a day at a place: the entry of the narrowest area that holds.
 * Without any, the official system, whose name is then not known.
 */
export function recordModeOf(
  ruleSet: RuleSet,
  act: RecordedAct,
  on: string,
  jurisdiction: string,
): Pick<RecordMode, 'mode' | 'system' | 'address' | 'basis'> {
  const [found] = entriesOf(ruleSet, 'record-modes', on, jurisdiction)
    .map(({ entry }) => entry)
    .filter((entry) => entry.act === act && holdsOn(entry, on))
    .filter((entry) => reaches(entry.jurisdiction, jurisdiction))
    .sort((one, other) => breadth(one) - breadth(other));
  return found ?? { mode: 'front', system: '', address: '', basis: '' };
}

/** The fewer, the narrower. */
function breadth({ jurisdiction }: RecordMode): number {
  return jurisdiction === 'CN' ? 6 : 6 - jurisdiction.replace(/(00)+$/, '').length;
}
