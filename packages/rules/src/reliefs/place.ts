import type { InputProblem } from '../input.ts';
import type { RuleSet } from '../pack.ts';
import type { ListTopic, Place } from './model.ts';

/** Said of a place that no list of parks has. */
export const OUTSIDE_LISTS: ReadonlySet<string> = new Set(['none', 'unlisted']);

/** Ids of places that no list holds, on any day: an expired area is still a known one. */
export function findPlaceProblems(ruleSet: RuleSet, place: Place): InputProblem[] {
  const { park, area, zone, facilities = [] } = place;
  const asked: [path: string, topic: ListTopic, id: string][] = [
    ...(park !== undefined && !OUTSIDE_LISTS.has(park)
      ? [['/place/park', 'parks', park] as [string, ListTopic, string]]
      : []),
    ...(area === undefined
      ? []
      : [['/place/area', 'reform-areas', area] as [string, ListTopic, string]]),
    ...(zone === undefined ? [] : [['/place/zone', 'zoning', zone] as [string, ListTopic, string]]),
    ...facilities.map((id, at): [string, ListTopic, string] => [
      `/place/facilities/${at}`,
      'facilities',
      id,
    ]),
  ];
  return asked
    .filter(([, topic, id]) => !isKnown(ruleSet, topic, id))
    .map(([path, topic, id]) => ({ code: `place.unknown_${topic}`, path, params: { value: id } }));
}

function isKnown(ruleSet: RuleSet, topic: ListTopic, id: string): boolean {
  return ruleSet.lists
    .filter((list) => list.topic === topic)
    .some(({ entries }) =>
      entries.some(
        (entry) => ('id' in entry ? entry.id : 'code' in entry ? entry.code : '') === id,
      ),
    );
}
